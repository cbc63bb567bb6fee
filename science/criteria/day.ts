import type { Rule } from '../decide.ts'
import { labelReview, register } from '../register.ts'
import { racemicLimits } from '../routes/limits.ts'
import { policy } from '../sources.ts'
import { any, below, not } from '../truth.ts'
import type { EvaluationFacts } from './facts.ts'
import { type EvaluationRule, rule } from './row.ts'

const { foodFreeMinutes, drinkFreeMinutes } = racemicLimits

type ProgrammeFacts = Pick<EvaluationFacts, 'remsEnrolled' | 'settingCertified' | 'prescriberOnSite'>

/** What the esketamine programme asks of every single session before anything is given. */
export const programmeConditions: Rule<ProgrammeFacts> = {
  id: 'CI-30',
  section: 'The day',
  routes: ['esketamine'],
  severity: 'block',
  needs: ['remsEnrolled', 'settingCertified', 'prescriberOnSite'],
  holdsWhen: ({ remsEnrolled, settingCertified, prescriberOnSite }) =>
    any(not(remsEnrolled), not(settingCertified), not(prescriberOnSite)),
  says: 'Patient not enrolled in the REMS, setting not certified, or no prescriber on site.',
  settledBy: 'Verify the REMS enrollment, the certification and who is on site.',
  source: register.rems,
  further: [register.remsSite],
  reviewBy: labelReview,
  overriddenBy: 'nobody',
}

/** What is about the day or the setting: looked at again on each session day. */
export const onTheDay: readonly EvaluationRule[] = [
  rule({
    id: 'CI-27',
    section: 'The day',
    severity: 'block',
    needs: ['escortNamed'],
    holdsWhen: ({ escortNamed }) => not(escortNamed),
    says: 'No responsible adult is named for the ride home.',
    settledBy: 'Enter who is taking the patient home.',
    source: register.spravatoLabel2019,
    further: [register.rems],
    reviewBy: labelReview,
  }),
  rule({
    id: 'CI-28',
    section: 'The day',
    severity: 'block',
    needs: ['minutesSinceFood', 'minutesSinceDrink'],
    holdsWhen: ({ minutesSinceFood, minutesSinceDrink }) =>
      any(below(minutesSinceFood, foodFreeMinutes.value), below(minutesSinceDrink, drinkFreeMinutes.value)),
    says: 'Ate less than 4 hours ago or drank less than 2 hours ago.',
    settledBy: 'Ask when the patient last ate and drank.',
    source: policy(
      'fasting before ketamine; clinics often ask for 4 to 6 hours without food and 2 without clear fluids',
    ),
    perRoute: {
      esketamine: {
        holdsWhen: ({ minutesSinceFood, minutesSinceDrink }) =>
          any(below(minutesSinceFood, 120), below(minutesSinceDrink, 30)),
        says: 'Ate less than 2 hours ago or drank less than 30 minutes ago.',
        source: register.spravatoPatientUse,
      },
    },
  }),
  programmeConditions,
  rule({
    id: 'CI-31',
    section: 'The day',
    severity: 'review',
    needs: ['otherSedationToday'],
    holdsWhen: ({ otherSedationToday }) => otherSedationToday,
    says: 'ECT, another sedation or an anesthetic on the same day.',
    settledBy: 'Ask, and enter yes or no.',
    source: policy('no second sedation on one day without review'),
  }),
]
