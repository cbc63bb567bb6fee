import type { Connection, Step } from '../types.ts'

/** Two tables that a torn transaction would leave disagreeing: rows 1 … n, and n. */
export const makeLedger: Step = {
  text: `create table if not exists ledger (n integer primary key, body text not null);
         create table if not exists total (id integer primary key, n integer not null);
         insert into total values (1, 0) on conflict do nothing`,
}

const body = (n: number): string => `row ${n} ${'x'.repeat(200 + ((n * 37) % 900))}`

/** One transaction over both tables; now and then followed by the work that happens in the background. */
export const stepsFor = (n: number): Step[] => [
  { text: 'begin' },
  { text: 'insert into ledger values ($1, $2)', values: [String(n), body(n)] },
  { text: 'update total set n = $1 where id = 1', values: [String(n)] },
  { text: 'commit' },
  ...(n % 400 === 0 ? [{ text: 'checkpoint' }] : []),
  ...(n % 900 === 0 ? [{ text: 'vacuum ledger' }] : []),
]

export type Ledger = { rows: number; last: number; total: number; bad: number; byIndex: number }

/** Reads every row, once through the table and once through its index. */
export const readLedger = async (connection: Connection): Promise<Ledger> => {
  await connection.send([
    { text: 'set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off' },
  ])
  const [table] = await connection.send([
    {
      text: `select count(*)::int as rows, coalesce(max(n), 0) as last, (select n from total where id = 1) as total,
               count(*) filter (where body not like 'row ' || n || ' x%')::int as bad from ledger`,
      values: [],
    },
  ])
  await connection.send([{ text: 'reset all; set enable_seqscan = off; set enable_bitmapscan = off' }])
  const [index] = await connection.send([{ text: 'select count(n)::int as n from ledger where n > 0', values: [] }])
  await connection.send([{ text: 'reset all' }])
  return {
    ...(table?.rows[0] as Omit<Ledger, 'byIndex'>),
    byIndex: (index?.rows[0] as { n: number } | undefined)?.n ?? -1,
  }
}

export type Loss = { lost: number; torn: number; corrupt: number }

/** What is wrong with a ledger of which everything up to `acknowledged` was promised. More than promised is no loss. */
export const judge = ({ rows, last, total, bad, byIndex }: Ledger, acknowledged: number): Loss => ({
  lost: Math.max(0, acknowledged - last),
  torn: rows === last && total === last ? 0 : 1,
  corrupt: bad === 0 && byIndex === rows ? 0 : 1,
})
