import { sayDay } from '../../words.ts'
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
  notInForce: (standing: string, from: string, until: string, revokedOn = '') =>
    standing === 'taken back'
      ? `the patient took the release back on ${sayDay(revokedOn)}.`
      : standing === 'not yet'
        ? `the release begins on ${sayDay(from)}.`
        : `the release ended on ${sayDay(until)}.`,

  recipientAside: 'This recipient was set aside. Take them up again first if something went or goes to them.',

  // Recording
  called: {
    name: 'The name',
    organisation: 'The organization',
    reach: 'The address',
    signedName: 'The name as the patient signed',
    keptWhere: 'The place of the paper',
    reason: 'What the patient said',
    why: 'The reason',
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
  revokedBy: (who: string | null) => `${who ?? 'The patient'} has recorded already that it was taken back.`,
  how: 'Choose how the patient opens it.',
  notReachable: {
    mail: 'There is no email that the patient agreed to be reached by.',
    sms: 'There is no telephone that the patient agreed to get text messages on.',
  },
  signedAlready: 'The patient has signed this already. They can take it back.',
  setAsideBy: (who: string) => `${who} has set this aside already.`,
  namedAlready:
    'A release names them like this. Correct the address only, or set this one aside and name the right one anew.',
  recipientIsAside: 'This recipient was set aside. Take them up again first.',

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

  sentTwice: 'Something else was stored under this number already. Reload the page.',
} as const
