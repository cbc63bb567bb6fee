import { z } from 'zod'
import { says } from '../../../web/words/en/says/sessions.ts'

/** A place where one patient at a time is treated. */
export const NewRoom = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1, says.roomName).max(60, says.roomNameTooLong),
  place: z.number().int().min(0).max(999).default(0),
  /** The registered location it is at; a clinic with one need not say. */
  locationId: z.uuid().optional(),
})
export type NewRoom = z.infer<typeof NewRoom>

export const RoomChange = NewRoom.omit({ id: true }).extend({ retired: z.boolean() })
export type RoomChange = z.infer<typeof RoomChange>

export type Room = {
  id: string
  name: string
  place: number
  retired: boolean
  locationId: string
  /** What the location is called, where there is more than one. */
  location: string | null
}
