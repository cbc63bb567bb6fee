import { generalReview, labelReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Day } from '../time.ts'

/**
 * One number of a protocol. A clinic may move it from `value` towards `tightest`, which asks for more caution, and
 * never the other way.
 */
export type Limit = { value: number; tightest: number; unit: string; says: string; source: Source; reviewBy: Day }

const byPolicy = (value: number, tightest: number, unit: string, says: string): Limit => ({
  value,
  tightest,
  unit,
  says,
  source: policy('no guideline gives this figure'),
  reviewBy: generalReview,
})

const byAnalogy = {
  source: policy('the esketamine label’s general guide of 140/90 before a dose, used for ketamine by analogy'),
  reviewBy: labelReview,
}
const onLabelCategories = {
  source: policy('action on pressure categories that the esketamine label tabulates'),
  reviewBy: labelReview,
}

/** The limits that every racemic route starts from: mostly clinic policy, which the medical director signs. */
export const racemicLimits = {
  preDoseSystolicAbove: {
    ...byPolicy(140, 110, 'mmHg', 'Systolic pressure before the dose above which a clinician decides'),
    ...byAnalogy,
  },
  preDoseDiastolicAbove: {
    ...byPolicy(90, 70, 'mmHg', 'Diastolic pressure before the dose above which a clinician decides'),
    ...byAnalogy,
  },
  noStartSystolicFrom: byPolicy(160, 120, 'mmHg', 'Systolic pressure from which the dose is not started'),
  noStartDiastolicFrom: byPolicy(100, 75, 'mmHg', 'Diastolic pressure from which the dose is not started'),
  highSystolicFrom: {
    ...byPolicy(180, 140, 'mmHg', 'Systolic pressure after the dose that brings a clinician to the bedside'),
    ...onLabelCategories,
  },
  highDiastolicFrom: {
    ...byPolicy(110, 90, 'mmHg', 'Diastolic pressure after the dose that brings a clinician to the bedside'),
    ...onLabelCategories,
  },
  highRepeatMinutes: byPolicy(5, 4, 'min', 'Interval between blood pressures after one at or above these limits'),
  lowSystolicBelow: byPolicy(90, 110, 'mmHg', 'Systolic pressure below which a clinician comes now'),
  systolicFallAbovePercent: byPolicy(
    30,
    10,
    '%',
    'Fall in systolic pressure from baseline that brings a clinician now',
  ),
  heartRateAbove: byPolicy(130, 100, 'beats/min', 'Heart rate above which a clinician comes now'),
  heartRateBelow: byPolicy(45, 60, 'beats/min', 'Heart rate below which a clinician comes now'),
  spo2Below: byPolicy(94, 97, '%', 'SpO2 below which the probe is checked and staff are alerted'),
  spo2FallFrom: byPolicy(3, 1, 'points', 'Fall in SpO2 from baseline that alerts staff'),
  spo2EmergencyBelow: byPolicy(90, 94, '%', 'SpO2 below which the emergency plan starts'),
  breathingEmergencyBelow: byPolicy(8, 12, 'breaths/min', 'Respiratory rate below which the emergency plan starts'),
  foodFreeMinutes: byPolicy(240, 720, 'min', 'Time without food before the dose'),
  drinkFreeMinutes: byPolicy(120, 360, 'min', 'Time without clear fluids before the dose'),
  baselineWithinMinutes: {
    ...byPolicy(15, 5, 'min', 'Maximum age of the baseline readings at the dose'),
    source: register.sanacora,
  },
  earlyByMinutes: byPolicy(3, 0, 'min', 'How early an observation may be taken and still count for its due time'),
  lateAfterMinutes: byPolicy(5, 1, 'min', 'Time after which a due observation is overdue'),
  repeatEveryMinutes: {
    ...byPolicy(15, 5, 'min', 'Interval between observations until release'),
    source: policy('every 15 minutes, as in one cohort of infusions (Szarmach et al. 2020)'),
  },
  minimumStayMinutes: byPolicy(90, 480, 'min', 'Minimum stay after the dose'),
  releasePressureWithinPercent: {
    ...byPolicy(20, 5, '%', 'Difference in blood pressure from baseline at release'),
    source: register.padss,
  },
  releaseHeartRateWithinPercent: byPolicy(20, 5, '%', 'Difference in heart rate from baseline at release'),
  releaseSpo2FallAtMost: byPolicy(2, 0, 'points', 'SpO2 below baseline at release'),
  releaseScoreFrom: { ...byPolicy(9, 10, 'of 10', 'Recovery score at release'), source: register.aldrete },
} as const satisfies Record<string, Limit>

/** An infusion ends before the stay begins to count, so the stay after it is shorter than after an injection. */
export const ivLimits = {
  ...racemicLimits,
  minimumStayMinutes: byPolicy(60, 480, 'min', 'Minimum stay after the end of the infusion'),
} as const satisfies Record<string, Limit>

export const lozengeLimits = {
  ...racemicLimits,
  minimumStayMinutes: byPolicy(120, 480, 'min', 'Minimum stay after the last lozenge was swallowed or spat out'),
} as const satisfies Record<string, Limit>

const onLabel = (value: number, tightest: number, unit: string, says: string, source: Source): Limit => ({
  value,
  tightest,
  unit,
  says,
  source,
  reviewBy: labelReview,
})

/** Esketamine: what the label or its programme says stands here as theirs, and nobody can loosen it. */
export const esketamineLimits = {
  ...racemicLimits,
  preDoseSystolicAbove: { ...racemicLimits.preDoseSystolicAbove, source: register.spravatoMonograph },
  preDoseDiastolicAbove: { ...racemicLimits.preDoseDiastolicAbove, source: register.spravatoMonograph },
  foodFreeMinutes: onLabel(120, 720, 'min', 'Time without food before the dose', register.spravatoPatientUse),
  drinkFreeMinutes: onLabel(30, 360, 'min', 'Time without liquids before the dose', register.spravatoPatientUse),
  nasalSprayFreeMinutes: onLabel(
    60,
    240,
    'min',
    'Time without a nasal steroid or decongestant before the dose',
    register.spravatoPatientUse,
  ),
  deviceRestMinutes: onLabel(5, 15, 'min', 'Rest between two devices', register.spravatoMissedDose),
  minimumStayMinutes: onLabel(120, 480, 'min', 'Minimum stay after the last device', register.rems),
} as const satisfies Record<string, Limit>

type SprayLimitKey = Exclude<keyof typeof esketamineLimits, keyof typeof racemicLimits>
export type LimitKey = keyof typeof esketamineLimits
/** The limits of one route. Those about a nasal spray are there for esketamine alone. */
export type Limits = Record<keyof typeof racemicLimits, Limit> & { [Key in SprayLimitKey]?: Limit }
