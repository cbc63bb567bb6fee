import { z } from 'zod'

/** Effects that are asked about and written down during a session. Our own list, not a validated scale. */
export const SideEffect = z.enum([
  'dissociation',
  'sleepiness',
  'nausea',
  'vomiting',
  'dizziness',
  'headache',
  'anxiety',
  'blurred vision',
  'palpitations',
  'symptoms of raised blood pressure',
  'confusion',
  'change of perception',
  'sore injection site',
  'other',
])
export type SideEffect = z.infer<typeof SideEffect>

export const SideEffectGrade = z.enum(['none', 'mild', 'moderate', 'severe'])
export type SideEffectGrade = z.infer<typeof SideEffectGrade>
