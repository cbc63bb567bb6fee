import { z } from 'zod'
import { addDays, Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { optional, required } from '../records/typed.ts'
import { contents, forms, purposes, recordedHows, relations } from './release.ts'

/** What the routes take. Pure, so that the screens check with the same sentences. */

const Naming = z.object({
  id: z.uuid(),
  relation: z.enum(relations, says.relation),
  name: optional(says.called.name, 200),
  organisation: optional(says.called.organisation, 200),
  reach: optional(says.called.reach, 500),
})
const isNamed = ({ name, organisation }: { name: string; organisation: string }) =>
  `${name}${organisation}`.trim() !== ''
const unnamed = { path: ['name'], message: says.whom }

export const NewRecipient = Naming.refine(isNamed, unnamed)
export type NewRecipient = z.infer<typeof NewRecipient>

/** A recipient corrected, set aside or taken up again. */
export const ChangeRecipient = Naming.extend({
  aside: z.boolean(),
  words: required(says.called.why, 500),
}).refine(isNamed, unnamed)
export type ChangeRecipient = z.infer<typeof ChangeRecipient>

/** What of a recipient stands in a text that somebody signed or was asked to sign, and so is not corrected any more. */
export const staysAsNamed = (
  before: Pick<ChangeRecipient, 'relation' | 'name' | 'organisation'>,
  now: Pick<ChangeRecipient, 'relation' | 'name' | 'organisation'>,
): boolean => (['relation', 'name', 'organisation'] as const).every((key) => before[key] === now[key])

export const sendWays = ['mail', 'sms', 'tablet'] as const
const How = z.enum(sendWays, says.how)
export const SendLink = z.object({ how: How })

/** Asked for the patient to sign themselves. */
export const AskRelease = z.object({
  id: z.uuid(),
  recipientId: z.uuid(),
  form: z.enum(forms, says.form),
  contents: z.array(z.enum(contents), says.contents).min(1, says.contents).max(contents.length),
  purposes: z.array(z.enum(purposes), says.purposes).min(1, says.purposes).max(purposes.length),
  until: Day,
  how: How,
})
export type AskRelease = z.infer<typeof AskRelease>

export const SetAside = z.object({ id: z.uuid(), words: required(says.called.why, 500) })
export type SetAside = z.infer<typeof SetAside>

/** How long a link opens a release, in hours: sent home, and opened on the clinic's tablet. Clinic policy. */
export const hoursOpen = { mail: 7 * 24, sms: 7 * 24, tablet: 4 } as const

/** What the holder of a link sends. */
export const SignAsked = z.object({
  textHash: z.string().max(64),
  signedName: required(says.called.signedName, 200),
  confirms: z.literal(true, says.read),
})
export const TakeBack = z.object({ id: z.uuid(), words: optional(says.called.reason, 2000) })

export const NewRelease = z.object({
  id: z.uuid(),
  recipientId: z.uuid(),
  form: z.enum(forms, says.form),
  contents: z.array(z.enum(contents), says.contents).min(1, says.contents).max(contents.length),
  purposes: z.array(z.enum(purposes), says.purposes).min(1, says.purposes).max(purposes.length),
  from: Day,
  until: Day,
  /** The text as it was shown; the server makes it again and refuses another one. */
  text: z.string().max(10_000),
  signedName: required(says.called.signedName, 200),
  signedOn: Day,
  signedHow: z.enum(recordedHows, says.signedHow),
  keptWhere: optional(says.called.keptWhere, 500),
})
export type NewRelease = z.infer<typeof NewRelease>

export const Revoke = z.object({ id: z.uuid(), revokedOn: Day, words: optional(says.called.reason, 2000) })
export type Revoke = z.infer<typeof Revoke>

/** What of a release does not fit together before anybody signs it. */
export const wrongInAsked = (
  { form, contents, until }: Pick<AskRelease, 'form' | 'contents' | 'until'>,
  from: Day,
): Record<string, string> => {
  const about = contents.includes('substance use')
  const fields: Record<string, string> = {}
  if (form === 'part 2' && (!about || contents.length > 1)) fields.contents = says.part2Alone
  if (form === 'release' && about) fields.contents = says.notPlain
  if (until < from) fields.until = says.untilBeforeFrom
  else if (until > addDays(from, longestDays)) fields.until = says.untilFar
  return fields
}

/** The same of one that was signed, each with a sentence beside its field. */
export const wrongIn = (
  { signedOn, signedHow, keptWhere, ...asked }: Omit<NewRelease, 'id' | 'recipientId' | 'text'>,
  today: Day,
): Record<string, string> => {
  const fields = wrongInAsked(asked, asked.from)
  if (signedOn > today) fields.signedOn = says.signedInFuture
  else if (asked.from < signedOn) fields.from = says.fromBeforeSigned
  if (signedHow === 'on paper' && keptWhere.trim() === '') fields.keptWhere = says.keptWhere
  return fields
}

/** A slip of the year is caught. Clinic policy. */
const longestDays = 5 * 366
