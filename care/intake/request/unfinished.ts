import { AidText, isEmpty } from '../aid/aid.ts'
import { CheckText } from './checked.ts'
import { isInDanger, type Version } from './request.ts'
import { contactTexts, type Field, freeTexts, type Said, ways } from './said.ts'

/** A form as it was typed, before anybody looked whether it is right. */
export type Typed = Partial<Record<Field, string | readonly string[]>>

export const textOf = (typed: Typed, field: Field): string => {
  const value = typed[field]
  return typeof value === 'string' ? value : ''
}

/** Whether what stands in a form calls for help, whatever else is missing in it and whatever of it may be kept. */
export const worries = (typed: Typed): boolean =>
  isInDanger({
    ...(Object.fromEntries([...freeTexts, ...contactTexts].map((field) => [field, textOf(typed, field)])) as Pick<
      Said,
      (typeof freeTexts | typeof contactTexts)[number]
    >),
    aid: AidText.parse(textOf(typed, 'aid')),
    check: CheckText.parse(textOf(typed, 'check')),
  })

/** Everything in the form as it was typed, however wrong: but for the one sign that no database keeps, and aid and check without their tick. */
const asTyped = (typed: Typed): Said => {
  const text = (field: Field) => textOf(typed, field).replaceAll('\0', '\u{fffd}')
  const one = <T extends string>(field: Field, options: readonly T[], otherwise: T): T =>
    options.find((option) => option === typed[field]) ?? otherwise
  const box = (field: Field) => one(field, ['yes', 'no'], 'no')
  const aid = AidText.parse(textOf(typed, 'aid'))
  const check = CheckText.parse(textOf(typed, 'check'))
  return {
    givenName: text('givenName'),
    familyName: text('familyName'),
    birthDate: text('birthDate'),
    phone: text('phone'),
    email: text('email'),
    reachBy: ways.filter((way) => (typed.reachBy ?? []).includes(way)),
    leaveMessage: one('leaveMessage', ['yes', 'no', ''], ''),
    reachNote: text('reachNote'),
    goals: text('goals'),
    payer: text('payer'),
    plan: text('plan'),
    referrer: text('referrer'),
    therapist: text('therapist'),
    therapistPhone: text('therapistPhone'),
    times: text('times'),
    agreeContact: box('agreeContact'),
    agreeNotUrgent: box('agreeNotUrgent'),
    agreeCoverage: box('agreeCoverage'),
    via: one('via', ['self', 'referral'], 'self'),
    referrerRole: one('referrerRole', ['therapist', 'clinician', ''], ''),
    referrerPhone: text('referrerPhone'),
    referrerEmail: text('referrerEmail'),
    agreePatient: box('agreePatient'),
    ...(box('attachAid') === 'yes' && !isEmpty(aid) ? { aid } : {}),
    ...(box('attachCheck') === 'yes' && Object.keys(check).length > 0 ? { check } : {}),
  }
}

/**
 * What is kept of a form that was sent and refused: nothing, unless its own words speak of suicide. Then whoever wrote it
 * pressed "Send" in danger, and a clinic that threw it away could not even look. Of somebody else's words about a patient
 * nothing is kept unless that patient agreed: whoever wrote them is not in danger, and can complete the form or call.
 */
export const unfinishedOf = (typed: Typed, lacks: readonly string[]): Version | undefined => {
  const said = asTyped(typed)
  if (!isInDanger(said) || (said.via === 'referral' && said.agreePatient !== 'yes')) return undefined
  return { ...said, lacks: [...lacks] }
}
