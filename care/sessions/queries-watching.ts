import { stillOpen } from '../../clinic/safety/open.ts'
import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { hasArrived } from './arrived.ts'
import type { SessionRow } from './queries.ts'
import { findStandingOf } from './queries-standing.ts'
import type { Waiting } from './waiting.ts'
import { mostAtOnce, type Stretch, type Watching, watchLimit } from './watching.ts'

/** Whom this person watches now: everybody of theirs who has arrived and not left., this session counted. */
export const findWatchingNow = async (
  q: Query,
  { staffId, name, policy, sessionId }: { staffId: string; name: string; policy: unknown; sessionId: string },
): Promise<Watching> => {
  const { others } = await q.one<{ others: number }>(sql`
    select count(*) as others from session s
    where s.responsible_id = ${staffId} and s.ended_at is null and s.id <> ${sessionId} and ${hasArrived}`)
  return { name, count: others + 1, limit: watchLimit(policy) }
}

/** The most patients this person would watch at once in a stretch of time. Who is still here has not left on time. */
export const findWatchingThen = async (
  q: Query,
  {
    staffId,
    name,
    policy,
    slot,
    not,
    now,
  }: { staffId: string; name: string; policy: unknown; slot: Stretch; not?: string; now: Instant },
): Promise<Watching> => {
  const others = await q.all<Stretch>(sql`
    select s.booked_for as "from", case when ${hasArrived} then greatest(s.ends_at, ${now}) else s.ends_at end as "until"
    from session s
    where s.responsible_id = ${staffId} and s.ended_at is null and s.id is distinct from ${not ?? null}::uuid
      and s.booked_for < ${slot.until} and (s.ends_at > ${slot.from} or ${hasArrived})`)
  return { name, count: mostAtOnce(slot, others), limit: watchLimit(policy) }
}

/** What must stand before this session's dose, and whether whoever is responsible has too many patients at once. */
export const findStandingHere = async (q: Query, row: SessionRow, policy: unknown, now: Instant) => {
  const { id: sessionId, responsibleId: staffId, responsibleName: name } = row
  const [{ standing, plan }, watching, waiting] = await Promise.all([
    findStandingOf(q, row.patientId, row.route, now, sessionId),
    findWatchingNow(q, { staffId, name, policy, sessionId }),
    listWaiting(q, row),
  ])
  return { standing: { ...standing, watching, waiting }, plan }
}

/**
 * Alerts about this patient's answers, wherever they were given, and about a suicide screen of another session; what the
 * session itself asked is its own gate's. One that is closed counts until a prescriber has signed: closed it, or cleared a
 * session since.
 */
export const listWaiting = (
  q: Query,
  { id: sessionId, patientId }: Pick<SessionRow, 'id' | 'patientId'>,
): Promise<Waiting[]> =>
  q.all<Waiting>(sql`
    select a.rule_id as rule, a.level, a.says, a.raised_at as "raisedAt" from alert a
    where a.patient_id = ${patientId}
      and (a.about_kind in ('response', 'link') or (a.about_kind = 'session' and a.rule_id = 'S6' and a.about_id <> ${sessionId}))
      and (${stillOpen} or not (${signedFor})) order by a.raised_at, a.id`)

const signedFor = sql`
  exists (select from alert_event c join staff w on w.clinic_id = c.clinic_id and w.id = c.by_id
    where c.clinic_id = a.clinic_id and c.alert_id = a.id and c.kind = 'close' and 'prescriber' = any(w.roles))
  or exists (select from session_event e join session s on s.clinic_id = e.clinic_id and s.id = e.session_id
    where s.clinic_id = a.clinic_id and s.patient_id = a.patient_id and e.kind = 'cleared' and e.recorded_at > a.raised_at)`
