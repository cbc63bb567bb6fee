import { type Criterion, weigh } from '../../science/criterion.ts'
import type { Finding } from '../../science/decide.ts'
import { generalReview, register } from '../../science/register.ts'
import { policy } from '../../science/sources.ts'
import type { Day } from '../../science/time.ts'

/** What has to stand before a prescriber signs a plan. The screen and the server read this same table. */
export type BeforePlan = {
  determination: { inForce: boolean; because: string }
  consent: { inForce: boolean; because: string }
  /** Actual weight on record, kg; undefined when nobody has measured it. */
  weightKg: number | undefined
}

type Facts = { determination?: boolean; consent?: boolean; weightKg?: number }

const criteria = ({ determination, consent, weightKg }: BeforePlan): Criterion<Facts>[] => [
  {
    id: 'PL-1',
    section: 'Before a plan is signed',
    needs: ['determination'],
    metWhen: (facts) => facts.determination,
    says: determination.inForce
      ? 'A determination for this route is in force.'
      : `No determination for this route is in force. ${determination.because}`,
    settledBy: 'Finish the evaluation and record a determination.',
    source: register.sanacora,
    further: [policy('no plan without a determination in force')],
    reviewBy: generalReview,
    overriddenBy: 'nobody',
  },
  {
    id: 'PL-2',
    section: 'Before a plan is signed',
    needs: ['consent'],
    metWhen: (facts) => facts.consent,
    says: consent.inForce ? `Consent is in force. ${consent.because}` : `Consent is not in force. ${consent.because}`,
    settledBy: 'Ask for consent, have it signed and countersign it.',
    source: register.sanacora,
    further: [policy('no plan without a consent in force')],
    reviewBy: generalReview,
    overriddenBy: 'nobody',
  },
  {
    id: 'PL-3',
    section: 'Before a plan is signed',
    needs: ['weightKg'],
    metWhen: (facts) => (facts.weightKg === undefined ? undefined : true),
    says: weightKg === undefined ? 'The patient’s weight.' : `The patient’s weight is on record: ${weightKg} kg.`,
    settledBy: 'Measure the weight in the evaluation, so that the dose can be checked for slips.',
    source: register.sanacora,
    reviewBy: generalReview,
    overriddenBy: 'nobody',
  },
]

/** Every criterion with its answer. Whatever is not met or not known holds the signature. */
export const beforePlan = (before: BeforePlan, today: Day): Finding[] =>
  weigh(
    criteria(before),
    {
      determination: before.determination.inForce,
      consent: before.consent.inForce,
      weightKg: before.weightKg,
    },
    { today },
  )
