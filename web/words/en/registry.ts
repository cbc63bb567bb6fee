import { counted, inList } from '../words.ts'

/** Everybody at once: who needs somebody to look, and why. */
export const registryWords = {
  title: 'Registry',
  help: 'Everybody, with what there is to look at. What is not known says so, and comes before what is known.',
  nobody: 'Nobody is registered here yet',
  nobodyOnTeam: 'You are on nobody’s team yet',
  nobodyFits: 'Nobody fits this view',
  nobodyFitsHelp: 'Show everybody, or choose another reason.',
  total: (fitting: number, total: number) =>
    fitting === total ? counted(total, 'patient') : `${fitting} of ${counted(total, 'patient')}`,
  showMore: (more: number) => `Show ${more} more`,

  // How it is looked at
  order: 'First come those',
  orders: {
    pressing: 'who are most pressing',
    alert: 'with open alerts',
    worse: 'who got worse',
    rems: 'with a REMS form due',
    review: 'due for a review',
    overdue: 'who are overdue',
    silent: 'who are silent',
    unknown: 'of whom it is not known how they are',
    name: 'by name',
    'last dose': 'whose last dose is longest ago',
  },
  onlyLabel: 'Show only',
  everybody: 'Everybody',
  reasons: {
    alert: 'Open alert',
    worse: 'Worse',
    rems: 'REMS form due',
    review: 'Review due',
    overdue: 'Overdue',
    silent: 'Silent',
    unknown: 'Not known',
  },
  reasonCount: (reason: string, count: number) => `${reason} ${count}`,
  route: 'Route',
  everyRoute: 'Every route',
  routes: { im: 'Into a muscle', iv: 'Into a vein', lozenge: 'Lozenge', esketamine: 'Nasal spray' },

  // Saved views
  views: 'Saved views',
  keepView: 'Keep this view',
  viewName: 'Name of the view',
  viewShared: 'Everybody in the clinic who reads the registry sees it',
  save: 'Keep view',
  viewBy: (name: string, by: string) => `${name} (${by})`,
  remove: (name: string) => `Remove view ${name}`,
  removeShort: 'Remove',

  lostBy: (rule: string) => `Improvement lost is read by ${rule}.`,

  // A line
  patient: 'Patient',
  course: 'Course',
  found: 'What there is to look at',
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
    `May be worse: PHQ-9 ${baseline} → ${latest} on ${when}, with questions left open`,
  relapse: {
    suspected: (baseline: number, latest: string, when: string) =>
      `Improvement lost, suspected: PHQ-9 ${baseline} at first, ${latest} on ${when}`,
    attempted: (baseline: number, latest: string, when: string) =>
      `Improvement lost, a suicide attempt is on record: PHQ-9 ${baseline} at first, ${latest} on ${when}`,
    admitted: (baseline: number, latest: string, when: string) =>
      `Improvement lost, a psychiatric admission is on record: PHQ-9 ${baseline} at first, ${latest} on ${when}`,
    confirmed: (baseline: number, latest: string, when: string) =>
      `Improvement lost, confirmed: PHQ-9 ${baseline} at first, ${latest} on ${when}`,
  },
  notWorse: (baseline: number, latest: string, when: string) => `PHQ-9 ${baseline} → ${latest} on ${when}`,
  between: (low: number, high: number) => `${low} to ${high}`,
  unknown: {
    'no baseline': 'Change not known: no complete PHQ-9 in the 14 days before the first dose',
    'no answers since': 'Change not known: no usable PHQ-9 since the first dose',
  },
  notTreated: 'Not treated yet',
  remsDue: (when: string) => `REMS form due by ${when}`,
  remsLate: (when: string) => `REMS form was due ${when}`,
  reviewAfter: (sessions: readonly number[]) => `Review due after session ${inList(sessions.map(String))}`,
  questionnairesSince: (when: string) => `Questionnaires due since ${when}`,
  ratingsSince: (when: string) => `A clinician’s rating due since ${when}`,
  sessionSince: (when: string) => `Next session was due by ${when}, none booked`,
  silentSince: (when: string) => `Silent since ${when}`,
  neverAnswered: (when: string) => `Never answered a PHQ-9; silent since ${when}`,

  // One tap
  openChart: 'Open chart',
  openAlerts: 'Open alerts',
  openReview: 'Open review',
  openRems: 'Open REMS form',
  bookSession: 'Book session',
  rate: 'Rate',
  actLabel: (act: string, name: string) => `${act}: ${name}`,
} as const
