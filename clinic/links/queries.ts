import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Database, Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { hashOf } from '../accounts/secrets.ts'
import { type Link, type Purpose, Token } from './link.ts'

type Row = {
  clinic_id: string
  link_id: string
  patient_id: string
  purpose: Purpose
  subject_id: string | null
  made_at: Instant
  expires_at: Instant
  opened_at: Instant | null
  used_at: Instant | null
  withdrawn_at: Instant | null
}

const linkFrom = (row: Row): Link => ({
  clinicId: row.clinic_id,
  linkId: row.link_id,
  patientId: row.patient_id,
  purpose: row.purpose,
  subjectId: row.subject_id,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  openedAt: row.opened_at,
  usedAt: row.used_at,
  withdrawnAt: row.withdrawn_at,
})

export const tokenIn = (headers: Headers): string | undefined =>
  Token.safeParse(headers.get('x-evenkeel-link') ?? '').data

/**
 * The link behind a token, whatever became of it, and what `more` reads beside it in the same transaction, which is in
 * the link's clinic by then. Undefined when no such link was ever made.
 */
export const lookAtLink = async <More>(
  db: Database,
  headers: Headers,
  more: (q: Query, link: Link) => Promise<More>,
): Promise<{ link: Link; more: More } | undefined> => {
  const token = tokenIn(headers)
  if (!token) return undefined
  const hash = hashOf(token)
  return reading(db, { knock: hash }, async (q) => {
    const row = await q.maybe<Row>(sql`select * from enter_by_link(${hash})`)
    if (!row) return undefined
    const link = linkFrom(row)
    return { link, more: await more(q, link) }
  })
}

export const findLink = async (q: Query, linkId: string): Promise<Link | undefined> => {
  const row = await q.maybe<Row>(sql`
    select clinic_id, id as link_id, patient_id, purpose, subject_id, made_at, expires_at, opened_at, used_at, withdrawn_at
    from patient_link where id = ${linkId}`)
  return row && linkFrom(row)
}

/** What the patient likes to be called. */
export const findName = async (q: Query, patientId: string): Promise<string> => {
  const row = await q.one<{ name: string }>(
    sql`select coalesce(nullif(preferred_name, ''), nullif(given_name, ''), family_name) as name
        from patient_now where id = ${patientId}`,
  )
  return row.name
}

/** The links of one patient, newest first, for the screen that makes and withdraws them. Never the token. */
export const listLinks = async (
  q: Query,
  patientId: string,
): Promise<(Omit<Link, 'clinicId'> & { madeBy: string })[]> => {
  const rows = await q.all<Row & { made_by: string }>(sql`
    select l.clinic_id, l.id as link_id, l.patient_id, l.purpose, l.subject_id, l.made_at, l.expires_at, l.opened_at,
           l.used_at, l.withdrawn_at, coalesce(s.name, 'Evenkeel') as made_by
    from patient_link l left join staff s on s.clinic_id = l.clinic_id and s.id = l.made_by
    where l.patient_id = ${patientId} order by l.made_at desc, l.id limit 50`)
  return rows.map(({ made_by: madeBy, ...row }) => {
    const { clinicId: _, ...link } = linkFrom({ ...row })
    return { ...link, madeBy }
  })
}

/** Which questionnaires a link asks, where it says so itself. */
export const findAsks = async (q: Query, linkId: string): Promise<string[]> =>
  (await q.maybe<{ asks: string[] | null }>(sql`select asks from patient_link where id = ${linkId}`))?.asks ?? []

/** The live link of this patient behind a token, for whoever made it. */
export const findMadeBy = (
  q: Query,
  { patientId, token, madeBy, now }: { patientId: string; token: string; madeBy: string; now: Instant },
): Promise<{ id: string; expiresAt: Instant } | undefined> =>
  q.maybe<{ id: string; expiresAt: Instant }>(sql`
    select id, expires_at as "expiresAt" from patient_link
    where token_hash = ${hashOf(token)} and patient_id = ${patientId} and made_by = ${madeBy}
      and used_at is null and withdrawn_at is null and expires_at > ${now}`)
