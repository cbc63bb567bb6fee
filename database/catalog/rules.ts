import { sql } from '../sql.ts'
import type { Query } from '../types.ts'

const here = sql`(select oid from pg_namespace where nspname = current_schema())`
type Line = { text: string }

/** What surrounds the tables: indexes, triggers, row-level security, policies and grants, in a fixed order. */
export const listRules = async (query: Query): Promise<string[]> => {
  const groups = await Promise.all([
    query.all<Line>(sql`
      select replace(pg_get_indexdef(i.indexrelid), ' ON ' || quote_ident(current_schema()) || '.', ' ON ') || ';' as text
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
      where c.relnamespace = ${here} and not exists (select from pg_constraint k where k.conindid = i.indexrelid
        and k.contype in ('p', 'u', 'x'))
      order by t.relname, c.relname`),
    query.all<Line>(sql`
      select replace(replace(pg_get_triggerdef(g.oid), ' ON ' || quote_ident(current_schema()) || '.', ' ON '),
                     'EXECUTE FUNCTION ' || quote_ident(current_schema()) || '.', 'EXECUTE FUNCTION ') || ';' as text
      from pg_trigger g join pg_class t on t.oid = g.tgrelid
      where t.relnamespace = ${here} and not g.tgisinternal order by t.relname, g.tgname`),
    query.all<Line>(sql`
      select 'alter table ' || quote_ident(relname) || ' enable row level security;'
        || case when relforcerowsecurity then chr(10) || 'alter table ' || quote_ident(relname)
           || ' force row level security;' else '' end as text
      from pg_class where relnamespace = ${here} and relkind = 'r' and relrowsecurity order by relname`),
    query.all<Line>(sql`
      select 'create policy ' || quote_ident(policyname) || ' on ' || quote_ident(tablename)
        || case permissive when 'PERMISSIVE' then '' else ' as restrictive' end || ' for ' || lower(cmd)
        || ' to ' || array_to_string(roles, ', ') || coalesce(' using (' || qual || ')', '')
        || coalesce(' with check (' || with_check || ')', '') || ';' as text
      from pg_policies where schemaname = current_schema() order by tablename, policyname`),
    query.all<Line>(sql`
      select 'grant ' || string_agg(lower(g.privilege_type), ', ' order by lower(g.privilege_type)) || ' on '
        || quote_ident(c.relname) || ' to evenkeel_app;' as text
      from pg_class c cross join lateral aclexplode(c.relacl) g
      where c.relnamespace = ${here} and g.grantee = 'evenkeel_app'::regrole and c.relkind in ('r', 'v')
      group by c.relname order by c.relname`),
    query.all<Line>(sql`
      select 'grant ' || lower(g.privilege_type) || ' (' || string_agg(quote_ident(a.attname), ', ' order by a.attnum)
        || ') on ' || quote_ident(c.relname) || ' to evenkeel_app;' as text
      from pg_attribute a join pg_class c on c.oid = a.attrelid cross join lateral aclexplode(a.attacl) g
      where c.relnamespace = ${here} and g.grantee = 'evenkeel_app'::regrole
      group by c.relname, g.privilege_type order by c.relname, g.privilege_type`),
    query.all<Line>(sql`
      select case when not exists (select from aclexplode(p.proacl) g where g.grantee = 0)
          then 'revoke execute on function ' || p.oid::regprocedure || ' from public;' || chr(10) else '' end
        || case when exists (select from aclexplode(p.proacl) g where g.grantee = 'evenkeel_app'::regrole)
          then 'grant execute on function ' || p.oid::regprocedure || ' to evenkeel_app;' else '' end as text
      from pg_proc p where p.pronamespace = ${here} and p.proacl is not null order by p.oid::regprocedure::text`),
  ])
  return groups.flatMap((group) => group.map((line) => line.text.trim()))
}
