import { z } from 'zod'
import { reading } from '../../database/read.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/locations.ts'
import { audited, auditedIfChanged } from '../audit/audited.ts'
import { Problem } from '../request/problem.ts'
import { type Route, route } from '../request/route.ts'
import { changedMeanwhile, markOf, Seen } from '../request/seen.ts'
import { changeLocation, locationRefusal, lockLocation, saveLocation } from './changes.ts'
import { type Location, LocationChange, NewLocation } from './location.ts'
import { listLocations } from './queries.ts'

/** What the form of a location shows. */
const markOfLocation = ({ ownName, address, deaNumber, remsCertified, closed }: Location): string =>
  markOf({ ownName, address, deaNumber, remsCertified, closed })

const change = async (
  tx: Tx,
  id: string,
  { seen, ...after }: LocationChange & { seen?: string | undefined },
  now: Instant,
) => {
  await lockLocation(tx, id)
  const before = (await listLocations(tx)).find((one) => one.id === id)
  if (!before) throw new Problem('not-found', says.noLocation)
  // Sent again because the answer was lost: there is nothing to write.
  if (markOfLocation(before) === markOfLocation({ ...before, ...after, ownName: after.name })) return undefined
  if (seen !== undefined && seen !== markOfLocation(before)) throw await changedMeanwhile(tx, 'locations.change', id)
  await changeLocation(tx, id, after, now)
  return before
}

const fits = async <T>(change: Promise<T>): Promise<T> =>
  change.catch((error: unknown) => {
    throw locationRefusal(error)
  })

export const locationRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/locations',
    may: 'clinic.set',
    handle: async ({ db, clinicId }) => {
      const locations = await reading(db, { clinicId }, listLocations)
      return { locations: locations.map((location) => ({ ...location, mark: markOfLocation(location) })) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/locations',
    may: 'clinic.set',
    body: NewLocation,
    handle: async ({ db, clinicId, actor, now: at, body }) => {
      const act = { clinicId, actor, action: 'locations.add', at, subject: { kind: 'location', id: body.id } }
      await fits(
        audited(db, act, async (tx) => {
          if ((await saveLocation(tx, body, at)) === 1) return
          const there = (await listLocations(tx)).find(({ id }) => id === body.id)
          if (!there || markOfLocation(there) !== markOfLocation({ ...there, ...body, ownName: body.name }))
            throw new Problem('conflict', says.sameId)
        }),
      )
      return { id: body.id }
    },
  }),
  route({
    method: 'POST',
    path: '/api/locations/:id',
    may: 'clinic.set',
    params: z.object({ id: z.uuid() }),
    body: LocationChange.extend(Seen),
    handle: async ({ db, clinicId, actor, now: at, body, params: { id } }) => {
      const act = { actor, action: 'locations.change', at, subject: { kind: 'location', id } }
      // The row holds what is so now; what was so stays in the trail.
      await fits(
        auditedIfChanged(
          db,
          clinicId,
          (tx) => change(tx, id, body, at),
          ({ ownName: name, address, deaNumber, remsCertified, closed }) => ({
            ...act,
            detail: { before: { name, address, deaNumber, remsCertified, closed } },
          }),
        ),
      )
      return { id }
    },
  }),
]
