import type { Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/chart.ts'
import type { ConsentStanding } from '../consent/consent.ts'
import type { InForce } from '../evaluation/in-force.ts'
import { reevaluation } from '../evaluation/reevaluation.ts'
import { type Course, changeAwaited } from '../plans/course.ts'
import type { PlanInForce } from '../plans/queries.ts'

/** Where a patient is on the way from first contact to review. `held` waits for a person; `later` for the step before. */
export type Step = {
  id: 'evaluation' | 'consent' | 'plan' | 'sessions' | 'review'
  state: 'done' | 'now' | 'held' | 'later'
  /** Why, in the words of the stage that said so; empty when the state says it all. */
  because: string[]
}

export type Stages = {
  /** An evaluation has been started and not closed. */
  evaluating: boolean
  determination: InForce
  today: Day
  consent: ConsentStanding
  plan: PlanInForce
  course: Course | undefined
}

/**
 * The five steps. A later step that was once taken and is not in force any more is `held`, whatever lies before it; one
 * that nobody has come to is `later`. Sessions given under a plan that was stopped were given, and stopping it is the
 * review's decision. Nothing here decides: each stage has said where it stands.
 */
export const stepsFrom = (stages: Stages): Step[] => {
  const { determination, consent, plan, course } = stages
  const evaluated = determination.state === 'in force'
  const stopped = plan.state === 'stopped'
  const planned = course !== undefined && (stopped ? course.done > 0 : plan.inForce)
  // Ended when everything in it had been given: it waits for nobody.
  const finished = stopped && planned && course.next === undefined
  const goesOn = !stopped && evaluated && consent.inForce
  return [
    evaluation(stages),
    {
      id: 'consent',
      state: consent.inForce ? 'done' : isHeld(consent) ? 'held' : evaluated ? 'now' : 'later',
      because: [consent.because],
    },
    {
      id: 'plan',
      state: plan.inForce || finished ? 'done' : stopped ? 'held' : goesOn ? 'now' : 'later',
      because: [plan.because],
    },
    {
      id: 'sessions',
      state: !planned ? 'later' : course.next === undefined ? 'done' : goesOn ? 'now' : 'held',
      because: !planned || course.next === undefined ? [] : sessionsWaitFor(stages),
    },
    {
      id: 'review',
      state: !planned ? 'later' : stopped ? 'done' : reviewState(course),
      because: planned && stopped ? [plan.because] : [],
    },
  ]
}

/** A day to evaluate again that has passed asks for somebody; it holds nothing by itself. */
const evaluation = ({ determination: { state, because, determination: made }, evaluating, today }: Stages): Step => {
  if (state === 'none') return { id: 'evaluation', state: 'now', because: evaluating ? because : [says.noEvaluation] }
  const overdue =
    made?.reevaluateBy && reevaluation(made.reevaluateBy, today) === 'overdue'
      ? [says.reevaluationOverdue(made.reevaluateBy)]
      : []
  if (state !== 'in force') return { id: 'evaluation', state: 'held', because: [...because, ...overdue] }
  return { id: 'evaluation', state: overdue.length > 0 ? 'now' : 'done', because: [...because, ...overdue] }
}

const isHeld = ({ state }: ConsentStanding): boolean =>
  state === 'withdrawn' || state === 'outdated' || state === 'question open'

const reviewState = (course: Course): Step['state'] =>
  course.reviewsDue.length > 0 ? 'held' : course.next === undefined ? 'done' : 'later'

/** What a session waits for, or is to be read before it. A review that is due is said on its own step. */
const sessionsWaitFor = ({ determination, consent, plan }: Stages): string[] => [
  ...(plan.state === 'stopped' ? [plan.because] : []),
  ...(determination.state === 'in force' ? [] : [says.determinationNotInForce]),
  ...(consent.inForce ? [] : [says.consentNotInForce]),
  ...(plan.inForce && changeAwaited(plan.version, plan.reviews) ? [says.changeAwaited] : []),
]
