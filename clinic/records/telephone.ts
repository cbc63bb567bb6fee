import { z } from 'zod'
import { says } from '../../web/words/en/says/records.ts'
import { typed } from './typed.ts'

/** The digits of a number and nothing else; an extension is no part of it, nor is the leading 1 of North America. */
export const digitsOf = (phone: string): string => {
  const digits = phone.replace(/(?:ext\.?|x|#).*$/i, '').replace(/\D/g, '')
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
}

const looksLikePhone = (text: string): boolean =>
  /^[+\d\s().\-/]+(?:(?:ext\.?|x|#)\s*\d+\s*)?$/i.test(text) &&
  digitsOf(text).length >= 7 &&
  digitsOf(text).length <= 15

/** Kept as it was typed; it must hold 7 to 15 digits and nothing but what belongs into a number. */
export const Telephone = typed(says.what.telephone, 40).refine(looksLikePhone, says.notTelephone)
export const TelephoneIfAny = typed(says.what.telephone, 40)
  .refine((text) => text === '' || looksLikePhone(text), says.notTelephone)
  .default('')

export const EmailIfAny = typed(says.what.mail, 254)
  .refine((text) => text === '' || z.email().safeParse(text.trim()).success, says.notMail)
  .default('')
