import { counted } from '../words.ts'

/** What a patient reads behind a link that asks something. About 8th-grade. */
export const answerWords = {
  hello: (name: string | undefined) => (name ? `Hello ${name}` : 'Hello'),
  asks: {
    'next-day': {
      title: 'How are you today?',
      why: 'Your clinic asks this the day after every session. It helps them look after you. It takes about 3 minutes.',
    },
    questionnaires: {
      title: 'How have you been?',
      why: 'Your clinic asks these from time to time, and looks at how your answers change. You can stop and go on later.',
    },
    'phq-9': {
      title: 'The last two weeks',
      why: 'Ten questions about how you have been. Your clinic looks at how your answers change over time. It takes about 3 minutes.',
    },
  },
  noRightAnswers: 'There are no right or wrong answers. You can skip any question.',
  whoReads: (who: string) => `${who} will read your answers.`,
  readNow: 'The clinic is open now, but nobody may read this right away.',
  notReadNow: 'Nobody at the clinic is reading answers right now',
  notReadNowHelp: 'You can still answer. Someone will read it when the clinic is open.',
  notSaidWhen: 'Your clinic has not said when it reads answers. Please do not wait for a reply.',
  outOfHours: (words: string) => `Until then: ${words}`,
  notForEmergencies: 'If you need help now, do not wait for us. Call or text 988 at any time, or call 911.',
  help: {
    'call 911': {
      title: 'Please call 911 now',
      says: 'What you said can be an emergency. Call 911 now, or ask someone near you to call.',
    },
    'clinic now': {
      title: 'Please call your clinic now',
      says: 'Your clinic needs to hear about this today. If nobody answers, go to an emergency room or call 911.',
    },
    'clinic within 24 hours': {
      title: 'Please call your clinic today or tomorrow',
      says: 'Your clinic wants to hear about this within 24 hours. If it gets worse, do not wait: call 911.',
    },
  },
  arrived: 'Your clinic has your answers.',
  arrivedReadNow: 'Someone will read them. If you need help now, do not wait for us.',
  arrivedNotRead: 'Nobody is reading them right now. If you need help now, do not wait for us.',
} as const

/** What staff read about follow-up. */
export const outcomeWords = {
  followUp: 'Follow-up',
  followUpHelp: 'What patients are asked after a session, and what has not come back yet.',
  nothingDue: 'Nobody is waiting to be asked',
  nothingDueHelp:
    'After a session the next-day check goes out on the next morning, and a PHQ-9 once a week; what else was measured before is measured again.',
  asked: { 'next-day': 'Next-day check', 'phq-9': 'PHQ-9', questionnaires: 'Questionnaires' },
  whichOnes: 'Which ones',
  patient: 'Patient',
  what: 'Asked for',
  where: 'Where it stands',
  goesOut: (when: string, by: string) => `Goes out ${when} by ${by}`,
  sentNoAnswer: (when: string) => `Sent ${when}, no answer yet`,
  sendsSoon: (by: string) => `Goes out by ${by} at daytime`,
  noWay: 'No agreed way to write to them: call',
  callFrom: (when: string) => `From ${when}; no agreed way to write to them`,
  channel: { mail: 'mail', sms: 'text message' },
  askNow: 'Ask now',
  askTitle: (name: string) => `Ask ${name}`,
  askLabel: (name: string) => `Ask now: ${name}`,
  askWhat: 'What to ask',
  askBy: 'How',
  byMail: 'By mail',
  bySms: 'By text message',
  byHere: 'On this device, or with a link to copy',
  send: 'Send link',
  makeLink: 'Make link',
  linkReady: 'The link is ready',
  linkOnce: (hours: number) => `It opens once, for ${counted(hours, 'hour')}, and is shown only here.`,
  openHere: 'Open it here and hand over the device',
  copy: 'Copy link',
  copied: 'Copied',
  sent: (to: string) => `Queued for ${to}.`,
  byPhone: 'Enter answers by phone',
  forWhichSession: 'About the session of',

  // Scores
  scores: 'Scores',
  notAsked: (title: string) => `${title} has not been answered yet.`,
  baseline: 'Before the first dose',
  noBaseline: (title: string) =>
    `No complete ${title} in the 14 days before the first dose, so nothing can be compared.`,
  noDose: (title: string) =>
    `No dose yet. What changes is compared with the last complete ${title} in the 14 days before the first dose.`,
  latest: 'Newest',
  endOfCourse: 'After the course',
  window: (from: string, to: string) => `Read between ${from} and ${to}, 14 to 31 days after the last dose`,
  windowState: { 'not yet': 'Not time yet', open: 'Open now', passed: 'Passed' },
  noneInWindow: (title: string) => `No complete ${title} in it`,
  range: (low: number, high: number) => (low === high ? String(low) : `${low} to ${high}`),
  missing: (count: number) => `${counted(count, 'question')} open`,
  category: {
    remission: 'Remission',
    response: 'Response: half or less of the baseline',
    'partial response': 'Partial response: a quarter to half lower',
    'non-response': 'Non-response: less than a quarter lower',
    indeterminate: 'Indeterminate: an open question could change it',
    'no baseline': 'No baseline to compare with',
  },
  remissionBelow: (points: number) => `below ${points}`,
  fromTo: (baseline: number, now: string) => `${baseline} before the first dose, now ${now}`,
  worse: (points: number) => `Worse than before the first dose by ${points} or more`,
  mayBeWorse: 'An open question could make it worse than before the first dose',
  reliable: (points: number) => `A reliable change: ${points} or more`,
  lowBaseline: (points: number) => `The baseline was below ${points}, so percentages say little`,
  fall: (percent: number) => (percent < 0 ? `${-percent}% higher` : `${percent}% lower`),
  relapse: { no: '', suspected: 'Relapse suspected (our own rule)', confirmed: 'Relapse by our own rule, twice' },
  definitions: 'How these words are defined',
  doseMark: (mg: number) => `${mg} mg`,
  bands: {
    minimal: 'minimal',
    mild: 'mild',
    moderate: 'moderate',
    'moderately severe': 'moderately severe',
    severe: 'severe',
  },
} as const
