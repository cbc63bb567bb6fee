/** What the server says about answers to a questionnaire. */
export const says = {
  future: 'This time has not come yet.',
  answeredAt: 'Enter when they answered.',
  otherPatient: 'What these answers are about is not this patient’s.',
  notFound: 'Not found.',
  noSuchAnswers: 'There are no such answers to correct.',
  unknownInstrument: 'This questionnaire is not known here.',
  notKnown: 'Not known.',
  noWordsHere: 'The words of this questionnaire are not here. Enter its total, or bring its words in the settings.',
  packDoesNotFit: 'These words do not fit the questionnaire. See what is missing or too much.',
  licenceHeld: 'Tick that your clinic holds this license.',
  needsNoPack: 'The words of this questionnaire are here already.',
  noPack: 'There are no words of your own for this questionnaire.',
  whyWithdrawn: 'Say why.',
  answersOrTotal: 'Send answers or a total.',
  nothingAnswered: 'No question has an answer yet, so nothing was saved. Answer at least one.',
  seeQuestions: 'Some answers could not be used. See beside each question.',
  otherAnswers: 'Other answers were stored already. Nothing was changed.',
  /** The sentence of an alert: two answerings that do not say the same. */
  twiceADay: (title: string) => `${title} was answered twice on one day, differently. Correct the one that is wrong.`,
  /** The sentence of an alert, when open questions may hide a rise. */
  mayHaveRisen: (least: number, most: number) =>
    `Questions were left open: PHQ-9 changed by somewhere between ${least} and ${most} points. Ask the open questions.`,
  /** The sentence of an alert about an answer on the day after. */
  dayAfter: (question: string) => `The day after: ${question}`,
} as const
