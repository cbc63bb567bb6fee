import { z } from 'zod'
import { audited, auditedIfChanged } from '../../../clinic/audit/audited.ts'
import { locationRefusal } from '../../../clinic/locations/changes.ts'
import { chosenLocation, listLocations, placesOf } from '../../../clinic/locations/queries.ts'
import { Problem } from '../../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../../clinic/request/route.ts'
import { changedMeanwhile, markOf, Seen } from '../../../clinic/request/seen.ts'
import { DatabaseError } from '../../../database/errors.ts'
import { reading } from '../../../database/read.ts'
import type { Tx } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/sessions.ts'
import { changeRoom, lockRoom, saveRoom } from './changes.ts'
import { listRooms } from './queries.ts'
import { NewRoom, type Room, RoomChange } from './room.ts'

const act = ({ clinicId, actor, now }: Context, action: string, id: string) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'room', id },
})

/** What somebody sees of a room whom they change. */
const markOfRoom = ({ name, place, locationId, retired }: Room): string => markOf({ name, place, locationId, retired })

const change = async (
  tx: Tx,
  id: string,
  { seen, ...after }: RoomChange & { seen?: string | undefined },
  now: Instant,
) => {
  if (after.locationId) await chosenLocation(tx, after.locationId)
  await lockRoom(tx, id)
  const before = (await listRooms(tx)).find((one) => one.id === id)
  if (!before) throw new Problem('not-found', says.noSuchRoom)
  // Sent again because the answer was lost: there is nothing to write.
  const { locationId = before.locationId } = after
  if (markOfRoom(before) === markOfRoom({ ...before, ...after, locationId })) return undefined
  if (seen !== undefined && seen !== markOfRoom(before)) throw await changedMeanwhile(tx, 'rooms.change', id)
  await changeRoom(tx, id, after, now)
  return before
}

const fits = async <T>(change: Promise<T>): Promise<T> =>
  change.catch((error: unknown) => {
    if (error instanceof DatabaseError && error.constraint === 'room_name_once') {
      throw new Problem('invalid', says.roomNameTaken, { fields: { name: says.roomNameTaken } })
    }
    throw locationRefusal(error)
  })

export const roomRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/rooms',
    may: 'clinic.read',
    async handle({ db, clinicId }) {
      return reading(db, { clinicId }, async (q) => {
        const [rooms, locations] = await Promise.all([listRooms(q), listLocations(q)])
        return { rooms: rooms.map((room) => ({ ...room, mark: markOfRoom(room) })), locations: placesOf(locations) }
      })
    },
  }),
  route({
    method: 'POST',
    path: '/api/rooms',
    may: 'clinic.set',
    body: NewRoom,
    async handle({ body, ...context }) {
      const { db, actor, now } = context
      await fits(
        audited(db, act(context, 'rooms.add', body.id), async (tx) => {
          const { id: locationId } = await chosenLocation(tx, body.locationId)
          if ((await saveRoom(tx, { ...body, locationId }, actor.id, now)) === 1) return
          const there = (await listRooms(tx)).find(({ id }) => id === body.id)
          if (there?.name !== body.name || there.locationId !== locationId)
            throw new Problem('conflict', says.sameIdOtherContent)
        }),
      )
      return { id: body.id }
    },
  }),
  route({
    method: 'POST',
    path: '/api/rooms/:id',
    may: 'clinic.set',
    params: z.object({ id: z.uuid() }),
    body: RoomChange.extend(Seen),
    async handle({ body, params: { id }, ...context }) {
      const { db, clinicId } = context
      // The row holds what is so now; what was so stays in the trail.
      await fits(
        auditedIfChanged(
          db,
          clinicId,
          (tx) => change(tx, id, body, context.now),
          ({ name, place, locationId, retired }) => ({
            ...act(context, 'rooms.change', id),
            detail: { before: { name, place, locationId, retired } },
          }),
        ),
      )
      return { id }
    },
  }),
]
