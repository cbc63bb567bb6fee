import { z } from 'zod'
import { reading } from '../../database/read.ts'
import type { Tx } from '../../database/types.ts'
import { says } from '../../web/words/en/says/locations.ts'
import { audited } from '../audit/audited.ts'
import { Problem } from '../request/problem.ts'
import { type Context, type Route, route } from '../request/route.ts'
import { changeLocation, locationRefusal, saveLocation } from './changes.ts'
import { LocationChange, NewLocation } from './location.ts'
import { listLocations } from './queries.ts'

const changing = async (
  { db, clinicId, actor, now }: Context,
  action: string,
  id: string,
  change: (tx: Tx) => Promise<void>,
) => {
  try {
    await audited(db, { clinicId, actor, action, at: now, subject: { kind: 'location', id } }, change)
  } catch (error) {
    throw locationRefusal(error)
  }
  return { id }
}

export const locationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/locations',
    may: 'clinic.set',
    handle: async ({ db, clinicId }) => ({ locations: await reading(db, { clinicId }, listLocations) }),
  }),
  route({
    method: 'POST',
    path: '/api/locations',
    may: 'clinic.set',
    body: NewLocation,
    handle: ({ body, ...context }) =>
      changing(context, 'locations.add', body.id, async (tx) => void (await saveLocation(tx, body, context.now))),
  }),
  route({
    method: 'POST',
    path: '/api/locations/:id',
    may: 'clinic.set',
    params: z.object({ id: z.uuid() }),
    body: LocationChange,
    handle: ({ body, params: { id }, ...context }) =>
      changing(context, 'locations.change', id, async (tx) => {
        if ((await changeLocation(tx, id, body, context.now)) === 0) throw new Problem('not-found', says.noLocation)
      }),
  }),
]
