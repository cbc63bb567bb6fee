import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import type { ReleaseRequest } from './release.ts'
import type { sendWays } from './requests.ts'

type Row = Omit<ReleaseRequest, 'aside'> & {
  rendered: string
  textHash: string
  asideWords: string
  asideAt: Instant | null
  asideBy: string
}

const requests = sql`
  select r.id, r.form, r.recipient_id as "recipientId", r.contents, r.purposes, r.valid_until as "until", r.at,
         s.name as by, r.rendered, r.text_hash as "textHash", a.words as "asideWords", a.at as "asideAt",
         b.name as "asideBy"
  from release_request r
  join staff s on s.clinic_id = r.clinic_id and s.id = r.by_id
  left join release_request_set_aside a on a.clinic_id = r.clinic_id and a.request_id = r.id
  left join staff b on b.clinic_id = a.clinic_id and b.id = a.by_id`

const requestFrom = ({ asideWords, asideAt, asideBy, ...row }: Row) => ({
  ...row,
  aside: asideAt === null ? null : { words: asideWords, at: asideAt, by: asideBy },
})

/** What was put before a patient and not signed, oldest first: set aside or not. */
export const listUnsigned = async (q: Query, patientId: string): Promise<ReleaseRequest[]> => {
  const rows = await q.all<Row>(sql`
    ${requests} where r.patient_id = ${patientId}
      and not exists (select from release x where x.clinic_id = r.clinic_id and x.id = r.id) order by r.seq`)
  return rows.map((row) => {
    const { rendered: _, textHash: __, ...request } = requestFrom(row)
    return request
  })
}

export type WithText = ReleaseRequest & { rendered: string; textHash: string }

export const findRequest = async (q: Query, patientId: string, id: string): Promise<WithText | undefined> => {
  const row = await q.maybe<Row>(sql`${requests} where r.patient_id = ${patientId} and r.id = ${id}`)
  return row && requestFrom(row)
}

export type Reach = { email: string; phone: string; reachBy: string[] }

/** How the patient said they may be reached. */
export const findReach = (q: Query, patientId: string): Promise<Reach | undefined> =>
  q.maybe<Reach>(sql`select email, phone, reach_by as "reachBy" from patient_now where id = ${patientId}`)

/** Where to, by that way; undefined when the patient has not agreed to it. Nobody asked counts as no. */
export const addressFor = (
  how: Exclude<(typeof sendWays)[number], 'tablet'>,
  { email, phone, reachBy }: Reach,
): string | undefined => (reachBy.includes(how) ? (how === 'mail' ? email : phone) || undefined : undefined)
