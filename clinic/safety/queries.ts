import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import { evidence } from '../../science/evidence.ts'
import type { Instant } from '../../science/time.ts'
import { ended } from '../responses/queries.ts'
import type { Ended } from '../responses/response.ts'
import type { Alert, AlertEvent } from './alert.ts'
import { stillOpen, stillWaits } from './open.ts'
import { bySeverityAndAge, type Standing, standingOf } from './standing.ts'

export type AlertShown = Alert & {
  patientName: string
  /** Empty where none is on record. */
  patientPhone: string
  ownerName: string | null
  events: AlertEvent[]
  standing: Standing
  /** The answers it is about count no more; null where they do, or where it is about something else. */
  answers: Ended | null
}

/**
 * What whoever opens a patient's chart reads of an open alert, therapists of the team too: what was found, since when, and
 * whose it is. What people wrote about it is for those who act on it. `has`: the name of the one person whose it is.
 */
export type AlertOnChart = Pick<
  AlertShown,
  'id' | 'ruleId' | 'level' | 'says' | 'raisedAt' | 'standing' | 'answers'
> & {
  has: string | null
}

type Row = Omit<AlertShown, 'standing'>

const find = (which: Statement) => sql`
  select a.id, a.patient_id as "patientId", p.display_name as "patientName", p.phone as "patientPhone",
         a.rule_id as "ruleId", a.level, jsonb_build_object('kind', a.about_kind, 'id', a.about_id) as about, a.says, a.source, a.inputs,
         a.raised_at as "raisedAt", a.due_at as "dueAt", a.owner_role as "ownerRole", a.owner_id as "ownerId",
         o.name as "ownerName", coalesce(e.events, '[]') as events, ${ended(sql.raw('a.about_id'))} as answers
  from alert a
  join patient_now p on p.clinic_id = a.clinic_id and p.id = a.patient_id
  left join staff o on o.clinic_id = a.clinic_id and o.id = a.owner_id
  left join lateral (
    select jsonb_agg(jsonb_build_object(
             'id', x.id, 'kind', x.kind, 'at', ${sql.instant('x.at')},
             'byId', x.by_id, 'by', s.name, 'words', x.words, 'toRole', x.to_role, 'toId', x.to_id, 'to', t.name)
           order by x.seq) as events
    from alert_event x
    join staff s on s.clinic_id = x.clinic_id and s.id = x.by_id
    left join staff t on t.clinic_id = x.clinic_id and t.id = x.to_id
    where x.clinic_id = a.clinic_id and x.alert_id = a.id) e on true
  where ${which}
  order by a.raised_at desc, a.id`

const shown = (rows: Row[], now: Instant): AlertShown[] =>
  rows.map((row) => ({ ...worded(row), standing: standingOf(row, row.events, now) })).sort(bySeverityAndAge)

/** An alert raised with the id of a rule alone says what the rule says. */
const worded = (row: Row): Row => {
  const rule = row.says === '' ? rules.get(row.ruleId) : undefined
  return rule ? { ...row, says: rule.says, source: row.source ?? rule.source } : row
}
const rules = new Map(evidence.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry] as const)))

/** What somebody still has to look at, the most serious and oldest first. */
export const listOpenAlerts = async (q: Query, now: Instant): Promise<AlertShown[]> =>
  shown(await q.all<Row>(find(stillOpen)), now)

/** Closed ones go on for years; open ones are never cut short. */
const closedShown = 500

/** Closed ones, the newest first. */
export const listClosedAlerts = async (q: Query, now: Instant): Promise<AlertShown[]> =>
  shown(await q.all<Row>(sql`${find(sql`not (${stillOpen})`)} limit ${closedShown}`), now).sort((a, b) =>
    b.raisedAt.localeCompare(a.raisedAt),
  )

/** One patient's alerts, open and closed. */
export const listAlertsOf = async (q: Query, patientId: string, now: Instant): Promise<AlertShown[]> =>
  shown(await q.all<Row>(find(sql`a.patient_id = ${patientId}`)), now)

/** One patient's alerts that somebody still has to look at. */
export const listOpenAlertsOf = async (q: Query, patientId: string, now: Instant): Promise<AlertShown[]> =>
  shown(await q.all<Row>(find(sql`a.patient_id = ${patientId} and ${stillOpen}`)), now)

/** The same, for the chart. */
export const listAlertsOnChart = async (q: Query, patientId: string, now: Instant): Promise<AlertOnChart[]> =>
  (await listOpenAlertsOf(q, patientId, now)).map((alert) => {
    const { id, ruleId, level, says, raisedAt, standing, answers } = alert
    return { id, ruleId, level, says, raisedAt, standing, answers, has: holderOf(alert) }
  })

const holderOf = ({ standing: { owner }, events, ownerId, ownerName }: AlertShown): string | null => {
  if (owner === 'everyone' || 'role' in owner) return null
  const handed = events.findLast(({ toId }) => toId === owner.staff)?.to
  const acted = events.find(({ byId }) => byId === owner.staff)?.by
  return handed ?? acted ?? (ownerId === owner.staff ? ownerName : null)
}

export const findAlert = async (q: Query, alertId: string, now: Instant): Promise<AlertShown | undefined> =>
  shown(await q.all<Row>(find(sql`a.id = ${alertId}`)), now)[0]

/** Whom something can be handed to: people here who may act on alerts. */
export const listPeopleForAlerts = (
  q: Query,
): Promise<{ id: string; name: string; roles: string[]; email: string }[]> =>
  q.all(sql`select id, name, roles, email from staff
    where active and roles && array['prescriber', 'monitor']::text[] order by name, id`)

export type Waiting = { waiting: number; urgent: number }

/** How many alerts nobody has acknowledged, and how many of them are urgent. */
export const countWaiting = (q: Query): Promise<Waiting> =>
  q.one<Waiting>(sql`
    select count(*) as waiting, count(*) filter (where a.level = 'urgent') as urgent
    from alert a where ${stillWaits}`)
