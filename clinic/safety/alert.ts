import { z } from 'zod'
import type { Source } from '../../science/sources.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/safety.ts'
import type { Role } from '../accounts/permissions.ts'

/** How soon somebody has to look. Nothing here says that something is safe. */
export const Level = z.enum(['review', 'high', 'urgent'])
export type Level = z.infer<typeof Level>

/** What was raised, and by what. */
export type Alert = {
  id: string
  patientId: string
  ruleId: string
  level: Level
  about: { kind: string; id: string }
  says: string
  source: Source | null
  inputs: Record<string, unknown>
  raisedAt: Instant
  dueAt: Instant
  ownerRole: Role | null
  ownerId: string | null
}

export const EventKind = z.enum(['acknowledge', 'reassign', 'escalate', 'note', 'close'])
export type EventKind = z.infer<typeof EventKind>

/** What somebody did about it. `by` is their name. */
export type AlertEvent = {
  id: string
  kind: EventKind
  at: Instant
  byId: string
  by: string
  words: string | null
  toRole: Role | null
  toId: string | null
  to: string | null
}

const id = z.uuid()
/** What somebody writes about an alert. */
export const Words = z.string().trim().min(3, says.words).max(2000, says.wordsTooLong)

/** What a person can do to an alert; the id is made on their device, so sending it twice is harmless. */
export const AlertAct = z.discriminatedUnion('kind', [
  z.object({ id, kind: z.literal('acknowledge') }),
  z.object({ id, kind: z.literal('note'), words: Words }),
  z.object({ id, kind: z.literal('escalate'), words: Words }),
  z.object({ id, kind: z.literal('close'), words: Words }),
  z
    .object({
      id,
      kind: z.literal('reassign'),
      words: Words,
      toRole: z.enum(['prescriber', 'monitor']).optional(),
      toId: z.uuid().optional(),
    })
    .refine(({ toRole, toId }) => (toRole === undefined) !== (toId === undefined), {
      path: ['toRole'],
      message: says.onePerson,
    }),
])
export type AlertAct = z.infer<typeof AlertAct>
