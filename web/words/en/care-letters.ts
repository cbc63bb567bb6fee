import type { Route } from '../../../science/decide.ts'
import { counted } from '../words.ts'
import { chartWords } from './chart.ts'
import { treatmentWords } from './treatment.ts'

/** Letters about a patient: to whoever referred them, to their therapist, and a summary for themselves. */
export const letterWords = {
  // The pages
  title: 'Letters',
  help: 'Written from the record, edited by you, signed by a prescriber. Evenkeel sends none of them.',
  none: 'No letters yet',
  all: 'All letters',
  allOf: (count: number) => `All ${counted(count, 'letter')}`,
  toLetters: 'Go to letters',
  toReleases: 'Go to releases',
  noRelease: 'No release is in force. Nothing may go to anyone outside.',
  releaseLine: (form: string, standing: string, until: string) => `${form}. ${standing}, until ${until}.`,
  begin: 'Write a letter',
  beginSave: 'Start from the record',
  whom: 'Recipient',
  kinds: { referrer: 'The referring clinician', therapist: 'The therapist', patient: 'The patient' },
  kindHints: {
    referrer: 'Needs a release.',
    therapist: 'Outside the clinic. Needs a release.',
    patient: 'A summary in plain words.',
  },
  recipient: 'To',
  notListed: 'Add anyone else under Releases first.',
  noRecipients: 'No outside recipients yet. Add them under Releases.',
  lineTo: (name: string) => `To ${name}`,
  begun: (by: string, day: string) => `Started by ${by}, ${day}`,
  states: {
    draft: 'Draft',
    signed: (by: string, day: string) => `Signed by ${by}, ${day}. Not sent`,
    again: (version: number) => `Draft. Version ${version} is signed`,
    sent: (day: string) => `Sent ${day}`,
    aside: (by: string, day: string) => `Set aside by ${by}, ${day}`,
  },
  setAside: 'Set aside',
  setAsideHelp: 'It stays readable with all its versions. Nothing more can be signed or sent.',
  setAsideSave: 'Set the letter aside',
  why: 'Reason',
  asideTitle: 'Set aside: it cannot be sent',
  asideLetters: (count: number) => `${counted(count, 'letter')} set aside`,
  edit: 'Edit the letter',
  writeAgain: 'Write a new version',
  editHelp: 'This is what the record says. Edit it into your own words; a part you leave blank is left out.',
  takeFromRecord: 'Use what the record says now',
  substanceUse: 'Does anything in it say something about substance use or its treatment?',
  substanceUseHint:
    'Alcohol, drugs, tobacco; a diagnosis of F10 to F19; a medicine such as methadone, buprenorphine, naltrexone or disulfiram. Yes needs a Part 2 consent.',
  answers: { yes: 'Yes', no: 'No', 'not said': 'Not said yet' },
  looked: 'These words appear in it',
  lookedHint:
    'Check each one that you reviewed and that is not about this patient’s use of a substance or its treatment.',
  save: 'Save as draft',
  cancel: 'Leave as is',
  grade: (grade: number) => `It reads at about grade ${grade}. Aim for grade 8 or lower.`,
  changedSince: 'The record has changed since this was written',
  changedSinceSigned: 'The record has changed since this was signed',
  nowSays: (line: string) => `Now: ${line}`,
  saidThen: (line: string) => `Then: ${line}`,
  notReleased: 'It cannot go out yet',
  sign: 'Sign the letter',
  pdf: 'Open as PDF',
  markSent: 'Mark as sent',
  sendsNothing: 'Evenkeel sends nothing. Record here how it was sent.',
  how: 'How it was sent',
  hows: {
    'handed over': 'Handed over',
    mail: 'By mail',
    fax: 'By fax',
    'secure message': 'By secure message',
    other: 'Another way',
  },
  sentOn: 'Date sent',
  reach: 'Number or address it was sent to',
  more: 'Comments',
  optional: 'optional',
  sendings: 'Sent',
  sentLine: (how: string, day: string, version: number) => `${how}, ${day}, version ${version}.`,
  recorded: (by: string, when: string) => `Recorded by ${by}, ${when}.`,
  versions: (count: number) => counted(count, 'version'),
  versionLine: (number: number, by: string, when: string) => `Version ${number}: ${by}, ${when}.`,
  signedAt: (by: string, when: string) => `Signed by ${by}, ${when}.`,

  // What stands in the letter
  titles: {
    referrer: 'Letter to the referring clinician',
    therapist: 'Letter to the therapist',
    patient: 'Your summary',
  },
  pageTitles: {
    referrer: 'Letter to the referring clinician',
    therapist: 'Letter to the therapist',
    patient: 'Summary for the patient',
  },
  to: (name: string) => `To: ${name}`,
  about: (patient: string, born: string, clinic: string) => `About: ${patient}, born ${born}, a patient of ${clinic}.`,
  dear: (patient: string) => `Dear ${patient},`,
  patientOpening: (clinic: string) => `This is what ${clinic} has on record about your care. Ask us about any of it.`,
  headings: {
    diagnoses: 'Diagnoses',
    medicines: 'Medicines and allergies',
    determination: 'Evaluation and determination',
    plan: 'Plan and what comes next',
    sessions: 'Sessions and doses',
    scores: 'Scores',
    'substance use': 'Substance use',
    help: 'When to get help',
  },
  patientHeadings: {
    diagnoses: 'What we treat you for',
    medicines: 'Your medicines and allergies',
    determination: 'What was decided',
    plan: 'Your plan and what comes next',
    sessions: 'Your sessions',
    scores: 'Your answers over time',
    'substance use': 'Alcohol, drugs and other substances',
    help: 'When to get help',
  },
  noticeHeading: 'Do not pass this on',
  /** In our own words: the wording that the rule gives is not among our sources. A lawyer reads it first. */
  notice: [
    'This letter says something about substance use or its treatment. Federal rules (42 CFR Part 2) may protect it.',
    'Do not pass it on unless the patient agrees in writing, or those rules allow it.',
  ],

  signedLine: (by: string, day: string, version: number) => `Signed by ${by} on ${day}, version ${version}.`,
  notSigned: 'Not signed',
  /** How the clinic is reached, under a printed letter. */
  clinicReach: (clinic: string, where: string, phone: string) =>
    `${[clinic, where].filter(Boolean).join(', ')}. Phone: ${phone}`,
  noPhone: 'not recorded',
  hash: (hash: string) => `SHA-256 of the exact text: ${hash}`,

  // Lines derived from the record
  lists: {
    problem: { unknown: 'Problems: not known, no one has recorded any.', none: 'Problems: recorded as none.' },
    medicine: { unknown: 'Medicines: not known, no one has asked.', none: 'Medicines: none, the patient takes none.' },
    allergy: { unknown: 'Allergies: not known, no one has asked.', none: 'Allergies: none known.' },
  },
  evaluationSays: (said: string) => `The evaluation says: ${said}`,
  routes: treatmentWords.routes,
  outcomes: { suitable: 'suitable', 'not suitable': 'not suitable', 'not yet': 'not yet' },
  noDetermination: 'No determination is recorded in the current evaluation.',
  determined: (route: string, outcome: string, by: string, day: string) =>
    `${route}: determined as “${outcome}” by ${by} on ${day}.`,
  reasons: (said: string) => `Reasons: ${said}`,
  confirmed: {
    confirmed: (by: string, day: string) => `Confirmed by ${by} on ${day}.`,
    'not confirmed': (by: string, day: string) => `Not confirmed by ${by} on ${day}.`,
  },
  found: (says: string, why: string) => (why ? `Found: ${says} Decided despite this: ${why}` : `Found: ${says}`),
  notKnownThen: (count: number) => `${counted(count, 'criterion', 'criteria')} not known when it was decided.`,
  standsNow: {
    none: 'It belongs to an earlier evaluation.',
    'awaiting confirmation': 'It is awaiting confirmation by a second person.',
    'not confirmed': 'It was not confirmed, so it is not in force.',
    reopened: 'It is open again: something it was based on has changed since.',
  },
  noRoute: 'No plan and no determination says by which route the patient is treated.',
  noPlan: 'No plan is signed.',
  planned: (drug: string, mg: number, sessions: number, least: number, most: number) =>
    `${drug} ${mg} mg, ${counted(sessions, 'session')}, ${least} to ${most} days apart.`,
  goals: (said: string) => `Goals: ${said}`,
  given: (done: number, planned: number) => `${done} of ${counted(planned, 'session')} given so far.`,
  booked: (days: string) => `Booked: ${days}.`,
  nothingBooked: 'No session is booked.',
  nextBetween: (from: string, to: string) => `Per the plan, the next session falls between ${from} and ${to}.`,
  reviewDue: 'A decision on whether to continue is due.',
  noSessions: 'No session yet.',
  session: (day: string, route: string, dose: string, ended: string) => `${day}: ${route}, ${dose}. ${ended}.`,
  /** `nominal`: where the amount is what was meant to go in, and the session’s note says what did. */
  dose: (drug: string, mg: number, nominal: string) => `${drug} ${mg} mg${nominal ? ` ${nominal}` : ''}`,
  nominal: chartWords.nominal,
  nothingGiven: 'nothing given',
  notEnded: 'Not ended',
  endedAs: { released: 'Released', stopped: 'Stopped', cancelled: 'Canceled', 'no-show': 'No-show' },
  baseline: (title: string, total: number, most: number, day: string) =>
    `${title} before the first dose: ${total} of ${most} (${day}).`,
  noBaseline: (title: string) => `${title} before the first dose: no complete answers on record.`,
  newest: (title: string, total: number, most: number, day: string) =>
    `${title}, latest: ${total} of ${most} (${day}).`,
  notComplete: (title: string, day: string, missing: number) =>
    `${title}, latest: not complete, ${counted(missing, 'answer')} missing (${day}).`,
  neverAnswered: (title: string) => `${title}: never answered.`,
  change: (fell: number) =>
    fell === 0
      ? 'No change between the two.'
      : `${Math.abs(fell)} points ${fell > 0 ? 'lower' : 'higher'} than before.`,

  // For the patient, about 8th grade
  toPatient: {
    decided: (by: string, day: string, outcome: string) => `On ${day}, ${by} looked at your health. ${outcome}`,
    outcomes: {
      suitable: 'This way of treating you can be tried.',
      'not suitable': 'This way of treating you does not fit you.',
      'not yet': 'It is too early to start. Something has to be done or known first.',
    },
    reopened: 'Something has changed since. We need to look at it again before you go on.',
    waits: 'One more person has to agree before you can start.',
    notDecided: 'No one has decided yet if this treatment fits you.',
    routes: {
      im: 'Ketamine, as a shot in the arm or leg',
      iv: 'Ketamine, by IV (a drip into a vein)',
      lozenge: 'Ketamine, as a lozenge in the mouth',
      esketamine: 'Esketamine, as a nose spray',
    } satisfies Record<Route, string>,
    noPlan: 'You have no signed plan yet.',
    planned: (how: string, mg: number, sessions: number) =>
      `${how}. ${mg} mg each time, ${counted(sessions, 'visit')}.`,
    goals: (said: string) => `What you hope for: ${said}`,
    given: (done: number, planned: number) => `You have had ${done} of ${planned} so far.`,
    booked: (days: string) => `Your next visits: ${days}.`,
    stopped: 'This plan was stopped.',
    nothingBooked: 'No visit is booked for you.',
    reviewDue: 'We need to talk about how it is going, and if you want to go on.',
    noSessions: 'You have had no session yet.',
    session: (day: string, dose: string) => `${day}: ${dose}`,
    nominal: {
      im: '',
      iv: 'set on the pump',
      lozenge: 'in lozenges',
      esketamine: 'in sprays',
    } satisfies Record<Route, string>,
    nothingGiven: 'no medicine was given',
    unknown: {
      problem: 'We have not written down what you are treated for.',
      medicine: 'We have not asked you yet which medicines you take.',
      allergy: 'We have not asked you yet about allergies.',
    },
    none: {
      problem: 'No illness is on your list.',
      medicine: 'You take no medicines.',
      allergy: 'You have no allergies that we know of.',
    },
    allergies: (list: string) => `Allergies: ${list}`,
    score: (total: number, most: number, day: string) => `On ${day} your answers came to ${total} of ${most}.`,
    lower: 'A lower number means fewer or milder signs of low mood.',
    noScore: 'We have no full set of answers from you yet.',
    first: (total: number, most: number, day: string) =>
      `Before your first session, on ${day}, they came to ${total} of ${most}.`,
    noFirst: 'We have no full set of answers from before your first session.',
  },
} as const
