import { z } from 'zod'
import { decide, everyRoute, type Finding, type Recorded, type Rule } from '../decide.ts'
import { generalReview, labelReview, register } from '../register.ts'
import { policy } from '../sources.ts'
import type { Day } from '../time.ts'
import { above, any, atLeast, atMost, below, fallenMoreThan, is } from '../truth.ts'
import type { Limits } from './limits.ts'
import type { Protocol } from './protocol.ts'

/** Signs that make any high pressure an emergency. */
export const CrisisSymptom = z.enum([
  'chest pain',
  'shortness of breath',
  'sudden severe headache',
  'visual disturbance',
  'seizure',
  'reduced consciousness',
  'focal weakness or speech trouble',
])
export type CrisisSymptom = z.infer<typeof CrisisSymptom>

/** One set of readings with the baseline they are compared to. MOAA/S runs from 5 (alert) to 0. */
export const VitalsFacts = z
  .object({
    systolic: z.number(),
    diastolic: z.number(),
    heartRate: z.number(),
    newIrregularPulse: z.boolean(),
    spo2: z.number(),
    respiratoryRate: z.number(),
    moaas: z.number().int().min(0).max(5),
    /** Empty: asked and none. Undefined: not asked. */
    crisisSymptoms: z.array(CrisisSymptom),
    baselineSystolic: z.number(),
    baselineSpo2: z.number(),
  })
  .partial()
export type VitalsFacts = z.infer<typeof VitalsFacts>

/** The readings, and how awake somebody is, that mean the same before and after a dose. */
export type ReadingFacts = Pick<VitalsFacts, 'systolic' | 'heartRate' | 'spo2' | 'respiratoryRate' | 'moaas'>
/** Signs that no set has to ask for: they speak once somebody has written them down. */
export type SignFacts = Pick<VitalsFacts, 'crisisSymptoms' | 'newIrregularPulse'>

const common = { section: 'Vital signs', routes: everyRoute, overriddenBy: ['prescriber'] } as const

/** Readings that matter before a dose as well as after it. */
export const readingRules = (limits: Limits): Rule<ReadingFacts>[] => [
  {
    ...common,
    id: 'RL-14a',
    severity: 'review',
    needs: ['systolic'],
    holdsWhen: ({ systolic }) => below(systolic, limits.lowSystolicBelow.value),
    says: `Systolic pressure below ${limits.lowSystolicBelow.value} mmHg: a clinician comes now.`,
    settledBy: 'Measure the blood pressure.',
    source: limits.lowSystolicBelow.source,
    reviewBy: limits.lowSystolicBelow.reviewBy,
  },
  {
    ...common,
    id: 'RL-15a',
    severity: 'review',
    needs: ['heartRate'],
    holdsWhen: ({ heartRate }) =>
      any(above(heartRate, limits.heartRateAbove.value), below(heartRate, limits.heartRateBelow.value)),
    says: `Heart rate above ${limits.heartRateAbove.value} or below ${limits.heartRateBelow.value}: a clinician comes now.`,
    settledBy: 'Measure the heart rate.',
    source: limits.heartRateAbove.source,
    reviewBy: limits.heartRateAbove.reviewBy,
  },
  {
    ...common,
    id: 'RL-16a',
    severity: 'review',
    needs: ['spo2'],
    holdsWhen: ({ spo2 }) => below(spo2, limits.spo2Below.value),
    says: `SpO2 below ${limits.spo2Below.value}%: check the probe and tell a clinician.`,
    settledBy: 'Measure SpO2.',
    source: limits.spo2Below.source,
    reviewBy: limits.spo2Below.reviewBy,
  },
  {
    ...common,
    id: 'RL-17',
    severity: 'emergency',
    needs: ['spo2', 'respiratoryRate'],
    holdsWhen: ({ spo2, respiratoryRate }) =>
      any(below(spo2, limits.spo2EmergencyBelow.value), below(respiratoryRate, limits.breathingEmergencyBelow.value)),
    says: `SpO2 below ${limits.spo2EmergencyBelow.value}% or fewer than ${limits.breathingEmergencyBelow.value} breaths/min: start the emergency plan.`,
    settledBy: 'Measure SpO2 and count respirations.',
    source: limits.spo2EmergencyBelow.source,
    further: [register.sedationMemory],
    reviewBy: limits.spo2EmergencyBelow.reviewBy,
  },
  {
    ...common,
    id: 'RL-18a',
    severity: 'review',
    needs: ['moaas'],
    holdsWhen: ({ moaas }) => is(moaas, 4),
    says: 'MOAA/S 4, slow to respond: watch more closely.',
    settledBy: 'Rate alertness (MOAA/S).',
    source: policy('what to do at each MOAA/S level'),
    further: [register.moaas],
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'RL-18b',
    severity: 'review',
    needs: ['moaas'],
    holdsWhen: ({ moaas }) => atMost(moaas, 3),
    says: 'MOAA/S 3 or below: clinician to the bedside, continuous SpO2.',
    settledBy: 'Rate alertness (MOAA/S).',
    source: policy('what to do at each MOAA/S level'),
    further: [register.moaas],
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'RL-19',
    severity: 'emergency',
    needs: ['moaas'],
    holdsWhen: ({ moaas }) => atMost(moaas, 1),
    says: 'MOAA/S 1 or 0, responds to pain only or not at all: start the emergency plan.',
    settledBy: 'Rate alertness (MOAA/S).',
    source: register.moaas,
    further: [register.spravatoLabelCopy],
    reviewBy: labelReview,
  },
]

/** What nobody has to ask before a dose, and what counts before it as after it. */
export const signRules: Rule<SignFacts>[] = [
  {
    ...common,
    id: 'RL-13',
    severity: 'emergency',
    needs: ['crisisSymptoms'],
    holdsWhen: ({ crisisSymptoms }) => crisisSymptoms && crisisSymptoms.length > 0,
    says: 'Crisis symptoms, whatever the pressure: call emergency services.',
    settledBy: 'Ask about chest pain, breathing, headache and vision, and look for weakness or a seizure.',
    source: register.spravatoLabelMemory,
    reviewBy: labelReview,
  },
  {
    ...common,
    id: 'RL-15b',
    severity: 'review',
    needs: ['newIrregularPulse'],
    holdsWhen: ({ newIrregularPulse }) => newIrregularPulse,
    says: 'The pulse is newly irregular: a clinician comes now.',
    settledBy: 'Feel the pulse or check the tracing.',
    source: policy('no guideline gives this figure'),
    reviewBy: generalReview,
  },
]

/** What a set of readings after the dose may raise. */
export const alertRules = (limits: Limits): Rule<VitalsFacts>[] => [
  {
    ...common,
    id: 'RL-12',
    severity: 'review',
    needs: ['systolic', 'diastolic'],
    holdsWhen: ({ systolic, diastolic }) =>
      any(atLeast(systolic, limits.highSystolicFrom.value), atLeast(diastolic, limits.highDiastolicFrom.value)),
    says: `At or above ${limits.highSystolicFrom.value}/${limits.highDiastolicFrom.value} mmHg: clinician to the bedside, repeat every ${limits.highRepeatMinutes.value} minutes.`,
    settledBy: 'Measure the blood pressure.',
    source: limits.highSystolicFrom.source,
    further: [register.spravatoSummary2020],
    reviewBy: limits.highSystolicFrom.reviewBy,
  },
  ...signRules,
  ...readingRules(limits),
  {
    ...common,
    id: 'RL-14b',
    severity: 'review',
    needs: ['systolic', 'baselineSystolic'],
    holdsWhen: ({ systolic, baselineSystolic }) =>
      fallenMoreThan(limits.systolicFallAbovePercent.value, systolic, baselineSystolic),
    says: `Systolic pressure has fallen more than ${limits.systolicFallAbovePercent.value}% from baseline: a clinician comes now.`,
    settledBy: 'Measure the blood pressure; a baseline is needed to compare.',
    source: limits.systolicFallAbovePercent.source,
    reviewBy: limits.systolicFallAbovePercent.reviewBy,
  },
  {
    ...common,
    id: 'RL-16b',
    severity: 'review',
    needs: ['spo2', 'baselineSpo2'],
    holdsWhen: ({ spo2, baselineSpo2 }) =>
      spo2 === undefined || baselineSpo2 === undefined
        ? undefined
        : atLeast(baselineSpo2 - spo2, limits.spo2FallFrom.value),
    says: `SpO2 has fallen by ${limits.spo2FallFrom.value} points or more from baseline: check the probe and tell a clinician.`,
    settledBy: 'Measure SpO2; a baseline is needed to compare.',
    source: limits.spo2FallFrom.source,
    reviewBy: limits.spo2FallFrom.reviewBy,
  },
]

/** Every finding on one set of readings against the protocol's limits and the session's baseline. */
export const alertsFrom = (
  protocol: Protocol,
  readings: Recorded<Omit<VitalsFacts, 'baselineSystolic' | 'baselineSpo2'>>,
  baseline: { systolic?: number | undefined; spo2?: number | undefined },
  { today }: { today: Day },
): Finding[] =>
  decide<VitalsFacts>(
    alertRules(protocol.limits),
    { ...readings, baselineSystolic: baseline.systolic, baselineSpo2: baseline.spo2 },
    { route: protocol.route, today },
  )
