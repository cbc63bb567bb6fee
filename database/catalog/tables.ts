import { sql } from '../sql.ts'
import type { Query } from '../types.ts'

/** One object of the schema as the SQL that makes it. `order` is PostgreSQL's own number: what came first is smaller. */
export type Part = { order: number; text: string }

type Column = { tableOid: number; line: string }
type Constraint = { oid: number; tableOid: number; otherOid: number; tableName: string; line: string }

const here = sql`(select oid from pg_namespace where nspname = current_schema())`

/** Made by PostgreSQL along with something else: the sequence of an identity column, the constructors of a range. */
const comesWith = (catalog: 'pg_class' | 'pg_proc', oid: string) => sql`exists (select from pg_depend
  where classid = ${sql.raw(`'${catalog}'`)}::regclass and objid = ${sql.raw(oid)} and deptype = 'i')`

/** Tables with their columns, and the constraints that stand inside them or have to wait for a later table. */
export const listTables = async (query: Query): Promise<{ tables: Part[]; later: string[] }> => {
  const [tables, columns, constraints] = await Promise.all([
    query.all<{ oid: number; name: string }>(
      sql`select oid, relname as name from pg_class where relnamespace = ${here} and relkind = 'r' order by oid`,
    ),
    query.all<Column>(sql`
      select a.attrelid as "tableOid",
        quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                when a.attidentity <> '' then ' generated always as identity'
                when d.oid is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
        || case when a.attnotnull then ' not null' else '' end as line
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where c.relnamespace = ${here} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      order by a.attrelid, a.attnum`),
    query.all<Constraint>(sql`
      select k.oid, k.conrelid as "tableOid", k.confrelid as "otherOid", quote_ident(c.relname) as "tableName",
        'constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = ${here} and c.relkind = 'r' and k.contype in ('p', 'u', 'c', 'f', 'x')
      order by k.conrelid, position(k.contype::text in 'pucxf'), k.conname`),
  ])
  const waits = (one: Constraint): boolean => one.otherOid > one.tableOid
  return {
    tables: tables.map(({ oid, name }) => {
      const lines = [
        ...columns.filter((c) => c.tableOid === oid).map((c) => c.line),
        ...constraints.filter((k) => k.tableOid === oid && !waits(k)).map((k) => k.line),
      ]
      return { order: oid, text: `create table ${name} (\n  ${lines.join(',\n  ')}\n);` }
    }),
    later: constraints.filter(waits).map((k) => `alter table ${k.tableName} add ${k.line};`),
  }
}

/** Views, functions and types, each as PostgreSQL itself writes them. */
export const listOthers = async (query: Query): Promise<Part[]> => {
  const [views, functions, types] = await Promise.all([
    query.all<Part>(sql`
      select oid as "order", 'create view ' || quote_ident(relname)
        || coalesce(' with (' || array_to_string(reloptions, ', ') || ')', '') || ' as' || chr(10)
        || pg_get_viewdef(oid) as text
      from pg_class where relnamespace = ${here} and relkind = 'v'`),
    query.all<Part>(sql`
      select oid as "order", replace(pg_get_functiondef(oid), current_schema() || '.', '') || ';' as text
      from pg_proc p where pronamespace = ${here} and prokind in ('f', 'p') and not ${comesWith('pg_proc', 'p.oid')}`),
    query.all<Part>(sql`
      select t.oid as "order", 'create type ' || quote_ident(t.typname) || ' as enum ('
        || (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
            from pg_enum e where e.enumtypid = t.oid) || ');' as text
      from pg_type t where t.typnamespace = ${here} and t.typtype = 'e'
      union all
      select t.oid, 'create type ' || quote_ident(t.typname) || ' as range (subtype = '
        || format_type(r.rngsubtype, null) || ');'
      from pg_range r join pg_type t on t.oid = r.rngtypid where t.typnamespace = ${here}`),
  ])
  return [...views, ...functions, ...types]
}

/** What this printer would leave out. A schema that uses it needs a better printer, not a quiet gap. */
export const listUnknown = async (query: Query): Promise<string[]> => {
  const rows = await query.all<{ name: string }>(sql`
    select relkind::text || ' ' || relname as name from pg_class c
      where relnamespace = ${here} and relkind not in ('r', 'v', 'i', 't') and not ${comesWith('pg_class', 'c.oid')}
    union all select 'type ' || typname from pg_type where typnamespace = ${here} and typtype = 'd'
    union all select 'function ' || proname from pg_proc where pronamespace = ${here} and prokind not in ('f', 'p')`)
  return rows.map((row) => row.name)
}
