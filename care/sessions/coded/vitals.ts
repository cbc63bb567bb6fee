import { answer } from '../../../science/codes/code.ts'
import type { DeviceReading, FromDevice } from '../from-device.ts'
import type { Vitals } from '../vitals.ts'
import type { Component, Device } from './fact.ts'
import { type CodeId, categories, codeOf, measured, number, present, type Thing, unknown } from './thing.ts'

/** One set of observations, value by value. What was not taken is not there. */
export const ofVitals = (set: Vitals): Record<string, Thing> =>
  present<Thing>({
    'blood-pressure': pressure(set),
    'heart-rate': reading('heart-rate', set, 'heartRate'),
    spo2: reading('spo2', set, 'spo2'),
    'respiratory-rate':
      set.respiratoryRate === undefined
        ? undefined
        : { ...number('respiratory-rate', set.respiratoryRate), category: categories.vitals },
    moaas: set.moaas === undefined ? undefined : { ...number('moaas', set.moaas), category: categories.exam },
    dissociation: level('dissociation', set.dissociation),
    'nausea-level': level('nausea-level', set.nausea),
    pain: set.pain === undefined ? undefined : { ...number('pain', set.pain), category: categories.survey },
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

/** Both pressures under one code, as US Core wants them; one that is missing says that it is not known. */
const pressure = (set: Vitals): Thing | undefined => {
  const { systolic, diastolic } = set
  if (systolic === undefined && diastolic === undefined) return undefined
  const component: Component[] = [
    systolic === undefined ? { code: codeOf('systolic'), ...unknown } : number('systolic', systolic),
    diastolic === undefined ? { code: codeOf('diastolic'), ...unknown } : number('diastolic', diastolic),
  ]
  const device = deviceOf(set, ['systolic', 'diastolic'])
  return { code: codeOf('blood-pressure'), category: categories.vitals, component, ...(device ? { device } : {}) }
}

const reading = (id: CodeId, set: Vitals, name: 'heartRate' | 'spo2'): Thing | undefined => {
  const value = set[name]
  if (value === undefined) return undefined
  const device = deviceOf(set, [name])
  return {
    code: codeOf(id),
    category: categories.vitals,
    valueQuantity: measured(id, value),
    ...(device ? { device } : {}),
  }
}

const level = (id: 'dissociation' | 'nausea-level', value: string | undefined): Thing | undefined =>
  value === undefined
    ? undefined
    : { code: codeOf(id), category: categories.exam, valueCodeableConcept: answer(id, value) }

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
