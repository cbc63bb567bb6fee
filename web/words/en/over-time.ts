import { counted } from '../words.ts'

/** What a patient reads on the page of their own course. About 8th grade; nothing grades, nothing celebrates. */
export const ownCourseWords = {
  hello: (name: string | undefined) => (name ? `Hello ${name}` : 'Hello'),
  title: 'How you have been over time',
  what: 'These are your own answers, with the days you were treated. They are numbers to talk about, not marks.',
  who: 'Only someone with this link and your care team can see this page.',
  notRead: 'Nobody watches this page. If you need help now, call or text 988 at any time, or call 911.',
  nothing: 'Nothing to show yet',
  nothingHelp: 'Your answers and your treatment days will show up here.',
  dose: (mg: number) => `Treatment, ${mg} mg`,
  inWords: 'The same in words',
  score: (title: string, value: number, highest: number) => `${title}: ${value} out of ${highest}`,
  open: (title: string) => `${title}: some questions left open, so there is no total`,
  mood: 'Your daily mood',
  moodKey: 'Daily mood, 0 to 10 (10 is best). Our own question, not a validated scale',
  moodOf: (value: number) => `Mood: ${value} out of 10`,
  offer: 'Would you like to note your mood each day? It takes ten seconds. You can stop at any time.',
  begin: 'Yes, I would like to',
  stop: 'Stop asking me',
  stopped: 'You are not asked for a daily mood.',
  ask: 'How is your mood right now?',
  worst: '0 is the worst',
  best: '10 is the best',
  again: 'You can tap again today. The last one counts.',
  noted: (value: number) => `Noted: ${value} out of 10`,
  waits: 'Saved on this phone. It goes to your clinic when you are online.',
  notKept: 'This phone cannot save it. Please keep this page open until it is sent.',
  notValidated: 'This is our own question, not a validated scale. It does not replace other questions.',
  hard: 'That sounds like a hard day',
  hardHelp:
    'If you think about harming yourself, or it feels too much, call or text 988 now. It is free, day and night.',
  tryAgain: 'Try again',
  print: 'Print this page',
} as const

/** What staff read about one patient over time. */
export const overTimeWords = {
  title: 'Over time',
  scores: 'Scores, doses and daily mood',
  noMood: 'The patient has not chosen to note a daily mood.',
  moodOff: 'The patient has stopped noting a daily mood.',
  moodOn: (count: number) =>
    `The patient notes a daily mood: ${counted(count, 'day')} so far. Not a validated scale; nobody is alerted by it.`,
} as const
