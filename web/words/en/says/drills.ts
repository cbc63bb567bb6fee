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
    `You are responsible for ${counted(patients, 'patient')} who ${patients === 1 ? 'is' : 'are'} here. Hand them off first; a drill takes your eyes off the board.`,
  unfinished: 'You have a drill that has not ended. Continue it, or end it.',
  ended: 'This drill has ended and its report is kept.',
  nothingComes: 'Nothing more is coming in this drill.',
  clockMoved: 'The clock is already there.',
  noReport: 'The drill has not ended yet, so there is no report to sign.',
  notOneself: 'No one signs off their own drill.',
  signedAlready: 'Someone has already answered.',
  noLinks: 'This is a drill: no link or message is created.',
} as const
