import { z } from 'zod'
import { optional } from '../../clinic/records/typed.ts'
import { Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/care-letters.ts'
import { letterKinds, Sections } from './letter.ts'

/** What the routes take. Pure, so that the screens check with the same sentences. */

export const NewLetter = z.object({
  id: z.uuid(),
  versionId: z.uuid(),
  kind: z.enum(letterKinds, says.kind),
  recipientId: z.uuid().nullable().default(null),
})
export type NewLetter = z.infer<typeof NewLetter>

export const NewVersion = z.object({
  id: z.uuid(),
  /** The newest version when the letter was opened. */
  after: z.int().min(1),
  /** The hash of what the record said while this was written: if that is out of date they are told before it counts. */
  seen: z.string().max(64),
  sections: Sections,
  substanceUse: z.boolean().nullable().default(null),
  /** Words of substance use in other parts of which whoever writes says that they are not about it. */
  lookedWords: z.array(z.string().max(80)).max(200).default([]),
})
export type NewVersion = z.infer<typeof NewVersion>

export const SignLetter = z.object({ id: z.uuid(), versionId: z.uuid(), textHash: z.string().max(64) })
export type SignLetter = z.infer<typeof SignLetter>

/** How a letter left. Evenkeel itself sends nothing. */
export const sentHows = ['handed over', 'mail', 'fax', 'secure message', 'other'] as const

export const MarkSent = z.object({
  id: z.uuid(),
  versionId: z.uuid(),
  how: z.enum(sentHows, says.how),
  sentOn: Day,
  reach: optional(says.called.reach, 500),
  words: optional(says.called.words, 1000),
})
export type MarkSent = z.infer<typeof MarkSent>
