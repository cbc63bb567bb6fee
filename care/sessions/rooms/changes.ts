import { sql } from '../../../database/sql.ts'
import type { Tx } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import type { NewRoom, RoomChange } from './room.ts'

export const saveRoom = (
  tx: Tx,
  { id, name, place, locationId }: NewRoom & { locationId: string },
  by: string,
  now: Instant,
): Promise<number> =>
  tx.run(sql`insert into room (clinic_id, id, name, place, location_id, made_at, made_by)
    values (evenkeel_clinic(), ${id}, ${name}, ${place}, ${locationId}, ${now}, ${by})
    on conflict (clinic_id, id) do nothing`)

/** Nobody else changes it until this transaction is over. */
export const lockRoom = (tx: Tx, id: string): Promise<number> =>
  tx.run(sql`select from room where id = ${id} for update`)

/** Renames, moves, retires or brings back. Sessions keep the room they were in. */
export const changeRoom = (
  tx: Tx,
  id: string,
  { name, place, locationId, retired }: RoomChange,
  now: Instant,
): Promise<number> =>
  tx.run(sql`update room set name = ${name}, place = ${place}, location_id = coalesce(${locationId ?? null}, location_id),
    retired_at = case when ${retired} then coalesce(retired_at, ${now}) end where id = ${id}`)
