import { z } from 'zod'
import { judge, type Measure } from '../../science/plausibility.ts'
import type { ObservationKind } from '../../science/routes/protocol.ts'
import { CrisisSymptom, type VitalsFacts } from '../../science/routes/vitals.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { FromDevice, notAsSent } from './from-device.ts'
import { isTaken, NotTaken, takenValues } from './not-taken.ts'

/** The measured numbers, and what plausibility calls them. */
export const readings = {
  systolic: 'systolic',
  diastolic: 'diastolic',
  heartRate: 'heartRate',
  spo2: 'spo2',
  respiratoryRate: 'respiratoryRate',
} as const satisfies Record<string, Measure>
export type Reading = keyof typeof readings
export const readingNames = Object.keys(readings) as Reading[]

/** How far from here the patient is, in our own words (no licensed scale), and how sick they feel. */
export const dissociationLevels = ['none', 'a little', 'clearly', 'very much'] as const
export const nauseaLevels = ['none', 'mild', 'moderate', 'vomiting'] as const

const number = (name: Reading) =>
  z
    .number()
    .superRefine((value, context) => {
      const judged = judge(readings[name], value)
      if (typeof judged === 'object' && 'refuse' in judged) context.addIssue({ code: 'custom', message: judged.refuse })
    })
    .optional()

/**
 * One set of observations: up to nine values. What was not taken is left out, which is "not known", never "normal";
 * `notTaken` may say why. An unlikely value is kept only when it was confirmed (`confirmed` names it).
 */
export const Vitals = z
  .object({
    systolic: number('systolic'),
    diastolic: number('diastolic'),
    heartRate: number('heartRate'),
    spo2: number('spo2'),
    respiratoryRate: number('respiratoryRate'),
    moaas: z.number().int().min(0, says.moaas).max(5, says.moaas).optional(),
    dissociation: z.enum(dissociationLevels).optional(),
    nausea: z.enum(nauseaLevels).optional(),
    pain: z.number().int().min(0, says.pain).max(10, says.pain).optional(),
    newIrregularPulse: z.boolean().optional(),
    /** Empty: asked, and none. Left out: not asked. */
    crisisSymptoms: z.array(CrisisSymptom).optional(),
    words: z.string().trim().max(2000, says.tooLong).optional(),
    /** What somebody tried to take and could not. */
    notTaken: z.partialRecord(z.enum(takenValues), NotTaken).optional(),
    confirmed: z.array(z.enum(['systolic', 'diastolic', 'heartRate', 'spo2', 'respiratoryRate'])).optional(),
    /** Where values came from that nobody typed. */
    devices: z.array(FromDevice).max(9).optional(),
  })
  .superRefine((set, context) => {
    const { confirmed = [], devices = [], notTaken = {}, ...values } = set
    if (Object.keys(notTaken).length === 0 && Object.values(values).every((value) => value === undefined)) {
      context.addIssue({ code: 'custom', path: ['systolic'], message: says.emptySet })
    }
    const taken = takenValues.find((name) => notTaken[name] && isTaken(set, name))
    if (taken) context.addIssue({ code: 'custom', path: ['notTaken', taken], message: says.takenAfterAll })
    if ((set.systolic === undefined) !== (set.diastolic === undefined)) {
      const path = [set.systolic === undefined ? 'systolic' : 'diastolic']
      context.addIssue({ code: 'custom', path, message: says.bothPressures })
    } else if (set.systolic !== undefined && set.diastolic !== undefined && set.diastolic >= set.systolic) {
      context.addIssue({ code: 'custom', path: ['diastolic'], message: says.swappedPressures })
    }
    const changed = notAsSent(set, devices)
    if (changed) context.addIssue({ code: 'custom', path: [changed], message: says.notAsSent })
    for (const name of readingNames) {
      const value = set[name]
      const judged = value === undefined ? 'usual' : judge(readings[name], value)
      if (typeof judged === 'object' && 'ask' in judged && !confirmed.includes(name)) {
        context.addIssue({ code: 'custom', path: [name], message: judged.ask, params: { ask: true } })
      }
    }
  })
export type Vitals = z.infer<typeof Vitals>

/** What the protocol asked to see and this set shows. Side effects count as looked for when nausea or pain was asked. */
export const observedIn = (set: Vitals): ObservationKind[] => {
  const seen: [ObservationKind, boolean][] = [
    ['bloodPressure', set.systolic !== undefined && set.diastolic !== undefined],
    ['heartRate', set.heartRate !== undefined],
    ['spo2', set.spo2 !== undefined],
    ['respiratoryRate', set.respiratoryRate !== undefined],
    ['sedation', set.moaas !== undefined],
    ['sideEffects', set.nausea !== undefined],
    ['dissociation', set.dissociation !== undefined],
  ]
  return seen.filter(([, there]) => there).map(([kind]) => kind)
}

export type ReadingFacts = Omit<VitalsFacts, 'baselineSystolic' | 'baselineSpo2'>

/** The part of a set that rules look at. */
export const factsOf = (set: Vitals): ReadingFacts => {
  const { systolic, diastolic, heartRate, spo2, respiratoryRate, moaas, newIrregularPulse, crisisSymptoms } = set
  const all = { systolic, diastolic, heartRate, spo2, respiratoryRate, moaas, newIrregularPulse, crisisSymptoms }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as ReadingFacts
}

/** The newest of one value, with when it was taken and whether the newest set has it: one that left it out does not hide it. */
export const lastTaken = (
  sets: readonly { happenedAt: Instant; data: Vitals }[],
  name: Reading | 'pain',
): { value: number; at: Instant; inNewest: boolean } | undefined => {
  const found = sets.findLast(({ data }) => data[name] !== undefined)
  const value = found?.data[name]
  return found && value !== undefined ? { value, at: found.happenedAt, inNewest: found === sets.at(-1) } : undefined
}
