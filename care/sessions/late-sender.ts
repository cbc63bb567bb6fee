import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { closeAlerts, raiseAlert } from '../../clinic/safety/changes.ts'
import { stillOpen } from '../../clinic/safety/open.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Database, Query, Tx } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import type { Route } from '../../science/decide.ts'
import type { ObservationKind } from '../../science/routes/protocol.ts'
import { Day, type Instant } from '../../science/time.ts'
import { answerWithin } from './alerts.ts'
import type { SessionEvent } from './event.ts'
import { type Late, type LateRule, lateIn, lateRules, type MadeUp, madeUp, nothingLateUntil } from './late.ts'
import { protocolFor } from './protocol.ts'
import { clinicOf } from './queries.ts'
import { sessionFrom } from './session.ts'

type Watched = { id: string; patientId: string; responsibleId: string; route: Route }
type Raised = { sessionId: string; rule: LateRule; dueAt: Instant; missing: ObservationKind[]; open: boolean }
type Work = Watched & { raise: Late[]; close: (MadeUp & { rule: LateRule })[] }

const rules = Object.values(lateRules)

/** Sessions in which something was given and that have not ended, and ended ones with such an alert still open. */
const listWatched = (q: Query): Promise<Watched[]> =>
  q.all<Watched>(sql`
    select s.id, s.patient_id as "patientId", s.responsible_id as "responsibleId", s.route from session s
    where s.ended_at is null and exists (
        select from session_event e where e.clinic_id = s.clinic_id and e.session_id = s.id and e.kind = 'dose')
      or exists (
        select from alert a where a.clinic_id = s.clinic_id and a.about_kind = 'session' and a.about_id = s.id
          and a.rule_id = any(${rules}) and ${stillOpen})`)

/**
 * The logs as far as lateness is read from them: no words, no origins of values, no findings, none of the other entries.
 * Sixty rooms have thousands of sets by the evening, and this is asked every twenty seconds.
 */
const listForLateness = async (q: Query, sessionIds: readonly string[]): Promise<Map<string, SessionEvent[]>> => {
  const events = await q.all<SessionEvent>(sql`
    select e.id, e.session_id as "sessionId", e.kind, e.happened_at as "happenedAt", e.recorded_at as "recordedAt",
           e.recorded_by as "recordedBy", e.data - ${unread}::text[] as data, e.corrects, e.seq
    from session_event e
    where e.session_id = any(${sessionIds}::uuid[])
      and e.kind in ('vitals', 'dose', 'infusion changed', 'lozenge ended', 'decided', 'released', 'stopped', 'correction')
    order by e.seq`)
  return Map.groupBy(events, ({ sessionId }) => sessionId)
}
const unread = ['words', 'devices', 'confirmed', 'findings', 'answers', 'criteria']

/** How many entries of each session are no set of observations; none is ever taken away, so the count tells of each new one. */
const listChanged = async (q: Query, sessionIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = await q.all<{ sessionId: string; entries: number }>(sql`
    select e.session_id as "sessionId", count(*) as entries from session_event e
    where e.session_id = any(${sessionIds}::uuid[]) and e.kind <> 'vitals' group by e.session_id`)
  return new Map(rows.map(({ sessionId, entries }) => [sessionId, entries]))
}

/**
 * Which logs need not be read again yet, by session: until then nothing can be late, unless an entry that is no set of
 * observations came (`changed`), or the clinic set other limits. Known to this process only: after a start all are read.
 */
type Looked = Map<string, { at: Instant; until: Instant; changed: number | undefined; limits: string }>
const lookedAt = new WeakMap<Database, Map<string, Looked>>()
const lookedIn = (db: Database, clinicId: string): Looked => {
  const clinics = lookedAt.get(db) ?? new Map<string, Looked>()
  lookedAt.set(db, clinics)
  const looked = clinics.get(clinicId) ?? new Map()
  clinics.set(clinicId, looked)
  return looked
}

const listRaised = (q: Query, sessionIds: readonly string[]): Promise<Raised[]> =>
  q.all<Raised>(sql`
    select a.about_id as "sessionId", a.rule_id as rule, a.inputs ->> 'dueAt' as "dueAt", a.inputs -> 'missing' as missing,
           ${stillOpen} as open
    from alert a
    where a.about_kind = 'session' and a.about_id = any(${sessionIds}::uuid[]) and a.rule_id = any(${rules})`)

/** Told once, and not again while somebody is still called for the same patient. */
const isTold = (raised: readonly Raised[], sessionId: string, late: Late): boolean =>
  raised.some((one) => one.sessionId === sessionId && one.rule === late.rule && (one.open || one.dueAt >= late.dueAt))

const listWork = async (q: Query, now: Instant, looked: Looked): Promise<Work[]> => {
  const watched = await listWatched(q)
  if (watched.length === 0) return []
  const ids = watched.map(({ id }) => id)
  const [raised, changed, { policy, timeZone }] = await Promise.all([
    listRaised(q, ids),
    listChanged(q, ids),
    clinicOf(q),
  ])
  const limits = JSON.stringify(policy)
  for (const id of looked.keys()) if (!changed.has(id)) looked.delete(id)
  const toLook = watched.filter(({ id }) => {
    const before = looked.get(id)
    const quiet =
      before &&
      before.limits === limits &&
      before.changed === changed.get(id) &&
      before.at <= now &&
      now <= before.until
    return !quiet || raised.some(({ sessionId, open }) => open && sessionId === id)
  })
  if (toLook.length === 0) return []
  const logs = await listForLateness(
    q,
    toLook.map(({ id }) => id),
  )
  const today = Day.parse(dayIn(timeZone, now))
  return toLook
    .map((one): Work => {
      const protocol = protocolFor(one.route, policy)
      const session = sessionFrom(logs.get(one.id) ?? [])
      const mine = raised.filter(({ sessionId, open }) => open && sessionId === one.id)
      const work = {
        ...one,
        raise: lateIn(protocol, session, { now, today }).filter((late) => !isTold(raised, one.id, late)),
        close: mine.flatMap((alert) => {
          const made = madeUp(protocol, session, alert)
          return made ? [{ ...made, rule: alert.rule }] : []
        }),
      }
      // What is to be done may fail, and an open alert may be closed by hand with the next thing late behind it: then the next
      // round reads it again.
      const until = nothingLateUntil(protocol, session, now)
      if (until && work.raise.length + mine.length === 0)
        looked.set(one.id, { at: now, until, changed: changed.get(one.id), limits })
      else looked.delete(one.id)
      return work
    })
    .filter(({ raise, close }) => raise.length + close.length > 0)
}

/**
 * Notices what did not happen: an observation that is overdue, a pressure at 40 minutes that nobody recorded. Read from
 * the logs, so that nothing is forgotten while the server was down, and from those only in which something can be late. An alert closes with the entry that makes up
 * for it, in the name of whoever made it; without one it stays until somebody writes why.
 * @returns how many were raised
 */
export const watchForLate = async (
  { db, clock }: { db: Database; clock: () => Instant },
  clinicId: string,
): Promise<number> => {
  const now = clock()
  const work = await reading(db, { clinicId }, (q) => listWork(q, now, lookedIn(db, clinicId)))
  let raised = 0
  for (const one of work) {
    const detail = { raised: one.raise.map(({ rule }) => rule), closed: one.close.map(({ rule }) => rule) }
    const subject = { kind: 'session', id: one.id }
    const act = { clinicId, actor: system, action: 'sessions.late', at: now, subject, patientId: one.patientId, detail }
    await audited(db, act, async (tx) => {
      // Two servers make their rounds on one database: the second sees what the first has raised.
      await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${one.id}::text, 19))`)
      raised += await doWork(tx, one, now)
    })
  }
  return raised
}

const doWork = async (tx: Tx, { id, patientId, responsibleId: ownerId, raise, close }: Work, now: Instant) => {
  for (const { rule, by, words } of close) {
    await closeAlerts(tx, { about: id, rules: [rule], byId: by, words, now })
  }
  const there = await listRaised(tx, [id])
  const fresh = raise.filter((late) => !isTold(there, id, late))
  for (const { rule: ruleId, dueAt, missing, says, source } of fresh) {
    const about = { kind: 'session', id }
    const alert = { patientId, ruleId, level: 'high', about, says, source, now, ownerId } as const
    await raiseAlert(tx, { ...alert, dueMinutes: answerWithin.high, inputs: { dueAt, missing } })
  }
  return fresh.length
}
