import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import type { Day, Instant } from '../../science/time.ts'
import type { Drug, Form, Item } from './item.ts'
import type { Entry, LotNow } from './ledger.ts'

export type Today = { today: Day; timeZone: string; name: string; witness: 'yes' | 'no' | null }

/** The clinic's calendar day, its zone, and what it has decided about witnesses. */
export const findToday = (q: Query, now: Instant): Promise<Today> =>
  q.one<Today>(sql`
    select (${now}::timestamptz at time zone time_zone)::date as today, time_zone as "timeZone", name,
           policy ->> 'wasteWitness' as witness from clinic`)

const itemColumns = sql.raw('i.id, i.drug, i.form, i.strength, i.volume_ml as "volumeMl", i.ndc')

export const listItems = (q: Query): Promise<Item[]> =>
  q.all<Item>(
    sql`select ${itemColumns} from stock_item i order by i.drug desc, i.form desc, i.strength, i.volume_ml, i.id`,
  )

export const findItem = (q: Query, id: string): Promise<Item | undefined> =>
  q.maybe<Item>(sql`select ${itemColumns} from stock_item i where i.id = ${id}`)

const lotsWhere = (which: Statement) => sql`
  select l.id, l.item_id as "itemId", l.location_id as "locationId", l.lot, l.expiry, coalesce(sum(e.amount), 0) as balance
  from stock_lot l left join stock_entry e on e.clinic_id = l.clinic_id and e.lot_id = l.id
  where ${which} group by l.clinic_id, l.id order by l.expiry, l.lot, l.id`

/** Every lot with what the ledger says is there: the sum of its entries. */
export const listLots = (q: Query): Promise<LotNow[]> => q.all<LotNow>(lotsWhere(sql`true`))
export const listLotsAt = (q: Query, locationId: string): Promise<LotNow[]> =>
  q.all<LotNow>(lotsWhere(sql`l.location_id = ${locationId}`))
export const findLot = (q: Query, id: string): Promise<LotNow | undefined> =>
  q.maybe<LotNow>(lotsWhere(sql`l.id = ${id}`))
export const findLotNamed = (
  q: Query,
  { itemId, locationId, lot }: Pick<LotNow, 'itemId' | 'locationId' | 'lot'>,
): Promise<LotNow | undefined> =>
  q.maybe<LotNow>(
    lotsWhere(sql`l.item_id = ${itemId} and l.location_id = ${locationId} and upper(l.lot) = upper(${lot})`),
  )

/** What a lot held at a moment, by what is known now: corrections count from when the corrected thing happened. */
export const findBalanceAt = async (q: Query, lotId: string, at: Instant): Promise<number> =>
  (
    await q.one<{ balance: number }>(sql`
      select coalesce(sum(e.amount), 0) as balance from stock_entry e
      left join stock_entry o on o.clinic_id = e.clinic_id and o.id = e.corrects
      where e.lot_id = ${lotId} and coalesce(o.happened_at, e.happened_at) <= ${at}`)
  ).balance

/** Items of a location whose withdrawals wait, because a count did not agree and nobody has written what was found. */
export const listHeldItems = async (q: Query, locationId: string): Promise<string[]> => {
  const rows = await q.all<{ itemId: string }>(sql`
    select distinct l.item_id as "itemId" from stock_count_line l
    join stock_count k on k.clinic_id = l.clinic_id and k.id = l.count_id
    where k.location_id = ${locationId} and l.counted <> l.expected and not exists (
      select from stock_mismatch_event e where e.clinic_id = l.clinic_id and e.line_id = l.id and e.kind = 'found')`)
  return rows.map(({ itemId }) => itemId)
}

const entriesWhere = (which: Statement) => sql`
  select e.id, e.item_id as "itemId", l.location_id as "locationId", e.lot_id as "lotId", l.lot, e.kind, e.amount,
         e.amount + coalesce((select sum(c.amount) from stock_entry c
           where c.clinic_id = e.clinic_id and c.corrects = e.id), 0) as standing,
         (select sum(b.amount) from stock_entry b
           where b.clinic_id = e.clinic_id and b.lot_id = e.lot_id and b.seq <= e.seq) as after,
         e.happened_at as "happenedAt", e.recorded_at as "recordedAt", e.recorded_by as "byId", s.name as by,
         e.party, e.words, d.session_id as "sessionId", e.dose_id as "doseId", e.of_drawn as "ofDrawn", e.corrects, e.witness_needed as "witnessNeeded",
         case when w.id is not null then jsonb_build_object('by', ws.name,
           'at', ${sql.instant('w.at')}) end as witness
  from stock_entry e
  join stock_lot l on l.clinic_id = e.clinic_id and l.id = e.lot_id
  join staff s on s.clinic_id = e.clinic_id and s.id = e.recorded_by
  left join stock_dose d on d.clinic_id = e.clinic_id and d.id = e.dose_id
  left join stock_witness w on w.clinic_id = e.clinic_id and w.entry_id = e.id
  left join staff ws on ws.clinic_id = w.clinic_id and ws.id = w.by_id
  where ${which} order by e.seq desc`

/** A ledger goes on for years; a screen shows its newest part and says that there is more. */
export const ledgerShown = 300

/** The ledger of one item at one location, the newest first. */
export const listEntriesOf = (q: Query, itemId: string, locationId: string): Promise<Entry[]> =>
  q.all<Entry>(sql`${entriesWhere(sql`e.item_id = ${itemId} and l.location_id = ${locationId}`)} limit ${ledgerShown}`)

export const findEntry = (q: Query, id: string): Promise<Entry | undefined> =>
  q.maybe<Entry>(entriesWhere(sql`e.id = ${id}`))

/** What was wasted of these doses or of the vials they came from, the oldest first. */
export const listWastedOf = async (q: Query, doseIds: readonly string[]): Promise<Entry[]> =>
  (await q.all<Entry>(entriesWhere(sql`e.kind = 'wasted' and e.dose_id = any(${doseIds}::uuid[])`))).reverse()

/** Waste that somebody else still has to say they saw. */
export const listUnwitnessed = (q: Query): Promise<Entry[]> =>
  q.all<Entry>(entriesWhere(sql`e.witness_needed and w.id is null`))

/** What a dose of this drug and form, given at this location, can be drawn from today. */
export const listLotsFor = (
  q: Query,
  { drug, form, locationId, today }: { drug: Drug; form: Form; locationId: string; today: Day },
): Promise<(LotNow & Pick<Item, 'drug' | 'form' | 'strength' | 'volumeMl'>)[]> =>
  q.all(sql`
    select n.*, i.drug, i.form, i.strength, i.volume_ml as "volumeMl"
    from (${lotsWhere(sql`l.expiry >= ${today} and l.location_id = ${locationId}`)}) n join stock_item i on i.id = n."itemId"
    where i.drug = ${drug} and i.form = ${form} and n.balance > 0 order by n.expiry, n.lot`)
