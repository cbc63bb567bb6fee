import { counted } from '../../words.ts'

/** What the server says about drills. */
export const says = {
  answer: 'Choose one.',
  words: 'Say in a few words why.',
  tooLong: 'Too long.',
  noScript: 'There is no such drill.',
  noDrill: 'There is no such drill in the training record.',
  inDrill: 'This is a drill. Leave it first.',
  notInDrill: 'This is not a drill.',
  watching: (patients: number) =>
    `You are responsible for ${counted(patients, 'patient')} who ${patients === 1 ? 'is' : 'are'} here. Hand them over first; a drill takes your eyes off the board.`,
  unfinished: 'You have a drill that is not ended. Go on with it, or end it.',
  ended: 'This drill is ended and its report is kept.',
  nothingComes: 'Nothing more comes in this drill.',
  clockMoved: 'The clock is there already.',
  noReport: 'The drill is not ended yet, so there is no report to sign.',
  notOneself: 'Nobody signs off their own drill.',
  signedAlready: 'Somebody has answered already.',
  noLinks: 'This is a drill: no link and no message is made.',
} as const
