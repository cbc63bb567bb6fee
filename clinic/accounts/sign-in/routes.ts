import { z } from 'zod'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { type Instant, minutesBetween } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { audited } from '../../audit/audited.ts'
import { type Context, type Route, route } from '../../request/route.ts'
import { PasskeyAnswer } from '../credentials/credential.ts'
import { askPasskey } from '../credentials/passkey.ts'
import { findPasswordHash, listPasskeys } from '../credentials/queries.ts'
import { Email } from '../staff/staff.ts'
import { endSignIn, endSignIns, lockSignIn, touchSignIn } from './changes.ts'
import { noCookie } from './cookie.ts'
import { withCookie } from './enter.ts'
import { enterByPasskey } from './passkey.ts'
import { enterTyped } from './password.ts'
import { proveByPasskey, proveByPassword, staffOf } from './prove.ts'

const Password = z.string().min(1, says.enterPassword).max(1000)

/** A touch is written down at most this often: every one is a write and an entry in the trail. */
const touchMinutes = 2

export const signInRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/sign-in',
    may: 'public',
    perMinute: 20,
    body: z.object({
      email: Email,
      password: Password,
      code: z.string().min(1, says.enterCode).max(20),
    }),
    handle: async (call) => {
      const { email, ...typed } = call.body
      return withCookie(await enterTyped(call, email, typed), { signedIn: true })
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/recover',
    may: 'public',
    perMinute: 10,
    body: z.object({
      email: Email,
      password: Password.optional(),
      recoveryCode: z.string().min(8, says.enterRecoveryCode).max(40),
    }),
    handle: async (call) => {
      const { email, ...typed } = call.body
      return withCookie(await enterTyped(call, email, typed), { signedIn: true })
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/passkey/ask',
    may: 'public',
    perMinute: 30,
    handle: (call) => askPasskey(call, ''),
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/passkey',
    may: 'public',
    perMinute: 20,
    body: PasskeyAnswer,
    handle: async (call) => withCookie(await enterByPasskey(call, call.body), { signedIn: true }),
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/lock',
    may: 'account.own',
    whileLocked: true,
    handle: async (call) => {
      await audited(call.db, own(call, 'sign-in.lock'), (tx) => lockSignIn(tx, staffOf(call.actor).signInId, call.now))
      return { locked: true }
    },
  }),
  route({
    method: 'GET',
    path: '/api/sign-in/ways',
    may: 'account.own',
    whileLocked: true,
    handle: async ({ db, clinicId, actor }) => {
      const { id } = staffOf(actor)
      const [hash, passkeys] = await reading(db, { clinicId }, (q) =>
        Promise.all([findPasswordHash(q, id), listPasskeys(q, id)]),
      )
      return { password: hash !== undefined, passkey: passkeys.length > 0 }
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/unlock/ask',
    may: 'account.own',
    whileLocked: true,
    perMinute: 30,
    handle: async (call) => {
      const { id } = staffOf(call.actor)
      return askPasskey(call, id, await reading(call.db, { clinicId: call.clinicId }, (q) => listPasskeys(q, id)))
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/unlock',
    may: 'account.own',
    whileLocked: true,
    perMinute: 20,
    body: z.union([z.object({ password: Password }), z.object({ passkey: PasskeyAnswer })], says.enterPassword),
    handle: async (call) => {
      if ('password' in call.body) await proveByPassword(call, call.body.password)
      else await proveByPasskey(call, call.body.passkey)
      return { locked: false }
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-in/active',
    may: 'account.own',
    handle: async (call) => {
      const { signInId } = staffOf(call.actor)
      const seen = await reading(call.db, { clinicId: call.clinicId }, (q) =>
        q.maybe<{ at: Instant }>(sql`select seen_at as at from sign_in where id = ${signInId}`),
      )
      if (seen && minutesBetween(seen.at, call.now) >= touchMinutes) {
        await audited(call.db, own(call, 'sign-in.seen'), (tx) => touchSignIn(tx, signInId, call.now))
      }
      return { locked: false }
    },
  }),
  route({
    method: 'POST',
    path: '/api/sign-out',
    may: 'signed-in',
    whileLocked: true,
    body: z.object({ everywhere: z.boolean().optional() }),
    handle: async (call) => {
      const { id, signInId } = staffOf(call.actor)
      const { everywhere } = call.body
      await audited(call.db, own(call, everywhere ? 'sign-out.everywhere' : 'sign-out'), async (tx) => {
        if (everywhere) await endSignIns(tx, id, call.now)
        else await endSignIn(tx, id, signInId, call.now)
      })
      return withCookie(noCookie, { signedIn: false })
    },
  }),
]

const own = ({ clinicId, actor, now: at }: Context, action: string) => ({
  clinicId,
  actor,
  action,
  at,
  subject: { kind: 'staff', id: actor.id },
})
