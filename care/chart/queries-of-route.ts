import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import { planInForce } from '../plans/queries.ts'

/** The route of the newest determination, whatever it said. */
export const findDeterminedRoute = async (q: Query, patientId: string): Promise<Route | null> => {
  const found = await q.maybe<{ route: Route }>(sql`
    select d.route from determination d where d.patient_id = ${patientId} order by d.decided_at desc, d.id limit 1`)
  return found?.route ?? null
}

/** The route a patient is treated by: their plan's, or else that of the newest determination. Nobody's guess. */
export const findRouteOf = async (q: Query, patientId: string): Promise<Route | null> => {
  const [plan, determined] = await Promise.all([planInForce(q, patientId), findDeterminedRoute(q, patientId)])
  return plan.state === 'none' ? determined : (plan.plan.route as Route)
}
