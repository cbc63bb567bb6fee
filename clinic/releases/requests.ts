import { z } from 'zod'
import { addDays, Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { optional, required } from '../records/typed.ts'
import { contents, forms, purposes, relations, signedHows } from './release.ts'

/** What the routes take. Pure, so that the screens check with the same sentences. */

export const NewRecipient = z
  .object({
    id: z.uuid(),
    relation: z.enum(relations, says.relation),
    name: optional(says.called.name, 200),
    organisation: optional(says.called.organisation, 200),
    reach: optional(says.called.reach, 500),
  })
  .refine(({ name, organisation }) => `${name}${organisation}`.trim() !== '', { path: ['name'], message: says.whom })
export type NewRecipient = z.infer<typeof NewRecipient>

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
  signedHow: z.enum(signedHows, says.signedHow),
  keptWhere: optional(says.called.keptWhere, 500),
})
export type NewRelease = z.infer<typeof NewRelease>

export const Revoke = z.object({ id: z.uuid(), revokedOn: Day, words: optional(says.called.reason, 2000) })
export type Revoke = z.infer<typeof Revoke>

/** What of a release does not fit together, each with a sentence beside its field. */
export const wrongIn = (
  { form, contents, from, until, signedOn, signedHow, keptWhere }: Omit<NewRelease, 'id' | 'recipientId' | 'text'>,
  today: Day,
): Record<string, string> => {
  const about = contents.includes('substance use')
  const fields: Record<string, string> = {}
  if (form === 'part 2' && (!about || contents.length > 1)) fields.contents = says.part2Alone
  if (form === 'release' && about) fields.contents = says.notPlain
  if (until < from) fields.until = says.untilBeforeFrom
  else if (until > addDays(from, longestDays)) fields.until = says.untilFar
  if (signedOn > today) fields.signedOn = says.signedInFuture
  else if (from < signedOn) fields.from = says.fromBeforeSigned
  if (signedHow === 'on paper' && keptWhere.trim() === '') fields.keptWhere = says.keptWhere
  return fields
}

/** A slip of the year is caught. Clinic policy. */
const longestDays = 5 * 366
