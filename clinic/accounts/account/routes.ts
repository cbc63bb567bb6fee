import { z } from 'zod'
import { reading } from '../../../database/read.ts'
import type { Tx } from '../../../database/types.ts'
import { addMinutes } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { audited } from '../../audit/audited.ts'
import { Problem } from '../../request/problem.ts'
import { type Context, type Route, route } from '../../request/route.ts'
import { namePasskey, removePasskey, renewRecoveryCodes, saveCodeSecret, savePassword } from '../credentials/changes.ts'
import { Code, NewPasskey } from '../credentials/credential.ts'
import { checkNewCode, checkNewPassword, offerCode, prepareCredential } from '../credentials/establish.ts'
import { offerPasskey } from '../credentials/passkey.ts'
import { hashPassword } from '../credentials/password-hash.ts'
import { countRecoveryCodes, findCodeSecret, findPasswordHash, listPasskeys } from '../credentials/queries.ts'
import { endSignIn, endSignIns } from '../sign-in/changes.ts'
import { needFreshProof, staffOf } from '../sign-in/prove.ts'
import { listSignIns } from '../sign-in/queries.ts'
import { longestMinutes } from '../sign-in/who.ts'
import { findStaff } from '../staff/queries.ts'

const PasskeyName = NewPasskey.shape.name
const byId = z.object({ id: z.uuid() })
const may = 'account.own'

/** One's own way of signing in. Whatever changes it asks for a fresh proof: see `needFreshProof`. */
export const accountOwnRoutes: Route[] = [
  route({ method: 'GET', path: '/api/account', may, handle: (call) => overview(call) }),
  route({
    method: 'POST',
    path: '/api/account/sign-ins/:id/end',
    may,
    params: byId,
    handle: async (call) => {
      const ended = await change(call, 'sign-in.end', (tx) => endSignIn(tx, call.actor.id, call.params.id, call.now))
      if (!ended) throw new Problem('not-found', says.signedOutAlready)
      return { ended }
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/passkeys/offer',
    may,
    handle: async (call) => {
      await needFreshProof(call)
      const { person, passkeys } = await mine(call)
      return offerPasskey(call, person, passkeys)
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/passkeys',
    may,
    body: NewPasskey,
    handle: async (call) => {
      await needFreshProof(call)
      const { person } = await mine(call)
      const write = await prepareCredential(call, person, call.body)
      await change(call, 'account.add-passkey', write)
      return overview(call)
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/passkeys/:id/name',
    may,
    params: byId,
    body: z.object({ name: PasskeyName }),
    handle: async (call) => {
      const { id, name } = { id: call.params.id, name: call.body.name }
      const named = await change(call, 'account.name-passkey', (tx) => namePasskey(tx, call.actor.id, id, name))
      if (!named) throw new Problem('not-found', says.passkeyGone)
      return overview(call)
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/passkeys/:id/remove',
    may,
    params: byId,
    handle: async (call) => {
      await needFreshProof(call)
      await change(call, 'account.remove-passkey', async (tx) => {
        if (!(await removePasskey(tx, call.actor.id, call.params.id, call.now))) {
          throw new Problem('not-found', says.passkeyGone)
        }
        const staff = await findStaff(tx, call.actor.id)
        if (!staff?.joined) throw new Problem('conflict', says.lastWayIn)
        // Whoever has the device it was on is out; this screen stays.
        await endSignIns(tx, call.actor.id, call.now, staffOf(call.actor).signInId)
      })
      return overview(call)
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/code/offer',
    may,
    handle: async (call) => {
      await needFreshProof(call)
      return offerCode(call, (await mine(call)).person)
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/code',
    may,
    body: z.object({ offer: z.string().max(4000), code: Code }),
    handle: async (call) => {
      await needFreshProof(call)
      const { step, sealed } = checkNewCode(call, call.actor.id, call.body)
      await change(call, 'account.set-code', (tx) => saveCodeSecret(tx, call.actor.id, sealed, step, call.now))
      return overview(call)
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/password',
    may,
    body: z.object({ password: z.string().min(1, says.newPassword).max(1000) }),
    handle: async (call) => {
      await needFreshProof(call)
      const { person } = await mine(call)
      checkNewPassword(call.body.password, person)
      const hash = await hashPassword(call.body.password, call.passwordCost)
      await change(call, 'account.set-password', async (tx) => {
        await savePassword(tx, person.id, hash, call.now)
        // Whoever knew the old one is out; this screen stays.
        await endSignIns(tx, person.id, call.now, staffOf(call.actor).signInId)
      })
      return overview(call)
    },
  }),
  route({
    method: 'POST',
    path: '/api/account/recovery-codes',
    may,
    handle: async (call) => {
      await needFreshProof(call)
      const recoveryCodes = await change(call, 'account.renew-recovery-codes', (tx) =>
        renewRecoveryCodes(tx, call.actor.id, call.now),
      )
      return { recoveryCodes }
    },
  }),
]

const mine = ({ db, clinicId, actor }: Context) =>
  reading(db, { clinicId }, async (q) => {
    const [person, passkeys] = await Promise.all([findStaff(q, actor.id), listPasskeys(q, actor.id)])
    if (!person) throw new Problem('not-found', says.ownAccountEnded)
    return { person, passkeys }
  })

const change = <T>({ db, clinicId, actor, now: at }: Context, action: string, write: (tx: Tx) => Promise<T>) =>
  audited(db, { clinicId, actor, action, at, subject: { kind: 'staff', id: actor.id } }, write)

const overview = ({ db, clinicId, actor, now }: Context) =>
  reading(db, { clinicId }, async (q) => {
    const { id, signInId } = staffOf(actor)
    const [staff, passkeys, hash, code, recoveryCodesLeft, signIns] = await Promise.all([
      findStaff(q, id),
      listPasskeys(q, id),
      findPasswordHash(q, id),
      findCodeSecret(q, id),
      countRecoveryCodes(q, id),
      listSignIns(q, id, signInId, addMinutes(now, -longestMinutes)),
    ])
    return {
      name: staff?.name,
      email: staff?.email,
      roles: staff?.roles,
      passkeys: passkeys.map(({ id, name, addedAt, usedAt }) => ({ id, name, addedAt, usedAt })),
      hasPassword: hash !== undefined,
      hasCode: code !== undefined,
      recoveryCodesLeft,
      signIns,
    }
  })
