import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import type { Signal } from '../../../web/controls/Shape.tsx'
import { State } from '../../../web/controls/State.tsx'
import { showDate } from '../../../web/time.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'
import type { Step } from '../chart.ts'
import type { Chart } from '../queries.ts'

const signals: Record<Step['state'], Signal> = { done: 'none', now: 'info', held: 'held', later: 'none' }

const pages: Partial<Record<Step['id'], string>> = {
  evaluation: 'evaluation',
  consent: 'consent',
  plan: 'plan',
  review: 'plan',
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
          {details(step, chart).map((line) => (
            <p key={line} className="soft">
              {line}
            </p>
          ))}
          {(step.state === 'now' || step.state === 'held') && pages[step.id] && (
            <ButtonLink to={`/patients/${patientId}/${pages[step.id]}`} kind="plain">
              {words.open(words.step[step.id === 'review' ? 'plan' : step.id])}
            </ButtonLink>
          )}
        </li>
      ))}
    </ol>
  </section>
)

const details = (step: Step, { course, plan }: Chart): string[] => {
  const { id, state, because } = step
  if (id === 'plan' && plan && state === 'done')
    return [words.planLine(plan.drug, plan.doseMg, plan.sessions, plan.number)]
  if (id === 'sessions' && course && state !== 'later') {
    const { done, planned, window, beyondPlan } = course
    return [
      words.sessionOf(done, planned),
      ...(window ? [words.nextWindow(showDate(window.from), showDate(window.to))] : []),
      ...(beyondPlan ? [words.beyondPlan] : []),
      ...because,
    ]
  }
  if (id === 'review' && course) {
    return course.reviewsDue.map(({ point, afterSession }) =>
      point === 'at the end' ? words.reviewAtEnd : words.reviewDue(afterSession),
    )
  }
  // A step that nobody has come to needs no reason.
  return state === 'later' ? [] : because
}
