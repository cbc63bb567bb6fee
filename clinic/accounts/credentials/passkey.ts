import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { Problem } from '../../request/problem.ts'
import type { Secrets } from '../secrets.ts'
import type { NewPasskey, PasskeyAnswer } from './credential.ts'
import { seal, unseal } from './offer.ts'

/** Where the passkey is used. It is bound to the host name of the address people reach the clinic at. */
export type Place = { origin: string; secrets: Secrets; now: Instant }

export type Person = { id: string; name: string; email: string }

/** A passkey as it is kept. */
export type StoredPasskey = { credentialId: string; publicKey: string; signCount: number; transports: string[] }

const hostOf = (origin: string): string => new URL(origin).hostname

/** Asks a device to make a passkey that finds its account by itself and checks its owner (finger, face, PIN). */
export const offerPasskey = async (place: Place, person: Person, existing: readonly StoredPasskey[] = []) => {
  const options = await generateRegistrationOptions({
    rpName: 'Evenkeel',
    rpID: hostOf(place.origin),
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id, 'utf8')),
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: existing.map(({ credentialId: id, transports }) => ({ id, transports })),
  })
  return { options, offer: seal(place.secrets, 'passkey.new', person.id, options.challenge, place.now) }
}

/** @throws Problem when the answer is not to this offer, or not from this address. */
export const acceptPasskey = async (place: Place, personId: string, sent: NewPasskey) => {
  const { id, secret } = unseal(place.secrets, sent.offer, 'passkey.new', personId, place.now)
  const { registrationInfo } = await verifyRegistrationResponse({
    response: sent.answer,
    expectedChallenge: secret,
    expectedOrigin: place.origin,
    expectedRPID: hostOf(place.origin),
    requireUserVerification: true,
  }).catch(refused)
  if (!registrationInfo) throw refusal()
  const { credential } = registrationInfo
  const passkey: StoredPasskey = {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    signCount: credential.counter,
    transports: [...(credential.transports ?? [])],
  }
  return { challengeId: id, name: sent.name, passkey }
}

/** Asks whatever passkey is there to sign. `who` is empty at the door and the person's id at a locked screen. */
export const askPasskey = async (place: Place, who: string, allowed: readonly StoredPasskey[] = []) => {
  const options = await generateAuthenticationOptions({
    rpID: hostOf(place.origin),
    userVerification: 'required',
    allowCredentials: allowed.map(({ credentialId: id, transports }) => ({ id, transports })),
  })
  return { options, offer: seal(place.secrets, 'passkey.ask', who, options.challenge, place.now) }
}

/** @returns the challenge that is now to be spent, and the new count of signatures; undefined when it does not fit. */
export const checkPasskey = async (place: Place, who: string, sent: PasskeyAnswer, stored: StoredPasskey) => {
  const { id, secret } = unseal(place.secrets, sent.offer, 'passkey.ask', who, place.now)
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: sent.answer,
    expectedChallenge: secret,
    expectedOrigin: place.origin,
    expectedRPID: hostOf(place.origin),
    requireUserVerification: true,
    credential: {
      id: stored.credentialId,
      publicKey: new Uint8Array(Buffer.from(stored.publicKey, 'base64url')),
      counter: stored.signCount,
      transports: stored.transports,
    },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  return verified && authenticationInfo ? { challengeId: id, signCount: authenticationInfo.newCounter } : undefined
}

const refusal = () => new Problem('invalid', says.passkeyUnchecked)
const refused = (): never => {
  throw refusal()
}
