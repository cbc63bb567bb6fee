import { reading } from '../../../database/read.ts'
import { minutesBetween } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { audited } from '../../audit/audited.ts'
import { Problem } from '../../request/problem.ts'
import type { Context } from '../../request/route.ts'
import type { Actor } from '../actor.ts'
import { spendChallenge, usePasskey } from '../credentials/changes.ts'
import type { PasskeyAnswer } from '../credentials/credential.ts'
import { checkPasskey } from '../credentials/passkey.ts'
import { passwordMatches } from '../credentials/password-hash.ts'
import { findPasswordHash, listPasskeys } from '../credentials/queries.ts'
import { countTry, noteTry, proveSignIn } from './changes.ts'
import { lastProof } from './queries.ts'

/** Minutes for which a password or passkey shown counts as fresh. */
export const proofMinutes = 10

export type Staff = Extract<Actor, { kind: 'staff' }>

/** For routes whose permission already means a member of staff: the type says so from here on. */
export const staffOf = (actor: Actor): Staff => {
  if (actor.kind !== 'staff') throw new Problem('not-signed-in', says.signIn)
  return actor
}

/** A screen that was left open must not be enough to take an account over. @throws Problem with the field `proof` */
export const needFreshProof = async ({ db, clinicId, actor, now }: Context): Promise<void> => {
  const at = await reading(db, { clinicId }, (q) => lastProof(q, staffOf(actor).signInId))
  if (at && minutesBetween(at, now) < proofMinutes) return
  throw new Problem('invalid', says.proveAgain, { fields: { proof: says.proof } })
}

/** Opens a locked screen, and counts as a fresh proof. */
export const proveByPassword = async (call: Context, password: string): Promise<void> => {
  const { db, clinicId, now } = call
  const { id, signInId } = staffOf(call.actor)
  const act = { clinicId, actor: call.actor, at: now, subject: { kind: 'staff', id } }
  await audited(db, { ...act, action: 'sign-in.tried' }, (tx) => countTry(tx, id, now))
  const hash = await reading(db, { clinicId }, (q) => findPasswordHash(q, id))
  if (!hash || !(await passwordMatches(password, hash))) {
    const why = hash ? says.wrongPassword : says.noPassword
    throw new Problem('invalid', why, { fields: { password: why } })
  }
  await audited(db, { ...act, action: 'sign-in.unlock' }, async (tx) => {
    await noteTry(tx, id, 'succeeded', now)
    await proveSignIn(tx, signInId, now)
  })
}

export const proveByPasskey = async (call: Context, sent: PasskeyAnswer): Promise<void> => {
  const { db, clinicId, now } = call
  const { id, signInId } = staffOf(call.actor)
  const passkeys = await reading(db, { clinicId }, (q) => listPasskeys(q, id))
  const stored = passkeys.find(({ credentialId }) => credentialId === sent.answer.id)
  const checked = stored && (await checkPasskey(call, id, sent, stored))
  if (!stored || !checked) throw new Problem('invalid', says.notYourPasskey)
  const act = { clinicId, actor: call.actor, action: 'sign-in.unlock', at: now, subject: { kind: 'staff', id } }
  await audited(db, act, async (tx) => {
    await spendChallenge(tx, checked.challengeId, now)
    await usePasskey(tx, stored.id, checked.signCount, now)
    await proveSignIn(tx, signInId, now)
  })
}
