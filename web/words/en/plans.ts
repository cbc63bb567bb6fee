import { counted, inList } from '../words.ts'

/** The prescribed course, as staff read it. */
export const planWords = {
  title: 'Plan',
  states: { none: 'No plan', 'in force': 'In force', stopped: 'Stopped' },
  version: (number: number) => `Version ${number}`,
  none: 'No prescriber has signed a plan for this patient.',
  drugs: { ketamine: 'ketamine', esketamine: 'esketamine' },
  routes: { im: 'into a muscle', iv: 'into a vein', lozenge: 'lozenge', esketamine: 'nasal spray' },
  signedBy: (who: string, when: string) => `Signed by ${who}, ${when}`,
  changeStarted: 'This plan was changed while you were looking. What you see is the newest version.',

  // What is prescribed
  dose: 'Dose',
  byWeight: (amount: string, weight: number, when: string) =>
    `${amount} mg/kg at ${weight} kg, recorded ${when || 'on a day that is not known'}`,
  noWeight: 'No weight on record, so mg/kg is not known.',
  sessions: 'Sessions',
  spacing: 'Days between sessions',
  spacingShown: (least: number, most: number) =>
    least === most ? `${counted(least, 'day')} apart` : `${least} to ${most} days apart`,
  perWeekShown: (most: number) => `at most ${most} a week`,
  reviews: 'Reviews',
  reviewsShown: (after: readonly number[]) =>
    after.length === 0 ? 'at the end' : `after session ${inList(after.map(String))}, and at the end`,
  goals: 'Goals',
  notes: 'Notes',
  confirmed: 'Asked about when signing, and confirmed:',
  unitMg: 'mg',
  unitDays: 'days',

  // Signing and changing
  signTitle: 'Sign a plan',
  newPlan: 'Sign a new plan',
  changeTitle: 'Change the plan',
  change: 'Change the plan',
  doseField: 'Dose for each session',
  doseHint: 'Your own. Evenkeel suggests none and checks only for slips of typing.',
  reported: 'What has been reported',
  nowByWeight: (amount: string, weight: number, when: string) =>
    `That is ${amount} mg/kg at ${weight} kg, recorded ${when}.`,
  sessionsField: 'Number of sessions',
  least: 'Shortest gap',
  most: 'Longest gap',
  perWeek: 'At most a week',
  perWeekUnit: 'sessions',
  mayStayEmpty: 'may stay empty',
  also: 'More review points, after session',
  alsoHint: 'Clinic policy: there is always one after session 3 and one at the end. Add numbers such as 4, 8.',
  goalsField: 'What should the course reach?',
  goalsHint: 'So that the reviews have something to look at.',
  notesField: 'Notes',
  why: 'Why this plan?',
  whyChange: 'Why the change?',
  sign: 'Sign this plan',
  signChange: (number: number) => `Sign version ${number}`,
  sessionsHeld: 'The next session is on hold',
  holdsTitle: 'What must stand first',
  held: 'Something is missing first; see above.',
  cancel: 'Leave it as it is',

  // A plan for the nasal spray
  spray: {
    indication: 'What for',
    indications: {
      'resistant depression': 'Depression that did not respond to at least two antidepressants',
      'depression with acute suicidal thoughts': 'Major depression with acute suicidal thoughts or behavior',
    },
    phase: 'Phase',
    phases: { induction: 'Induction, weeks 1 to 4', maintenance: 'Maintenance' },
    schedule: 'What the label schedules',
    reviewBy: (day: string) => `review by ${day}`,
    withAntidepressant: 'Together with an oral antidepressant',
    withOne: 'with an oral antidepressant',
    alone: 'without an antidepressant',
    remsEnrolled: 'You verified that the patient is enrolled in the REMS',
    remsHint: 'Sessions can be booked once this and the next are yes. Each session verifies them again.',
    settingCertified: 'You verified that this setting is certified',
    programme: 'REMS',
    verified: (enrolled: boolean, certified: boolean) =>
      `patient ${enrolled ? 'enrolled' : 'not enrolled'}, setting ${certified ? 'certified' : 'not certified'}`,
    missed: 'A session is past its time',
  },

  // The course
  course: 'Where the course is',
  done: (done: number, planned: number) => `${done} of ${counted(planned, 'session')} given`,
  window: (number: number, from: string, to: string) =>
    from === to
      ? `By the plan, session ${number} falls on ${from}.`
      : `By the plan, session ${number} falls between ${from} and ${to}.`,
  first: 'The first session can be booked on any day.',
  booked: (count: number) => `${counted(count, 'session')} booked.`,
  last: 'The planned number of sessions has been given.',
  beyond: (done: number, planned: number) => `${done} sessions were given, ${planned} were planned.`,

  // Reviews
  reviewDue: {
    'after session': (after: number) => `Review after session ${after} is due`,
    'at the end': () => 'The review at the end is due',
  },
  reviewHelp: 'Look at scores, effects and goals with the patient, and write down what you decide.',
  decision: 'What do you decide?',
  decisions: {
    continue: 'Go on as planned',
    'change dose or interval': 'Change dose or interval',
    'change route': 'Change the route',
    'add therapy': 'Add therapy',
    refer: 'Refer to somebody else',
    stop: 'Stop the course',
    change: 'Go on with a changed plan',
  },
  decisionHints: {
    continue: undefined,
    'change dose or interval': 'Change the plan afterwards; it is signed as a new version.',
    'change route': 'Another route needs its own determination, consent and plan.',
    'add therapy': undefined,
    refer: 'The course goes on as planned until it is stopped.',
    stop: 'Ends this plan. Booked sessions are held, and somebody is asked to check suicide risk.',
  },
  ground: {
    scores: 'How scores moved',
    noScores: (title: string) => `${title} has not been answered since the first dose.`,
    noBaseline: 'No baseline, so nothing can be compared',
    borne: 'How sessions were borne',
    session: 'Session',
    dose: 'Dose',
    effects: 'Side effects written down',
    none: 'None written down',
    brokenOff: 'Broken off',
    effect: (effect: string, severity: string) => `${effect} (${severity})`,
    known: 'What is known about going on',
  },
  reason: 'Why?',
  recordReview: 'Record the decision',
  reviewed: 'Decisions',
  decided: 'Decision',
  because: 'Reason',
  point: {
    'after session': (after: number) => `After session ${after}`,
    'at the end': (after: number) => `At the end, session ${after}`,
    'at another time': (after: number) => `After ${counted(after, 'session')}, unplanned`,
  },
  when: 'When',
  who: 'Who',
  stop: 'Stop the course',
  stopTitle: 'Stop the course',
  stopHelp: 'Ends this plan. Everything recorded stays, booked sessions are held, and a new plan can be signed.',

  // Versions
  versions: 'Versions',
  firstVersion: 'The first version.',
  was: (before: string, after: string) => `${before || 'empty'} → ${after || 'empty'}`,
  fields: {
    doseMg: 'Dose, mg',
    sessions: 'Sessions',
    daysBetweenLeast: 'Shortest gap, days',
    daysBetweenMost: 'Longest gap, days',
    perWeekMost: 'At most a week',
    reviewAfter: 'Review after session',
    spray: 'Nasal spray',
    goals: 'Goals',
    notes: 'Notes',
  },
  same: 'Signed again without a change.',
  stoppedPlans: 'Earlier plans',
  earlier: (versions: number, when: string) => `Begun ${when}, ${counted(versions, 'version')}, stopped.`,
} as const
