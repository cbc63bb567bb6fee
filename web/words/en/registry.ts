import { counted, inList } from '../words.ts'

/** Everybody at once: who needs somebody to look, and why. */
export const registryWords = {
  title: 'Registry',
  help: 'All patients, with what needs review. Unknowns are shown as unknown and come before what is known.',
  nobody: 'No patients are registered yet',
  nobodyOnTeam: 'You are not on any care team yet',
  nobodyFits: 'No matching patients',
  nobodyFitsHelp: 'Show everyone, or choose another reason.',
  total: (fitting: number, total: number) =>
    fitting === total ? counted(total, 'patient') : `${fitting} of ${counted(total, 'patient')}`,
  showMore: (more: number) => `Show ${more} more`,

  // How it is looked at
  order: 'Sort by',
  orders: {
    pressing: 'Most pressing first',
    alert: 'Open alerts first',
    worse: 'Worse first',
    rems: 'REMS form due first',
    review: 'Review due first',
    overdue: 'Overdue first',
    silent: 'No recent answers first',
    unknown: 'Not known first',
    name: 'Name',
    'last dose': 'Longest since last dose',
  },
  onlyLabel: 'Show only',
  everybody: 'Everyone',
  reasons: {
    alert: 'Open alert',
    worse: 'Worse',
    rems: 'REMS form due',
    review: 'Review due',
    overdue: 'Overdue',
    silent: 'No recent answers',
    unknown: 'Not known',
  },
  reasonCount: (reason: string, count: number) => `${reason} ${count}`,
  route: 'Route',
  everyRoute: 'All routes',
  routes: { im: 'IM injection', iv: 'IV infusion', lozenge: 'Lozenge', esketamine: 'Nasal spray' },

  // Saved views
  views: 'Saved views',
  keepView: 'Save this view',
  viewName: 'View name',
  viewShared: 'Everyone at the clinic who can open the registry sees it',
  save: 'Save view',
  viewBy: (name: string, by: string) => `${name} (${by})`,
  remove: (name: string) => `Remove view ${name}`,
  removeShort: 'Remove',

  lostBy: (rule: string) => `Loss of improvement is defined by ${rule}.`,

  // A line
  patient: 'Patient',
  course: 'Course',
  found: 'To review',
  next: 'Next step',
  number: (number: number) => `no. ${number}`,
  noPlan: 'No plan signed',
  stopped: 'Plan stopped',
  sessionOf: (done: number, planned: number) => `${done} of ${counted(planned, 'session')}`,
  lastDose: (when: string) => `last dose ${when}`,
  noDose: 'no dose yet',
  alerts: (open: number) => counted(open, 'open alert'),
  worse: (baseline: number, latest: string, when: string) => `Worse: PHQ-9 ${baseline} → ${latest} on ${when}`,
  mayBeWorse: (baseline: number, latest: string, when: string) =>
    `May be worse: PHQ-9 ${baseline} → ${latest} on ${when}, with unanswered questions`,
  relapse: {
    suspected: (baseline: number, latest: string, when: string) =>
      `Loss of improvement, suspected: PHQ-9 ${baseline} at baseline, ${latest} on ${when}`,
    attempted: (baseline: number, latest: string, when: string) =>
      `Loss of improvement, a suicide attempt is on record: PHQ-9 ${baseline} at baseline, ${latest} on ${when}`,
    admitted: (baseline: number, latest: string, when: string) =>
      `Loss of improvement, a psychiatric admission is on record: PHQ-9 ${baseline} at baseline, ${latest} on ${when}`,
    confirmed: (baseline: number, latest: string, when: string) =>
      `Loss of improvement, confirmed: PHQ-9 ${baseline} at baseline, ${latest} on ${when}`,
  },
  notWorse: (baseline: number, latest: string, when: string) => `PHQ-9 ${baseline} → ${latest} on ${when}`,
  between: (low: number, high: number) => `${low} to ${high}`,
  unknown: {
    'no baseline': 'Change not known: no complete PHQ-9 in the 14 days before the first dose',
    'no answers since': 'Change not known: no usable PHQ-9 since the first dose',
    'newest not usable': 'Change not known: the newest PHQ-9 has too many unanswered questions',
  },
  notTreated: 'Not treated yet',
  remsDue: (when: string) => `REMS form due by ${when}`,
  remsLate: (when: string) => `REMS form was due ${when}`,
  reviewAfter: (sessions: readonly number[]) => `Review due after session ${inList(sessions.map(String))}`,
  questionnairesSince: (when: string) => `Questionnaires due since ${when}`,
  ratingsSince: (when: string) => `Clinician rating due since ${when}`,
  sessionSince: (when: string) => `Next session was due by ${when}, none booked`,
  silentSince: (when: string) => `No answers since ${when}`,
  neverAnswered: (when: string) => `Never answered a PHQ-9; counted from ${when}`,

  // One tap
  openChart: 'Open chart',
  openAlerts: 'Open alerts',
  openReview: 'Open review',
  openRems: 'Open REMS form',
  bookSession: 'Book session',
  rate: 'Rate',
  actLabel: (act: string, name: string) => `${act}: ${name}`,
} as const
