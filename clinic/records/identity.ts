import { z } from 'zod'
import { ageOn, type Day, isTimeZone } from '../../science/time.ts'
import { says } from '../../web/words/en/says/records.ts'
import { EmailIfAny, TelephoneIfAny } from './telephone.ts'
import { optional, YesOrNo } from './typed.ts'

export const Sex = z.enum(['female', 'male', 'intersex'])
export const ReachBy = z.enum(['call', 'sms', 'mail', 'letter'])

export const Address = z.object({
  line1: optional(says.what.street, 200),
  line2: optional(says.what.secondLine, 200),
  city: optional(says.what.city, 100),
  state: optional(says.what.state, 100),
  postalCode: optional(says.what.zip, 20),
  country: optional(says.what.country, 100),
})

/** Who somebody is, as typed. What nobody said is empty or null, and is shown as not recorded. */
export const Identity = z
  .object({
    givenName: optional(says.what.givenName, 200),
    middleName: optional(says.what.middleName, 200),
    familyName: optional(says.what.familyName, 200),
    suffix: optional(says.what.suffix, 40),
    preferredName: optional(says.what.preferredName, 200),
    birthDate: z.iso.date({
      error: ({ input }) => (input === undefined || input === '' ? says.birthDateMissing : says.noSuchBirthDate),
    }),
    sex: Sex.nullable().default(null),
    genderIdentity: optional(says.what.genderIdentity, 200),
    pronouns: optional(says.what.pronouns, 100),
    language: optional(says.what.language, 100),
    needsInterpreter: YesOrNo,
    timeZone: z.string().refine(isTimeZone, says.noSuchTimeZone).nullable().default(null),
    address: Address.default(() => Address.parse({})),
    phone: TelephoneIfAny,
    email: EmailIfAny,
    reachBy: z.array(ReachBy).max(4).default([]),
    mayLeaveMessage: YesOrNo,
    reachNote: optional(says.what.reachNote, 1000),
  })
  .refine(({ givenName, familyName }) => [givenName, familyName].some((name) => String(name ?? '').trim()), {
    error: says.noName,
    path: ['familyName'],
    // Said together with what else is wrong, even a name that is no text: nobody sends a form twice to hear of the second.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .superRefine(({ phone, email, reachBy }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!phone && (reachBy.includes('call') || reachBy.includes('sms'))) {
      say('phone', says.phoneNeeded)
    }
    if (!email && reachBy.includes('mail')) say('email', says.mailNeeded)
  })
export type Identity = z.infer<typeof Identity>

/** Nobody has lived longer than 122 years; beyond 125 a birth date is a slip of typing. */
const oldest = 125

/** What is wrong with a birth date, seen from today; undefined when it is possible. */
export const birthDateProblem = (birthDate: string, today: Day): string | undefined => {
  const age = ageOn(birthDate as Day, today)
  if (age === undefined) return says.birthDateInFuture
  if (age > oldest) return says.tooOld(age)
  return undefined
}
