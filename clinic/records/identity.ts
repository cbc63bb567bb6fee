import { z } from 'zod'
import { ageOn, type Day, isTimeZone } from '../../science/time.ts'
import { EmailIfAny, TelephoneIfAny } from './telephone.ts'
import { optional, YesOrNo } from './typed.ts'

export const Sex = z.enum(['female', 'male', 'intersex'])
export const ReachBy = z.enum(['call', 'sms', 'mail', 'letter'])

export const Address = z.object({
  line1: optional('The street', 200),
  line2: optional('The second line', 200),
  city: optional('The city', 100),
  state: optional('The state', 100),
  postalCode: optional('The ZIP code', 20),
  country: optional('The country', 100),
})

/** Who somebody is, as typed. What nobody said is empty or null, and is shown as not recorded. */
export const Identity = z
  .object({
    givenName: optional('The given name', 200),
    middleName: optional('The middle name', 200),
    familyName: optional('The family name', 200),
    suffix: optional('The suffix', 40),
    preferredName: optional('The preferred name', 200),
    birthDate: z.iso.date({
      error: ({ input }) =>
        input === undefined || input === ''
          ? 'The birth date is missing.'
          : 'There is no such day. Check the birth date.',
    }),
    sex: Sex.nullable().default(null),
    genderIdentity: optional('The gender identity', 200),
    pronouns: optional('The pronouns', 100),
    language: optional('The language', 100),
    needsInterpreter: YesOrNo,
    timeZone: z
      .string()
      .refine(isTimeZone, 'There is no such time zone. Choose one from the list, such as America/Chicago.')
      .nullable()
      .default(null),
    address: Address.default(() => Address.parse({})),
    phone: TelephoneIfAny,
    email: EmailIfAny,
    reachBy: z.array(ReachBy).max(4).default([]),
    mayLeaveMessage: YesOrNo,
    reachNote: optional('How to reach them safely', 1000),
  })
  .superRefine(({ givenName, familyName, phone, email, reachBy }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!givenName.trim() && !familyName.trim()) {
      say('familyName', 'A name is missing. Somebody with one name only: write it as the family name.')
    }
    if (!phone && (reachBy.includes('call') || reachBy.includes('sms'))) {
      say('phone', 'They want to be reached by telephone, so a number is needed.')
    }
    if (!email && reachBy.includes('mail')) say('email', 'They want to be reached by mail, so an address is needed.')
  })
export type Identity = z.infer<typeof Identity>

/** Nobody has lived longer than 122 years; beyond 125 a birth date is a slip of typing. */
const oldest = 125

/** What is wrong with a birth date, seen from today; undefined when it is possible. */
export const birthDateProblem = (birthDate: string, today: Day): string | undefined => {
  const age = ageOn(birthDate as Day, today)
  if (age === undefined) return 'This birth date is in the future.'
  if (age > oldest) return `This birth date makes them ${age} years old. Check the year.`
  return undefined
}
