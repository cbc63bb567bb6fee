import type { Route } from '../decide.ts'
import { generalReview, labelReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import { addDays, type Day } from '../time.ts'

/** What is looked at because treatment is repeated. `every`: a number of days, or each session. */
export type LongTermCheck = {
  id: string
  looksAt: 'bladder' | 'liver' | 'blood pressure' | 'cognition' | 'dependence'
  says: string
  every: number | 'session'
  /** Not asked of everybody: only on these routes. */
  routes?: readonly Route[]
  source: Source
  further: readonly Source[]
  reviewBy: Day
}

export const longTermChecks: readonly LongTermCheck[] = [
  {
    id: 'LT-1',
    looksAt: 'bladder',
    says: 'Bladder questions are asked at each session; for new symptoms, urine is tested and a clinician reviews.',
    every: 'session',
    source: register.longTermSafety,
    further: [register.spravatoMonograph, policy('at each session')],
    reviewBy: labelReview,
  },
  {
    id: 'LT-2',
    looksAt: 'liver',
    says: 'Liver tests (ALT, AST, ALP, GGT) are repeated every 3 to 6 months while treatment continues.',
    every: 90,
    routes: ['iv', 'im', 'lozenge'],
    source: register.ketamineLiver,
    further: [policy('every 3 to 6 months; asked for from 90 days')],
    reviewBy: labelReview,
  },
  {
    id: 'LT-3',
    looksAt: 'blood pressure',
    says: 'Blood pressure is taken at each session.',
    every: 'session',
    source: policy('at each session, on every route'),
    further: [register.rivaPosse],
    reviewBy: generalReview,
  },
  {
    id: 'LT-4',
    looksAt: 'cognition',
    says: 'Cognitive test (MoCA) before long maintenance, and once a year during it.',
    every: 365,
    source: policy('at the beginning and once a year'),
    further: [register.longTermSafety],
    reviewBy: generalReview,
  },
  {
    id: 'LT-5',
    looksAt: 'dependence',
    says: 'The prescription monitoring program is checked again, including for ketamine from elsewhere.',
    every: 90,
    source: policy('every 90 days while treatment goes on'),
    further: [register.spravatoLabel2019],
    reviewBy: generalReview,
  },
]

/** Nothing on record is not done: it is unknown, and due. */
export type CheckState =
  | { is: 'unknown' }
  | { is: 'due'; last: Day; since: Day }
  | { is: 'done'; last: Day; next: Day | null }

/** @param last when it was last done, as recorded here @param lastSession the newest day with a dose */
export const stateOfCheck = (
  { every }: LongTermCheck,
  last: Day | undefined,
  lastSession: Day,
  today: Day,
): CheckState => {
  if (last === undefined) return { is: 'unknown' }
  if (every === 'session') {
    return last < lastSession ? { is: 'due', last, since: lastSession } : { is: 'done', last, next: null }
  }
  const next = addDays(last, every)
  return next <= today ? { is: 'due', last, since: next } : { is: 'done', last, next }
}

/** The rows for somebody treated on these routes. */
export const checksFor = (routes: readonly Route[]): LongTermCheck[] =>
  longTermChecks.filter((check) => !check.routes || check.routes.some((route) => routes.includes(route)))
