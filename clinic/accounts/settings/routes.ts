import { z } from 'zod'
import { reading } from '../../../database/read.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { audited } from '../../audit/audited.ts'
import { Problem } from '../../request/problem.ts'
import { type Context, type Route, route } from '../../request/route.ts'
import { Seen, sorted } from '../../request/seen.ts'
import { dueMinutes } from '../../safety/due.ts'
import { saveClinic, saveLimits, saveOrders } from './changes.ts'
import { ClinicSettings } from './clinic-settings.ts'
import { LimitsOfRoute } from './limits.ts'
import { findClinic, type StoredClinic } from './queries.ts'
import { checkSeen, marksOf, settingsIn } from './seen.ts'
import { StandingOrders } from './standing-orders.ts'

const parts = ['name', 'address', 'timeZone', 'emergencyPlan', 'messageCover', 'policy'] as const

const changedParts = (stored: StoredClinic, after: ClinicSettings): string[] => {
  const before = settingsIn(stored)
  return parts.filter((part) => sorted(before[part] ?? {}) !== sorted(after[part] ?? {}))
}

type SentLimits = z.infer<typeof LimitsOfRoute> & { seen?: string | undefined }

/**
 * Sent again because the answer was lost: they hold already, and this person signed for them with the same words, on what
 * stood before. Whoever looks at them and signs once more signs anew.
 */
const isSignedAlready = (
  clinic: StoredClinic,
  { route, limits, why, signedAs, seen }: SentLimits,
  by: string,
): boolean => {
  const { limits: hold, limitsSigned } = clinic.policy
  const { signedAt: _, ...signed } = limitsSigned?.[route] ?? { signedAt: undefined }
  const looked = seen === undefined || seen === marksOf(clinic).limits
  return !looked && sorted([hold?.[route], signed]) === sorted([limits, { why, signedAs, signedBy: by }])
}

/** The clinic, and what holds where it has decided nothing. */
const shown = async ({ db, clinicId }: Context) => {
  const clinic = await reading(db, { clinicId }, findClinic)
  const marks = clinic && marksOf(clinic)
  return { ...clinic, marks, otherwise: { urgentAlertMinutes: dueMinutes.urgent, highAlertMinutes: dueMinutes.high } }
}

export const settingsRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/clinic',
    may: 'clinic.read',
    handle: (call) => shown(call),
  }),
  route({
    method: 'POST',
    path: '/api/clinic',
    may: 'clinic.set',
    body: ClinicSettings.extend(Seen),
    handle: async (call) => {
      const { db, clinicId, actor, now, body } = call
      const before = await reading(db, { clinicId }, findClinic)
      if (!before) throw new Problem('not-found', says.noClinic)
      const changed = changedParts(before, body)
      const subject = { kind: 'clinic', id: clinicId }
      if (changed.length > 0) {
        const act = { clinicId, actor, action: 'clinic.set', at: now, subject, detail: { changed } }
        await audited(db, act, async (tx) => {
          await checkSeen(tx, 'settings', body.seen)
          await saveClinic(tx, body)
        })
      }
      return shown(call)
    },
  }),
  route({
    method: 'POST',
    path: '/api/clinic/limits',
    may: 'clinic.set',
    body: LimitsOfRoute.and(z.object(Seen)),
    handle: async (call) => {
      const { db, clinicId, actor, now: at, body } = call
      const clinic = await reading(db, { clinicId }, findClinic)
      if (clinic && isSignedAlready(clinic, body, actor.name)) return shown(call)
      const before = clinic?.policy.limits?.[body.route] ?? {}
      const subject = { kind: 'clinic', id: clinicId }
      const { route, limits: after, why, signedAs } = body
      const detail = { route, before, after, why, signedAs }
      const act = { clinicId, actor, action: 'clinic.set-limits', at, subject, detail }
      await audited(db, act, async (tx) => {
        await checkSeen(tx, 'limits', body.seen)
        await saveLimits(tx, route, after, { why, signedAs, signedBy: actor.name, signedAt: at })
      })
      return shown(call)
    },
  }),
  route({
    method: 'POST',
    path: '/api/clinic/standing-orders',
    may: 'clinic.set',
    body: z.object({ orders: StandingOrders, ...Seen }),
    handle: async (call) => {
      const { db, clinicId, actor, now: at, body } = call
      const clinic = await reading(db, { clinicId }, findClinic)
      const before = clinic?.policy.standingOrders ?? {}
      const after = Object.fromEntries(Object.entries(body.orders).filter(([, text]) => text))
      const subject = { kind: 'clinic', id: clinicId }
      const act = { clinicId, actor, action: 'clinic.set-orders', at, subject, detail: { before, after } }
      if (sorted(before) === sorted(after)) return shown(call)
      await audited(db, act, async (tx) => {
        await checkSeen(tx, 'orders', body.seen)
        await saveOrders(tx, after)
      })
      return shown(call)
    },
  }),
]
