import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Day, Instant } from '../../science/time.ts'
import type { LetterKind, Section } from './letter.ts'
import { Sections } from './letter.ts'
import type { MarkSent } from './requests.ts'

export type LetterLine = {
  id: string
  kind: LetterKind
  recipientId: string | null
  recipientName: string
  organisation: string
  startedAt: Instant
  startedBy: string
  /** The newest version's number, and the newest signed one's; null while nothing is signed. */
  version: number
  signedVersion: number | null
  signedAt: Instant | null
  signedBy: string | null
  /** The last time somebody said that it went out. */
  sentOn: Day | null
  /** Set aside, and by whom: it goes nowhere. */
  aside: { by: string; at: Instant; words: string } | null
}

const lines = sql`
  select l.id, l.kind, l.recipient_id as "recipientId", coalesce(r.name, '') as "recipientName",
         coalesce(r.organisation, '') as organisation, l.at as "startedAt", s.name as "startedBy", n.number as version,
         g.number as "signedVersion", g.at as "signedAt", g.by as "signedBy", o.on_day as "sentOn",
         a.at as "asideAt", a.words as "asideWords", c.name as "asideBy"
  from letter l
  join staff s on s.clinic_id = l.clinic_id and s.id = l.by_id
  left join recipient_now r on r.clinic_id = l.clinic_id and r.id = l.recipient_id
  cross join lateral (select v.number from letter_version v
    where v.clinic_id = l.clinic_id and v.letter_id = l.id order by v.number desc limit 1) n
  left join lateral (select v.number, x.at, b.name as by from letter_signature x
    join letter_version v on v.clinic_id = x.clinic_id and v.id = x.version_id
    join staff b on b.clinic_id = x.clinic_id and b.id = x.by_id
    where x.clinic_id = l.clinic_id and x.letter_id = l.id order by v.number desc limit 1) g on true
  left join lateral (select x.on_day from letter_sending x
    where x.clinic_id = l.clinic_id and x.letter_id = l.id order by x.on_day desc limit 1) o on true
  left join letter_set_aside a on a.clinic_id = l.clinic_id and a.letter_id = l.id
  left join staff c on c.clinic_id = a.clinic_id and c.id = a.by_id`

type LineRow = Omit<LetterLine, 'aside'> & { asideAt: Instant | null; asideWords: string; asideBy: string }

const lineFrom = ({ asideAt, asideWords, asideBy, ...row }: LineRow): LetterLine => ({
  ...row,
  aside: asideAt === null ? null : { by: asideBy, at: asideAt, words: asideWords },
})

/** Every letter about a patient, newest first. */
export const listLetters = async (q: Query, patientId: string): Promise<LetterLine[]> =>
  (await q.all<LineRow>(sql`${lines} where l.patient_id = ${patientId} order by l.seq desc`)).map(lineFrom)

export const findLetter = async (q: Query, patientId: string, id: string): Promise<LetterLine | undefined> => {
  const row = await q.maybe<LineRow>(sql`${lines} where l.patient_id = ${patientId} and l.id = ${id}`)
  return row && lineFrom(row)
}

export type Version = {
  id: string
  number: number
  sections: Section[]
  derived: Section[]
  substanceUse: boolean | null
  lookedWords: string[]
  rendered: string
  textHash: string
  at: Instant
  by: string
  signature: { at: Instant; by: string; onDay: Day } | null
}

type VersionRow = Omit<Version, 'sections' | 'derived' | 'signature'> & {
  sections: string
  derived: string
  signedAt: Instant | null
  signedBy: string
  signedOn: Day
}

/** Every version that was saved, newest first. */
export const listVersions = async (q: Query, letterId: string): Promise<Version[]> => {
  const rows = await q.all<VersionRow>(sql`
    select v.id, v.number, v.sections, v.derived, v.substance_use as "substanceUse",
           v.looked_words as "lookedWords", v.rendered, v.text_hash as "textHash", v.at, s.name as by, g.at as "signedAt", b.name as "signedBy", g.on_day as "signedOn"
    from letter_version v
    join staff s on s.clinic_id = v.clinic_id and s.id = v.by_id
    left join letter_signature g on g.clinic_id = v.clinic_id and g.version_id = v.id
    left join staff b on b.clinic_id = g.clinic_id and b.id = g.by_id
    where v.letter_id = ${letterId} order by v.number desc`)
  return rows.map(({ sections, derived, signedAt, signedBy, signedOn, ...row }) => ({
    ...row,
    sections: Sections.parse(JSON.parse(sections)),
    derived: Sections.parse(JSON.parse(derived)),
    signature: signedAt === null ? null : { at: signedAt, by: signedBy, onDay: signedOn },
  }))
}

export type Sending = Omit<MarkSent, 'versionId'> & { version: number; at: Instant; by: string }

export const listSendings = (q: Query, letterId: string): Promise<Sending[]> =>
  q.all<Sending>(sql`
    select o.id, o.how, o.on_day as "sentOn", o.reach, o.words, o.at, s.name as by, v.number as version
    from letter_sending o
    join staff s on s.clinic_id = o.clinic_id and s.id = o.by_id
    join letter_version v on v.clinic_id = o.clinic_id and v.id = o.version_id
    where o.letter_id = ${letterId} order by o.on_day desc, o.at desc`)
