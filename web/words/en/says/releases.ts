import { releaseWords } from '../releases.ts'

/** What the server answers with about what may leave the clinic. */
export const says = {
  // Why something may not go out
  nothingNamed: 'Nothing in it is named, so no release can cover it.',
  substanceUseNotSaid: 'Nobody has said whether anything in it is about substance use.',
  missing: (contents: readonly (keyof typeof releaseWords.contents)[], why: string) =>
    `${contents.map((one) => releaseWords.contents[one]).join('; ')}: ${why}`,
  noRelease: 'no release names this recipient.',
  otherContent: 'no release to this recipient covers it.',
  noPart2: 'the patient has not consented to this in a Part 2 consent.',
  otherPurpose: (purpose: keyof typeof releaseWords.purposes) =>
    `no release to this recipient is for “${releaseWords.purposes[purpose]}”.`,
  notInForce: (standing: string, from: string, until: string, revokedOn: string | undefined) =>
    standing === 'taken back'
      ? `the patient took the release back on ${revokedOn}.`
      : standing === 'not yet'
        ? `the release begins on ${from}.`
        : `the release ended on ${until}.`,

  // Recording
  called: {
    name: 'The name',
    organisation: 'The organization',
    reach: 'The address',
    signedName: 'The name as the patient signed',
    keptWhere: 'The place of the paper',
    reason: 'What the patient said',
  },
  noRecipient: 'There is no such recipient for this patient.',
  noSuchRelease: 'There is no such release.',
  notReadable: 'A Part 2 consent is recorded by somebody who reads the record.',
  whom: 'Name the person, the organization, or both.',
  relation: 'Choose what they are to the patient.',
  form: 'Choose what the patient signs.',
  contents: 'Choose what may be shared.',
  part2Alone: 'A Part 2 consent is about substance use and nothing else.',
  notPlain: 'What is about substance use needs a Part 2 consent of its own.',
  purposes: 'Choose what it is for.',
  untilBeforeFrom: 'It ends before it begins.',
  untilFar: 'This is more than five years away. Check the year.',
  fromBeforeSigned: 'It cannot begin before it was signed.',
  signedInFuture: 'This day is in the future.',
  read: 'Let the patient read the text first.',
  signedOn: 'Enter the day on which it was signed.',
  signedHow: 'Choose how the patient signed.',
  keptWhere: 'Say where the signed paper is kept.',
  otherText: 'The text has changed since it was shown. Read it again before it is signed.',
  revokedInFuture: 'This day is in the future.',
  revokedBeforeSigned: 'This is before it was signed.',
  revokedBy: (who: string) => `${who} has recorded already that it was taken back.`,
  sentTwice: 'Something else was stored under this number already. Reload the page.',
} as const
