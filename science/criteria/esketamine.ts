import { z } from 'zod'
import type { Rule } from '../decide.ts'
import { labelReview, register } from '../register.ts'
import { above, all, any, below, is, not } from '../truth.ts'

/** What the esketamine programme looks at during and at the end of a session. Absent means unknown. */
export const EsketamineFacts = z
  .object({
    minutesSinceDose: z.number(),
    /** A blood pressure was recorded 35 to 45 minutes after the dose. */
    pressureRecordedAt40: z.boolean(),
    moaas: z.number().int().min(0).max(5),
    dissociationResolved: z.boolean(),
    breathingResolved: z.boolean(),
  })
  .partial()
export type EsketamineFacts = z.infer<typeof EsketamineFacts>

const common = {
  section: 'Esketamine program',
  routes: ['esketamine'],
  severity: 'block',
  overriddenBy: 'nobody',
  reviewBy: labelReview,
} as const

export const esketamineRedLines: readonly Rule<EsketamineFacts>[] = [
  {
    ...common,
    id: 'RL-20',
    needs: ['minutesSinceDose', 'pressureRecordedAt40'],
    holdsWhen: ({ minutesSinceDose, pressureRecordedAt40 }) =>
      all(above(minutesSinceDose, 45), not(pressureRecordedAt40)),
    says: 'No blood pressure at 40 minutes, give or take 5: the monitoring form cannot be completed.',
    settledBy: 'Record the blood pressure 40 minutes after the dose.',
    source: register.remsForm2021,
    further: [register.spravatoDosing],
  },
  {
    ...common,
    id: 'RL-21',
    needs: ['minutesSinceDose'],
    holdsWhen: ({ minutesSinceDose }) => below(minutesSinceDose, 120),
    says: 'Less than 2 hours since the dose: the program asks for at least 2 hours of observation.',
    settledBy: 'It counts from the recorded time of the dose.',
    source: register.rems,
  },
  {
    ...common,
    id: 'RL-22',
    needs: ['moaas', 'dissociationResolved', 'breathingResolved'],
    holdsWhen: ({ moaas, dissociationResolved, breathingResolved }) =>
      any(not(is(moaas, 5)), not(dissociationResolved), not(breathingResolved)),
    says: 'Sedation, dissociation or slow breathing has not resolved.',
    settledBy: 'Rate alertness, dissociation and breathing.',
    source: register.rems,
  },
]
