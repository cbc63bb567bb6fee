import { Problem } from '../../clinic/request/problem.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/registry.ts'
import type { SaveView, View } from './view.ts'

/** Their own views and those that others share, as they stand. */
export const listViews = (q: Query, staffId: string): Promise<View[]> =>
  q.all<View>(sql`
    select v.view_id as "viewId", v.name, v.shows, v.shared, s.name as by, v.by_id = ${staffId} as mine
    from (select distinct on (view_id) * from registry_view order by view_id, seq desc) v
    join staff s on s.clinic_id = v.clinic_id and s.id = v.by_id
    where not v.removed and (v.shared or v.by_id = ${staffId})
    order by v.name, v.view_id`)

type Who = { staffId: string; now: Instant }

/** Sent twice it is kept once. Only who made a view changes it. */
export const saveView = async (tx: Tx, { id, viewId, name, shows, shared }: SaveView, who: Who): Promise<void> => {
  const maker = await findMaker(tx, viewId)
  if (maker !== undefined && maker !== who.staffId) throw new Problem('not-allowed', says.notYourView)
  await tx.run(sql`
    insert into registry_view (clinic_id, id, view_id, name, shows, shared, removed, at, by_id)
    values (evenkeel_clinic(), ${id}, ${viewId}, ${name}, ${sql.json(shows)}::jsonb, ${shared}, false, ${who.now}, ${who.staffId})
    on conflict do nothing`)
}

/** Removed twice it is removed once. */
export const removeView = async (tx: Tx, { id, viewId }: { id: string; viewId: string }, who: Who): Promise<void> => {
  const maker = await findMaker(tx, viewId)
  if (maker === undefined) throw new Problem('not-found', says.noSuchView)
  if (maker !== who.staffId) throw new Problem('not-allowed', says.notYourView)
  await tx.run(sql`
    insert into registry_view (clinic_id, id, view_id, name, shows, shared, removed, at, by_id)
    select clinic_id, ${id}, view_id, name, shows, shared, true, ${who.now}, ${who.staffId}
    from registry_view where view_id = ${viewId} order by seq desc limit 1
    on conflict do nothing`)
}

const findMaker = async (q: Query, viewId: string): Promise<string | undefined> =>
  (
    await q.maybe<{ by: string }>(
      sql`select by_id as by from registry_view where view_id = ${viewId} order by seq limit 1`,
    )
  )?.by
