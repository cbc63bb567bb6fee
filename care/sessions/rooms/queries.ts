import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import type { Room } from './room.ts'

/** Rooms as they stand on the board; retired ones last. */
export const listRooms = (q: Query): Promise<Room[]> =>
  q.all<Room>(sql`select id, name, place, retired_at is not null as retired from room
    order by retired_at is not null, place, lower(name), id`)
