import type { LinkState } from '../../../../clinic/links/link.ts'

/** What the server says about asking a patient, and about answers that came. */
export const says = {
  how: 'Choose how to ask.',
  whichQuestionnaire: 'Choose at least one questionnaire that patients answer and whose wording is available here.',
  otherPurpose: 'This link was made for something else.',
  otherQuestions: 'These are not the questions this link asks.',
  answeredAlready: 'Answers came through this link already. To add something, please call the clinic.',
  openAgain: 'Please open the link again.',
  /** Behind the sentence of a rule: where its answers stand, when their link took none any more. */
  refused: {
    used: 'These answers were not stored: others had come through the same link. Ask the patient.',
    withdrawn: 'These answers were not stored: their link had been replaced or taken back. Ask the patient.',
    expired: 'These answers were not stored: their link was too old. Ask the patient.',
  } satisfies Record<Exclude<LinkState, 'live'>, string>,
  whichHour: 'Choose an hour between 8 AM and 7 PM.',
  whichZone: 'We do not know this time zone.',
  usedBefore: 'This link was used already. To change how you are asked, use the newest link or call the clinic.',
  wholeDays: 'Enter whole days.',
  daysBetween: (least: number, most: number) => `Enter ${least} to ${most} days.`,
  whyDays: 'Give a reason, in 3 to 2000 characters.',
  whichRow: 'Choose one of these.',
  whyRow: 'Give a reason, in 3 to 2000 characters.',
  notHeld: 'The wording of this questionnaire is not included, so there is nothing to define.',
  signedAs: 'Type your name to sign.',
  noSuchPatient: 'There is no such patient.',
  oneSession: 'A next-day check is about one session.',
  chooseSession: 'Choose the session.',
  future: 'This time is in the future.',
  answeredAt: 'Enter when they answered.',
  sendAnswersTo: (asked: readonly string[]) => `Send answers to: ${asked.join(', ')}.`,
  thisLink: 'this link',
  notReachable: {
    mail: 'This patient has not agreed to be contacted by email, or no address is on record.',
    sms: 'This patient has not agreed to be contacted by text message, or no number is on record.',
  },
  otherWay: 'Choose another way, or open the questions here.',
  /** Before the sentence of RL-08: why it is raised. */
  woreOff: (rule: string) => `PHQ-9 went up again after it had improved (${rule}).`,
  mayHaveWornOff: (rule: string) =>
    `PHQ-9 may have gone up again after it had improved (${rule}); unanswered questions leave it open.`,
  attempted: 'A suicide attempt is on record since PHQ-9 had improved.',
  admitted: 'A psychiatric admission is on record since PHQ-9 had improved.',
  tooLittle: 'PHQ-9 has changed too little since before the first dose.',
  mayBeTooLittle:
    'PHQ-9 may have changed too little since before the first dose; this could not be determined for certain.',
  /** The sentence of Q2. */
  silent: (days: number) =>
    `No PHQ-9 for more than ${days} days during ongoing treatment: someone needs to ask how the patient is.`,
  courseStopped: 'The course was stopped.',
  /** The sentence of an alert: the newest total is that much above the one before the first dose, or could be. */
  worse: (points: number, before: number) =>
    `PHQ-9 is higher by ${points} points or more than before the first dose (${before}).`,
  mayBeWorse: (points: number, before: number) =>
    `Some questions were not answered: PHQ-9 may be higher by ${points} points or more than before the first dose (${before}).`,
} as const
