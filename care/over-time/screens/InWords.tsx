import { dayIn } from '../../../science/day-in.ts'
import type { Instant } from '../../../science/time.ts'
import { showDay, showMonth } from '../../../web/time.ts'
import { ownCourseWords as words } from '../../../web/words/en/over-time.ts'
import type { Mood } from '../mood.ts'
import type { OwnCourse } from '../queries.ts'

/** Everything of the plots by month, the newest first. Every single mood stands in the table of the plot. */
export const InWords = ({ course, timeZone }: { course: OwnCourse; timeZone: string }) => {
  const monthOf = ({ at }: { at: Instant }) => dayIn(timeZone, at).slice(0, 7)
  const lines = Map.groupBy(linesOf(course), monthOf)
  const moods = Map.groupBy(course.moods, monthOf)
  const months = [...new Set([...lines.keys(), ...moods.keys()])].toSorted().reverse()
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.inWords}</h2>
      <dl className="in-words">
        {months.map((month) => (
          <div key={month}>
            <dt>{showMonth(month)}</dt>
            {(lines.get(month) ?? [])
              .toSorted((a, b) => b.at.localeCompare(a.at))
              .map(({ at, says }) => (
                <dd key={at + says}>
                  {showDay(at, timeZone)}: {says}
                </dd>
              ))}
            {moods.has(month) && <dd>{moodsOf(moods.get(month) ?? [])}</dd>}
          </div>
        ))}
      </dl>
    </section>
  )
}

const linesOf = ({ series, doses }: OwnCourse): { at: Instant; says: string }[] => [
  ...doses.map(({ at, mg }) => ({ at, says: words.dose(mg) })),
  ...series.flatMap(({ title, range, scores, open }) => [
    ...scores.map(({ at, value }) => ({ at, says: words.score(title, value, range.high) })),
    ...open.map((at) => ({ at, says: words.open(title) })),
  ]),
]

const moodsOf = (moods: readonly Mood[]): string => {
  const values = moods.map(({ value }) => value)
  return words.moodsOfMonth(values.length, Math.min(...values), Math.max(...values))
}
