import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { ApiProblem } from '../../../web/problem.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'

const words = accountWords.credential

export type PasskeyOffer<Options> = { offer: string; options: Options }
export type NewPasskeyOffer = PasskeyOffer<PublicKeyCredentialCreationOptionsJSON>

/** Whether this browser, at this address, can use passkeys. They are bound to a host name: a bare number has none. */
export const passkeysWork = (): boolean =>
  window.isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|:/.test(window.location.hostname)

/** @throws ApiProblem with a sentence when the person turned away or the device could not */
export const makePasskey = async ({ offer, options }: NewPasskeyOffer, name: string) => {
  const answer = await startRegistration({ optionsJSON: options }).catch((error: unknown) => {
    const there = error instanceof Error && error.name === 'InvalidStateError'
    throw new ApiProblem('invalid', there ? words.passkeyThere : words.passkeyNotMade)
  })
  return { kind: 'passkey' as const, offer, answer, name }
}

/** @throws ApiProblem with a sentence when no passkey answered */
export const answerWithPasskey = async ({ offer, options }: PasskeyOffer<PublicKeyCredentialRequestOptionsJSON>) => {
  const answer = await startAuthentication({ optionsJSON: options }).catch(() => {
    throw new ApiProblem('invalid', words.passkeyNotUsed)
  })
  return { offer, answer }
}
