import { z } from 'zod'
import { EmailIfAny, TelephoneIfAny } from '../../../clinic/records/telephone.ts'
import { says } from '../../../web/words/en/says/request.ts'

const text = (most: number) =>
  z
    .string()
    .default('')
    .refine((typed) => typed.length <= most, says.tooLong(most))
    .refine((typed) => typed.isWellFormed() && !typed.includes('\0'), says.unstorable)

export const ways = ['call', 'sms', 'mail'] as const
const box = z.enum(['yes', 'no']).default('no')

/**
 * What somebody asks with. Kept as it was typed; only what is needed to answer them is needed. A box that nobody ticked
 * is "no": each stands alone, and none is ticked beforehand.
 */
export const Said = z
  .object({
    givenName: text(200),
    familyName: text(200),
    birthDate: z
      .string()
      .default('')
      .refine((typed) => typed === '' || z.iso.date().safeParse(typed).success, says.birthDate),
    phone: TelephoneIfAny,
    email: EmailIfAny,
    reachBy: z.array(z.enum(ways)).default([]),
    leaveMessage: z.enum(['yes', 'no', '']).default(''),
    reachNote: text(1000),
    goals: text(5000),
    payer: text(300),
    plan: text(300),
    referrer: text(500),
    therapist: text(300),
    therapistPhone: TelephoneIfAny,
    times: text(1000),
    agreeContact: box,
    agreeNotUrgent: box,
    agreeCoverage: box,
  })
  .superRefine((said, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (said.givenName.trim() === '' && said.familyName.trim() === '') say('givenName', says.name)
    if (said.phone === '' && said.email === '') say('phone', says.reach)
    if (said.reachBy.length === 0) say('reachBy', says.reachBy)
    if (said.phone === '' && said.email !== '' && said.reachBy.some((way) => way !== 'mail'))
      say('phone', says.needsPhone)
    if (said.email === '' && said.phone !== '' && said.reachBy.includes('mail')) say('email', says.needsMail)
    if (said.agreeContact !== 'yes') say('agreeContact', says.agreeContact)
    if (said.agreeNotUrgent !== 'yes') say('agreeNotUrgent', says.agreeNotUrgent)
  })
export type Said = z.infer<typeof Said>
export type Field = keyof Said

/** The texts in which somebody may speak of danger. */
export const freeTexts = ['goals', 'reachNote', 'times', 'referrer'] as const satisfies Field[]
