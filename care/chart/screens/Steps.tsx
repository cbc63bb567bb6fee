import type { Permission } from '../../../clinic/accounts/permissions.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import type { Signal } from '../../../web/controls/Shape.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay } from '../../../web/me.ts'
import { showDate } from '../../../web/time.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import type { Step } from '../chart.ts'
import type { Chart } from '../queries.ts'
import { linesOf } from './step-lines.ts'

const signals: Record<Step['state'], Signal> = { done: 'none', now: 'info', held: 'held', later: 'none' }

const pages: Partial<Record<Step['id'], { page: string; may: Permission }>> = {
  evaluation: { page: 'evaluation', may: 'evaluation.read' },
  consent: { page: 'consent', may: 'consent.read' },
  plan: { page: 'plan', may: 'plans.read' },
  review: { page: 'plan', may: 'plans.read' },
}

/** Evaluation, consent, plan, sessions, review: which is done, which is next, what holds and why. */
export const Steps = ({ chart, patientId }: { chart: Chart; patientId: string }) => (
  <section className="stack" aria-label={words.steps}>
    <h2>{words.steps}</h2>
    <ol className="steps">
      {chart.steps.map((step) => (
        <li key={step.id} data-state={step.state}>
          <div className="step-head">
            <h3>{words.step[step.id]}</h3>
            <State signal={signals[step.state]}>{words.state[step.state]}</State>
          </div>
          {linesOf(step, chart).map((line) => (
            <p key={line} className="soft">
              {line}
            </p>
          ))}
          {step.id === 'sessions' && step.state !== 'later' && <OpenDays course={chart.course} />}
          {step.id === 'sessions' &&
            step.state === 'now' &&
            chart.course?.booked === 0 &&
            chart.course.reviewsDue.length === 0 && <BookNext patientId={patientId} />}
          {(step.state === 'now' || step.state === 'held') && (
            <OpenStep id={step.id} patientId={patientId} route={chart.ownRoute} />
          )}
        </li>
      ))}
    </ol>
  </section>
)

/** The days of bookings that passed without a record, for whoever may say what became of them. */
const OpenDays = ({ course }: Pick<Chart, 'course'>) => {
  const may = useMay('sessions.book')
  if (!may) return null
  return course?.leftOpen.map(({ id, bookedOn }) => (
    <ButtonLink key={id} to="/" search={{ day: bookedOn }} kind="plain">
      {sessionWords.toBook.open(showDate(bookedOn))}
    </ButtonLink>
  ))
}

const BookNext = ({ patientId }: { patientId: string }) => {
  const may = useMay('sessions.book')
  if (!may) return null
  return (
    <ButtonLink to="/sessions/book" search={{ patient: patientId }} kind="plain">
      {sessionWords.book.title}
    </ButtonLink>
  )
}

/** The way to the step’s own page, for whoever may open it. */
const OpenStep = ({ id, patientId, route }: { id: Step['id']; patientId: string; route: string | null }) => {
  const { page, may } = pages[id] ?? {}
  const mayOpen = useMay(may ?? '')
  if (!page || !mayOpen) return null
  return (
    <ButtonLink to={`/patients/${patientId}/${page}`} search={route ? { route } : {}} kind="plain">
      {words.open(words.step[id === 'review' ? 'plan' : id])}
    </ButtonLink>
  )
}
