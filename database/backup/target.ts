import { StartProblem } from '../errors.ts'
import { owning } from '../owner.ts'
import { sql } from '../sql.ts'
import type { Connection, Database, Statement } from '../types.ts'
import { encode } from '../values.ts'
import { listTables, type Table } from './tables.ts'

const here = `(select oid from pg_namespace where nspname = current_schema())`

/** Refuses a database that holds anything at all. */
export const expectEmpty = async (db: Database): Promise<void> => {
  const { count } = await owning(db, (query) =>
    query.one<{ count: number }>(sql.raw(`select count(*) as count from pg_class where relnamespace = ${here}`)),
  )
  if (count > 0)
    throw new StartProblem(
      `The database ${db.place} is not empty; nothing was restored. Give an empty one, so that nothing can be overwritten.`,
    )
}

type Line = { text: string }

/**
 * The tables of the schema, with what has to stand aside while they are filled and how to put it back: references
 * (rows come table by table), triggers, and row-level security for an owner who is no superuser.
 */
export const tablesOn = async (
  connection: Connection,
): Promise<{ tables: Table[]; aside: string[]; back: string[] }> => {
  const all = async <Row>({ text, values }: Statement): Promise<Row[]> => {
    const [answer] = await connection.send([{ text, values: values.map(encode) }])
    return (answer?.rows ?? []) as Row[]
  }
  const one = async <Row>(statement: Statement): Promise<Row> => (await all<Row>(statement))[0] as Row
  const run = async (statement: Statement): Promise<number> => (await all(statement)).length
  const tables = await listTables({ all, one, maybe: one, run })
  const references = await all<{ aside: string; back: string }>(
    sql.raw(`select format('alter table %s drop constraint %I', conrelid::regclass, conname) as aside,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
      from pg_constraint where connamespace = ${here} and contype = 'f' order by conrelid::regclass::text, conname`),
  )
  const exempt = (words: string): string[] => tables.map(({ name }) => `alter table ${name} ${words}`)
  const forced = await all<Line>(
    sql.raw(`select quote_ident(relname) as text from pg_class where relnamespace = ${here} and relforcerowsecurity`),
  )
  return {
    tables,
    aside: [
      ...references.map(({ aside }) => aside),
      ...exempt('disable trigger user'),
      ...forced.map(({ text }) => `alter table ${text} no force row level security`),
    ],
    back: [
      ...references.map(({ back }) => back),
      ...exempt('enable trigger user'),
      ...forced.map(({ text }) => `alter table ${text} force row level security`),
    ],
  }
}
