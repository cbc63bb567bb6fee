import type { Tx } from '../../../database/types.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { pictureOf } from '../../links/picture.ts'
import { Problem } from '../../request/problem.ts'
import type { Context } from '../../request/route.ts'
import { addPasskey, saveCodeSecret, savePassword, spendChallenge } from './changes.ts'
import type { NewCredential, NewPassword } from './credential.ts'
import { seal, unseal } from './offer.ts'
import { codeUri, newCodeSecret, stepOfCode } from './one-time-code.ts'
import { acceptPasskey, offerPasskey, type Person, type StoredPasskey } from './passkey.ts'
import { hashPassword } from './password-hash.ts'
import { whyNotPassword } from './password-rules.ts'

/** A secret for an authenticator app: as a picture to scan, and as letters to type where nothing can be scanned. */
export const offerCode = async ({ secrets, now }: Context, person: Person) => {
  const secret = newCodeSecret()
  const picture = await pictureOf(codeUri(secret, person.email))
  return {
    offer: seal(secrets, 'code.new', person.id, secret, now),
    picture,
    letters: secret.replaceAll(/(.{4})/g, '$1 ').trim(),
  }
}

/** Both ways of signing in, for a person who has none yet; they take one of them. */
export const offerBoth = async (call: Context, person: Person, existing: readonly StoredPasskey[] = []) => {
  const [code, passkey] = await Promise.all([offerCode(call, person), offerPasskey(call, person, existing)])
  return { code, passkey }
}

/** Checks a new authenticator app by its first code. @throws Problem on the field `code` */
export const checkNewCode = ({ secrets, now }: Context, personId: string, sent: { offer: string; code: string }) => {
  const { secret } = unseal(secrets, sent.offer, 'code.new', personId, now)
  const step = stepOfCode(secret, sent.code, now)
  if (step === undefined) {
    throw new Problem('invalid', says.wrongCode, { fields: { code: says.wrongCode } })
  }
  return { step, sealed: secrets.seal(secret) }
}

/** @throws Problem on the field `password` */
export const checkNewPassword = (password: string, person: Pick<Person, 'name' | 'email'>): void => {
  const why = whyNotPassword(password, [person.name, person.email])
  if (why) throw new Problem('invalid', why, { fields: { password: why } })
}

/**
 * Checks what somebody wants to sign in with from now on, before any transaction: hashing takes a while.
 * @returns what is to be written, in the transaction of the caller
 */
export const prepareCredential = (
  call: Context,
  person: Person,
  sent: NewCredential,
): Promise<(tx: Tx) => Promise<void>> =>
  sent.kind === 'password' ? preparePassword(call, person, sent) : preparePasskey(call, person, sent)

const preparePassword = async (call: Context, person: Person, sent: NewPassword) => {
  checkNewPassword(sent.password, person)
  const { step, sealed } = checkNewCode(call, person.id, sent)
  const hash = await hashPassword(sent.password, call.passwordCost)
  return async (tx: Tx) => {
    await savePassword(tx, person.id, hash, call.now)
    await saveCodeSecret(tx, person.id, sealed, step, call.now)
  }
}

const preparePasskey = async (call: Context, person: Person, sent: NewCredential & { kind: 'passkey' }) => {
  const { challengeId, name, passkey } = await acceptPasskey(call, person.id, sent)
  return async (tx: Tx) => {
    await spendChallenge(tx, challengeId, call.now)
    await addPasskey(tx, { ...passkey, staffId: person.id, name, now: call.now })
  }
}
