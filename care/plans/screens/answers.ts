import type { Finding, Route } from '../../../science/decide.ts'
import type { EnrolmentNow } from '../../rems/sending.ts'
import type { Course } from '../course.ts'
import type { PlanVersion, Reviewed } from '../plan.ts'
import type { PlanInForce, StoppedPlan } from '../queries.ts'
import type { DecisionGround } from '../queries-of-decision.ts'
import type { Weight } from '../queries-of-ground.ts'

/** What GET /api/patients/:patientId/plan answers. */
export type PlanAnswer = {
  /** What the findings below are about: the plan's own route while one is in force. */
  route: Route
  patientName: string
  today: string
  stands: PlanInForce
  findings: Finding[]
  weight?: Weight
  versions: PlanVersion[]
  reviews: Reviewed[]
  stopped: StoppedPlan[]
  course?: Course
  /** Where a review is due: what to look at before deciding. */
  decision?: DecisionGround
  /** Of the nasal spray, for whoever works with its papers: what the record says of the patient's enrolment. */
  enrolment?: EnrolmentNow
}

export type Inner = { patientId: string; data: PlanAnswer; timeZone: string; refresh: () => void }
