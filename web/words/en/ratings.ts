import { inList } from '../words.ts'

/** What clinicians rate themselves: what is due, and rating it. */
export const ratingWords = {
  title: 'Clinician ratings',
  help: 'Ratings the schedule asks clinicians for. Days are counted from the last rating.',
  waitingTitle: 'Ratings due from you',
  waitingHelp: 'For patients whose plan, evaluation, or session is yours, or belongs to someone who has left.',
  more: (count: number) => `${count} more: see who is overdue in the registry`,
  none: 'No clinician rating is due.',
  notRead: 'The ratings that are due could not be loaded.',
  why: {
    evaluation: 'in the evaluation',
    'before a dose': 'before today’s dose',
    'day after': 'the day after a session',
    induction: 'each week of the course',
    maintenance: 'each month',
    'after the course': 'after the course',
    'after stopping': 'after stopping',
  },
  due: (when: string) => `Due since ${when}`,
  dueToday: 'Due today',
  overdue: (when: string) => `Overdue: due since ${when}`,
  ahead: (when: string) => `Due ${when}`,
  never: 'Never rated',
  last: (when: string) => `Last rated ${when}`,
  rate: 'Rate',
  rateLabel: (what: string, name: string) => `Rate ${what}: ${name}`,
  rateTitle: (what: string, name: string) => `${what}: ${name}`,
  toldOf: (score: number | null, says: string, when: string, by: string) =>
    `${score === null ? '' : `${score}, `}${says}, ${when}, ${by}`,
  by: (by: string) => `rated by ${by}`,
  rated: (what: string) => `${what} recorded.`,
  asked: (what: readonly string[], when: string) =>
    `Due from the patient and not answered: ${inList(what)}, since ${when}.`,
} as const
