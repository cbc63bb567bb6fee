import type { Protocol } from '../../science/routes/protocol.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { dueIn, outstanding } from './due.ts'
import type { Entry } from './log.ts'
import type { Session } from './session.ts'

/** One line of a paper sheet: a set that was taken, a time that is coming, or room to write. */
export type SheetRow = {
  set?: Entry<'vitals'>
  dueAt?: Instant
  /** Before a dose only the distance from it is known: from the dose, or from the start or the end of an infusion. */
  minutesAfter?: number
  running?: boolean
}

/** How far ahead a sheet reaches, and how many lines without a time it has: for what nobody foresees. */
const aheadMinutes = 180
const blankLines = 4

/** What stands on the paper at this minute: everything that was taken, then every time that is still to come. */
export const sheetRows = (protocol: Protocol, session: Session, now: Instant): SheetRow[] => {
  const taken: SheetRow[] = session.vitals.map((set) => ({ set }))
  if (session.ended) return taken
  const blank: SheetRow[] = Array.from({ length: blankLines }, () => ({}))
  if (session.lastDoseAt === undefined) return [...taken, ...plannedRows(protocol), ...blank]
  const open = outstanding(dueIn(protocol, session, now)).map(({ dueAt }) => dueAt)
  const later = dueIn(protocol, session, addMinutes(now, aheadMinutes))
    .map(({ dueAt }) => dueAt)
    .filter((dueAt) => dueAt > now)
  const times = [...new Set([...open, ...later])].toSorted()
  return [...taken, ...times.map((dueAt) => ({ dueAt })), ...blank]
}

/** The protocol's own times and its repeats, as minutes after the dose (or after the end of the infusion). */
export const plannedRows = ({ during = [], schedule, limits }: Protocol): SheetRow[] => {
  const minutes = schedule.map((slot) => slot.minutes)
  const every = limits.repeatEveryMinutes.value
  for (let next = (minutes.at(-1) ?? 0) + every; next <= aheadMinutes; next += every) minutes.push(next)
  return [
    ...during.map((slot) => ({ minutesAfter: slot.minutes, running: true })),
    ...minutes.map((minutesAfter) => ({ minutesAfter })),
  ]
}

const inTheTable: ReadonlySet<string> = new Set([
  'dose',
  'infusion changed',
  'booked',
  'rescheduled',
  'signed',
  'addendum',
])

/** What happened that no column of the sheet has: whoever goes on from the paper alone reads it there. */
export const besides = ({ log }: Pick<Session, 'log'>): Entry[] =>
  log.filter((entry) => {
    if (entry.withdrawn || inTheTable.has(entry.kind)) return false
    if (entry.kind !== 'vitals') return true
    const { words, crisisSymptoms, newIrregularPulse, pain, notTaken } = entry.data
    return Boolean(words || crisisSymptoms?.length || newIrregularPulse || pain || notTaken?.pain)
  })
