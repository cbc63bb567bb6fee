import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import type { Defined } from '../../../science/instruments/definitions.ts'
import type { Instant } from '../../../science/time.ts'
import type { Address, MessageCover, Policy } from './clinic-settings.ts'
import type { ClinicLimits, SignedLimits } from './limits.ts'
import type { StandingOrders } from './standing-orders.ts'

/** The clinic as it is stored. Parts that nobody has filled in yet are absent, never made up. */
export type StoredClinic = {
  id: string
  name: string
  address: Partial<Address>
  timeZone: string
  emergencyPlan: string
  messageCover: Partial<MessageCover>
  /** `limits`: the clinic's own, by route. */
  policy: Policy & {
    limits?: Record<string, ClinicLimits>
    /** Who signed for the numbers of a route and why; absent for numbers from before they were signed for. */
    limitsSigned?: Record<string, SignedLimits>
    standingOrders?: StandingOrders
  }
  isDemo: boolean
  /** The clinic whose staff train here; null where this is no drill. */
  drillOf: string | null
  createdAt: Instant
  /** The days between one asking and the next that this clinic signed for; null: the house numbers. */
  rhythm: SignedRhythm | null
  /** By which rows outcomes are read here. Absent: nobody has chosen, and the first row holds. */
  definitions: DefinitionsChosen
}

/** What a clinic chose, who signed for it, and since when it holds. */
export type SignedDefinition = {
  defines: Defined
  row: string
  why: string
  signedAs: string
  signedBy: string
  signedAt: Instant
}
export type DefinitionsChosen = Readonly<Partial<Record<Defined, SignedDefinition>>>

export type SignedRhythm = {
  inductionDays: number | null
  laterDays: number | null
  why: string
  signedAs: string
  signedBy: string
  signedAt: Instant
}

/** The clinic of this transaction. */
export const findClinic = (q: Query): Promise<StoredClinic | undefined> =>
  q.maybe<StoredClinic>(sql`
    select clinic_id as id, name, address, time_zone as "timeZone", emergency_plan as "emergencyPlan",
           message_cover as "messageCover", policy, is_demo as "isDemo", drill_of as "drillOf", created_at as "createdAt",
           (select jsonb_build_object('inductionDays', r.induction_days, 'laterDays', r.later_days, 'why', r.why,
                     'signedAs', r.signed_as, 'signedBy', s.name, 'signedAt', ${sql.instant('r.signed_at')})
            from asking_rhythm r join staff s on s.clinic_id = r.clinic_id and s.id = r.signed_by
            where r.clinic_id = clinic.clinic_id order by r.seq desc limit 1) as rhythm,
           (select coalesce(jsonb_object_agg(n.defines, jsonb_build_object('defines', n.defines, 'row', n.chosen,
                     'why', n.why, 'signedAs', n.signed_as, 'signedBy', s.name, 'signedAt', ${sql.instant('n.signed_at')})), '{}')
            from (select distinct on (d.defines) d.* from outcome_definition d where d.clinic_id = clinic.clinic_id
                  order by d.defines, d.seq desc) n
            join staff s on s.clinic_id = n.clinic_id and s.id = n.signed_by) as definitions
    from clinic`)
