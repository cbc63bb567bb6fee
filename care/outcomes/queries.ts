import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { listResponses } from '../../clinic/responses/queries.ts'
import type { Response } from '../../clinic/responses/response.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import { houseNumbers } from '../../science/house.ts'
import { nextDay } from '../../science/instruments/next-day.ts'
import { outcomeDefinitions, phq9Outcome } from '../../science/instruments/outcome.ts'
import type { Instant } from '../../science/time.ts'
import { wasDosed } from '../sessions/doses.ts'
import { receivedMgOf, treatedAt } from '../sessions/given.ts'
import { mgOf } from '../sessions/log.ts'
import { listDosing } from '../sessions/queries.ts'
import { sessionFrom } from '../sessions/session.ts'
import { evaluationsDue, sessionsDue } from './ahead.ts'
import { checksDue, type Due, isNear, questionnairesDue, type Sendings, type Treated } from './due.ts'
import { chosen, counts, listBooked, listEvaluated, listSendings, reach } from './queries-of-asking.ts'
import { type AdmissionOnRecord, atOnceOf, type UndatedBehavior } from './queries-of-at-once.ts'
import { definitionsInForce } from './queries-of-definitions.ts'
import { type FollowedRated, ratedByCalendar } from './rated.ts'
import { rhythmOf, scheduled } from './schedule.ts'
import { allSeries, type Series } from './series.ts'

const { followedDays, nextDayCheckHours } = houseNumbers

const person = sql.raw(`${reach.text}, s.id as "sessionId", s.ended_at as "releasedAt"`)

/**
 * Everybody treated in the last days, one row a session. Whoever left against advice or went to emergency care after a
 * dose was treated too, and is the first we want to hear from.
 */
const listTreated = (q: Query, now: Instant): Promise<Treated[]> =>
  q.all<Treated>(sql`
    select ${person},
           (select max(l.made_at) from patient_link l where l.clinic_id = s.clinic_id and l.purpose = 'next-day'
              and l.subject_id = s.id and l.withdrawn_at is null) as "checkAskedAt",
           (select max(r.answered_at) from response_standing r where r.clinic_id = s.clinic_id and r.instrument = ${nextDay.id}
              and r.context_kind = 'next-day' and r.context_id = s.id and ${counts}) as "checkAnsweredAt"
    from session s
    join patient_now p on p.clinic_id = s.clinic_id and p.id = s.patient_id
    ${chosen}
    where ${dosedAndOver('s')} and s.ended_at >= ${now}::timestamptz - make_interval(hours => ${nextDayCheckHours.value})
      and s.ended_at <= ${now}
    order by s.ended_at, s.id`)

/**
 * Everybody treated in the last year or so, once, with the plan, and what was asked and answered when; with `rated` what
 * clinicians rate, too. `only`: of sessions `s`.
 */
export const listFollowed = (
  q: Query,
  now: Instant,
  { rated = false, only = sql`true` }: { rated?: boolean; only?: Statement } = {},
): Promise<FollowedRated[]> =>
  q.all<FollowedRated>(sql`
    with latest as (
      select distinct on (s.patient_id) s.* from session s
      where ${dosedAndOver('s')} and s.ended_at > ${now}::timestamptz - make_interval(days => ${followedDays.value})
        and s.ended_at <= ${now} and ${only}
      order by s.patient_id, s.ended_at desc)
    select ${person},
           case when c.id is null then 'none' when c.stopped then 'stopped' else 'in force' end as plan,
           c.sessions as planned, c.days_between_least as "daysBetweenLeast",
           k.done, k.first as "firstReleasedAt",
           coalesce((select jsonb_object_agg(i.instrument, ${sql.instant('i.at')}) from (
              select a.instrument, r.at
              from unnest(${[...scheduled, 'asq', ...(rated ? ratedByCalendar : [])]}::text[]) a(instrument), lateral (
                select r.answered_at as at from response_standing r where r.clinic_id = s.clinic_id and r.instrument = a.instrument
                  and r.patient_id = s.patient_id and ${counts} order by r.answered_at desc limit 1) r) i), '{}') as answered,
           coalesce((select jsonb_object_agg(i.instrument, ${sql.instant('i.at')}) from (
              select a.instrument, max(l.made_at) as at
              from patient_link l, unnest(case l.purpose when 'phq-9' then array['phq-9'] else l.asks end) a(instrument)
              where l.clinic_id = s.clinic_id and l.patient_id = s.patient_id
                and l.purpose in ('phq-9', 'questionnaires') and l.withdrawn_at is null
              group by a.instrument) i), '{}') as asked,
           (select o.id from staff o where o.clinic_id = s.clinic_id and o.id = c.signed_by and o.active) as "ownerId"
    from latest s
    join patient_now p on p.clinic_id = s.clinic_id and p.id = s.patient_id
    ${chosen}
    left join lateral (
      select n.id, v.sessions, v.days_between_least, v.signed_by,
             exists (select from plan_review w where w.clinic_id = n.clinic_id and w.plan_id = n.id and w.decision = 'stop') as stopped
      from plan n join plan_version v on v.clinic_id = n.clinic_id and v.plan_id = n.id
      where n.clinic_id = s.clinic_id and n.patient_id = s.patient_id
      order by n.made_at desc, v.number desc limit 1) c on true
    cross join lateral (
      select count(*) as done, min(d.ended_at) as first from session d
      where d.clinic_id = s.clinic_id and d.patient_id = s.patient_id and d.plan_id = c.id and ${dosedAndOver('d')}) k
    order by s.ended_at, s.id`)

const dosedAndOver = (session: 's' | 'd') =>
  sql`${sql.raw(session)}.ended_as in ('released', 'stopped') and ${wasDosed(session)}`

/** `unsent`: patients with a link that still waits in the outbox. */
export type DueHere = { due: Due[]; clinic: { name: string; timeZone: string }; unsent?: string[] }

/** What is asked of patients in this clinic and not answered yet, the next days included; the earliest first. */
export const listDue = async (q: Query, now: Instant): Promise<DueHere & { sendings: Map<string, Sendings> }> => {
  const [clinic, treated, followed, booked, evaluated] = await Promise.all([
    findClinic(q),
    listTreated(q, now),
    listFollowed(q, now),
    listBooked(q, now),
    listEvaluated(q, now),
  ])
  if (!clinic) return { due: [], clinic: { name: '', timeZone: 'UTC' }, sendings: new Map() }
  const { name, timeZone } = clinic
  const here = rhythmOf(clinic)
  const others = [
    ...sessionsDue(booked, here, now),
    ...checksDue(treated, here, now),
    ...evaluationsDue(evaluated, here, now),
  ]
  const near = (one: Due): boolean => isNear(one, now)
  // What was sent before is asked of those alone who come next: of whoever never answers it puts the next asking off.
  const next = new Set(
    questionnairesDue(followed, here, now)
      .filter(near)
      .map(({ patientId }) => patientId),
  )
  const named = new Set([...others.filter(near).map(({ patientId }) => patientId), ...next])
  const sendings = await listSendings(q, now, [...named])
  const again = questionnairesDue(
    followed.filter(({ patientId }) => next.has(patientId)),
    here,
    now,
    sendings,
  )
  const due = [...others, ...again].filter(near).sort((a, b) => a.dueAt.localeCompare(b.dueAt))
  return { due, clinic: { name, timeZone }, sendings }
}

/**
 * What was given to one patient in each session, oldest first: corrected as corrected, withdrawn doses left out, and sessions
 * of which it is known that the patient had nothing. Several doses of one session, such as the devices of a spray, are one
 * treatment: from the first of which they had something, their amounts together.
 */
export const listDoses = async (q: Query, patientId: string): Promise<DoseGiven[]> => {
  return [...(await listDosing(q, sql`s.patient_id = ${patientId}`))]
    .flatMap(([sessionId, own]): DoseGiven[] => {
      const session = sessionFrom(own)
      const at = treatedAt(session)
      const first = session.doses.find(({ happenedAt }) => happenedAt === at)
      if (!first) return []
      const { drug, route } = first.data
      const amounts = { mg: mgOf(session.doses), receivedMg: receivedMgOf(session) }
      return [{ id: first.id, sessionId, at: first.happenedAt, drug, ...amounts, route }]
    })
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

export type DoseGiven = {
  id: string
  sessionId: string
  at: Instant
  drug: string
  /** As it was meant to go in. */
  mg: number
  /** What of it the patient had, by the entries; null where it is not known. */
  receivedMg: number | null
  route: Route
}

export type Outcomes = {
  doses: DoseGiven[]
  series: Series[]
  others: Response[]
  admissions: readonly AdmissionOnRecord[]
  undated: readonly UndatedBehavior[]
}

/** How the patient's scores moved around their doses. */
export const readOutcomes = async (q: Query, patientId: string, now: Instant): Promise<Outcomes> => {
  const [responses, doses, { atOnce, admissions, undated }, chosen] = await Promise.all([
    listResponses(q, patientId),
    listDoses(q, patientId),
    atOnceOf(q, patientId),
    definitionsInForce(q),
  ])
  return {
    doses,
    series: allSeries(
      responses.map((one) => ({ ...one, question9: question9Of(one) })),
      { dosedAt: doses.map(({ at }) => at), atOnce },
      now,
      chosen,
    ),
    others: responses.filter(({ instrument }) => !outcomeDefinitions.some((one) => one.instrument === instrument)),
    admissions,
    undated,
  }
}

const question9Of = ({ instrument, answers }: Response): number | null => {
  const said = instrument === phq9Outcome.instrument ? answers['9'] : null
  return typeof said === 'number' ? said : null
}

export const sessionIsOf = async (q: Query, sessionId: string, patientId: string): Promise<boolean> =>
  (await q.maybe(sql`select id from session where id = ${sessionId} and patient_id = ${patientId}`)) !== undefined
