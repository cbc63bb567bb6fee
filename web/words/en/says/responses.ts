/** What the server says about answers to a questionnaire. */
export const says = {
  future: 'This time is in the future.',
  answeredAt: 'Enter when they answered.',
  otherPatient: 'What these answers are about does not belong to this patient.',
  notFound: 'Not found.',
  noSuchAnswers: 'There are no such answers to correct.',
  patientsOwn: 'The patient gave these answers. They stay as given; if they are not the patient’s own, take them back.',
  noneToTakeBack: 'This patient has no such answers to take back.',
  theseAnswers: 'these answers',
  whyChanged: 'The reason',
  unknownInstrument: 'This questionnaire is not known here.',
  notKnown: 'Not known.',
  noWordsHere: 'The wording of this questionnaire is not included. Enter its total, or upload its wording in Settings.',
  packDoesNotFit: 'This wording does not match the questionnaire. See what is missing or extra.',
  licenceHeld: 'Check the box that your clinic holds this license.',
  needsNoPack: 'The wording of this questionnaire is already included.',
  noPack: 'Your clinic has no wording of its own for this questionnaire.',
  whyWithdrawn: 'Give a reason.',
  answersOrTotal: 'Send answers or a total.',
  nothingAnswered: 'No question has an answer yet, so nothing was saved. Answer at least one.',
  seeQuestions: 'Some answers could not be used. See beside each question.',
  otherAnswers: 'Other answers were already saved. Nothing was changed.',
  /** The sentence of an alert: two answerings that do not say the same. */
  twiceADay: (title: string) => `${title} was answered twice on one day, differently. Correct the one that is wrong.`,
  /** The sentence of an alert, when open questions may hide a rise. */
  mayHaveRisen: (least: number, most: number) =>
    `Some questions were not answered: PHQ-9 changed by somewhere between ${least} and ${most} points. Ask the unanswered questions.`,
  /** The sentence of an alert about an answer on the day after. */
  dayAfter: (question: string) => `The day after: ${question}`,
} as const
