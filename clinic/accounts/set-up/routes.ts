import { z } from 'zod'
import { audited } from '../../audit/audited.ts'
import { type Context, type Route, route } from '../../request/route.ts'
import { renewRecoveryCodes } from '../credentials/changes.ts'
import { offerBoth, prepareCredential } from '../credentials/establish.ts'
import { checkFirstRun, spendFirstRun } from '../first-run.ts'
import { createClinic } from '../settings/changes.ts'
import { enter, withCookie } from '../sign-in/enter.ts'
import { addStaff } from '../staff/changes.ts'
import { Owner, SetUp, SetUpToken } from './set-up.ts'

export const setUpRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/setup/look',
    may: 'public',
    perMinute: 30,
    body: z.object({ token: SetUpToken }),
    handle: ({ db, secrets, now, body }) => checkFirstRun(db, secrets.folder, body.token, now),
  }),
  route({
    method: 'POST',
    path: '/api/setup/offer',
    may: 'public',
    perMinute: 30,
    body: z.object({ token: SetUpToken, owner: Owner }),
    handle: async (call) => {
      await checkFirstRun(call.db, call.secrets.folder, call.body.token, call.now)
      return offerBoth(call, call.body.owner)
    },
  }),
  route({
    method: 'POST',
    path: '/api/setup',
    may: 'public',
    perMinute: 20,
    body: SetUp,
    handle: async (call) => {
      await checkFirstRun(call.db, call.secrets.folder, call.body.token, call.now)
      const write = await prepareCredential(call, call.body.owner, call.body.credential)
      const made = await spendFirstRun(call.secrets.folder, () => make(call, call.body, write))
      return withCookie(made.cookie, { recoveryCodes: made.recoveryCodes })
    },
  }),
]

/** Clinic, owner, their way of signing in and the recovery codes: all of it or none of it. */
const make = (
  call: Context,
  { clinicId, clinic, owner }: SetUp,
  write: Awaited<ReturnType<typeof prepareCredential>>,
) => {
  const { db, now } = call
  const act = {
    clinicId,
    actor: { kind: 'staff' as const, id: owner.id },
    action: 'clinic.set-up',
    at: now,
    subject: { kind: 'clinic', id: clinicId },
    detail: { roles: owner.roles },
  }
  return audited(db, act, async (tx) => {
    await createClinic(tx, { ...clinic, id: clinicId, now })
    await addStaff(tx, { ...owner, now })
    await write(tx)
    const recoveryCodes = await renewRecoveryCodes(tx, owner.id, now)
    return { recoveryCodes, cookie: await enter(tx, call, owner.id, 'set up') }
  })
}
