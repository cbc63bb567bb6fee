import { randomUUID } from 'node:crypto'
import type { As } from '../../server/test.ts'
import { ok } from '../stock/test.ts'

/** A second registered location, and a room there. For tests only. */
export const branch = async (owner: As, more: object = {}) => {
  const [locationId, roomId] = [randomUUID(), randomUUID()]
  ok(await owner.post('/api/locations', { id: locationId, name: `North ${locationId}`, ...more }))
  ok(await owner.post('/api/rooms', { id: roomId, name: `North room ${roomId}`, locationId }))
  return { locationId, roomId }
}
