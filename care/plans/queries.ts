import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import type { Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/plans.ts'
import { standingDoses } from '../sessions/doses.ts'
import { type Course, course, type Progress, progress } from './course.ts'
import type { Plan, PlanSession, PlanVersion, Reviewed } from './plan.ts'
import type { Spray } from './spray.ts'

/** What was signed, and every decision recorded for it, newest first. */
type Signed = { plan: Plan; version: PlanVersion; reviews: Reviewed[] }

export type PlanInForce =
  | { state: 'none'; inForce: false; because: string }
  | ({ state: 'stopped'; inForce: false; because: string } & Signed)
  | ({ state: 'in force'; inForce: true; because: string } & Signed)

const versionColumns = sql.raw(`
  v.id, v.plan_id as "planId", v.number, v.drug, v.dose_mg as "doseMg", v.dose_confirmed as "doseConfirmed",
  v.weight_kg as "weightKg", v.weight_recorded_at as "weightRecordedAt", v.sessions,
  v.days_between_least as "daysBetweenLeast", v.days_between_most as "daysBetweenMost",
  v.per_week_most as "perWeekMost", v.review_after as "reviewAfter", v.spray, v.infusion_minutes as "infusionMinutes", v.goals, v.notes,
  v.determination_id as "determinationId", v.consent_request_id as "consentRequestId", v.why,
  v.signed_at as "signedAt", v.signed_by as "signedById", s.name as "signedBy"`)

type VersionRow = Omit<PlanVersion, 'alsoReviewAfter' | 'perWeekMost' | 'spray' | 'infusionMinutes'> & {
  perWeekMost: number | null
  spray: Spray | null
  infusionMinutes: number | null
}

const versionFrom = ({ perWeekMost, spray, infusionMinutes, ...row }: VersionRow): PlanVersion => ({
  ...row,
  alsoReviewAfter: row.reviewAfter,
  ...(perWeekMost === null ? {} : { perWeekMost }),
  ...(spray === null ? {} : { spray }),
  ...(infusionMinutes === null ? {} : { infusionMinutes }),
})

type NewestRow = VersionRow & Pick<Plan, 'route' | 'patientId' | 'madeAt'> & { reviews: Reviewed[] }

const signedFrom = ({ route, madeAt, reviews, patientId, ...rest }: NewestRow): Signed => ({
  plan: { id: rest.planId, route, patientId, madeAt },
  version: versionFrom(rest),
  reviews,
})

/** Of the plan `p`: every decision, newest first. */
const reviewsOfPlan = sql`
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'point', r.point, 'afterSession', r.after_session,
          'decision', r.decision, 'reason', r.reason, 'decidedAt', ${sql.instant('r.decided_at')}, 'decidedBy', t.name)
          order by r.decided_at desc, r.id)
        from plan_review r join staff t on t.clinic_id = r.clinic_id and t.id = r.decided_by
        where r.clinic_id = p.clinic_id and r.plan_id = p.id), '[]') as reviews`

/** Whether the plan `p` was stopped. */
const stoppedPlan = sql`exists (
      select from plan_review r where r.clinic_id = p.clinic_id and r.plan_id = p.id and r.decision = 'stop')`

/** The plan that counts for a patient, with its newest version and its reviews. Only `in force` lets a session be booked. One statement. */
export const planInForce = async (q: Query, patientId: string): Promise<PlanInForce> => {
  const row = await q.maybe<NewestRow>(sql`
    select p.route, p.patient_id as "patientId", p.made_at as "madeAt", ${versionColumns},
      ${reviewsOfPlan}
    from plan p
    join plan_version v on v.clinic_id = p.clinic_id and v.plan_id = p.id
    join staff s on s.clinic_id = v.clinic_id and s.id = v.signed_by
    where p.patient_id = ${patientId}
    order by ${stoppedPlan}, p.made_at desc, v.number desc limit 1`)
  if (!row) return { state: 'none', inForce: false, because: says.none }
  const found = signedFrom(row)
  const stop = found.reviews.find(({ decision }) => decision === 'stop')
  return stop
    ? { state: 'stopped', inForce: false, because: says.stopped(stop.decidedBy), ...found }
    : { state: 'in force', inForce: true, because: says.inForce(row.number, row.signedBy), ...found }
}

/** A plan in force as a list of them needs it: whose it is, and the sessions booked under it. */
export type Going = Signed & { patientName: string; patientNumber: number; sessions: PlanSession[] }

/** Every plan of the clinic that is in force, in two statements. */
export const listGoing = async (q: Query): Promise<Going[]> => {
  const [plans, sessions] = await Promise.all([
    q.all<NewestRow & Pick<Going, 'patientName' | 'patientNumber'>>(sql`
      select distinct on (p.id) p.route, p.patient_id as "patientId", p.made_at as "madeAt", ${versionColumns},
        ${reviewsOfPlan}, n.display_name as "patientName", n.number as "patientNumber"
      from plan p
      join plan_version v on v.clinic_id = p.clinic_id and v.plan_id = p.id
      join staff s on s.clinic_id = v.clinic_id and s.id = v.signed_by
      join patient_now n on n.clinic_id = p.clinic_id and n.id = p.patient_id
      where not ${stoppedPlan} order by p.id, v.number desc`),
    listSessionsUnder(q, sql`s.plan_id in (select p.id from plan p where not ${stoppedPlan})`),
  ])
  const under = Map.groupBy(sessions, ({ planId }) => planId)
  return plans.map(({ patientName, patientNumber, ...row }) => ({
    ...signedFrom(row),
    patientName,
    patientNumber,
    sessions: under.get(row.planId) ?? [],
  }))
}

/** Every version of a plan, newest first. */
export const listVersions = async (q: Query, planId: string): Promise<PlanVersion[]> =>
  (
    await q.all<VersionRow>(sql`
      select ${versionColumns} from plan_version v
      join staff s on s.clinic_id = v.clinic_id and s.id = v.signed_by
      where v.plan_id = ${planId} order by v.number desc`)
  ).map(versionFrom)

/**
 * The sessions booked under plans; days are the clinic's. A dose counts as it stands after its corrections, and one that
 * was withdrawn was never given, nor was one of which it is known that the patient had nothing.
 * @param of which sessions, called `s`
 */
const listSessionsUnder = (q: Query, of: Statement): Promise<(PlanSession & { planId: string })[]> =>
  q.all(sql`
    with recursive ${standingDoses(of)}
    select s.id, s.plan_id as "planId", (s.booked_for at time zone c.time_zone)::date as "bookedOn",
           s.ended_at is not null as ended, (d.at at time zone c.time_zone)::date as "dosedOn",
           d.at is null and exists (select from recorded r where r.session_id = s.id) as "nothingHad"
    from session s
    join clinic c on c.clinic_id = s.clinic_id
    left join dose d on d.session_id = s.id
    where ${of} order by s.booked_for`)

export const listPlanSessions = (q: Query, planId: string): Promise<PlanSession[]> =>
  listSessionsUnder(q, sql`s.plan_id = ${planId}`)

type Counts = Pick<Signed, 'version' | 'reviews'>

/** Where a patient is in the course of a plan, on a day of the clinic. */
export const courseOf = async (q: Query, { version, reviews }: Counts, today: Day): Promise<Course> =>
  course(version, await listPlanSessions(q, version.planId), reviews, today)

/** The same without what is booked: it is the same on any day. */
export const progressOf = async (q: Query, { version, reviews }: Counts): Promise<Progress> =>
  progress(version, await listPlanSessions(q, version.planId), reviews)

/** A plan that is over: what it prescribed, as it was last signed and before, and why it ended. */
export type StoppedPlan = Plan & { versions: PlanVersion[]; reviews: Reviewed[] }

/** Plans of a patient that were stopped, newest first, to be read as whole as they were. */
export const listStoppedPlans = async (q: Query, patientId: string): Promise<StoppedPlan[]> => {
  const [plans, versions] = await Promise.all([
    q.all<Plan & { reviews: Reviewed[] }>(sql`
      select p.id, p.route, p.patient_id as "patientId", p.made_at as "madeAt", ${reviewsOfPlan}
      from plan p
      where p.patient_id = ${patientId} and ${stoppedPlan}
      order by p.made_at desc`),
    q.all<VersionRow>(sql`
      select ${versionColumns} from plan_version v
      join plan p on p.clinic_id = v.clinic_id and p.id = v.plan_id
      join staff s on s.clinic_id = v.clinic_id and s.id = v.signed_by
      where p.patient_id = ${patientId} order by v.number desc`),
  ])
  return plans.map((plan) => ({
    ...plan,
    versions: versions.filter(({ planId }) => planId === plan.id).map(versionFrom),
  }))
}
