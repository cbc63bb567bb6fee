import { labelReview, register } from '../register.ts'
import type { Source } from '../sources.ts'
import { Day } from '../time.ts'

/**
 * Where the value of a field comes from.
 *   record  who the patient is, the clinic, who monitored
 *   log     the entries of the session
 *   asked   nobody has written it down yet: a person is asked, once
 */
export type FieldFrom = 'record' | 'log' | 'asked'

export type RemsField = {
  id: string
  block: RemsBlock
  /** Our own short label; the programme's wording stays on the program's form. */
  says: string
  required: boolean
  from: FieldFrom
  /** How it is answered when it is asked for. */
  answer?: 'yes or no' | 'minutes' | 'words'
  /** Belongs on the form only where another field says this. */
  onlyIf?: { field: string; is: string }
  source: Source
  further?: readonly Source[]
}

export const remsBlocks = [
  'patient',
  'medicines',
  'monitoring',
  'setting',
  'session',
  'vital signs',
  'oximetry',
  'events',
] as const
export type RemsBlock = (typeof remsBlocks)[number]

/** One edition of the Patient Monitoring Form: which fields it has. The law is the programme's own form. */
export type RemsForm = {
  id: string
  title: string
  /** What a reader should know about how far this list was checked. */
  note: string
  fields: readonly RemsField[]
  reviewBy: Day
}

const { remsForm2021, remsFormOverview, remsFormVendor, remsMemory } = register

const field = (
  id: string,
  block: RemsBlock,
  says: string,
  from: FieldFrom,
  more: Partial<Omit<RemsField, 'id' | 'block' | 'says' | 'from'>> = {},
): RemsField => ({ id, block, says, from, required: true, source: remsForm2021, ...more })

const optional = { required: false }
const yesNo = { answer: 'yes or no' } as const

const patient = [
  field('firstName', 'patient', 'First name', 'record'),
  field('middleInitial', 'patient', 'Middle initial', 'record', optional),
  field('lastName', 'patient', 'Last name', 'record'),
  field('birthDate', 'patient', 'Birth date', 'record'),
  field('sex', 'patient', 'Sex on record', 'record'),
  field('firstTreatment', 'patient', 'First treatment with esketamine, anywhere', 'asked', yesNo),
  field('enrolled', 'patient', 'Enrolled in the REMS, verified before this treatment', 'log', {
    onlyIf: { field: 'firstTreatment', is: 'yes' },
  }),
]

const medicines2021 = [
  field('benzodiazepines', 'medicines', 'Takes a benzodiazepine', 'asked', yesNo),
  field('sedativeHypnotics', 'medicines', 'Takes another sedative or sleeping medicine', 'asked', yesNo),
  field('psychostimulants', 'medicines', 'Takes a psychostimulant', 'asked', yesNo),
  field('maois', 'medicines', 'Takes a monoamine oxidase inhibitor (MAOI)', 'asked', yesNo),
]

const seen = { source: remsFormOverview } as const
const medicinesNow = [
  field('benzodiazepines', 'medicines', 'Takes a benzodiazepine', 'asked', { ...yesNo, ...seen }),
  field('sedativeHypnotics', 'medicines', 'Takes another sedative or sleeping medicine', 'asked', {
    ...yesNo,
    ...seen,
  }),
  field('opioids', 'medicines', 'Takes an opioid', 'asked', { ...yesNo, ...seen }),
  field('psychostimulants', 'medicines', 'Takes a psychostimulant', 'asked', { ...yesNo, ...seen }),
  field(
    'otherMedicines',
    'medicines',
    'Takes anything else that can cause sedation or respiratory depression, or affect blood pressure',
    'asked',
    {
      ...yesNo,
      ...seen,
    },
  ),
]

const monitoring = [
  field('monitorName', 'monitoring', 'Who monitored: first and last name', 'record'),
  field('monitorPhone', 'monitoring', 'Who monitored: phone', 'asked', { answer: 'words' }),
  field('monitorEmail', 'monitoring', 'Who monitored: email', 'record'),
]

const setting = [
  field('settingName', 'setting', 'Name of the setting', 'record'),
  field('settingAddress', 'setting', 'Street address', 'record'),
  field('settingAddress2', 'setting', 'Address, second line', 'record', optional),
  field('settingCity', 'setting', 'City or town', 'record'),
  field('settingState', 'setting', 'State of the setting', 'record'),
  field('settingZip', 'setting', 'ZIP code', 'record'),
]

const session = [
  field('treatmentDate', 'session', 'Date of the treatment', 'log'),
  field('doseMg', 'session', 'Dose given, in mg', 'log'),
  field('lots', 'session', 'Lot numbers', 'log'),
  field('minutes', 'session', 'Minutes from the first device to the end of monitoring', 'log'),
  field('readyAfter', 'session', 'Minutes after which the patient would have been ready to leave', 'asked', {
    answer: 'minutes',
    onlyIf: { field: 'atLeastTwoHours', is: 'no' },
  }),
  field('atLeastTwoHours', 'session', 'Monitored for at least 2 hours', 'log'),
]

const vitalSigns = [
  field(
    'vitalsBefore',
    'vital signs',
    'Vital signs acceptable before the dose, as the clinician judged',
    'asked',
    yesNo,
  ),
  field('vitalsAtEnd', 'vital signs', 'Vital signs acceptable before leaving, as the clinician judged', 'asked', yesNo),
  field('pressureBefore', 'vital signs', 'Blood pressure before the dose', 'log'),
  field('pressureAt40', 'vital signs', 'Blood pressure 40 minutes after the last device, give or take 5', 'log'),
  field('pressureAtEnd', 'vital signs', 'Last blood pressure before leaving', 'log'),
]

const oximetry = [field('oximetry', 'oximetry', 'Pulse oximetry checks', 'log', { source: remsFormVendor })]

const events = [
  field('sedation', 'events', 'Sedation (alertness below 5 on MOAA/S)', 'log', { further: [remsMemory] }),
  field('sedationOnset', 'events', 'Sedation: from', 'log', { onlyIf: { field: 'sedation', is: 'yes' } }),
  field('sedationEnd', 'events', 'Sedation: until', 'log', { onlyIf: { field: 'sedation', is: 'yes' } }),
  field('dissociation', 'events', 'Dissociation (as seen in the session, in our own words)', 'log', {
    further: [remsMemory],
  }),
  field('dissociationOnset', 'events', 'Dissociation: from', 'log', { onlyIf: { field: 'dissociation', is: 'yes' } }),
  field('dissociationEnd', 'events', 'Dissociation: until', 'log', { onlyIf: { field: 'dissociation', is: 'yes' } }),
  field('seriousEvent', 'events', 'A serious adverse event', 'asked', { ...yesNo, further: [remsMemory] }),
  field('seriousEventWords', 'events', 'Which, and the outcome', 'asked', {
    answer: 'words',
    onlyIf: { field: 'seriousEvent', is: 'yes' },
    source: remsMemory,
  }),
]
const respiratory = field(
  'respiratoryDepression',
  'events',
  'Respiratory depression, as the clinician judged',
  'asked',
  {
    ...yesNo,
    source: remsFormVendor,
    further: [remsMemory],
  },
)

/** The newest first: it is the one that is offered. */
export const remsForms: readonly RemsForm[] = [
  {
    id: 'pmf-2026',
    title: 'Patient Monitoring Form, current fields',
    note: 'Compiled from descriptions of the current form; the form itself was not seen. Check it against the REMS portal.',
    fields: [
      ...patient,
      ...medicinesNow,
      ...monitoring,
      ...setting,
      ...session,
      ...vitalSigns,
      ...oximetry,
      ...events,
      respiratory,
    ],
    reviewBy: Day.parse('2027-02-23'),
  },
  {
    id: 'pmf-2021-11',
    title: 'Patient Monitoring Form of November 2021',
    note: 'An older form. Its list of events was cut off in the copy that was seen.',
    fields: [...patient, ...medicines2021, ...monitoring, ...setting, ...session, ...vitalSigns, ...events],
    reviewBy: labelReview,
  },
]

export const remsForm = (id: string): RemsForm | undefined => remsForms.find((form) => form.id === id)

/** When the form of a session has to be there, and when somebody is reminded before. Days after the treatment. */
export const remsDeadline = {
  dueAfterDays: 7,
  remindAfterDays: 5,
  rule: {
    id: 'RL-32',
    says: 'The REMS monitoring form of this session has not been marked as sent. It is due 7 days after the treatment.',
    source: register.remsFormOverview,
    further: [remsForm2021, register.remsDeadline],
    reviewBy: labelReview,
  },
} as const
