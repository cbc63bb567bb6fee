import { z } from 'zod'
import { EmailIfAny, TelephoneIfAny } from '../../../clinic/records/telephone.ts'
import { says } from '../../../web/words/en/says/request.ts'
import { AidText, isEmpty } from '../aid/aid.ts'
import { CheckText } from './checked.ts'

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
    /** A referral is written by a therapist or a clinician, of somebody who agreed to it. */
    via: z.enum(['self', 'referral']).default('self'),
    referrerRole: z.enum(['therapist', 'clinician', '']).default(''),
    referrerPhone: TelephoneIfAny,
    referrerEmail: EmailIfAny,
    agreePatient: box,
    /** What came along from the decision aid and the self-check, and whether it may be kept. */
    attachAid: box,
    attachCheck: box,
    aid: AidText.default({}),
    check: CheckText.default({}),
  })
  .superRefine((said, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (said.givenName.trim() === '' && said.familyName.trim() === '') say('givenName', says.name)
    if (said.phone === '' && said.email === '') say('phone', says.reach)
    if (said.reachBy.length === 0) say('reachBy', says.reachBy)
    if (said.phone === '' && said.email !== '' && said.reachBy.some((way) => way !== 'mail'))
      say('phone', says.needsPhone)
    if (said.email === '' && said.phone !== '' && said.reachBy.includes('mail')) say('email', says.needsMail)
    if (said.via === 'referral') {
      if (said.referrer.trim() === '') say('referrer', says.referrer)
      if (said.referrerRole === '') say('referrerRole', says.referrerRole)
      if (said.referrerPhone === '' && said.referrerEmail === '') say('referrerPhone', says.referrerReach)
      if (said.agreePatient !== 'yes') say('agreePatient', says.agreePatient)
    } else if (said.agreeContact !== 'yes') say('agreeContact', says.agreeContact)
    if (said.agreeNotUrgent !== 'yes') say('agreeNotUrgent', says.agreeNotUrgent)
  })
  .transform(({ attachAid, attachCheck, aid, check, ...said }) => ({
    ...said,
    ...(attachAid === 'yes' && !isEmpty(aid) ? { aid } : {}),
    ...(attachCheck === 'yes' && Object.keys(check).length > 0 ? { check } : {}),
  }))
export type Said = z.infer<typeof Said>
export type Field = keyof z.input<typeof Said>

/** What a request that came before there were referrals says of them. */
export const beforeReferrals = {
  via: 'self',
  referrerRole: '',
  referrerPhone: '',
  referrerEmail: '',
  agreePatient: 'no',
} as const satisfies Partial<Said>

/** The texts in which somebody may speak of danger: all that are typed, wherever somebody comes to write it. */
export const freeTexts = [
  'goals',
  'reachNote',
  'times',
  'referrer',
  'therapist',
  'payer',
  'plan',
  'givenName',
  'familyName',
] as const satisfies (keyof Said)[]

/** Where a number, a day or an address belongs. Whoever writes there instead that they want to die is heard, too. */
export const contactTexts = [
  'phone',
  'email',
  'birthDate',
  'therapistPhone',
  'referrerPhone',
  'referrerEmail',
] as const satisfies (keyof Said)[]
