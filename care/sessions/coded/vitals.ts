import { answer, type Concept } from '../../../science/codes/code.ts'
import type { DeviceReading, FromDevice } from '../from-device.ts'
import type { NotTaken } from '../not-taken.ts'
import type { Vitals } from '../vitals.ts'
import { absent, type Component, type Device } from './fact.ts'
import { type CodeId, categories, codeOf, number, present, type Thing, unknown } from './thing.ts'

/** One set of observations, value by value. What was not taken is not there, or says why. */
export const ofVitals = (set: Vitals): Record<string, Thing> =>
  present<Thing>({
    'blood-pressure': pressure(set),
    'heart-rate': reading('heart-rate', set, 'heartRate'),
    spo2: reading('spo2', set, 'spo2'),
    'respiratory-rate': counted('respiratory-rate', set, 'respiratoryRate', categories.vitals),
    moaas: counted('moaas', set, 'moaas', categories.exam),
    dissociation: level('dissociation', set, 'dissociation'),
    'nausea-level': level('nausea-level', set, 'nausea'),
    pain: counted('pain', set, 'pain', categories.survey),
    'new-irregular-pulse':
      set.newIrregularPulse === undefined
        ? undefined
        : {
            code: codeOf('new-irregular-pulse'),
            category: categories.exam,
            valueBoolean: set.newIrregularPulse,
          },
    'crisis-symptoms': set.crisisSymptoms && {
      code: codeOf('crisis-symptoms'),
      category: categories.exam,
      valueBoolean: set.crisisSymptoms.length > 0,
      ...(set.crisisSymptoms.length > 0
        ? {
            component: set.crisisSymptoms.map((symptom) => ({
              code: answer('crisis-symptoms', symptom),
              valueBoolean: true,
            })),
          }
        : {}),
    },
    'observed-words': set.words ? { code: codeOf('observed-words'), valueString: set.words } : undefined,
  })

/** Why there is no value, in FHIR's list; in ours beside it, which tells more. */
const absentFor = {
  'patient declined': 'asked-declined',
  'asleep and not to be woken': 'not-performed',
  'equipment failed': 'error',
  other: 'not-performed',
} as const satisfies Record<NotTaken['why'], string>

const absence = (reason: NotTaken): { dataAbsentReason: Concept } => {
  const ours = answer('not-taken', reason.why)
  const text = reason.why === 'other' ? reason.words : reason.why
  return { dataAbsentReason: { text, coding: [...absent(absentFor[reason.why]).coding, ...ours.coding] } }
}

/** What stands where a value would: nothing, or why it was not taken. */
const missing = (id: CodeId, reason: NotTaken | undefined, category: Concept[]): Thing | undefined =>
  reason && { code: codeOf(id), category, ...absence(reason) }

/** Both pressures under one code, as US Core wants them; one that is missing says why, or that it is not known. */
const pressure = (set: Vitals): Thing | undefined => {
  const { systolic, diastolic } = set
  const reason = set.notTaken?.bloodPressure
  if (systolic === undefined && diastolic === undefined && !reason) return undefined
  const none = reason ? absence(reason) : unknown
  const component: Component[] = [
    systolic === undefined ? { code: codeOf('systolic'), ...none } : number('systolic', systolic),
    diastolic === undefined ? { code: codeOf('diastolic'), ...none } : number('diastolic', diastolic),
  ]
  const device = deviceOf(set, ['systolic', 'diastolic'])
  return { code: codeOf('blood-pressure'), category: categories.vitals, component, ...(device ? { device } : {}) }
}

const reading = (id: CodeId, set: Vitals, name: 'heartRate' | 'spo2'): Thing | undefined => {
  const device = deviceOf(set, [name])
  const counts = counted(id, set, name, categories.vitals)
  return counts && { ...counts, ...(device ? { device } : {}) }
}

const counted = (
  id: CodeId,
  set: Vitals,
  name: 'heartRate' | 'spo2' | 'respiratoryRate' | 'moaas' | 'pain',
  category: Concept[],
): Thing | undefined => {
  const value = set[name]
  return value === undefined ? missing(id, set.notTaken?.[name], category) : { ...number(id, value), category }
}

const level = (
  id: 'dissociation' | 'nausea-level',
  set: Vitals,
  name: 'dissociation' | 'nausea',
): Thing | undefined => {
  const value = set[name]
  return value === undefined
    ? missing(id, set.notTaken?.[name], categories.exam)
    : { code: codeOf(id), category: categories.exam, valueCodeableConcept: answer(id, value) }
}

const deviceOf = ({ devices = [] }: Vitals, names: readonly DeviceReading[]): Device | undefined => {
  const from = devices.find(({ values }) => names.some((name) => values[name] !== undefined))
  return from && asDevice(from, names)
}

const asDevice = (
  { device, model, deviceTime, user, remarks, values }: FromDevice,
  names: readonly DeviceReading[],
): Device => ({
  display: device,
  ...(model === undefined ? {} : { model }),
  ...(deviceTime === undefined ? {} : { time: deviceTime }),
  ...(user === undefined ? {} : { user }),
  measured: names.filter((name) => values[name] !== undefined),
  ...(remarks?.length ? { remarks } : {}),
})
