/** What the server answers with about the text for the payer. */
export const says = {
  toWhom: 'Choose the payer it goes to.',
  empty: 'The text says nothing yet.',
  tooLong: 'This is longer than 20,000 characters.',
  substanceUse: 'Say whether anything in it is about substance use or its treatment.',
  noSuchPayer: 'There is no such payer for this patient. Add them under Releases.',
  notReleased: 'The patient has not released this to this payer.',
  words: (found: readonly string[]) =>
    `These words appear in it: ${found.join(', ')}. Answer yes, or confirm that you reviewed them and that none is about this patient’s use or its treatment.`,
  sentTwice: 'Something else was already saved under this number. Reload the page.',
} as const
