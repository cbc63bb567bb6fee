import { z } from 'zod'
import { demoDoor } from '../clinic/accounts/demo-clinic.ts'
import { hasClinic, isWaiting } from '../clinic/accounts/first-run.ts'
import { roles } from '../clinic/accounts/permissions.ts'
import { withCookie } from '../clinic/accounts/sign-in/enter.ts'
import { Problem } from '../clinic/request/problem.ts'
import { type Context, type Route, route } from '../clinic/request/route.ts'
import type { Database } from '../database/types.ts'
import { says } from '../web/words/en/says/demo.ts'
import { enterDemo, patientLink, unlockDemo } from './door.ts'
import { discardDemos, findUnderway, makeDemo } from './make.ts'

/** Where to go on after asking for a demo; its page says how far the making is. */
const page = '/demo'

/** The last making on this database that did not come to its end. */
const failed = new WeakSet<Database>()

/** Whoever owns a clinic here may clear the demo away; anybody may as long as there is only the demo. */
const mayDiscard = async ({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<boolean> =>
  (actor.kind === 'staff' && !actor.locked && actor.roles.includes('owner')) || !(await hasClinic(db))

export const demoRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/demo',
    may: 'public',
    handle: async ({ db, actor, secrets }) => {
      const making = findUnderway(db)
      const { exists, enterable } = await demoDoor(db)
      const state = making ? 'being made' : exists ? 'there' : failed.has(db) ? 'failed' : 'none'
      const mayMake = state === 'none' || state === 'failed' ? !(await hasClinic(db)) : false
      const discard = state === 'there' && (await mayDiscard({ db, actor }))
      const setUpWaits = isWaiting(secrets.folder)
      return { state, share: making?.share ?? null, enterable, roles, mayMake, mayDiscard: discard, setUpWaits }
    },
  }),
  route({
    method: 'POST',
    path: '/api/demo',
    may: 'public',
    perMinute: 10,
    handle: async ({ db, secrets, now, origin }) => {
      if (await hasClinic(db)) throw new Problem('conflict', says.setUpAlready)
      if ((await demoDoor(db)).exists) return { go: page }
      failed.delete(db)
      // It takes longer than anybody should wait for an answer: the page says how far it is.
      makeDemo({ db, secrets, now, origin }).finished.catch((error: unknown) => {
        failed.add(db)
        console.error(says.notMade, error)
      })
      return { go: page }
    },
  }),
  route({
    method: 'POST',
    path: '/api/demo/enter',
    may: 'public',
    perMinute: 60,
    body: z.object({ role: z.enum(roles, says.role) }),
    handle: async (call) => withCookie(await enterDemo(call, call.body.role), { signedIn: true }),
  }),
  route({
    method: 'POST',
    path: '/api/demo/patient-link',
    may: 'public',
    perMinute: 20,
    handle: async ({ db, origin, now }) => ({ url: await patientLink(db, origin, now) }),
  }),
  route({
    method: 'POST',
    path: '/api/demo/unlock',
    may: 'account.own',
    whileLocked: true,
    handle: async (call) => {
      await unlockDemo(call)
      return { locked: false }
    },
  }),
  route({
    method: 'POST',
    path: '/api/demo/discard',
    may: 'public',
    perMinute: 10,
    handle: async ({ db, actor }) => {
      if (!(await mayDiscard({ db, actor }))) throw new Problem('not-allowed', says.onlyOwner)
      if (findUnderway(db)) throw new Problem('conflict', says.beingMade)
      if ((await discardDemos(db)) === 0) throw new Problem('not-found', says.noDemo)
      return { go: '/' }
    },
  }),
]
