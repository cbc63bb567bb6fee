import { z } from 'zod'
import { audited } from '../../../clinic/audit/audited.ts'
import { locationRefusal } from '../../../clinic/locations/changes.ts'
import { chosenLocation, listLocations, placesOf } from '../../../clinic/locations/queries.ts'
import { Problem } from '../../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../../clinic/request/route.ts'
import { DatabaseError } from '../../../database/errors.ts'
import { reading } from '../../../database/read.ts'
import { says } from '../../../web/words/en/says/sessions.ts'
import { changeRoom, saveRoom } from './changes.ts'
import { listRooms } from './queries.ts'
import { NewRoom, RoomChange } from './room.ts'

const act = ({ clinicId, actor, now }: Context, action: string, id: string) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'room', id },
})

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
        return { rooms, locations: placesOf(locations) }
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
          await saveRoom(tx, { ...body, locationId }, actor.id, now)
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
    body: RoomChange,
    async handle({ body, params: { id }, ...context }) {
      await fits(
        audited(context.db, act(context, 'rooms.change', id), async (tx) => {
          if (body.locationId) await chosenLocation(tx, body.locationId)
          if ((await changeRoom(tx, id, body, context.now)) === 0) throw new Problem('not-found', says.noSuchRoom)
        }),
      )
      return { id }
    },
  }),
]
