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
    settledBy: 'Record the weight in the evaluation, so that the dose can be checked against it.',
    source: register.sanacora,
    overriddenBy: 'nobody',
  }),
  determination: gate({
    id: 'SB-1',
    section: session,
    needs: ['determination'],
    says: 'A determination for this route is in force.',
    settledBy: 'Record a determination, or resolve what holds it.',
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
    says: 'No one monitors more patients at once than the clinic allows; where it has set no number, nothing is held.',
    settledBy: 'Choose another person or another time.',
    source: policy('patients per monitor, set by this clinic'),
    overriddenBy: ['prescriber', 'monitor'],
  }),
  evaluatedAgain: gate({
    id: 'SB-5',
    section: session,
    needs: ['again'],
    says: 'The re-evaluation date has not passed.',
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
    says: 'No alert is open about a positive suicide screen, mania or psychosis answered elsewhere.',
    settledBy: 'Close the alert with the action taken, or give a reason.',
    source: policy('held until a clinician signs'),
    overriddenBy: ['prescriber'],
  }),
} as const satisfies Record<string, Gate>

/** What raises an alert and is found by comparing or receiving, not by adding up an answer. */
export const recordAlerts = {
  worse: {
    id: 'W1',
    says: 'The latest PHQ-9 is, or may be, at least 5 points above baseline.',
    source: policy('a PHQ-9 of 5 points above the baseline'),
    reviewBy: generalReview,
  },
  dataError: {
    id: 'Q1',
    says: 'A total that does not match its answers, or two sets of answers from one day that disagree.',
    source: policy('a data error is somebody’s to put right, and is used for nothing meanwhile'),
    reviewBy: generalReview,
  },
  takenBack: {
    id: 'CS-back',
    says: 'A patient withdrew consent with no one from the clinic present.',
    source: policy('a consent that was taken back is talked about on the same day'),
    reviewBy: generalReview,
  },
  text: {
    id: 'text-answer',
    says: 'A patient replied to a text message in their own words.',
    source: policy('a patient’s text is read by a person'),
    reviewBy: generalReview,
  },
} as const
