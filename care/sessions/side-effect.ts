import { z } from 'zod'
import { says } from './sentences.ts'

/** Our own list, in plain words; not a scale. `other` says what in `words`. */
export const effects = [
  'dizziness',
  'nausea',
  'vomiting',
  'headache',
  'anxiety or panic',
  'agitation',
  'drowsiness',
  'blurred or double vision',
  'numbness or tingling',
  'feeling cold or shivering',
  'much saliva',
  'noisy or difficult breathing',
  'rash or swelling',
  'urgent or painful urination',
  'seeing or hearing things',
  'fall',
  'pain at the injection site',
  'other',
] as const

export const severities = ['mild', 'moderate', 'severe'] as const

/** Begins when the entry happened. What was done is written down as it was done; nothing is suggested here. */
export const SideEffect = z
  .object({
    effect: z.enum(effects),
    severity: z.enum(severities),
    words: z.string().trim().max(2000).optional(),
    action: z.string().trim().max(2000).optional(),
  })
  .refine(({ effect, words }) => effect !== 'other' || Boolean(words), {
    path: ['words'],
    message: says.otherEffect,
  })

export const SideEffectEnded = z.object({ effectId: z.uuid(), action: z.string().trim().max(2000).optional() })
