import type { NotTaken, TakenValue } from '../../../care/sessions/not-taken.ts'
import type { RoomClock } from '../../../care/sessions/room-clock.ts'
import type { Phase } from '../../../care/sessions/session.ts'
import type { Reading } from '../../../care/sessions/vitals.ts'
import type { ObservationKind } from '../../../science/routes/protocol.ts'
import { counted, inList } from '../words.ts'
import { before, clear } from './before-dose.ts'
import { book, day, firstSteps, rooming, toBook } from './booking.ts'
import { givingWords } from './giving.ts'
import { release, stop } from './leaving.ts'

const phases = {
  booked: 'Booked',
  arrived: 'Arrived',
  checked: 'Checked, awaiting clearance',
  cleared: 'Cleared',
  dosed: 'Dosed',
  observing: 'Under observation',
  released: 'Released',
  stopped: 'Ended without release',
  cancelled: 'Canceled',
  'no-show': 'No-show',
} satisfies Record<Phase, string>

export const observedWords = {
  bloodPressure: 'blood pressure',
  heartRate: 'heart rate',
  spo2: 'SpO2',
  respiratoryRate: 'respiratory rate',
  sedation: 'alertness',
  sideEffects: 'nausea',
  dissociation: 'dissociation',
} satisfies Record<ObservationKind, string>

const observed = (kinds: readonly string[]): string =>
  inList(kinds.map((kind) => observedWords[kind as ObservationKind] ?? kind))

export const sessionWords = {
  today: 'Today',
  session: 'Session',
  board: 'Board',
  note: 'Session note',
  rooms: 'Rooms',
  phases,
  observed,
  observe: (kinds: readonly string[]) => {
    const said = observed(kinds)
    return said.charAt(0).toUpperCase() + said.slice(1)
  },

  day,
  toBook,
  firstSteps,
  book,
  rooming,
  saved: {
    here: (count: number) => `Saved on this tablet, ${count} to send`,
    atClinic: 'Saved at the clinic',
    sending: (count: number) => `Sending ${count}`,
    noContact: (time: string) => `No connection since ${time}`,
    refused: (count: number) => `${counted(count, 'entry was', 'entries were')} not accepted`,
    refusedHelp:
      'The clinic did not accept the entries below. They exist only on this tablet until you decide. Anything in them that is true can be entered again with its correct time, or as a remark.',
    drop: 'Remove it from this tablet',
    again: 'Send again',
    entry: (time: string, what: string) => `${time}: ${what}`,
  },

  /** After "12 min since …". */
  since: {
    dose: 'dose',
    infusionStart: 'infusion start',
    infusionEnd: 'infusion end',
  } satisfies Record<RoomClock['from'], string>,

  now: {
    ofCourse: (number: number, planned: number) => `Session ${number} of ${planned}`,
    responsible: (name: string) => `Monitored by ${name}`,
    booked: (time: string) => `Booked for ${time}`,
    arrive: 'Record arrival',
    nothingDue: 'Nothing is due now.',
    chart: 'Chart',
    note: 'Session note',
    dim: 'Dim the screen',
    undim: 'Undim the screen',
    emergencyPlan: 'The clinic’s emergency plan',
    noPlan: 'The clinic has not written an emergency plan. Call 911.',
    fromLast: 'From the last observations',
    second: 'Someone else recorded this first',
    secondWhen: (time: string) => `That was at ${time}.`,
    secondRead: 'Dismiss',
    reviewDue: 'A review of this course is due. A prescriber decides in the plan.',
    changeAwaited: 'A prescriber decided to change this plan, and no new version has been signed since.',
  },

  when: {
    label: 'When',
    now: 'Now',
    earlier: 'Earlier today',
    time: 'Time it happened',
    untilTyped: 'Until you enter a time, it counts as now.',
    late: (time: string) => `Recorded at ${time}`,
  },

  vitals: {
    title: 'Observations',
    readings: {
      systolic: 'Systolic BP',
      diastolic: 'Diastolic BP',
      heartRate: 'Heart rate',
      spo2: 'SpO2',
      respiratoryRate: 'Resp. rate',
    } satisfies Record<Reading, string>,
    units: {
      systolic: 'mmHg',
      diastolic: 'mmHg',
      heartRate: '/min',
      spo2: '%',
      respiratoryRate: '/min',
    } satisfies Record<Reading, string>,
    last: (value: number | string) => `last ${value}`,
    lastAt: (value: number | string, time: string) => `${value} at ${time}`,
    pain: 'Pain 0 to 10',
    moaas: 'Alertness (MOAA/S)',
    dissociation: 'Dissociation: how far away they feel',
    dissociationLevels: { none: 'Not at all', 'a little': 'A little', clearly: 'Clearly', 'very much': 'Very much' },
    nausea: 'Nausea',
    nauseaLevels: { none: 'None', mild: 'Mild', moderate: 'Moderate', vomiting: 'Vomiting' },
    notTaken: {
      title: 'A value could not be taken',
      these: (values: readonly string[]) => `Not taken: ${values.join(', ')}`,
      values: {
        bloodPressure: 'Blood pressure',
        heartRate: 'Heart rate',
        spo2: 'SpO2',
        respiratoryRate: 'Resp. rate',
        moaas: 'Alertness (MOAA/S)',
        dissociation: 'Dissociation',
        nausea: 'Nausea',
        pain: 'Pain',
      } satisfies Record<TakenValue, string>,
      why: {
        'patient declined': 'Patient declined',
        'asleep and not to be woken': 'Asleep, not to be woken',
        'equipment failed': 'Equipment failed',
        other: 'Other',
      } satisfies Record<NotTaken['why'], string>,
      words: (value: string) => `${value}: why not`,
    },
    more: 'Pulse, crisis symptoms, comments',
    irregular: 'Newly irregular pulse',
    crisis: 'Crisis symptoms, asked about and watched for',
    crisisNone: 'None of these',
    words: 'Comments',
    save: 'Save observations',
    isRight: (value: string) => `${value} is correct`,
    confirmFirst: 'Confirm the unlikely value, or change it.',
    nothing: 'Enter at least one value.',
    notSavedBefore: (what: string) => `Typed before the dose and not saved: ${what}`,
    notSavedBeforeHelp: 'If it should count, enter it again with the time it was taken.',
    yes: 'Yes',
    no: 'No',
  },

  before,

  clear,

  dose: givingWords,

  watch: {
    next: 'Next',
    overdue: (count: number) => `${counted(count, 'observation')} overdue`,
    schedule: 'All times',
    /** Said aloud, once. */
    fellDue: (time: string) => `The observation for ${time} is due.`,
    states: {
      'due later': 'later',
      due: 'due',
      overdue: 'overdue',
      missed: 'missed',
      done: 'done',
    },
  },

  effect: {
    title: 'Side effect',
    add: 'Side effect',
    what: 'What',
    severity: 'Severity',
    severities: { mild: 'Mild', moderate: 'Moderate', severe: 'Severe' },
    words: 'Comments',
    action: 'Action taken',
    save: 'Save side effect',
    end: 'Record end',
    open: 'Ongoing',
    since: (time: string) => `since ${time}`,
  },

  remark: { add: 'Remark', words: 'What happened', save: 'Save remark' },
  addendum: { add: 'Addendum', words: 'What to add', save: 'Save addendum' },

  release,

  stop,

  handOver: { add: 'Hand off', title: 'Hand off this patient', to: 'To', save: 'Hand off' },

  log: {
    title: 'Session log',
    correct: 'Correct',
    correctTitle: 'Correct this entry',
    correctLead: 'The entry stays as it was; both are shown.',
    reason: 'Reason',
    time: 'Time it happened',
    withdraw: 'Entered in error',
    withdrawn: 'withdrawn',
    stands: (text: string) => `now ${text}`,
    unsent: 'on this tablet, not sent yet',
    save: 'Save correction',
    none: 'Nothing yet.',
    json: 'New values',
  },

  wall: {
    title: 'Board',
    free: 'Free',
    next: (time: string) => `next ${time}`,
    expected: (time: string) => `expected ${time}`,
    lateBy: (time: string) => `expected ${time} ago`,
    noRooms: 'There are no rooms yet.',
    responsible: (name: string) => name,
    old: (time: string) =>
      `This is the last board this display received, as of ${time}. It does not show what has happened since then: check the rooms.`,
    freeThen: (time: string) => `Not known. It was free at ${time}.`,
    startsAlone: 'It will still be here after a reload.',
    doesNotStartAlone:
      'Do not reload this page: without a secure address (https), it will not open again until the clinic can be reached.',
    asOf: (time: string) => `As of ${time}`,
    back: 'Today',
    paused: 'Infusion paused',
    through: 'Infusion finished, stop not recorded',
    attention: 'Attention',
    emergency: 'Emergency',
    more: (count: number) =>
      count === 1 ? 'and 1 more that needs attention' : `and ${count} more that need attention`,
  },

  noted: {
    sign: 'Sign note',
    signed: (name: string, time: string) => `Signed by ${name}, ${time}`,
    earlier: 'The note has changed since this signature.',
    asSigned: 'As it was signed',
    unsigned: 'Not signed',
    onlyEnded: 'The note can be signed once the session has ended.',
    pdf: 'Open as PDF',
    hash: 'SHA-256 of this text',
    facts: 'The same content with codes and units (JSON)',
    read: 'By signing, you state that you have read this note and that it is yours.',
    addendum: 'Addendum',
  },
} as const
