import { z } from 'zod'
import { reading } from '../../../database/read.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { audited } from '../../audit/audited.ts'
import { Problem } from '../../request/problem.ts'
import { type Context, type Route, route } from '../../request/route.ts'
import { renewRecoveryCodes, withdrawCredentials } from '../credentials/changes.ts'
import { NewCredential } from '../credentials/credential.ts'
import { offerBoth, prepareCredential } from '../credentials/establish.ts'
import { listPasskeys } from '../credentials/queries.ts'
import { endSignIns, noteTry } from '../sign-in/changes.ts'
import { enter, withCookie } from '../sign-in/enter.ts'
import { spendInvitation } from './changes.ts'
import { openInvitation } from './queries.ts'

const Token = z.string().min(20, says.linkCutOff).max(100, says.linkNotOurs)
type Invitation = Awaited<ReturnType<typeof openInvitation>>

/** Looking does not use the link up: mail programs open links to look for themselves. */
export const joinRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/join/look',
    may: 'public',
    perMinute: 30,
    body: z.object({ token: Token }),
    handle: async ({ db, now, body }) => {
      const { clinicName, staff, purpose, expiresAt } = await openInvitation(db, body.token, now)
      const { name, email, roles } = staff
      return { clinicName, name, email: purpose === 'display' ? undefined : email, roles, purpose, expiresAt }
    },
  }),
  route({
    method: 'POST',
    path: '/api/join/offer',
    may: 'public',
    perMinute: 30,
    body: z.object({ token: Token }),
    handle: async (call) => {
      const { clinicId, staff } = await openInvitation(call.db, call.body.token, call.now)
      const existing = await reading(call.db, { clinicId }, (q) => listPasskeys(q, staff.id))
      return offerBoth(call, staff, existing)
    },
  }),
  route({
    method: 'POST',
    path: '/api/join',
    may: 'public',
    perMinute: 20,
    body: z.object({ token: Token, credential: NewCredential.optional() }),
    handle: async (call) => {
      const invitation = await openInvitation(call.db, call.body.token, call.now)
      if (invitation.purpose === 'display') return showOnWall(call, invitation)
      if (!call.body.credential) throw new Problem('invalid', says.chooseSignIn)
      return join(call, invitation, call.body.credential)
    },
  }),
]

const actOf = ({ now }: Context, { clinicId, staff, purpose }: Invitation) => {
  const subject = { kind: 'staff', id: staff.id }
  return { clinicId, actor: { kind: 'staff' as const, id: staff.id }, action: `account.${purpose}`, at: now, subject }
}

const join = async (call: Context, invitation: Invitation, credential: NewCredential): Promise<Response> => {
  const { staff, purpose } = invitation
  const write = await prepareCredential(call, staff, credential)
  const act = { ...actOf(call, invitation), detail: { credential: credential.kind } }
  const done = await audited(call.db, act, async (tx) => {
    await spendInvitation(tx, invitation.id, call.now)
    if (purpose === 'recover') {
      await withdrawCredentials(tx, staff.id, call.now)
      await endSignIns(tx, staff.id, call.now)
    }
    await write(tx)
    // Wrong tries at the way in of before, whoever made them, are no reason to wait with this one.
    await noteTry(tx, staff.id, 'succeeded', call.now)
    const recoveryCodes = await renewRecoveryCodes(tx, staff.id, call.now)
    return { recoveryCodes, cookie: await enter(tx, call, staff.id, 'invitation') }
  })
  return withCookie(done.cookie, { recoveryCodes: done.recoveryCodes })
}

/** A screen on a wall has no hands: the link itself signs it in, once, and any earlier screen of this name goes dark. */
const showOnWall = async (call: Context, invitation: Invitation): Promise<Response> => {
  const cookie = await audited(call.db, actOf(call, invitation), async (tx) => {
    await spendInvitation(tx, invitation.id, call.now)
    await endSignIns(tx, invitation.staff.id, call.now)
    return enter(tx, call, invitation.staff.id, 'display')
  })
  return withCookie(cookie, { display: true })
}
