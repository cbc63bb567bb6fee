import { DatabaseError } from '../../database/errors.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/locations.ts'
import { Problem } from '../request/problem.ts'
import type { LocationChange, NewLocation } from './location.ts'

/** Sent twice it is there once. */
export const saveLocation = (
  tx: Tx,
  { id, name, address, deaNumber, remsCertified }: NewLocation,
  now: Instant,
): Promise<number> =>
  tx.run(sql`
    insert into registered_location (clinic_id, id, name, address, dea_number, rems_certified, made_at)
    values (evenkeel_clinic(), ${id}, ${name}, ${address}, ${deaNumber}, ${remsCertified}, ${now})
    on conflict (clinic_id, id) do nothing`)

/** Nobody else changes it until this transaction is over. */
export const lockLocation = (tx: Tx, id: string): Promise<number> =>
  tx.run(sql`select from registered_location where id = ${id} for update`)

export const changeLocation = (
  tx: Tx,
  id: string,
  { name, address, deaNumber, remsCertified, closed }: LocationChange,
  now: Instant,
): Promise<number> =>
  tx.run(sql`
    update registered_location set name = ${name}, address = ${address}, dea_number = ${deaNumber},
      rems_certified = ${remsCertified}, closed_at = case when ${closed} then coalesce(closed_at, ${now}) end
    where id = ${id}`)

const refused: Record<string, { says: string; field?: string }> = {
  location_name_once: { says: says.nameTaken, field: 'name' },
  location_named: { says: says.name, field: 'name' },
  location_open: { says: says.closed, field: 'locationId' },
  location_last: { says: says.last },
  location_has_rooms: { says: says.hasRooms },
  location_has_stock: { says: says.hasStock },
}

/** What the database refuses of a location, as a sentence; anything else as it was. */
export const locationRefusal = (error: unknown): unknown => {
  const known = error instanceof DatabaseError ? refused[error.constraint ?? ''] : undefined
  if (!known) return error
  return new Problem('invalid', known.says, known.field ? { fields: { [known.field]: known.says } } : {})
}
