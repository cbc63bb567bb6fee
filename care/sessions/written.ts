import { z } from 'zod'
import { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { Reason } from './booking.ts'

const Words = z.string().trim().min(1, says.words).max(4000, says.tooLong)

export const Remark = z.object({ words: Words })
export const Addendum = z.object({ words: Words })

/**
 * What an entry should have said. The entry it names stays as it was and both are shown. `withdrawn`: it should not
 * have been written at all (another patient's, say).
 */
export const Correction = z.object({
  reason: Reason,
  happenedAt: Instant.optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  withdrawn: z.literal(true).optional(),
})

const Lines = z.array(z.string())

/**
 * The note as it read when it was signed, word for word, its hash, and how many entries it was made from. Notes signed
 * before 2026-11-29 kept no words.
 */
export const Signed = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  entries: z.number().int().positive(),
  note: z
    .object({
      title: z.string(),
      sections: z.array(
        z.object({
          heading: z.string(),
          lines: Lines,
          table: z.object({ columns: Lines.readonly(), rows: z.array(Lines) }).optional(),
        }),
      ),
    })
    .optional(),
})
