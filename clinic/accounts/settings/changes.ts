import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { Problem } from '../../request/problem.ts'
import type { ClinicSettings } from './clinic-settings.ts'
import type { ClinicLimits, SignedLimits } from './limits.ts'
import type { StandingOrders } from './standing-orders.ts'

/** Makes the clinic of this transaction. @throws Problem conflict when it is there already */
export const createClinic = async (
  tx: Tx,
  clinic: ClinicSettings & { id: string; isDemo?: boolean; drillOf?: string; now: Instant },
): Promise<void> => {
  const made = await tx.run(sql`
    insert into clinic (clinic_id, name, address, time_zone, emergency_plan, message_cover, policy, is_demo, drill_of,
                        created_at)
    values (${clinic.id}, ${clinic.name}, ${clinic.address}, ${clinic.timeZone}, ${clinic.emergencyPlan},
            ${clinic.messageCover}, ${clinic.policy ?? {}}, ${clinic.isDemo ?? false}, ${clinic.drillOf ?? null},
            ${clinic.now})
    on conflict do nothing`)
  if (made !== 1) throw new Problem('conflict', says.setUp)
}

/**
 * Replaces what is said about the clinic; the audit trail keeps who did and which parts. Limits of sessions and
 * standing orders have forms of their own and stay as they are.
 */
export const saveClinic = (tx: Tx, clinic: ClinicSettings): Promise<number> =>
  tx.run(sql`
    update clinic set name = ${clinic.name}, address = ${clinic.address}, time_zone = ${clinic.timeZone},
      emergency_plan = ${clinic.emergencyPlan}, message_cover = ${clinic.messageCover},
      policy = jsonb_strip_nulls(${clinic.policy ?? {}}::jsonb
        || jsonb_build_object('limits', policy -> 'limits', 'limitsSigned', policy -> 'limitsSigned',
          'standingOrders', policy -> 'standingOrders'))`)

/** Replaces the clinic's own standing orders. */
export const saveOrders = (tx: Tx, orders: StandingOrders): Promise<number> =>
  tx.run(sql`update clinic set policy = policy || jsonb_build_object('standingOrders', ${orders}::jsonb)`)

/** Replaces the clinic's own limits for one route, with who signed for them; what held before is in the audit trail. */
export const saveLimits = (tx: Tx, route: string, limits: ClinicLimits, signed: SignedLimits): Promise<number> =>
  tx.run(sql`
    update clinic set policy = policy
      || jsonb_build_object('limits',
           coalesce(policy -> 'limits', '{}') || jsonb_build_object(${route}::text, ${limits}::jsonb))
      || jsonb_build_object('limitsSigned',
           coalesce(policy -> 'limitsSigned', '{}') || jsonb_build_object(${route}::text, ${signed}::jsonb))`)
