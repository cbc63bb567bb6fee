import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import type { Day, Instant } from '../../science/time.ts'
import { type Mismatch, standingOf } from './count.ts'
import type { MismatchShown, ToCount } from './shown.ts'

/**
 * The lots of one location to look for, without what the ledger says of them. A lot that was counted as empty, agreed, and has not moved
 * since is not looked for again.
 */
export const listToCount = (q: Query, locationId: string, itemId?: string): Promise<ToCount[]> =>
  q.all<ToCount>(sql`
    select l.id, l.item_id as "itemId", l.lot, l.expiry from stock_lot l
    where l.location_id = ${locationId} and (${itemId ?? null}::uuid is null or l.item_id = ${itemId ?? null}::uuid)
      and not coalesce((
        select n.counted = 0 and n.expected = 0 and not exists (
                 select from stock_entry e where e.clinic_id = l.clinic_id and e.lot_id = l.id and e.recorded_at >= c.recorded_at)
        from stock_count_line n join stock_count c on c.clinic_id = n.clinic_id and c.id = n.count_id
        where n.clinic_id = l.clinic_id and n.lot_id = l.id order by n.taken_at desc limit 1), false)
    order by l.expiry, l.lot, l.id`)

export type CountLine = { id: string; itemId: string; lotId: string; counted: number; estimated: boolean }
export type StoredCount = {
  id: string
  purpose: 'count' | 'inventory'
  locationId: string
  itemId: string | null
  business: 'open' | 'close' | null
  takenAt: Instant
  takenOn: Day
  by: string
  lines: CountLine[]
}

const countsWhere = (which: Statement) => sql`
  select c.id, c.purpose, c.location_id as "locationId", c.item_id as "itemId", c.business, c.taken_at as "takenAt",
         (c.taken_at at time zone k.time_zone)::date as "takenOn", s.name as by,
         coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'itemId', l.item_id, 'lotId', l.lot_id, 'counted', l.counted,
             'estimated', l.estimated) order by l.id)
           from stock_count_line l where l.clinic_id = c.clinic_id and l.count_id = c.id), '[]') as lines
  from stock_count c join clinic k on k.clinic_id = c.clinic_id
  join staff s on s.clinic_id = c.clinic_id and s.id = c.recorded_by
  where ${which} order by c.taken_at desc, c.id`

export const findCount = (q: Query, id: string): Promise<StoredCount | undefined> =>
  q.maybe<StoredCount>(countsWhere(sql`c.id = ${id}`))
export const listInventories = (q: Query, locationId: string): Promise<StoredCount[]> =>
  q.all<StoredCount>(countsWhere(sql`c.purpose = 'inventory' and c.location_id = ${locationId}`))

/** When an item was counted last at a location, alone or with everything. */
export const listLastCounts = (q: Query, locationId: string): Promise<{ itemId: string; takenAt: Instant }[]> =>
  q.all(sql`
    select l.item_id as "itemId", max(l.taken_at) as "takenAt" from stock_count_line l
    join stock_count c on c.clinic_id = l.clinic_id and c.id = l.count_id
    where c.location_id = ${locationId} group by l.item_id`)

const mismatchesWhere = (which: Statement) => sql`
  select l.id, l.item_id as "itemId", c.location_id as "locationId", l.lot_id as "lotId", o.lot, l.counted, l.expected, l.taken_at as "takenAt",
         (l.taken_at at time zone k.time_zone)::date as "takenOn", s.name as "countedBy",
         coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'outcome', e.outcome, 'words', e.words,
             'at', ${sql.instant('e.at')}, 'byId', e.by_id, 'by', b.name)
             order by e.seq)
           from stock_mismatch_event e join staff b on b.clinic_id = e.clinic_id and b.id = e.by_id
           where e.clinic_id = l.clinic_id and e.line_id = l.id), '[]') as events
  from stock_count_line l
  join stock_count c on c.clinic_id = l.clinic_id and c.id = l.count_id
  join stock_lot o on o.clinic_id = l.clinic_id and o.id = l.lot_id
  join clinic k on k.clinic_id = l.clinic_id
  join staff s on s.clinic_id = c.clinic_id and s.id = c.recorded_by
  where l.counted <> l.expected and ${which} order by l.taken_at desc, l.id`

const shown = (rows: Mismatch[], today: Day): MismatchShown[] =>
  rows.map((row) => ({ ...row, standing: standingOf(row, today) }))

/** Every count that did not agree, the newest first, with where it stands. */
export const listMismatches = async (q: Query, today: Day): Promise<MismatchShown[]> =>
  shown(await q.all<Mismatch>(mismatchesWhere(sql`true`)), today)

export const findMismatch = async (q: Query, id: string, today: Day): Promise<MismatchShown | undefined> =>
  shown(await q.all<Mismatch>(mismatchesWhere(sql`l.id = ${id}`)), today)[0]

/** A later count of the same lot that agreed. */
export const findAgreeing = (q: Query, { lotId, takenAt }: Mismatch): Promise<{ id: string } | undefined> =>
  q.maybe(sql`
    select id from stock_count_line where lot_id = ${lotId} and taken_at > ${takenAt} and counted = expected limit 1`)
