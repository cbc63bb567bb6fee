import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { namedBy, type RowNamed } from '../outcomes/definitions.ts'
import type { Listed, Reason } from './listed.ts'
import { counts, fits, Looked, ordered } from './order.ts'
import { everybody, gather } from './read.ts'
import { SaveView, type View } from './view.ts'
import { listViews, removeView, saveView } from './views.ts'

const onPage = 100

export type RegistryAnswer = {
  rows: Listed[]
  /** Of everybody this person sees, and of those who fit. */
  total: number
  fitting: number
  counts: Record<Reason, number>
  views: View[]
  /** The relapse rule that improvement lost is read by. */
  readBy: RowNamed
}

const viewAct = ({ clinicId, actor, now }: Context, action: string, id: string) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'registry view', id },
})

export const registryRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/registry',
    may: 'registry.read',
    opens: 'registry.open',
    query: Looked.extend({ show: z.coerce.number().int().min(1).max(100_000).default(onPage) }),
    handle: async ({ db, clinicId, actor, now, query }): Promise<RegistryAnswer> => {
      const views = await reading(db, { clinicId }, (q) => listViews(q, actor.id))
      const gathered = await gather(db, clinicId, actor, now)
      const all = await everybody(gathered, actor, now)
      const fitting = all.filter((row) => fits(query, row))
      return {
        rows: ordered(fitting, query.by).slice(0, query.show),
        total: all.length,
        fitting: fitting.length,
        counts: counts(all),
        views,
        readBy: namedBy(gathered.chosen, 'phq-9-relapse'),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/api/registry/views',
    may: 'registry.read',
    body: SaveView,
    handle: async ({ body, ...context }) => {
      const { actor, now, db } = context
      await audited(db, viewAct(context, 'registry.view', body.viewId), (tx) =>
        saveView(tx, body, { staffId: actor.id, now }),
      )
      return { viewId: body.viewId }
    },
  }),
  route({
    method: 'POST',
    path: '/api/registry/views/:viewId/remove',
    may: 'registry.read',
    params: z.object({ viewId: z.uuid() }),
    body: z.object({ id: z.uuid() }),
    handle: async ({ body, params: { viewId }, ...context }) => {
      const { actor, now, db } = context
      await audited(db, viewAct(context, 'registry.view-remove', viewId), (tx) =>
        removeView(tx, { id: body.id, viewId }, { staffId: actor.id, now }),
      )
      return { viewId }
    },
  }),
]
