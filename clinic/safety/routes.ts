import { z } from 'zod'
import { DatabaseError } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import type { Database } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/safety.ts'
import { audited } from '../audit/audited.ts'
import { Problem } from '../request/problem.ts'
import { type Route, route } from '../request/route.ts'
import { AlertAct } from './alert.ts'
import { addAlertEvent } from './changes.ts'
import {
  type AlertShown,
  countWaiting,
  findAlert,
  listClosedAlerts,
  listOpenAlerts,
  listPeopleForAlerts,
} from './queries.ts'

const AlertId = z.object({ alertId: z.uuid() })

export const alertRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/alerts',
    may: 'alerts.read',
    opens: 'alerts.open',
    query: z.object({ closed: z.enum(['yes', 'no']).default('no') }),
    handle: ({ db, clinicId, now, query }) =>
      reading(db, { clinicId }, async (q) => {
        const [alerts, people] = await Promise.all([
          query.closed === 'yes' ? listClosedAlerts(q, now) : listOpenAlerts(q, now),
          listPeopleForAlerts(q),
        ])
        return { alerts, people: people.map(({ id, name, roles }) => ({ id, name, roles })) }
      }),
  }),
  // What the menu of every screen shows; before `:alertId`, which it would match too.
  route({
    method: 'GET',
    path: '/api/alerts/waiting',
    may: 'alerts.read',
    handle: ({ db, clinicId }) => reading(db, { clinicId }, countWaiting),
  }),
  route({
    method: 'GET',
    path: '/api/alerts/:alertId',
    may: 'alerts.read',
    params: AlertId,
    handle: async ({ db, clinicId, actor, now, params: { alertId } }) => {
      const alert = await findOrSay(db, clinicId, alertId, now)
      const { patientId } = alert
      const subject = { kind: 'alert', id: alertId }
      const act = { clinicId, actor, action: 'alerts.open', at: now, subject, patientId }
      await audited(db, act, async () => undefined)
      return alert
    },
  }),
  route({
    method: 'POST',
    path: '/api/alerts/:alertId/events',
    may: 'alerts.act',
    params: AlertId,
    body: AlertAct,
    handle: async ({ db, clinicId, actor, now, params: { alertId }, body }) => {
      const alert = await findOrSay(db, clinicId, alertId, now)
      const sent = alert.events.find(({ id }) => id === body.id)
      if (sent) {
        if (sent.kind === body.kind && (sent.words ?? '') === ('words' in body ? body.words : '')) return alert
        throw otherwise({ by: sent.by, at: sent.at })
      }
      refuse(alert, body.kind, actor.id)
      if (body.kind === 'reassign' && body.toId) await checkPerson(db, clinicId, body.toId)
      const { patientId } = alert
      const subject = { kind: 'alert', id: alertId }
      const detail = { rule: alert.ruleId, level: alert.level }
      const act = { clinicId, actor, action: `alerts.${body.kind}`, at: now, subject, patientId, detail }
      try {
        await audited(db, act, async (tx) => {
          // False: the id is in use, here in this very moment or by another alert.
          if (!(await addAlertEvent(tx, { ...body, alertId, byId: actor.id, now }))) throw otherwise()
        })
      } catch (error) {
        if (!(error instanceof DatabaseError) || error.code !== '23505') throw error
        // Somebody else wrote in the moment between looking and writing.
        refuse(await findOrSay(db, clinicId, alertId, now), body.kind, actor.id)
        throw error
      }
      return findOrSay(db, clinicId, alertId, now)
    },
  }),
]

const findOrSay = async (db: Database, clinicId: string, alertId: string, now: Instant): Promise<AlertShown> => {
  const alert = await reading(db, { clinicId }, (q) => findAlert(q, alertId, now))
  if (!alert) throw new Problem('not-found', says.noSuchAlert)
  return alert
}

const checkPerson = async (db: Database, clinicId: string, staffId: string) => {
  const people = await reading(db, { clinicId }, listPeopleForAlerts)
  if (people.some(({ id }) => id === staffId)) return
  throw new Problem('invalid', says.cannotTakeAlerts, {
    fields: { toId: says.fromTheList },
  })
}

const otherwise = (first?: { by: string; at: Instant }) =>
  new Problem('conflict', says.sameIdOtherContent, {
    ...(first ? { first } : {}),
  })

/** Of two people the first wins; the second is told who, and when. */
const refuse = ({ standing }: AlertShown, kind: AlertAct['kind'], byId: string) => {
  const { closed, acknowledged } = standing
  if (closed && kind !== 'note') {
    throw new Problem('conflict', says.closedAlready(closed.by), { first: { by: closed.by, at: closed.at } })
  }
  if (acknowledged && kind === 'escalate') {
    throw new Problem('conflict', says.handOnInstead(acknowledged.by), {
      first: { by: acknowledged.by, at: acknowledged.at },
    })
  }
  if (acknowledged && kind === 'acknowledge') {
    const who = acknowledged.byId === byId ? undefined : acknowledged.by
    throw new Problem('conflict', says.acknowledgedAlready(who), {
      first: { by: acknowledged.by, at: acknowledged.at },
    })
  }
}
