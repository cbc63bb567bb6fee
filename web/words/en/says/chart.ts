import { sayDay } from '../../words.ts'

/** Why a step on a patient’s page waits, and what is said when the page cannot be opened. */
export const says = {
  reevaluationOverdue: (day: string) => `Re-evaluation was due by ${sayDay(day)}.`,
  noEvaluation: 'No one has started an evaluation.',
  determinationNotInForce: 'The determination is not in force.',
  changeAwaited: 'A change to the plan was decided, and no version has been signed since.',
  consentNotInForce: 'Consent is not in force.',
  noSuchPatient: 'There is no such patient, or you are not on their team.',
} as const
