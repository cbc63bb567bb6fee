import { sql } from './sql.ts'
import type { Query, Statement } from './types.ts'

/** A foreign key of a table: the columns that must be there, and those of the row they name. */
export type Reference = { table: string; to: string; columns: string[]; toColumns: string[] }

export const listReferences = (q: Query): Promise<Reference[]> =>
  q.all<Reference>(sql`
    select c.relname as table, t.relname as to,
      (select json_agg(a.attname order by k.place) from unnest(f.conkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.number) as columns,
      (select json_agg(a.attname order by k.place) from unnest(f.confkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.number) as "toColumns"
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
    where f.contype = 'f' and c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
    order by f.oid`)

/**
 * Which rows of which table are one patient's: those with that `patient_id`, and those that hang on such a row, however
 * many tables lie between. Read from the foreign keys, so that a table which comes later is not forgotten. Undefined for a
 * table of which no row is a patient's.
 */
export const belongingTo = (
  patientId: string,
  columnsOf: ReadonlyMap<string, readonly string[]>,
  references: readonly Reference[],
): ((table: string) => Statement | undefined) => {
  const of = (table: string, through: readonly string[]): Statement | undefined => {
    if (table === 'patient') return sql`id = ${patientId}`
    if (columnsOf.get(table)?.includes('patient_id')) return sql`patient_id = ${patientId}`
    const ways = references
      .filter((one) => one.table === table && ![table, ...through].includes(one.to))
      .flatMap(({ to, columns, toColumns }) => {
        const theirs = of(to, [...through, table])
        return theirs
          ? [sql`(${named(columns)}) in (select ${named(toColumns)} from ${named([to])} where ${theirs})`]
          : []
      })
    return ways.length > 0 ? sql`(${sql.join(ways, sql.raw(' or '))})` : undefined
  }
  return (table) => of(table, [])
}

const named = (names: readonly string[]): Statement => sql.raw(names.map((name) => `"${name}"`).join(', '))
