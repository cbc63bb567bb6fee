import { z } from 'zod'
import { reading } from '../../../database/read.ts'
import type { Tx } from '../../../database/types.ts'
import { letterWords } from '../../../web/words/en/letters.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { audited, auditedIfChanged } from '../../audit/audited.ts'
import { queueMessage } from '../../messages/changes.ts'
import { onceOf } from '../../messages/of-invitations.ts'
import { leaveTeams } from '../../records/team/changes.ts'
import { Problem } from '../../request/problem.ts'
import { type Context, type Route, route } from '../../request/route.ts'
import { changedMeanwhile, markOf, Seen } from '../../request/seen.ts'
import { handOnFrom } from '../../safety/leaving.ts'
import { linkHours, makeInvitation, withdrawInvitations } from '../join/changes.ts'
import type { InvitationPurpose } from '../join/queries.ts'
import { mayDo, type Role } from '../permissions.ts'
import { findClinic } from '../settings/queries.ts'
import { endSignIns } from '../sign-in/changes.ts'
import { addStaff, keepAnOwner, lockStaff, setActive, setRoles } from './changes.ts'
import { findStaff, listStaff, type StaffRow } from './queries.ts'
import { listAccountEvents } from './queries-of-trail.ts'
import { NewDisplay, NewStaff, PersonRoles } from './staff.ts'
import { accountTrailPage } from './trail.ts'

const byId = z.object({ id: z.uuid() })

export const staffRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/staff',
    may: 'staff.list',
    handle: async ({ db, clinicId, now, actor }) => {
      const staff = await reading(db, { clinicId }, (q) => listStaff(q, now))
      const manages = actor.kind === 'staff' && mayDo(actor.roles, 'staff.manage')
      return { staff: manages ? staff.map(forOwner) : staff.filter(isColleague).map(forColleague) }
    },
  }),
  // Whoever manages accounts reads what happened to them; that they did is in the trail too.
  route({
    method: 'GET',
    path: '/api/staff/trail',
    may: 'staff.manage',
    opens: 'staff.trail.open',
    query: z.object({ before: z.coerce.number().int().positive().optional() }),
    handle: async ({ db, clinicId, query: { before } }) => {
      const entries = await reading(db, { clinicId }, (q) => listAccountEvents(q, before))
      return { entries, more: entries.length === accountTrailPage }
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff',
    may: 'staff.manage',
    body: NewStaff,
    handle: (call) => invite(call, call.body, 'join'),
  }),
  route({
    method: 'POST',
    path: '/api/displays',
    may: 'staff.manage',
    body: NewDisplay,
    handle: (call) => {
      const { id, name } = call.body
      return invite(call, { id, name, email: `${id}@display.invalid`, roles: ['display'] }, 'display')
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/:id/link',
    may: 'staff.manage',
    params: byId,
    handle: async (call) => {
      const staff = await theirs(call)
      if (!staff.active) throw new Problem('conflict', says.letBackFirst)
      const purpose = isDisplay(staff) ? 'display' : staff.joined ? 'recover' : 'join'
      return change(call, `staff.link-${purpose}`, {}, (tx) => sendLink(tx, call, staff, purpose))
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/:id/roles',
    may: 'staff.manage',
    params: byId,
    body: z.object({ roles: PersonRoles, ...Seen }),
    handle: async (call) => {
      const staff = await theirs(call)
      if (isDisplay(staff)) throw new Problem('conflict', says.displayRoles)
      const { db, clinicId, actor, now: at } = call
      const { roles: after } = call.body
      const act = { actor, action: 'staff.roles', at, subject: { kind: 'staff', id: staff.id } }
      await auditedIfChanged(
        db,
        clinicId,
        async (tx) => {
          const before = await changeRoles(tx, staff.id, call.body)
          if (before && !mayDo(after, 'alerts.act')) await handOnFrom(tx, staff, { byId: actor.id, now: at })
          return before
        },
        (before) => ({ ...act, detail: { before, after } }),
      )
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/:id/deactivate',
    may: 'staff.manage',
    params: byId,
    handle: async (call) => {
      const staff = await theirs(call)
      if (staff.id === call.actor.id) throw new Problem('conflict', says.notYourself)
      return change(call, 'staff.deactivate', {}, async (tx) => {
        if (staff.roles.includes('owner')) await keepAnOwner(tx, staff.id)
        await setActive(tx, staff.id, false)
        await endSignIns(tx, staff.id, call.now)
        await withdrawInvitations(tx, staff.id, call.now)
        await leaveTeams(tx, staff.id, { actorId: call.actor.id, now: call.now })
        await handOnFrom(tx, staff, { byId: call.actor.id, now: call.now })
      })
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/:id/reactivate',
    may: 'staff.manage',
    params: byId,
    handle: async (call) => {
      const staff = await theirs(call)
      return change(call, 'staff.reactivate', {}, async (tx) => {
        await setActive(tx, staff.id, true)
      })
    },
  }),
  route({
    method: 'POST',
    path: '/api/staff/:id/sign-out',
    may: 'staff.manage',
    params: byId,
    handle: async (call) => {
      const staff = await theirs(call)
      return change(call, 'staff.sign-out', {}, async (tx) => ({ ended: await endSignIns(tx, staff.id, call.now) }))
    },
  }),
]

const markOfRoles = (roles: readonly Role[]): string => markOf([...roles].sort())

/** @returns what the roles were; undefined where they are so already */
const changeRoles = async (
  tx: Tx,
  id: string,
  { roles, seen }: { roles: readonly Role[]; seen?: string | undefined },
): Promise<readonly Role[] | undefined> => {
  await lockStaff(tx, id)
  const before = (await findStaff(tx, id))?.roles ?? []
  // Sent again because the answer was lost: there is nothing to write.
  if (markOfRoles(before) === markOfRoles(roles)) return undefined
  if (seen !== undefined && seen !== markOfRoles(before)) throw await changedMeanwhile(tx, 'staff.roles', id)
  if (before.includes('owner') && !roles.includes('owner')) await keepAnOwner(tx, id)
  await setRoles(tx, id, roles)
  return before
}

type Called = Context & { params: { id: string } }
type Person = { id: string; name: string; email: string; roles: readonly Role[] }

const isDisplay = ({ roles }: { roles: readonly Role[] }): boolean => roles.includes('display')

const theirs = async ({ db, clinicId, params }: Called) => {
  const staff = await reading(db, { clinicId }, (q) => findStaff(q, params.id))
  if (!staff) throw new Problem('not-found', says.noSuchStaff)
  return staff
}

const change = <T>(call: Called, action: string, detail: Record<string, unknown>, write: (tx: Tx) => Promise<T>) => {
  const { db, clinicId, actor, now: at } = call
  const subject = { kind: 'staff', id: call.params.id }
  return audited(db, { clinicId, actor, action, at, subject, detail }, write)
}

const invite = (call: Context, person: Person, purpose: InvitationPurpose) =>
  change({ ...call, params: { id: person.id } }, 'staff.invite', { roles: person.roles }, async (tx) => {
    await addStaff(tx, { ...person, now: call.now })
    return sendLink(tx, call, person, purpose)
  })

/** Makes the link, mails it where there is somebody to mail, and shows it this once to the owner who made it. */
const sendLink = async (tx: Tx, call: Context, person: Person, purpose: InvitationPurpose) => {
  const { now, origin, secrets } = call
  const { id, token, expiresAt } = await makeInvitation(tx, { staffId: person.id, purpose, madeBy: call.actor.id, now })
  const link = `${origin}/join#${token}`
  if (purpose !== 'display') {
    const clinic = (await findClinic(tx))?.name ?? 'the clinic'
    const hours = linkHours[purpose]
    const letter =
      purpose === 'join'
        ? letterWords.join(clinic, person.name, link, hours / 24)
        : letterWords.recover(clinic, person.name, link, hours)
    const message = { staffId: person.id, channel: 'mail' as const, to: person.email, once: onceOf(id), ...letter }
    await queueMessage(tx, { ...message, now, secrets })
  }
  return { id: person.id, link, purpose, expiresAt, mailTo: purpose === 'display' ? undefined : person.email }
}

const forOwner = (staff: StaffRow) => ({
  ...staff,
  ...(isDisplay(staff) ? { email: undefined } : {}),
  mark: markOfRoles(staff.roles),
})
const isColleague = (staff: StaffRow): boolean => !isDisplay(staff)
const forColleague = ({ id, name, roles, active }: StaffRow) => ({ id, name, roles, active })
