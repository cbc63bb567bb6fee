import type { Day, Instant } from '../../science/time.ts'
import { releaseWords as words } from '../../web/words/en/releases.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { inList, sayDay } from '../../web/words/words.ts'

/** What a patient agreed may leave the clinic, and to whom. Pure. */

/** Kinds of content. Psychotherapy notes and counseling notes on substance use are none of them (G6-psychotherapy). */
export const plainContents = ['diagnoses', 'determination', 'medicines', 'plan', 'sessions', 'scores'] as const
export const contents = [...plainContents, 'substance use'] as const
export type PlainContent = (typeof plainContents)[number]
export type Content = (typeof contents)[number]

export const purposes = ['treatment', 'payment', 'operations', 'at their request'] as const
export type Purpose = (typeof purposes)[number]

export const relations = ['referrer', 'therapist', 'clinician', 'payer', 'relative', 'other'] as const
export type Relation = (typeof relations)[number]

/** `release`: anything but substance use. `part 2`: substance use and nothing else (42 CFR Part 2). */
export const forms = ['release', 'part 2'] as const
export type Form = (typeof forms)[number]

/** What staff record; a signature from a link is the patient's own. */
export const recordedHows = ['on screen', 'on paper'] as const
export const signedHows = [...recordedHows, 'by link'] as const

export type Recipient = {
  id: string
  relation: Relation
  name: string
  organisation: string
  reach: string
  /** Set aside: nothing may go to them, and nothing new is made out to them. */
  aside: boolean
}

export type Release = {
  id: string
  form: Form
  recipientId: string
  contents: readonly Content[]
  purposes: readonly Purpose[]
  from: Day
  until: Day
  signedName: string
  signedOn: Day
  signedHow: (typeof signedHows)[number]
  keptWhere: string
  textHash: string
  at: Instant
  /** Who recorded it; null: the patient did, from a link. */
  by: string | null
  revoked: { on: Day; words: string; at: Instant; by: string | null } | null
}

/** Put before the patient to sign on their own phone, or on the clinic's tablet. It begins on the day it is signed. */
export type ReleaseRequest = Pick<Release, 'id' | 'form' | 'recipientId' | 'contents' | 'purposes' | 'until' | 'at'> & {
  by: string
  /** Set aside before it was signed. */
  aside: { words: string; at: Instant; by: string } | null
}

export const recipientName = ({ name, organisation }: Pick<Recipient, 'name' | 'organisation'>): string =>
  [name.trim(), organisation.trim()].filter(Boolean).join(', ')

export type Standing = 'in force' | 'not yet' | 'ended' | 'taken back'

/** What a release is worth on a day. The day it was taken back is no longer covered; the last day still is. */
export const standingOn = (
  { from, until, revoked }: Pick<Release, 'from' | 'until' | 'revoked'>,
  on: Day,
): Standing => {
  if (revoked && revoked.on <= on) return 'taken back'
  if (on < from) return 'not yet'
  return on > until ? 'ended' : 'in force'
}

/** Why the patient cannot sign what was asked; undefined when they can. */
export const holdsSigning = (
  { until, aside }: Pick<ReleaseRequest, 'until' | 'aside'>,
  recipient: Pick<Recipient, 'aside'> | undefined,
  today: Day,
): string | undefined => {
  if (aside || !recipient || recipient.aside) return says.toPatient.setAside
  return until < today ? says.toPatient.over : undefined
}

export type ToSign = Pick<Release, 'form' | 'contents' | 'purposes' | 'until'> & {
  /** null: from the day on which it is signed. */
  from: Day | null
  clinicName: string
  patientName: string
  birthDate: string
  recipient: Pick<Recipient, 'name' | 'organisation' | 'relation'>
}

/** The exact text that a patient signs; its hash is kept with the signature. */
export const releaseText = (asked: ToSign): string => {
  const { form, clinicName, patientName, birthDate, recipient, from, until } = asked
  return [
    words.texts.title[form],
    words.texts.who(patientName, sayDay(birthDate), clinicName),
    words.texts.recipient(recipientName(recipient), words.relations[recipient.relation]),
    words.texts.what(inList(asked.contents.map((one) => words.contents[one]))),
    words.texts.whatFor(inList(asked.purposes.map((one) => words.purposes[one]))),
    from === null ? words.texts.validOnceSigned(sayDay(until)) : words.texts.valid(sayDay(from), sayDay(until)),
    ...words.texts.told[form],
  ]
    .map((line) => `${line}\n`)
    .join('\n')
}
