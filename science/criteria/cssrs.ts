import { z } from 'zod'
import { everyRoute, type Rule } from '../decide.ts'
import { generalReview, register } from '../register.ts'
import { all, any, is, not } from '../truth.ts'

/**
 * Answers of a C-SSRS screener that a clinic with its own licence uses. The wording is not ours to ship; these are
 * only the numbers of its questions and how recent any behaviour is. Clinics without it use ASQ.
 */
export const CssrsFacts = z
  .object({
    cssrs1: z.boolean(),
    cssrs2: z.boolean(),
    cssrs3: z.boolean(),
    cssrs4: z.boolean(),
    cssrs5: z.boolean(),
    suicidalBehaviour: z.enum(['never', 'more than 3 months ago', 'in the past 3 months']),
  })
  .partial()
export type CssrsFacts = z.infer<typeof CssrsFacts>

const recent = ({ suicidalBehaviour }: CssrsFacts) => is(suicidalBehaviour, 'in the past 3 months')
const high = (facts: CssrsFacts) => any(facts.cssrs4, facts.cssrs5, recent(facts))
const moderate = (facts: CssrsFacts) => any(facts.cssrs3, is(facts.suicidalBehaviour, 'more than 3 months ago'))

const common = {
  section: 'Suicide risk',
  routes: everyRoute,
  overriddenBy: ['prescriber'],
  reviewBy: generalReview,
} as const

export const cssrsRedLines: readonly Rule<CssrsFacts>[] = [
  {
    ...common,
    id: 'RL-03',
    severity: 'emergency',
    needs: ['cssrs4', 'cssrs5', 'suicidalBehaviour'],
    holdsWhen: high,
    says: 'C-SSRS question 4 or 5, or suicidal behavior in the past 3 months: a clinician now; do not leave the patient alone.',
    settledBy: 'Complete the C-SSRS screener.',
    source: register.ssrsTriage,
  },
  {
    ...common,
    id: 'RL-04',
    severity: 'block',
    needs: ['cssrs3', 'suicidalBehaviour'],
    holdsWhen: moderate,
    says: 'C-SSRS question 3, or suicidal behavior longer ago: same-day clinician review and a safety plan.',
    settledBy: 'Complete the C-SSRS screener.',
    source: register.columbiaMemory,
  },
  {
    ...common,
    id: 'RL-05',
    severity: 'review',
    needs: ['cssrs1', 'cssrs2', 'cssrs3', 'cssrs4', 'cssrs5', 'suicidalBehaviour'],
    holdsWhen: (facts) => all(any(facts.cssrs1, facts.cssrs2), not(moderate(facts)), not(high(facts))),
    says: 'C-SSRS question 1 or 2 only: tell a clinician and offer a safety plan.',
    settledBy: 'Complete the C-SSRS screener.',
    source: register.columbiaMemory,
  },
]
