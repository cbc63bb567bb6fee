import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import type { Means } from './said.ts'

/** What a number said last that counts, and who heard it. */
export type Stopped = { at: Instant; how: 'reply' | 'patient' | 'staff'; by: string }

/** Since when this number wants no text messages; undefined while it never said so, or took it back. */
export const findStopped = (q: Query, number: string): Promise<Stopped | undefined> =>
  q.maybe<Stopped>(sql`
    select t.at, case when t.gateway_id is not null then 'reply' when t.link_id is not null then 'patient' else 'staff' end as how,
           coalesce(s.name, '') as by
    from texts_stopped t left join staff s on s.clinic_id = t.clinic_id and s.id = t.staff_id
    where t.number = ${number}`)

export type TextSaid = { id: string; means: Means; words: string | null; at: Instant; how: Stopped['how']; by: string }

/** Everything a number ever said about text messages, newest first. */
export const listSaid = (q: Query, number: string): Promise<TextSaid[]> =>
  q.all<TextSaid>(sql`
    select t.id, t.means, t.words, t.at,
           case when t.gateway_id is not null then 'reply' when t.link_id is not null then 'patient' else 'staff' end as how,
           coalesce(s.name, '') as by
    from text_said t left join staff s on s.clinic_id = t.clinic_id and s.id = t.staff_id
    where t.number = ${number} order by t.seq desc limit 50`)

/** Whose number it is here: a family may share one. */
export const listWithNumber = (q: Query, number: string): Promise<{ id: string }[]> =>
  q.all<{ id: string }>(sql`select id from patient_now where phone_digits = ${number} order by registered_at, id`)

/** A patient's number as its digits; empty where none is on record. */
export const findNumber = async (q: Query, patientId: string): Promise<string> =>
  (await q.maybe<{ digits: string }>(sql`select phone_digits as digits from patient_now where id = ${patientId}`))
    ?.digits ?? ''
