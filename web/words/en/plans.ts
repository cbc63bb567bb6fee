import { counted, inList } from '../words.ts'

/** The prescribed course, as staff read it. */
export const planWords = {
  title: 'Plan',
  states: { none: 'No plan', 'in force': 'In force', stopped: 'Stopped' },
  version: (number: number) => `Version ${number}`,
  none: 'No prescriber has signed a plan for this patient.',
  drugs: { ketamine: 'ketamine', esketamine: 'esketamine' },
  routes: { im: 'IM injection', iv: 'IV infusion', lozenge: 'lozenge', esketamine: 'nasal spray' },
  signedBy: (who: string, when: string) => `Signed by ${who}, ${when}`,

  // What is prescribed
  dose: 'Dose',
  byWeight: (amount: string, weight: number, when: string) =>
    `${amount} mg/kg at ${weight} kg, recorded ${when || 'on an unknown date'}`,
  noWeight: 'No weight on record, so mg/kg is not known.',
  sessions: 'Sessions',
  spacing: 'Days between sessions',
  spacingShown: (least: number, most: number) =>
    least === most ? `${counted(least, 'day')} apart` : `${least} to ${most} days apart`,
  perWeekShown: (most: number) => `at most ${most} per week`,
  reviews: 'Reviews',
  reviewsShown: (after: readonly number[]) =>
    after.length === 0 ? 'at the end' : `after session ${inList(after.map(String))}, and at the end`,
  goals: 'Goals',
  notes: 'Notes',
  confirmed: 'Questioned when signing, and confirmed:',
  unitMg: 'mg',
  unitDays: 'days',
  unitMin: 'min',
  overShown: (minutes: number | undefined) =>
    minutes === undefined ? 'duration not on record' : `over ${counted(minutes, 'minute')}`,

  // Signing and changing
  signTitle: 'Sign a plan',
  newPlan: 'Sign a new plan',
  changeTitle: 'Change the plan',
  change: 'Change the plan',
  doseField: 'Dose for each session',
  doseHint: 'Your own. Evenkeel suggests none and checks only for typing errors.',
  infusionField: 'Infusion duration',
  infusionHint: 'Your own, too. Anyone who programs the pump differently is asked why.',
  reported: 'What has been reported',
  nowByWeight: (amount: string, weight: number, when: string) =>
    `That is ${amount} mg/kg at ${weight} kg, recorded ${when}.`,
  sessionsField: 'Number of sessions',
  sessionsHint: (given: number) => `All of them together, with the ${given} already given.`,
  least: 'Minimum interval',
  most: 'Maximum interval',
  perWeek: 'Maximum per week',
  perWeekUnit: 'sessions',
  mayStayEmpty: 'optional',
  also: 'Additional review points, after session',
  alsoHint: 'Clinic policy: there is always one after session 3 and one at the end. Add numbers such as 4, 8.',
  goalsField: 'Treatment goals',
  goalsHint: 'So that reviews have something to measure against.',
  notesField: 'Notes',
  why: 'Reason for this plan',
  whyChange: 'Reason for the change',
  sign: 'Sign this plan',
  signChange: (number: number) => `Sign version ${number}`,
  sessionsHeld: 'The next session is on hold',
  holdsTitle: 'Needed before signing',
  held: 'Something is still needed; see above.',
  cancel: 'Leave as is',

  // A plan for the nasal spray
  spray: {
    indication: 'Indication',
    indications: {
      'resistant depression': 'Depression that did not respond to at least two antidepressants',
      'depression with acute suicidal thoughts': 'Major depression with acute suicidal thoughts or behavior',
    },
    phase: 'Phase',
    phases: { induction: 'Induction, weeks 1 to 4', maintenance: 'Maintenance' },
    schedule: 'Label schedule',
    reviewBy: (day: string) => `review by ${day}`,
    withAntidepressant: 'With an oral antidepressant',
    withOne: 'with an oral antidepressant',
    alone: 'without an antidepressant',
    remsEnrolled: 'You verified that the patient is enrolled in the REMS',
    remsHint: 'Sessions can be booked once this and the next answer are yes. Each session verifies them again.',
    settingCertified: 'You verified that this setting is certified',
    programme: 'REMS',
    verified: (enrolled: boolean, certified: boolean) =>
      `verified at signing: patient ${enrolled ? 'enrolled' : 'not enrolled'}, setting ${certified ? 'certified' : 'not certified'}`,
    missed: 'A session is overdue',
  },

  // The course
  course: 'Course progress',
  done: (done: number, planned: number) => `${done} of ${counted(planned, 'session')} given`,
  window: (number: number, from: string, to: string) =>
    from === to
      ? `Per the plan, session ${number} falls on ${from}.`
      : `Per the plan, session ${number} falls between ${from} and ${to}.`,
  first: 'The first session can be booked on any day.',
  booked: (count: number) => `${counted(count, 'session')} booked.`,
  nothingHad: (count: number) =>
    `${counted(count, 'session')} with a dose on record of which the patient received nothing: not counted as given.`,
  leftOpenHelp: 'It counts neither as given nor as missed until someone records what became of it.',
  last: 'The planned number of sessions has been given. More sessions need a new version of the plan.',
  beyond: (done: number, planned: number) => `${done} sessions were given, ${planned} were planned.`,

  // Reviews
  reviewDue: {
    'after session': (after: number) => `Review after session ${after} is due`,
    'at the end': () => 'End-of-course review is due',
  },
  reviewHelp: 'Review scores, effects, and goals with the patient, and record your decision.',
  changeAwaited: (decision: string, when: string) =>
    `Decided ${when}: ${decision.toLowerCase()}. No version has been signed since`,
  changeAwaitedHelp: (number: number, when: string) =>
    `Until a new version is signed or the course is stopped, version ${number} counts, signed ${when}.`,
  /** On the start page. */
  waiting: {
    title: 'Decisions due',
    help: 'Plans that ask for a review, and changes that were decided but not signed. Plans that you signed come first.',
    since: (day: string) => `Last session ${day}`,
    signedBy: (name: string) => `Plan signed by ${name}`,
  },
  decision: 'Your decision',
  decisions: {
    continue: 'Continue as planned',
    'change dose or interval': 'Change dose or interval',
    'change route': 'Change the route',
    'add therapy': 'Add therapy',
    refer: 'Refer elsewhere',
    stop: 'Stop the course',
    change: 'Continue with a changed plan',
  },
  decisionHints: {
    continue: undefined,
    'change dose or interval': 'Change the plan afterwards; it is signed as a new version.',
    'change route': 'Another route needs its own determination, consent and plan.',
    'add therapy': undefined,
    refer: 'The course continues as planned until it is stopped.',
    stop: 'Ends this plan. Booked sessions are held, and someone is asked to check suicide risk.',
  },
  /** At the end nothing is left that could go on as planned. */
  decisionsAtEnd: { continue: 'Continue treatment' },
  decisionHintsAtEnd: {
    continue: 'For example maintenance. Change the plan afterwards; it is signed as a new version.',
    refer: 'The plan stays in force until it is stopped.',
  },
  ground: {
    scores: 'Change in scores',
    noScores: (title: string) => `${title} has not been answered since the first dose.`,
    noBaseline: 'No baseline to compare with',
    /** Of whoever comes back: what stands before is compared with the score before the first dose ever. */
    beforePlan: (total: number, day: string) => `Before the first dose of this plan: ${total} on ${day}.`,
    noneBeforePlan: 'No complete score in the 14 days before the first dose of this plan.',
    newestUnread: (title: string, day: string, missing: string) =>
      `The newest ${title}, ${day}, cannot be scored: ${missing}.`,
    borne: 'How sessions were tolerated',
    session: 'Session',
    dose: 'Dose',
    effects: 'Side effects recorded',
    none: 'None recorded',
    brokenOff: 'Stopped early',
    effect: (effect: string, severity: string) => `${effect} (${severity})`,
    known: 'What is known about continuing',
  },
  reason: 'Reason for the decision',
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
    infusionMinutes: 'Infusion, minutes',
    sessions: 'Sessions',
    daysBetweenLeast: 'Minimum interval, days',
    daysBetweenMost: 'Maximum interval, days',
    perWeekMost: 'Maximum per week',
    reviewAfter: 'Review after session',
    spray: 'Nasal spray',
    goals: 'Goals',
    notes: 'Notes',
  },
  same: 'Signed again without changes.',
  stoppedPlans: 'Earlier plans',
  earlier: (route: string, versions: number, when: string) =>
    `Stopped: ${route}, started ${when}, ${counted(versions, 'version')}`,
} as const
