import { z } from 'zod'
import { SideEffect as Effect } from '../../science/scales/side-effects.ts'
import { says } from '../../web/words/en/says/sessions.ts'

export const effects = Effect.options
export const severities = ['mild', 'moderate', 'severe'] as const

/** Begins when the entry happened. What was done is written down as it was done; nothing is suggested here. */
export const SideEffect = z
  .object({
    effect: Effect,
    severity: z.enum(severities),
    words: z.string().trim().max(2000, says.tooLong).optional(),
    action: z.string().trim().max(2000, says.tooLong).optional(),
  })
  .refine(({ effect, words }) => effect !== 'other' || Boolean(words), { path: ['words'], message: says.otherEffect })

export const SideEffectEnded = z.object({
  effectId: z.uuid(),
  action: z.string().trim().max(2000, says.tooLong).optional(),
})
