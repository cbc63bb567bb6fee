import { knowledge, type Row, standing } from '../../clinic/records/fact.ts'
import type { FactOf, NoneKnownAbout } from '../../clinic/records/kinds.ts'
import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import type { Answers } from '../../science/instruments/instrument.ts'
import type { Day, Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { type Answered, type Basis, findingsFrom, type NotPossible, pregnancyNotPossible } from './basis.ts'
import { type Determination, listsSeen } from './determination.ts'
import type { Entries, EntryKind, EntryOf } from './entry.ts'
import { type InForce, inForce } from './in-force.ts'

export type EvaluationNow = { id: string; startedAt: Instant; startedBy: string }

type Packed = {
  today: Day
  birthDate: Day
  evaluation: EvaluationNow | null
  answers: Answered[] | null
  problem: Row<FactOf<'problem'>>[] | null
  medicine: Row<FactOf<'medicine'>>[] | null
  allergy: Row<FactOf<'allergy'>>[] | null
  none: { about: NoneKnownAbout; recordedAt: Instant; recordedBy: string }[] | null
  entries: (Row<object> & { kind: EntryKind; content: object })[] | null
  asq: { answers: Answers; answeredAt: Instant; by: string } | null
  determination: Determination | null
}

const rows = (kind: 'problem' | 'medicine' | 'allergy', properties: string, patientId: string) => sql`
  (select jsonb_agg(jsonb_build_object('id', f.id, 'change', f.change, 'corrects', f.corrects, 'why', f.why,
     'recordedAt', ${sql.instant('f.recorded_at')}, 'recordedBy', s.name, ${sql.raw(properties)}) order by f.recorded_at, f.id)
   from ${sql.raw(kind)} f join staff s on s.clinic_id = f.clinic_id and s.id = f.recorded_by
   where f.patient_id = ${patientId}) as ${sql.raw(kind)}`

const determinationJson = sql`
  jsonb_build_object('id', d.id, 'evaluationId', d.evaluation_id, 'route', d.route, 'outcome', d.outcome,
         'reasons', d.reasons, 'findings', d.findings, 'addressed', d.addressed, 'lists', d.lists,
         'needsConfirmation', d.needs_confirmation, 'replaces', d.replaces, 'reevaluateBy', d.reevaluate_by, 'at', ${sql.instant('d.decided_at')},
         'by', s.name, 'byId', d.decided_by,
         'confirmation', (select jsonb_build_object('answer', k.answer, 'reason', k.reason, 'bySamePerson',
             k.by_same_person, 'at', ${sql.instant('k.confirmed_at')}, 'by', ks.name, 'byId', k.confirmed_by)
           from determination_confirmation k
           join staff ks on ks.clinic_id = k.clinic_id and ks.id = k.confirmed_by
           where k.clinic_id = d.clinic_id and k.determination_id = d.id))`

/** The open evaluation of a patient with all that findings are derived from, in one statement. */
export const findStanding = async (q: Query, patientId: string, route: Route, now: Instant) => {
  const row = await q.maybe<Packed>(sql`
    with open as (
      select e.id, e.started_at, e.started_by from evaluation e where e.patient_id = ${patientId} and e.closed_at is null
    )
    select (${now}::timestamptz at time zone c.time_zone)::date as today, p.birth_date as "birthDate",
      (select jsonb_build_object('id', o.id, 'startedAt', ${sql.instant('o.started_at')}, 'startedBy', s.name)
       from open o join staff s on s.id = o.started_by) as evaluation,
      (select jsonb_agg(jsonb_build_object('id', f.id, 'key', f.key, 'value', f.value, 'confirmed', f.confirmed,
         'recordedAt', ${sql.instant('f.recorded_at')}, 'recordedBy', s.name))
       from (select distinct on (v.key) v.* from evaluation_fact v join open o on o.id = v.evaluation_id
             order by v.key, v.seq desc) f
       join staff s on s.clinic_id = f.clinic_id and s.id = f.recorded_by) as answers,
      ${rows('problem', `'words', f.words, 'code', f.code, 'status', f.status, 'onset', f.onset`, patientId)},
      ${rows(
        'medicine',
        `'name', f.name, 'dose', f.dose, 'frequency', f.frequency, 'prescriber', f.prescriber,
        'started', f.started, 'stopped', f.stopped, 'classes', f.classes`,
        patientId,
      )},
      ${rows('allergy', `'substance', f.substance, 'reaction', f.reaction, 'severity', f.severity`, patientId)},
      (select jsonb_agg(jsonb_build_object('about', n.about, 'recordedAt', ${sql.instant('n.recorded_at')}, 'recordedBy', s.name))
       from none_known n join staff s on s.clinic_id = n.clinic_id and s.id = n.recorded_by
       where n.patient_id = ${patientId}) as none,
      (select jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'change', n.change, 'corrects', n.corrects,
         'why', n.why, 'content', n.content, 'recordedAt', ${sql.instant('n.recorded_at')}, 'recordedBy', s.name)
         order by n.recorded_at, n.id)
       from evaluation_entry n join open o on o.id = n.evaluation_id
       join staff s on s.clinic_id = n.clinic_id and s.id = n.recorded_by) as entries,
      (select jsonb_build_object('answers', r.answers, 'answeredAt', ${sql.instant('r.answered_at')}, 'by', coalesce(s.name, ''))
       from response_standing r join open o on o.id = r.context_id
       left join staff s on s.clinic_id = r.clinic_id and s.id = r.answered_by
       where r.patient_id = ${patientId} and r.context_kind = 'evaluation' and r.instrument = 'asq'
       order by r.answered_at desc, r.recorded_at desc limit 1) as asq,
      (select ${determinationJson}
       from determination d join staff s on s.clinic_id = d.clinic_id and s.id = d.decided_by
       where d.patient_id = ${patientId} and d.route = ${route}
         and not exists (select from determination n where n.clinic_id = d.clinic_id and n.replaces = d.id)) as determination
    from clinic c, patient_now p where p.id = ${patientId}`)
  return row ? unpacked(row) : undefined
}

const unpacked = (row: Packed) => {
  const none = (about: NoneKnownAbout) =>
    row.none
      ?.filter((said) => said.about === about)
      .sort(byTime)
      .at(-1)
  const list = <Content>(packed: Row<Content>[] | null, about: NoneKnownAbout) => {
    const facts = standing(packed ?? [])
    return { facts, known: knowledge(facts, none(about)) }
  }
  const basis: Basis = {
    today: row.today,
    birthDate: row.birthDate,
    answers: row.answers ?? [],
    lists: {
      problem: list(row.problem, 'problem'),
      medicine: list(row.medicine, 'medicine'),
      allergy: list(row.allergy, 'allergy'),
    },
    entries: { trial: entries(row, 'trial'), result: entries(row, 'result'), pdmp: entries(row, 'pdmp') },
    asq: row.asq ?? undefined,
  }
  return { evaluation: row.evaluation ?? undefined, basis, determination: row.determination ?? undefined }
}

const entries = <K extends EntryKind>({ entries }: Packed, kind: K): Entries[K] =>
  standing(
    (entries ?? [])
      .filter((row) => row.kind === kind)
      .map(({ kind: _, content, ...row }) => ({ ...content, ...row }) as Row<EntryOf<K>>),
  ) as Entries[K]

const byTime = (a: { recordedAt: string }, b: { recordedAt: string }): number => (a.recordedAt < b.recordedAt ? -1 : 1)

/**
 * What the prescriber's determination for this route is worth at this moment, derived from the facts as they are now.
 * Plans and sessions hold unless the state is `in force`, and show `because`. One statement.
 */
export const determinationInForce = async (
  q: Query,
  patientId: string,
  route: Route,
  now: Instant,
): Promise<InForce & { notPossible?: NotPossible }> => {
  const found = await findStanding(q, patientId, route, now)
  if (!found) return { state: 'none', because: [says.noSuchPatient] }
  const { evaluation, basis, determination } = found
  const findings = findingsFrom(basis, route)
  const notPossible = pregnancyNotPossible(findings)
  return {
    ...inForce(determination, evaluation?.id, findings, listsSeen(basis.lists)),
    ...(notPossible ? { notPossible } : {}),
  }
}

export type AnswerVersion = Answered & { corrects: string | null }

/** Every answer ever given in this evaluation, oldest first. */
export const listAnswers = (q: Query, evaluationId: string): Promise<AnswerVersion[]> =>
  q.all<AnswerVersion>(sql`
    select f.id, f.key, f.value, f.confirmed, f.corrects, f.recorded_at as "recordedAt", s.name as "recordedBy"
    from evaluation_fact f join staff s on s.clinic_id = f.clinic_id and s.id = f.recorded_by
    where f.evaluation_id = ${evaluationId} order by f.seq`)

/** Every determination for this route, newest first, with its confirmation. */
export type PastDetermination = Omit<Determination, 'findings' | 'lists' | 'byId'> & {
  findings: Determination['findings']
}
export const listDeterminations = (q: Query, patientId: string, route: Route): Promise<PastDetermination[]> =>
  q.all<PastDetermination>(sql`
    select d.id, d.evaluation_id as "evaluationId", d.route, d.outcome, d.reasons, d.findings, d.addressed,
           d.needs_confirmation as "needsConfirmation", d.replaces, d.reevaluate_by as "reevaluateBy", d.decided_at as at, s.name as by,
           (select jsonb_build_object('answer', k.answer, 'reason', k.reason, 'bySamePerson', k.by_same_person,
              'at', ${sql.instant('k.confirmed_at')}, 'by', ks.name, 'byId', k.confirmed_by)
            from determination_confirmation k
            join staff ks on ks.clinic_id = k.clinic_id and ks.id = k.confirmed_by
            where k.clinic_id = d.clinic_id and k.determination_id = d.id) as confirmation
    from determination d join staff s on s.clinic_id = d.clinic_id and s.id = d.decided_by
    where d.patient_id = ${patientId} and d.route = ${route} order by d.decided_at desc, d.id`)

/** The newest determination of each route for which there is one. */
export const listNewestDeterminations = async (q: Query, patientId: string): Promise<Determination[]> => {
  const rows = await q.all<{ made: Determination }>(sql`
    select ${determinationJson} as made
    from determination d join staff s on s.clinic_id = d.clinic_id and s.id = d.decided_by
    where d.patient_id = ${patientId}
      and not exists (select from determination n where n.clinic_id = d.clinic_id and n.replaces = d.id)`)
  return rows.map(({ made }) => made)
}

export type ResponseLine = {
  id: string
  instrument: string
  answers: Answers
  score: number | null
  lowest: number | null
  highest: number | null
  missing: number
  answeredAt: Instant
}

/** Questionnaires answered in this evaluation, newest first. */
export const listResponses = (q: Query, evaluationId: string): Promise<ResponseLine[]> =>
  q.all<ResponseLine>(sql`
    select r.id, r.instrument, r.answers, r.score, r.lowest, r.highest, r.missing, r.answered_at as "answeredAt"
    from response_standing r where r.context_kind = 'evaluation' and r.context_id = ${evaluationId}
    order by r.answered_at desc, r.recorded_at desc`)

/** Whether somebody else here could confirm it: another active prescriber. */
export const hasAnotherPrescriber = async (q: Query, notThisOne: string): Promise<boolean> =>
  (
    await q.one<{ there: boolean }>(sql`
    select exists (select from staff where active and 'prescriber' = any(roles) and id <> ${notThisOne}) as there`)
  ).there
