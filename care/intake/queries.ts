import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import type { Answer } from './standing.ts'

export type Intake = { id: string; patientId: string; askedAt: Instant; askedBy: string; doneAt: Instant | null }

const columns = sql`
  i.id, i.patient_id as "patientId", i.asked_at as "askedAt", s.name as "askedBy",
  (select max(d.done_at) from intake_done d where d.clinic_id = i.clinic_id and d.intake_id = i.id) as "doneAt"`

/** An intake is closed with the evaluation that came after it: a new course of treatment asks anew. */
const open = sql`not exists (
  select from evaluation e where e.clinic_id = i.clinic_id and e.patient_id = i.patient_id and e.closed_at >= i.asked_at)`

/** The intake of the course that a patient is in, or comes for; undefined when nobody has asked. */
export const findIntake = (q: Query, patientId: string): Promise<Intake | undefined> =>
  q.maybe<Intake>(sql`
    select ${columns} from intake i join staff s on s.clinic_id = i.clinic_id and s.id = i.asked_by
    where i.patient_id = ${patientId} and ${open} order by i.asked_at desc, i.id limit 1`)

/** The intake that a link was made for, while it is open. */
export const findIntakeOfLink = (q: Query, linkId: string): Promise<Intake | undefined> =>
  q.maybe<Intake>(sql`
    select ${columns} from patient_link l
    join intake i on i.clinic_id = l.clinic_id and i.id = l.subject_id
    join staff s on s.clinic_id = i.clinic_id and s.id = i.asked_by
    where l.id = ${linkId} and l.purpose = 'intake' and ${open}`)

type Row = Omit<Answer, 'confirmed' | 'from'> & {
  via: 'self' | 'referral' | null
  became: NonNullable<Answer['confirmed']>['became'] | null
  becameId: string | null
  changed: boolean | null
  by: string | null
  at: Instant | null
}

/** Every answer ever given, in the order they were given, with what a clinician made of it. */
export const listIntakeAnswers = async (q: Query, intakeId: string): Promise<Answer[]> => {
  const rows = await q.all<Row>(sql`
    select a.id, a.question, a.entry, a.value, a.answered_at as "answeredAt",
           case when a.request_id is not null then coalesce(w.said->>'via', 'self') end as via,
           c.became, c.became_id as "becameId", c.changed, s.name as by, c.confirmed_at as at
    from intake_answer a
    left join lateral (
      select said from public_request_words p
      where p.clinic_id = a.clinic_id and p.request_id = a.request_id order by p.seq desc limit 1) w on true
    left join intake_confirmation c on c.clinic_id = a.clinic_id and c.answer_id = a.id
    left join staff s on s.clinic_id = c.clinic_id and s.id = c.confirmed_by
    where a.intake_id = ${intakeId} order by a.answered_at, a.seq`)
  return rows.map(({ via, became, becameId, changed, by, at, ...answer }) => ({
    ...answer,
    from: via === 'self' ? 'request' : via,
    confirmed: became && by && at ? { became, becameId, changed: changed === true, by, at } : null,
  }))
}

export type Reach = { reachBy: string[]; phone: string; email: string }

/** How this patient said they may be reached. */
export const findReach = (q: Query, patientId: string): Promise<Reach | undefined> =>
  q.maybe<Reach>(sql`select reach_by as "reachBy", phone, email from patient_now where id = ${patientId}`)

export type Sending = {
  madeAt: Instant
  madeBy: string
  openedAt: Instant | null
  withdrawnAt: Instant | null
  expiresAt: Instant
}

/** The newest link to an intake; never its token. */
export const findSending = (q: Query, intakeId: string): Promise<Sending | undefined> =>
  q.maybe<Sending>(sql`
    select l.made_at as "madeAt", s.name as "madeBy", l.opened_at as "openedAt", l.withdrawn_at as "withdrawnAt",
           l.expires_at as "expiresAt"
    from patient_link l join staff s on s.clinic_id = l.clinic_id and s.id = l.made_by
    where l.purpose = 'intake' and l.subject_id = ${intakeId} order by l.made_at desc, l.id limit 1`)
