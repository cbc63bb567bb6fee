import { chartRoutes } from '../care/chart/routes.ts'
import { cohortRoutes } from '../care/cohort/routes.ts'
import { consentRoutes } from '../care/consent/routes.ts'
import { drillRoutes } from '../care/drills/routes.ts'
import { evaluationRoutes } from '../care/evaluation/routes.ts'
import { requestRoutes } from '../care/intake/request/routes.ts'
import { intakeRoutes } from '../care/intake/routes.ts'
import { letterRoutes } from '../care/letters/routes.ts'
import { outcomeRoutes } from '../care/outcomes/routes.ts'
import { overTimeRoutes } from '../care/over-time/routes.ts'
import { planRoutes } from '../care/plans/routes.ts'
import { registryRoutes } from '../care/registry/routes.ts'
import { remsRoutes } from '../care/rems/routes.ts'
import { sessionRoutes } from '../care/sessions/routes.ts'
import { accountRoutes } from '../clinic/accounts/routes.ts'
import { linkRoutes } from '../clinic/links/routes.ts'
import { locationRoutes } from '../clinic/locations/routes.ts'
import { messageRoutes } from '../clinic/messages/routes.ts'
import { recordRoutes } from '../clinic/records/routes.ts'
import { releaseRoutes } from '../clinic/releases/routes.ts'
import type { Route } from '../clinic/request/route.ts'
import { questionnaireRoutes } from '../clinic/responses/routes.ts'
import { alertRoutes } from '../clinic/safety/routes.ts'
import { stockRoutes } from '../clinic/stock/routes.ts'
import { drillDoorRoutes } from '../demo/drill/routes.ts'
import { demoRoutes } from '../demo/routes.ts'

/** One line per stage. A route that is not here does not exist; one without a permission does not compile. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...recordRoutes,
  ...requestRoutes,
  ...intakeRoutes,
  ...evaluationRoutes,
  ...consentRoutes,
  ...releaseRoutes,
  ...planRoutes,
  ...sessionRoutes,
  ...remsRoutes,
  ...letterRoutes,
  ...linkRoutes,
  ...messageRoutes,
  ...alertRoutes,
  ...locationRoutes,
  ...stockRoutes,
  ...questionnaireRoutes,
  ...outcomeRoutes,
  ...registryRoutes,
  ...overTimeRoutes,
  ...cohortRoutes,
  ...drillRoutes,
  ...drillDoorRoutes,
  ...demoRoutes,
  ...chartRoutes,
]
