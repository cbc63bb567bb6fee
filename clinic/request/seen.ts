import { createHash } from 'node:crypto'
import { z } from 'zod'
import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/server.ts'
import { Problem } from './problem.ts'

/** Which of the answer's marks was on the screen of whoever changes it. Absent: whoever writes has not looked (a script). */
export const Seen = { seen: z.string().max(40).optional() }

/** As text that does not depend on the order in which parts were written. */
export const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  )

/** One short word for what a form shows: a screen sends it back with what was changed. */
export const markOf = (shown: unknown): string =>
  createHash('sha256').update(sorted(shown)).digest('base64url').slice(0, 22)

/** Of two who change the same form the second is told who was first: whoever did `action` last, on `subject` if it is about one. */
export const changedMeanwhile = async (q: Query, action: string, subject?: string): Promise<Problem> => {
  const first = await q.maybe<{ by: string; at: Instant }>(sql`
    select s.name as by, e.at from audit_entry e join staff s on s.clinic_id = e.clinic_id and s.id = e.actor_id
    where e.action = ${action} and (${subject ?? null}::text is null or e.subject_id = ${subject ?? null})
    order by e.seq desc limit 1`)
  return changedBy(first)
}

/** The same, where what holds says itself who signed for it and when. @throws Problem for the second of two */
export const checkHolds = (
  seen: string | undefined,
  holds: { signedBy: string; signedAt: Instant } | undefined,
): void => {
  if (seen !== undefined && seen !== markOf(holds ?? null))
    throw changedBy(holds && { by: holds.signedBy, at: holds.signedAt })
}

const changedBy = (first: { by: string; at: Instant } | undefined): Problem =>
  new Problem('conflict', says.changedMeanwhile(first?.by), first ? { first } : {})
