import { sql } from '../../database/sql.ts'
import type { Query, Statement } from '../../database/types.ts'
import { type DoseNow, discrepancyOf } from './dose.ts'
import type { Discrepancy } from './shown.ts'

const dosesFrom = sql.raw(`stock_dose d
  join staff s on s.clinic_id = d.clinic_id and s.id = d.given_by
  join lateral (select * from stock_dose_amount x where x.clinic_id = d.clinic_id and x.dose_id = d.id
                order by x.seq desc limit 1) a on true
  left join stock_entry e on e.clinic_id = d.clinic_id and e.dose_id = d.id and e.kind = 'withdrawn'
  left join stock_lot l on l.clinic_id = e.clinic_id and l.id = e.lot_id
  left join stock_item i on i.clinic_id = e.clinic_id and i.id = e.item_id
  left join lateral (select -(e.amount + coalesce(sum(c.amount), 0)) as drawn from stock_entry c
                     where c.clinic_id = e.clinic_id and c.corrects = e.id) k on e.id is not null`)

const dosesWhere = (which: Statement) => sql`
  select d.id, d.session_id as "sessionId", d.location_id as "locationId", d.drug, d.form, a.mg, a.pieces, a.strength, coalesce(l.lot, d.lot) as lot,
         a.given_at as "givenAt", s.name as "givenBy", k.drawn, e.lot_id as "lotId", a.seq,
         exists (select from stock_dose_settled t
           where t.clinic_id = d.clinic_id and t.dose_id = d.id and t.amount_seq = a.seq) as settled
  from ${dosesFrom} where ${which} order by a.given_at desc, d.id`

export const findDose = (q: Query, id: string): Promise<DoseNow | undefined> =>
  q.maybe<DoseNow>(dosesWhere(sql`d.id = ${id}`))

/** The doses of one session that stand, the oldest first. */
export const listDosesOf = async (q: Query, sessionId: string): Promise<DoseNow[]> =>
  (await q.all<DoseNow>(dosesWhere(sql`d.session_id = ${sessionId} and a.mg > 0`))).reverse()

/** In the ledger's unit. */
export const givenOf = ({ form, mg, pieces }: Pick<DoseNow, 'form' | 'mg' | 'pieces'>): number =>
  form === 'vial' ? mg : (pieces ?? 0)

export const differenceOf = (dose: DoseNow) =>
  discrepancyOf({ given: givenOf(dose), drawn: dose.drawn, settled: dose.settled })

/** Doses that do not agree with the ledger and that nobody has settled: never silently absent. */
export const listDiscrepancies = async (q: Query): Promise<Discrepancy[]> => {
  const doses = await q.all<DoseNow>(
    dosesWhere(sql`
    k.drawn is distinct from (case d.form when 'vial' then a.mg else coalesce(a.pieces, 0) end)`),
  )
  return doses.flatMap((dose) => {
    const difference = differenceOf(dose)
    return difference ? [{ ...dose, difference }] : []
  })
}

/** One line of the administration log (CS-4). */
export type Administered = DoseNow & { patientName: string; address: Record<string, string>; ndc: string | null }

/** Every dose given at a location in a period of the clinic's calendar, the oldest first, with whom it was given to. */
export const listAdministered = (
  q: Query,
  { locationId, from, until }: { locationId: string; from: string; until: string },
): Promise<Administered[]> =>
  q.all<Administered>(sql`
    select d.id, d.session_id as "sessionId", d.location_id as "locationId", d.drug, d.form, a.mg, a.pieces, coalesce(i.strength, a.strength) as strength,
           coalesce(l.lot, d.lot) as lot, a.given_at as "givenAt", s.name as "givenBy", k.drawn, e.lot_id as "lotId", a.seq,
           exists (select from stock_dose_settled t
             where t.clinic_id = d.clinic_id and t.dose_id = d.id and t.amount_seq = a.seq) as settled,
           p.legal_name as "patientName", p.address, i.ndc
    from ${dosesFrom} join patient_now p on p.clinic_id = d.clinic_id and p.id = d.patient_id
    join clinic z on z.clinic_id = d.clinic_id
    where d.location_id = ${locationId} and (a.given_at at time zone z.time_zone)::date between ${from} and ${until} and a.mg > 0
    order by a.given_at, d.id`)
