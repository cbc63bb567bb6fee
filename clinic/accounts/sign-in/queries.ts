import { sql } from '../../../database/sql.ts'
import type { Query } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { type Failures, noFailures } from './lock-out.ts'

/** In a transaction that knocks with the hash of an address: everybody who has it, in whichever clinic. */
export const listByEmail = (q: Query, email: string) =>
  q.all<{ clinicId: string; id: string }>(sql`
    select clinic_id as "clinicId", id from staff where email = ${email} and active order by created_at, id limit 8`)

/** Failures in a row since the last time it was right. */
export const countFailures = async (q: Query, staffId: string): Promise<Failures> => {
  const rows = await q.all<{ at: Instant; outcome: string }>(sql`
    select at, outcome from sign_in_attempt where staff_id = ${staffId} order by seq desc limit 40`)
  const since = rows.findIndex(({ outcome }) => outcome === 'succeeded')
  const inRow = since < 0 ? rows : rows.slice(0, since)
  const tried = inRow.filter(({ outcome }) => outcome === 'tried')
  const elsewhere = inRow.length - tried.length
  const last = tried[0]
  return last ? { count: Math.max(0, tried.length - elsewhere), last: last.at } : noFailures
}

export type MySignIn = {
  id: string
  device: string
  method: string
  createdAt: Instant
  seenAt: Instant
  here: boolean
}

/** Where this person is signed in now. `since`: older ones have run out by themselves. */
export const listSignIns = (q: Query, staffId: string, hereId: string, since: Instant): Promise<MySignIn[]> =>
  q.all<MySignIn>(sql`
    select id, device, method, created_at as "createdAt", seen_at as "seenAt", id = ${hereId} as here
    from sign_in
    where staff_id = ${staffId} and ended_at is null and (created_at > ${since} or method = 'display')
    order by id = ${hereId} desc, seen_at desc`)

/** When this sign-in last showed more than its cookie. */
export const lastProof = async (q: Query, signInId: string): Promise<Instant | undefined> =>
  (
    await q.maybe<{ at: Instant }>(sql`
      select greatest(created_at, proved_at) as at from sign_in where id = ${signInId}`)
  )?.at
