import { StartProblem } from './errors.ts'
import { owning } from './owner.ts'
import { sql } from './sql.ts'
import type { Database, Query } from './types.ts'

/**
 * Throws a demo clinic away, every row of it, in one transaction. Refuses any other clinic: there facts are only ever
 * appended. The audit trail goes too, which its trigger allows for a demo clinic being discarded and for nothing else.
 */
export const discardDemo = (db: Database, clinicId: string): Promise<void> =>
  owning(
    db,
    async (q) => {
      await q.run(sql`select set_config('evenkeel.discard_demo', ${clinicId}, true)`)
      const clinic = await q.maybe<{ is_demo: boolean }>(sql`select is_demo from clinic where clinic_id = ${clinicId}`)
      if (!clinic?.is_demo) throw new StartProblem('Only a demo clinic can be thrown away. Nothing was changed.')
      for (const table of await childrenFirst(q)) {
        await q.run(sql`delete from ${sql.raw(`"${table}"`)} where clinic_id = ${clinicId}`)
      }
    },
    'write',
    clinicId,
  )

/** Tables with a clinic_id, each after all that refer to it. */
const childrenFirst = async (q: Query): Promise<string[]> => {
  const [tables, edges] = await Promise.all([
    q.all<{ name: string }>(sql`
      select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by c.relname`),
    q.all<{ child: string; parent: string }>(sql`
      select distinct c.relname::text as child, p.relname::text as parent
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
      where k.contype = 'f' and k.conrelid <> k.confrelid and c.relnamespace = current_schema()::regnamespace`),
  ])
  const left = new Set(tables.map(({ name }) => name))
  const order: string[] = []
  while (left.size > 0) {
    const free = [...left].filter((name) => !edges.some(({ child, parent }) => parent === name && left.has(child)))
    if (free.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...left].join(', ')}`)
    for (const name of free) left.delete(name)
    order.push(...free)
  }
  return order
}
