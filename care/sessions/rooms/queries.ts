import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import type { Room } from './room.ts'

/** Rooms as they stand on the board; retired ones last. */
export const listRooms = (q: Query): Promise<Room[]> =>
  q.all<Room>(sql`
    select r.id, r.name, r.place, r.retired_at is not null as retired, r.location_id as "locationId",
           case when (select count(*) from registered_location) > 1 then coalesce(nullif(l.name, ''), c.name) end as location
    from room r
    join registered_location l on l.clinic_id = r.clinic_id and l.id = r.location_id
    join clinic c on c.clinic_id = r.clinic_id
    order by r.retired_at is not null, r.place, lower(r.name), r.id`)
