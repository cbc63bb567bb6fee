import { withStaleness } from '../../../science/decide.ts'
import { missedGuidance } from '../../../science/routes/esketamine-course.ts'
import { Day, daysBetween } from '../../../science/time.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { GoOn } from '../../../web/controls/GoOn.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { useMay } from '../../../web/me.ts'
import { showDate, showDay } from '../../../web/time.ts'
import { controlWords } from '../../../web/words/en/controls.ts'
import { planWords as words } from '../../../web/words/en/plans.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { type Course, changeAwaited } from '../course.ts'
import { holdsSessions } from '../rules.ts'
import type { Inner } from './answers.ts'
import { DecisionFacts } from './DecisionFacts.tsx'
import { decided } from './decided.ts'
import { ReviewForm } from './Reviews.tsx'

/** Session n of m, when the next one falls by the plan, and decisions that are due. */
export const CourseNow = (inner: Inner) => {
  const { timeZone } = inner
  const { course, stands } = inner.data
  const maySign = useMay('plans.sign')
  if (!course) return null
  const holding = holdsSessions(inner.data.findings)
  const awaited = stands.inForce ? changeAwaited(stands.version, stands.reviews) : undefined
  return (
    <section className="stack">
      <h2>{words.course}</h2>
      <div>
        <p className="plan-count">{words.done(course.done, course.planned)}</p>
        <p>{nextOf(course)}</p>
        {course.nothingHad > 0 && <p>{words.nothingHad(course.nothingHad)}</p>}
        {course.booked > 0 && <p className="soft">{words.booked(course.booked)}</p>}
      </div>
      <LeftOpen leftOpen={course.leftOpen} />
      {course.next !== undefined && holding.length > 0 && (
        <Notice signal="held" title={words.sessionsHeld}>
          {holding.map(({ rule, says, settledBy }) => (
            <p key={rule}>
              {says} <span className="soft">{settledBy}</span>
            </p>
          ))}
        </Notice>
      )}
      {awaited && stands.inForce && (
        <Notice
          signal="attention"
          title={words.changeAwaited(decided(awaited.decision, awaited.point), showDay(awaited.decidedAt, timeZone))}
        >
          <p>{words.changeAwaitedHelp(stands.version.number, showDay(stands.version.signedAt, timeZone))}</p>
        </Notice>
      )}
      {course.next !== undefined &&
        holding.length === 0 &&
        course.booked === 0 &&
        course.reviewsDue.length === 0 &&
        !awaited && (
          <GoOn
            to="/sessions/book"
            search={{ patient: inner.patientId }}
            may="sessions.book"
            what={sessionWords.book.title}
          />
        )}
      <Missed {...inner} />
      {course.beyondPlan && <Notice signal="attention" title={words.beyond(course.done, course.planned)} />}
      {course.reviewsDue.map((due) => (
        <Notice
          key={`${due.point} ${due.afterSession}`}
          signal="attention"
          title={words.reviewDue[due.point](due.afterSession)}
        >
          <p>{words.reviewHelp}</p>
          {inner.data.decision && <DecisionFacts ground={inner.data.decision} timeZone={timeZone} />}
          {maySign && <ReviewForm {...inner} due={due} />}
        </Notice>
      ))}
    </section>
  )
}

/** Bookings whose day has passed without a record, and the day they were for: whoever books says there what became of them. */
const LeftOpen = ({ leftOpen }: Pick<Course, 'leftOpen'>) => {
  const mayBook = useMay('sessions.book')
  return leftOpen.map(({ id, bookedOn }) => (
    <Notice key={id} signal="attention" title={sessionWords.toBook.leftOpen(showDate(bookedOn))}>
      <p>{words.leftOpenHelp}</p>
      {mayBook && (
        <ButtonLink to="/" search={{ day: bookedOn }} kind="plain">
          {sessionWords.toBook.open(showDate(bookedOn))}
        </ButtonLink>
      )}
    </Notice>
  ))
}

/** Where a session of the spray is past its time: what its maker says about that, to read. A clinician decides. */
const Missed = ({ data: { stands, course, today } }: Inner) => {
  const spray = stands.inForce ? stands.version.spray : undefined
  if (!spray || !course?.window || !course.lastOn || course.window.to >= today) return null
  const rows = missedGuidance(spray.phase, daysBetween(course.lastOn, Day.parse(today)))
  return (
    <Notice signal="attention" title={words.spray.missed}>
      {rows.map(({ id, says, source, reviewBy }) => (
        <p key={id}>
          {withStaleness(says, reviewBy < today, reviewBy)}{' '}
          <span className="soft">
            {source.label} ({controlWords.sourceStatus[source.status]}, {words.spray.reviewBy(reviewBy)})
          </span>
        </p>
      ))}
    </Notice>
  )
}

const nextOf = ({ next, window }: Course): string => {
  if (next === undefined) return words.last
  return window ? words.window(next, showDate(window.from), showDate(window.to)) : words.first
}
