import { Notice } from '../../../web/controls/Notice.tsx'
import { useMay } from '../../../web/me.ts'
import { showDate } from '../../../web/time.ts'
import { planWords as words } from '../../../web/words/en/plans.ts'
import type { Course } from '../course.ts'
import type { Inner } from './answers.ts'
import { ReviewForm } from './Reviews.tsx'

/** Session n of m, when the next one falls by the plan, and decisions that are due. */
export const CourseNow = (inner: Inner) => {
  const { course } = inner.data
  const maySign = useMay('plans.sign')
  if (!course) return null
  return (
    <section className="stack">
      <h2>{words.course}</h2>
      <div>
        <p className="plan-count">{words.done(course.done, course.planned)}</p>
        <p>{nextOf(course)}</p>
        {course.booked > 0 && <p className="soft">{words.booked(course.booked)}</p>}
      </div>
      {course.beyondPlan && <Notice signal="attention" title={words.beyond(course.done, course.planned)} />}
      {course.reviewsDue.map((due) => (
        <Notice
          key={`${due.point} ${due.afterSession}`}
          signal="attention"
          title={words.reviewDue[due.point](due.afterSession)}
        >
          <p>{words.reviewHelp}</p>
          {maySign && <ReviewForm {...inner} due={due} />}
        </Notice>
      ))}
    </section>
  )
}

const nextOf = ({ next, window }: Course): string => {
  if (next === undefined) return words.last
  return window ? words.window(next, showDate(window.from), showDate(window.to)) : words.first
}
