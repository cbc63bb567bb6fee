/**
 * What science says that is no rule, scale or question of its own: about typed numbers, about answers, and around the
 * sentence of a rule. It stands here because science imports nobody; see web/words/README.md.
 */
export const scienceWords = {
  notKnown: (settledBy: string) => `Not known. ${settledBy}`,
  notFound: 'Not found in what was recorded.',
  outOfDate: (says: string, reviewBy: string) => `${says} Source out of date: its review was due on ${reviewBy}.`,
  chooseOneOf: (answers: readonly string[]) => `Choose one of: ${answers.join(', ')}.`,

  expected: (lowest: string, highest: string) => `expected ${lowest} to ${highest}`,
  mustBeNumber: (name: string, expected: string) => `${name} must be a number; ${expected}.`,
  notPossible: (name: string, value: string, expected: string) => `${name} ${value} is not possible; ${expected}.`,
  mustBeWhole: (name: string, expected: string) => `${name} must be a whole number; ${expected}.`,
  unusual: (name: string, value: string) => `${name} ${value} is unusual. Check it, and confirm it if it is correct.`,
  swappedPressures: 'Diastolic pressure must be below systolic; were they swapped?',

  inPounds: (pounds: number, kg: string) => `Were these pounds? ${pounds} lb is ${kg} kg.`,
  weightBefore: (kg: number, earlier: number) => `Weight ${kg} kg; last time ${earlier} kg.`,
  checkIt: 'Check it.',
  bodyMass: (kg: number, cm: number, index: string) =>
    `Weight ${kg} kg at ${cm} cm gives a body mass index of ${index}.`,
  checkBoth: 'Check both.',

  noWeight: 'No weight is recorded, so the dose could not be checked against it.',
  outsideReported: (mg: number, kg: number, mgPerKg: string | undefined, reported: string) =>
    `${mg} mg at ${kg} kg${mgPerKg === undefined ? '' : ` is ${mgPerKg} mg/kg,`} outside what has been reported. ${reported}`,
} as const

/** What the parsers of devices say when they refuse: what, and at which byte. */
export const deviceWords = {
  empty: 'The device sent an empty message.',
  short: (what: string, at: number, needed: number, length: number) =>
    `The message ends early: ${what} needs ${needed} bytes from byte ${at}, and the message has ${length}.`,
  long: (expected: number, length: number) =>
    `The message is longer than its flags say: ${expected} bytes expected, ${length} received.`,
  time: (part: string, value: number, at: number) =>
    `The device’s time at byte ${at} has ${part} ${value}, which does not exist.`,
}

/** What is said of a questionnaire's answers around its numbers. */
export const questionnaireWords = {
  notOffered: (question: string) => `Question ${question}: this is not one of its answers.`,
  totalReached: (title: string, from: number) => `${title} is ${from} or more: clinician review.`,
  totalMayReach: (title: string, from: number) =>
    `${title} may be ${from} or more: a question was not answered. Clinician review.`,
  answerReached: (title: string, question: string) => `${title}, question ${question}: clinician review.`,
  suicideOpen: (title: string) => `${title}: the question about suicide was not answered. Ask it.`,
  suicideInTotal: (title: string) =>
    `${title}: a total does not show what was answered about suicide. Check the paper form, or ask.`,
  statedTotal: (stated: number, own: string) =>
    `A total of ${stated} was stated, but the answers give ${own}. The stated total is not used.`,
  statedUnproved: (stated: number) =>
    `A total of ${stated} was stated, but not every question is answered, so it cannot be checked. It is not used.`,
  otherQuestionnaire: (title: string) => `This is a response to another questionnaire, not to ${title}.`,
  notAQuestion: (title: string) => `This is not a question of ${title}.`,
  packText: 'Text is missing here.',
  packLong: (most: number) => `At most ${most} characters.`,
  packOther: (id: string) => `This pack is for another questionnaire; here it must be "${id}".`,
  packMissing: 'Its text is missing.',
  answersOrTotal: 'Enter answers or a total, not both.',
  answeredTwice: 'This question has more than one answer.',
  askedTwice: 'This question appears more than once.',
  otherWorth: (here: number, there: number) => `This answer is worth ${there} points there and ${here} here.`,
  totalNotRead: 'This total is not a number.',
  noTotal: 'This questionnaire has no total; a stated one is not used.',
  outOfRange: (title: string, low: number, high: number) => `${title} ranges from ${low} to ${high}, in whole points.`,
  firstOnly: 'All points come from the first question: likely below recommended limits.',
  sexNotKnown: 'Sex is not known, so the lower limit of 3 is used.',
  notAssessed: (question: string) => `Question ${question} was not assessed and is left out of the total.`,
  readinessLow: (title: string) => `${title} is below 9: the patient is not released.`,
  readinessOpen: (title: string) => `${title}: a rating is missing, so it does not say 9 or more.`,
  mdqPositive: 'MDQ is positive: bipolar disorder is assessed, and a clinician signs, before a dose.',
  cssrsHigh:
    'C-SSRS: question 4 or 5, or suicidal behavior in the past 3 months. A clinician now; do not leave the person alone. Show 988.',
  cssrsOpen:
    'C-SSRS: a Yes, and a question that could make it more urgent is unanswered. Ask now; until then treat as urgent. Show 988.',
  cssrsModerate: 'C-SSRS: question 3, or suicidal behavior longer ago. Same-day clinician review and a safety plan.',
  cssrsLow: 'C-SSRS: question 1 or 2 only. Tell a clinician and offer a safety plan.',
  notWorking: 'The first question does not apply and is left out: the maximum is 32.',
} as const
