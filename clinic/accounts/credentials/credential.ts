import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { says } from '../../../web/words/en/says/accounts.ts'

/** What a browser sends back is checked by the library, byte by byte; here only that it is an object of that shape. */
const fromBrowser = <Answer>() =>
  z.custom<Answer>((value) => {
    const answer = value as { id?: unknown; response?: unknown } | null
    return (
      typeof answer === 'object' &&
      answer !== null &&
      typeof answer.id === 'string' &&
      typeof answer.response === 'object'
    )
  }, says.passkeyIncomplete)

const Offer = z.string().min(20).max(4000)
export const Code = z
  .string()
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, says.codeDigits))

export const NewPasskey = z.object({
  kind: z.literal('passkey'),
  offer: Offer,
  answer: fromBrowser<RegistrationResponseJSON>(),
  name: z.string().trim().min(1, says.passkeyName).max(60),
})
export type NewPasskey = z.infer<typeof NewPasskey>

export const NewPassword = z.object({
  kind: z.literal('password'),
  password: z.string().max(1000),
  offer: Offer,
  code: Code,
})
export type NewPassword = z.infer<typeof NewPassword>

/** A way of signing in that somebody is setting up: `offer` is what the server handed out for it. */
export const NewCredential = z.discriminatedUnion('kind', [NewPasskey, NewPassword])
export type NewCredential = z.infer<typeof NewCredential>

export const PasskeyAnswer = z.object({ offer: Offer, answer: fromBrowser<AuthenticationResponseJSON>() })
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>
