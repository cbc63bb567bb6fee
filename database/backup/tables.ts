import { sql } from '../sql.ts'
import type { Query, Statement } from '../types.ts'

/** A table as a backup sees it: every column that is stored, as text. */
export type Table = { name: string; columns: string[]; types: string[]; key: string[] }

/** All tables of this schema but the list of migrations, which the header carries. */
export const listTables = (query: Query): Promise<Table[]> =>
  query.all<Table>(sql`
    select quote_ident(c.relname) as name,
      array_agg(quote_ident(a.attname) order by a.attnum) as columns,
      array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types,
      (select array_agg(quote_ident(k.attname) order by u.place) from pg_constraint p
         cross join lateral unnest(p.conkey) with ordinality u(number, place)
         join pg_attribute k on k.attrelid = c.oid and k.attnum = u.number
       where p.conrelid = c.oid and p.contype = 'p') as key
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = (select oid from pg_namespace where nspname = current_schema()) and c.relkind = 'r'
      and c.relname <> 'migration' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.oid, c.relname order by c.relname`)

/** A row as one line: a JSON array of its values as text, which PostgreSQL 15 to 18 write alike. One clinic's rows. */
export const linesOf = ({ name, columns, key }: Table): Statement =>
  sql.raw(`select to_json(array[${columns.map((column) => `${column}::text`).join(', ')}])::text as line
    from ${name} where clinic_id = evenkeel_clinic() order by ${key.join(', ')}`)

/** Puts lines back: the one parameter is a JSON array of them. */
export const insertInto = ({ name, columns, types }: Table): string =>
  `insert into ${name} (${columns.join(', ')}) overriding system value
   select ${types.map((type, i) => `(line->>${i})::${type}`).join(', ')} from json_array_elements($1::json) line`

export const confineTo = (clinicId: string): Statement =>
  sql`select set_config('evenkeel.clinic_id', ${clinicId}, true)`

const linesAtOnce = 2000

/** Every line of a table, clinic after clinic, a page at a time, in an order that is always the same. */
export async function* pagesOf(query: Query, table: Table, clinicIds: readonly string[]): AsyncGenerator<string[]> {
  for (const clinicId of clinicIds) {
    await query.all(confineTo(clinicId))
    await query.run(sql`declare backup_lines no scroll cursor for ${linesOf(table)}`)
    for (;;) {
      const rows = await query.all<{ line: string }>(sql.raw(`fetch ${linesAtOnce} from backup_lines`))
      if (rows.length > 0) yield rows.map((row) => row.line)
      if (rows.length < linesAtOnce) break
    }
    await query.run(sql`close backup_lines`)
  }
}

export type Sequence = { table: string; column: string; last: number; called: boolean }

/** Where the numbering columns stand. */
export const listSequences = async (query: Query): Promise<Sequence[]> => {
  const columns = await query.all<{ table: string; column: string; sequence: string }>(sql`
    select quote_ident(c.relname) as table, a.attname as column,
      pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = (select oid from pg_namespace where nspname = current_schema()) and c.relkind = 'r'
      and a.attidentity <> '' order by c.relname`)
  return Promise.all(
    columns.map(async ({ table, column, sequence }) => ({
      table,
      column,
      ...(await query.one<{ last: number; called: boolean }>(
        sql.raw(`select last_value as last, is_called as called from ${sequence}`),
      )),
    })),
  )
}
