import type { Criterion } from '../criterion.ts'
import type { Route } from '../decide.ts'
import { everyRoute } from '../decide.ts'
import { generalReview, labelReview, register } from '../register.ts'
import { policy } from '../sources.ts'

/**
 * What holds a signature, a booking or a dose and is looked up in the record, not in anybody's answers. The stage that
 * looks (care/plans, care/sessions) adds the test and the sentence of the patient; who may go on and on what it rests
 * stands here, for the list of rules too.
 */
type Gate = Omit<Criterion<object>, 'metWhen' | 'needs'> & {
  needs: readonly string[]
  routes: readonly Route[]
}

const gate = (row: Omit<Gate, 'routes' | 'reviewBy'> & Partial<Gate>): Gate => ({
  routes: everyRoute,
  reviewBy: generalReview,
  ...row,
})

const plan = 'Before a plan is signed'
const session = 'Before a session'
const standing = policy('no session without a determination, a consent and a plan in force')

export const gates = {
  planDetermination: gate({
    id: 'PL-1',
    section: plan,
    needs: ['determination'],
    says: 'A determination for this route is in force.',
    settledBy: 'Finish the evaluation and record a determination.',
    source: register.sanacora,
    further: [policy('no plan without a determination in force')],
    overriddenBy: 'nobody',
  }),
  planConsent: gate({
    id: 'PL-2',
    section: plan,
    needs: ['consent'],
    says: 'Consent is in force.',
    settledBy: 'Ask for consent, have it signed and countersign it.',
    source: register.sanacora,
    further: [policy('no plan without a consent in force')],
    overriddenBy: 'nobody',
  }),
  planWeight: gate({
    id: 'PL-3',
    section: plan,
    needs: ['weightKg'],
    says: 'The patient’s weight is on record.',
    settledBy: 'Measure the weight in the evaluation, so that the dose can be checked for slips.',
    source: register.sanacora,
    overriddenBy: 'nobody',
  }),
  determination: gate({
    id: 'SB-1',
    section: session,
    needs: ['determination'],
    says: 'A determination for this route is in force.',
    settledBy: 'Determine, or mend what holds the determination.',
    source: standing,
    overriddenBy: 'nobody',
  }),
  consent: gate({
    id: 'SB-2',
    section: session,
    needs: ['consent'],
    says: 'Consent for this route is in force.',
    settledBy: 'Have consent signed and countersigned.',
    source: standing,
    overriddenBy: 'nobody',
  }),
  plan: gate({
    id: 'SB-3',
    section: session,
    needs: ['plan'],
    says: 'A signed plan is in force.',
    settledBy: 'Sign a plan.',
    source: standing,
    overriddenBy: 'nobody',
  }),
  watching: gate({
    id: 'SB-4',
    section: session,
    needs: ['watched'],
    says: 'Nobody watches more patients at once than the clinic allows; where it has set no number, nothing is held.',
    settledBy: 'Choose somebody else or another time.',
    source: policy('patients per monitor, set by this clinic'),
    overriddenBy: ['prescriber', 'monitor'],
  }),
  evaluatedAgain: gate({
    id: 'SB-5',
    section: session,
    needs: ['again'],
    says: 'The day by which to evaluate again has not passed.',
    settledBy: 'Evaluate again and record a new determination, or give a reason.',
    source: policy('once the day to evaluate again has passed, a prescriber says why a session goes on'),
    overriddenBy: ['prescriber'],
  }),
  enrolled: gate({
    id: 'RL-30',
    section: session,
    routes: ['esketamine'],
    needs: ['enrolled', 'certified'],
    says: 'The patient is enrolled in the REMS program and the setting is certified.',
    settledBy: 'Verify the enrollment and the certification in the plan.',
    source: register.rems,
    further: [register.remsSite],
    reviewBy: labelReview,
    overriddenBy: 'nobody',
  }),
  openAlert: gate({
    id: 'SB-alert',
    section: session,
    needs: ['closed'],
    says: 'No alert is open about a positive suicide screen, a mania or a psychosis that was answered elsewhere.',
    settledBy: 'Close the alert with what was done, or give a reason.',
    source: policy('held until a clinician signs'),
    overriddenBy: ['prescriber'],
  }),
} as const satisfies Record<string, Gate>

/** What raises an alert and is found by comparing or receiving, not by adding up an answer. */
export const recordAlerts = {
  worse: {
    id: 'W1',
    says: 'The newest PHQ-9 is at least 5 points above the baseline, or may be.',
    source: policy('a PHQ-9 of 5 points above the baseline'),
    reviewBy: generalReview,
  },
  dataError: {
    id: 'Q1',
    says: 'A total that is not that of its answers, or two answerings of one day that say something else.',
    source: policy('a data error is somebody’s to put right, and is used for nothing meanwhile'),
    reviewBy: generalReview,
  },
  takenBack: {
    id: 'CS-back',
    says: 'A patient took consent back where nobody of the clinic was with them.',
    source: policy('a consent that was taken back is talked about on the same day'),
    reviewBy: generalReview,
  },
  text: {
    id: 'text-answer',
    says: 'A patient answered a text message with words of their own.',
    source: policy('a patient’s text is read by a person'),
    reviewBy: generalReview,
  },
} as const
