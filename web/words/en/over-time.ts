import { counted } from '../words.ts'

/** What a patient reads on the page of their own course. About 8th grade; nothing grades, nothing celebrates. */
export const ownCourseWords = {
  hello: (name: string | undefined) => (name ? `Hello ${name}` : 'Hello'),
  title: 'How you have been over time',
  what: 'These are your own answers, with the days you were treated. They are numbers to talk about, not marks.',
  who: 'Only someone with this link and your care team can see this page.',
  until: (when: string) => `It works until ${when}. After that, ask your clinic for a new link.`,
  notRead: 'Nobody watches this page. If you need help now, call or text 988 at any time, or call 911.',
  nothing: 'Nothing to show yet',
  nothingHelp: 'Your answers and your treatment days will show up here.',
  dose: (mg: number | null) => (mg === null ? 'Treatment, amount not known' : `Treatment, ${mg} mg`),
  inWords: 'The same in words',
  score: (title: string, value: number, highest: number) => `${title}: ${value} out of ${highest}`,
  open: (title: string) => `${title}: some questions left open, so there is no total`,
  mood: 'Your daily mood',
  moodKey: 'Daily mood, 0 to 10 (10 is best). Our own question, not a validated scale',
  moodsOfMonth: (days: number, low: number, high: number) =>
    `Mood noted on ${counted(days, 'day')}, ${low === high ? `each time ${low}` : `from ${low} to ${high}`} out of 10`,
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

const lostWords = (what: string, units: number | null, on: string | null): string =>
  `${what}: ${units === null ? 'quantity not known' : counted(units, 'unit')}, ${on ?? 'day not known'}.`

/** What staff read about one patient over time. */
export const overTimeWords = {
  title: 'Over time',
  scores: 'Scores, doses and daily mood',
  noMood: 'The patient has not chosen to note a daily mood.',
  moodOff: 'The patient has stopped noting a daily mood.',
  moodOn: (count: number) =>
    `The patient notes a daily mood: ${counted(count, 'day')} so far. Not a validated scale; no one is alerted by it.`,

  // What long treatment asks for
  returns: 'How long until symptoms come back',
  returnsWhat: 'Based on this patient’s own PHQ-9 after each dose. It is for review; it proposes no interval.',
  backMeans: (from: number, rise: number, rule: string) =>
    `“Came back” means: after a response, ${from} or more and at least ${rise} above the lowest (${rule}).`,
  noDose: 'No dose yet.',
  noBaseline: 'No complete PHQ-9 in the 14 days before the first dose, so a response cannot be determined.',
  notEnough: 'Not enough yet',
  stillNeeded: (doses: number, returns: number) =>
    [
      doses > 0 ? `${counted(doses, 'more dose', 'more doses')} followed by scores` : '',
      returns > 0 ? `${counted(returns, 'more dose', 'more doses')} after which symptoms were seen to come back` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  missing: {
    notAsked: (doses: number) => `${counted(doses, 'dose')} with no complete PHQ-9 before the next one`,
    noResponse: (doses: number) => `${counted(doses, 'dose')} after which no response was seen`,
    tooSoon: (doses: number) => `${counted(doses, 'dose')} with the next one within a week`,
  },
  askWeekly: 'A PHQ-9 each week between doses narrows this.',
  days: (from: number, to: number | null) =>
    to === null ? `from day ${from} on, no end seen` : `day ${from} to ${to}`,
  bandFrom: (doses: number, returns: number) =>
    `From ${counted(doses, 'dose')}; after ${returns} of them symptoms were seen to come back.`,
  middle: 'Median of these doses',
  band: 'If the next doses follow the same pattern',
  bandCovers: (percent: number) => `covers the median with ${percent}% certainty`,
  planned: (least: number, most: number) => `The plan in force: ${least} to ${most} days between sessions.`,
  review: 'The band begins before the plan’s longest interval ends. A prescriber may want to review the interval.',
  eachDose: 'Each dose',
  doseDay: 'Dose',
  whatCame: 'What the scores say',
  after: {
    'came back': (after: number, by: number) => `Came back after day ${after}, by day ${by}`,
    'not back': (after: number) => `Not back by day ${after}; later is not known`,
    'no response seen': 'No response seen after it',
    'not asked': 'No complete PHQ-9 before the next dose: unknown',
    'too soon': 'The next dose came within a week',
  },
  exposure: 'Total given here',
  route: 'Route',
  amount: 'Given',
  given: ({ mg, unknown, sessions }: { mg: number; unknown: number; sessions: number }) =>
    [
      sessions > unknown ? `${mg.toLocaleString('en-US')} mg` : '',
      unknown > 0 ? `amount not known for ${counted(unknown, 'session')}` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  sessions: 'Sessions',
  since: 'First and last',
  notAdded: 'Milligrams of different routes are not added up.',
  takenHome: 'Dispensed to take home',
  noSupply: 'No take-home supply is on record. Whether one was dispensed, refilled early or lost is unknown.',
  dispensed: (supplies: number, mg: number, unknown: number) =>
    [
      counted(supplies, 'supply', 'supplies'),
      supplies > unknown ? `${mg.toLocaleString('en-US')} mg dispensed to take home` : '',
      unknown > 0 ? `amount not known for ${unknown}` : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
  notWhetherTaken: 'Whether it was taken is not known. It is not added to what was given here.',
  toSupplies: 'Take-home supplies in the record',
  early: (days: number, before: string, ends: string) =>
    `Early refill: ${counted(days, 'day')} before the supply of ${before} ends, on ${ends}.`,
  notRead: (before: string) =>
    `Whether this refill was early is unknown: how many days the supply of ${before} was meant to last is not on record.`,
  sameDay: 'Two supplies on this day. One in parts, one recorded twice, or two: not known.',
  lost: {
    lost: (units: number | null, on: string | null) => lostWords('Lost', units, on),
    damaged: (units: number | null, on: string | null) => lostWords('Damaged', units, on),
  },
  withPatient: 'Review it with the patient.',
  tolerance: (days: number) => `Up to ${counted(days, 'day')} before the end is not called early.`,
  elsewhere: 'From elsewhere',
  elsewhereOf: {
    otherKetaminePrescriber: 'Another prescriber of ketamine or esketamine',
    ketamineMisuse: 'Ketamine misuse',
  },
  answered: (value: boolean, day: string) => `${value ? 'yes' : 'no'}, as recorded ${day}`,
  unknown: 'Unknown',
  amountUnknown: 'How much was ever taken elsewhere is unknown and not counted.',
  patterns: 'Patterns to review',
  patternsHelp: 'They say what is on record. They stop nothing, and there can be a good reason.',
  noPatterns: 'None of the patterns checked for.',
  checks: 'Periodic checks',
  checksHelp: 'As far as recorded here. Anything not on record is unknown.',
  check: 'Check',
  where: 'Status',
  states: {
    unknown: 'Not on record: unknown, and due',
    due: (last: string, since: string) => `Due since ${since}; last ${last}`,
    done: (last: string) => `Done ${last}`,
    doneUntil: (last: string, next: string) => `Done ${last}; next from ${next}`,
  },
} as const
