import { gates } from '../../science/criteria/gates.ts'
import { type Criterion, weigh } from '../../science/criterion.ts'
import { type Finding, held } from '../../science/decide.ts'
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
    ...gates.planDetermination,
    needs: ['determination'],
    metWhen: (facts) => facts.determination,
    says: determination.inForce
      ? 'A determination for this route is in force.'
      : `No determination for this route is in force. ${determination.because}`,
  },
  {
    ...gates.planConsent,
    needs: ['consent'],
    metWhen: (facts) => facts.consent,
    says: consent.inForce ? `Consent is in force. ${consent.because}` : `Consent is not in force. ${consent.because}`,
  },
  {
    ...gates.planWeight,
    needs: ['weightKg'],
    metWhen: (facts) => (facts.weightKg === undefined ? undefined : true),
    says: weightKg === undefined ? 'The patient’s weight.' : `The patient’s weight is on record: ${weightKg} kg.`,
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

/** Of what a plan rests on, what no longer stands and so holds its next session too; a weight was looked at in signing. */
export const holdsSessions = (findings: readonly Finding[]): Finding[] =>
  held(findings).filter(({ rule }) => rule !== gates.planWeight.id)
