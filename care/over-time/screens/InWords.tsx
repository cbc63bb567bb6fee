import type { Instant } from '../../../science/time.ts'
import { showDate } from '../../../web/time.ts'
import { ownCourseWords as words } from '../../../web/words/en/over-time.ts'
import { dayIn } from '../../sessions/booking-time.ts'
import type { OwnCourse } from '../queries.ts'

/** Everything of the plots, a line a day, the newest first. */
export const InWords = ({ course, timeZone }: { course: OwnCourse; timeZone: string }) => {
  const days = Map.groupBy(linesOf(course), ({ at }) => dayIn(timeZone, at))
  const newestFirst = [...days].toSorted(([a], [b]) => b.localeCompare(a))
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.inWords}</h2>
      <dl className="in-words">
        {newestFirst.map(([day, lines]) => (
          <div key={day}>
            <dt>{showDate(day)}</dt>
            {lines.map(({ at, says }) => (
              <dd key={at + says}>{says}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

const linesOf = ({ series, doses, moods }: OwnCourse): { at: Instant; says: string }[] => [
  ...doses.map(({ at, mg }) => ({ at, says: words.dose(mg) })),
  ...series.flatMap(({ title, range, scores, open }) => [
    ...scores.map(({ at, value }) => ({ at, says: words.score(title, value, range.high) })),
    ...open.map((at) => ({ at, says: words.open(title) })),
  ]),
  ...moods.map(({ at, value }) => ({ at, says: words.moodOf(value) })),
]
