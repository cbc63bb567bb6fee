import type { z } from 'zod'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { Problem } from '../request/problem.ts'
import type { SetAside } from './requests.ts'

/** What can be set aside before it went anywhere, and the table that says so. Each row stands for good. */
const tables = {
  letter: { table: sql.raw('letter_set_aside'), of: sql.raw('letter_id') },
  release: { table: sql.raw('release_request_set_aside'), of: sql.raw('request_id') },
} as const

type Aside = z.infer<typeof SetAside> & { what: keyof typeof tables; of: string; by: string; now: Instant }

/** It goes nowhere from now on. The first one stands. @returns who was first */
export const saveAside = async (
  tx: Tx,
  { id, words, what, of: ofId, by, now }: Aside,
): Promise<{ id: string; by: string; at: Instant }> => {
  const { table, of } = tables[what]
  await tx.run(sql`
    insert into ${table} (clinic_id, id, ${of}, words, at, by_id)
    values (evenkeel_clinic(), ${id}, ${ofId}, ${words}, ${now}, ${by})
    on conflict do nothing`)
  const first = await tx.maybe<{ id: string; by: string; at: Instant }>(sql`
    select a.id, s.name as by, a.at from ${table} a
    join staff s on s.clinic_id = a.clinic_id and s.id = a.by_id where a.${of} = ${ofId}`)
  if (!first) throw new Problem('conflict', says.sentTwice)
  return first
}
