import { useNow } from '../clock.ts'
import { minutesFrom, minutesUntil, showMinutes } from '../time.ts'
import { controlWords } from '../words/en/controls.ts'
import './Elapsed.css'

/** "12 min since dose". Counts by the server's clock, in digits that do not jump. */
export const Elapsed = ({
  since,
  what = '',
  big,
  words = controlWords.sinceShort,
}: {
  since: string
  what?: string
  big?: boolean
  /** Where it is said in a sentence of its own: "Raised 54 min ago". */
  words?: (time: string, what: string) => string
}) => {
  const now = useNow(5)
  return (
    <span className="elapsed" data-big={big}>
      {words(showMinutes(Math.max(0, minutesFrom(since, now))), what)}
    </span>
  )
}

type DueWords = Record<'inShort' | 'overdueShort', (time: string, what: string) => string> & {
  now: (what: string) => string
}

/** "Blood pressure in 4 min", "… now", "… overdue by 3 min": a word as well as the colour. */
export const DueIn = ({
  due,
  what = '',
  big,
  timeFirst = false,
  words = timeFirst ? controlWords.timeFirst : controlWords,
  stale = false,
}: {
  due: string
  what?: string
  big?: boolean
  /** Where what is due is said in a sentence of its own: "Acknowledge within 3 h". */
  words?: DueWords
  /** "Overdue by 3 min: blood pressure": where it is read from across a room, and what is due may be a long list. */
  timeFirst?: boolean
  /** The source of this time is past its review, and that is said. */
  stale?: boolean
}) => {
  const now = useNow(5)
  const late = minutesFrom(due, now)
  const { overdueShort, now: dueNow, inShort } = words
  const says =
    late >= 1
      ? overdueShort(showMinutes(late), what)
      : late >= 0
        ? dueNow(what)
        : inShort(showMinutes(minutesUntil(due, now)), what)
  return (
    <span className="elapsed" data-big={big} data-late={late >= 1}>
      {stale ? controlWords.onOldSource(says) : says}
    </span>
  )
}
