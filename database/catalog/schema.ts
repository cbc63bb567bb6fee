import type { Query } from '../types.ts'
import { listRules } from './rules.ts'
import { listOthers, listTables, listUnknown } from './tables.ts'

const opening = `-- Made by database/write-schema.ts from the migrations: read it, never edit it.
set check_function_bodies = off;

do $$
begin
  if not exists (select from pg_roles where rolname = 'evenkeel_app') then
    create role evenkeel_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  execute format('grant usage on schema %I to evenkeel_app', current_schema());
end $$;`

/** The schema of the connection's current schema as SQL that makes it again in an empty one. */
export const printSchema = async (query: Query): Promise<string> => {
  const unknown = await listUnknown(query)
  if (unknown.length > 0) throw new Error(`database/catalog cannot print: ${unknown.join(', ')}`)
  const { tables, later } = await listTables(query)
  const others = await listOthers(query)
  const objects = [...tables, ...others].sort((a, b) => a.order - b.order).map((part) => part.text.trim())
  return `${[opening, ...objects, ...later, (await listRules(query)).join('\n')].join('\n\n')}\n`
}
