import { sayDay } from '../../words.ts'
import { releaseWords } from '../releases.ts'

/** What the server answers with about what may leave the clinic. */
export const says = {
  // Why something may not go out
  nothingNamed: 'Nothing in it is named, so no release can cover it.',
  substanceUseNotSaid: 'No one has said whether anything in it is about substance use.',
  missing: (contents: readonly (keyof typeof releaseWords.contents)[], why: string) =>
    `${contents.map((one) => releaseWords.contents[one]).join('; ')}: ${why}`,
  noRelease: 'no release names this recipient.',
  otherContent: 'no release to this recipient covers it.',
  noPart2: 'the patient has not consented to this in a Part 2 consent.',
  otherPurpose: (purpose: keyof typeof releaseWords.purposes) =>
    `no release to this recipient is for “${releaseWords.purposes[purpose]}”.`,
  notInForce: (standing: string, from: string, until: string, revokedOn = '') =>
    standing === 'taken back'
      ? `the patient revoked the release on ${sayDay(revokedOn)}.`
      : standing === 'not yet'
        ? `the release begins on ${sayDay(from)}.`
        : `the release ended on ${sayDay(until)}.`,

  recipientAside: 'This recipient was set aside. Restore them first if something went or goes to them.',

  // Recording
  called: {
    name: 'The name',
    organisation: 'The organization',
    reach: 'The address',
    signedName: 'The name as the patient signed',
    keptWhere: 'Where the paper is kept',
    reason: 'What the patient said',
    why: 'The reason',
  },
  noRecipient: 'There is no such recipient for this patient.',
  noSuchRelease: 'There is no such release.',
  notReadable: 'A Part 2 consent must be recorded by someone who can read the record.',
  whom: 'Name the person, the organization, or both.',
  relation: 'Choose their relationship to the patient.',
  form: 'Choose what the patient signs.',
  contents: 'Choose what may be shared.',
  part2Alone: 'A Part 2 consent is about substance use and nothing else.',
  notPlain: 'Information about substance use needs its own Part 2 consent.',
  purposes: 'Choose a purpose.',
  untilBeforeFrom: 'It ends before it begins.',
  untilFar: 'This is more than five years away. Check the year.',
  fromBeforeSigned: 'It cannot begin before it was signed.',
  signedInFuture: 'This date is in the future.',
  read: 'Let the patient read the text first.',
  signedOn: 'Enter the date it was signed.',
  signedHow: 'Choose how the patient signed.',
  keptWhere: 'Say where the signed paper is kept.',
  otherText: 'The text has changed since it was shown. Read it again before it is signed.',
  revokedInFuture: 'This date is in the future.',
  revokedBeforeSigned: 'This is before it was signed.',
  revokedBy: (who: string | null) => `${who ?? 'The patient'} has already recorded that it was revoked.`,
  how: 'Choose how the patient will open it.',
  notReachable: {
    mail: 'There is no email address that the patient agreed to be contacted by.',
    sms: 'There is no phone number that the patient agreed to get text messages on.',
  },
  signedAlready: 'The patient has already signed this. They can revoke it.',
  setAsideBy: (who: string) => `${who} has already set this aside.`,
  namedAlready:
    'A release names them like this. Correct only the address, or set this one aside and add the right one.',
  recipientIsAside: 'This recipient was set aside. Restore them first.',

  /** What the holder of a link is told. About 8th-grade. */
  toPatient: {
    nothing: 'There is nothing to read behind this link. Please call the clinic.',
    setAside: 'The clinic has set this aside. There is nothing to sign.',
    over: 'The time that this was for is over. Ask the clinic for a new one.',
    notSigned: 'This has not been signed, so there is nothing to take back.',
    textChanged: 'The text has changed since it was shown. Please read it again.',
    signedAlready: 'This was signed already.',
    backAlready: 'This was taken back already.',
  },

  sentTwice: 'Something else was already saved under this number. Reload the page.',
} as const
