import { generalReview, labelReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Day } from '../time.ts'

/**
 * One number of a protocol. `tighter` says in which direction a clinic may move it: a clinic can ask for more caution
 * than the protocol, never for less.
 */
export type Limit = {
  value: number
  unit: string
  tighter: 'higher' | 'lower'
  says: string
  source: Source
  reviewBy: Day
}

const byPolicy = (value: number, unit: string, tighter: Limit['tighter'], says: string): Limit => ({
  value,
  unit,
  tighter,
  says,
  source: policy('no guideline gives this figure'),
  reviewBy: generalReview,
})

/** The limits every racemic route starts from. All but the label's own pressures are clinic policy. */
export const racemicLimits = {
  preDoseSystolicAbove: {
    ...byPolicy(140, 'mmHg', 'lower', 'Upper pressure before the dose above which a clinician decides'),
    source: policy('the esketamine label’s general guide of 140/90, used for ketamine by analogy'),
    reviewBy: labelReview,
  },
  preDoseDiastolicAbove: {
    ...byPolicy(90, 'mmHg', 'lower', 'Lower pressure before the dose above which a clinician decides'),
    source: policy('the esketamine label’s general guide of 140/90, used for ketamine by analogy'),
    reviewBy: labelReview,
  },
  noStartSystolicFrom: byPolicy(160, 'mmHg', 'lower', 'Upper pressure from which the dose is not started'),
  noStartDiastolicFrom: byPolicy(100, 'mmHg', 'lower', 'Lower pressure from which the dose is not started'),
  highSystolicFrom: {
    ...byPolicy(180, 'mmHg', 'lower', 'Upper pressure after the dose that brings a clinician to the bedside'),
    source: policy('action on the categories that the esketamine label tabulates'),
    reviewBy: labelReview,
  },
  highDiastolicFrom: {
    ...byPolicy(110, 'mmHg', 'lower', 'Lower pressure after the dose that brings a clinician to the bedside'),
    source: policy('action on the categories that the esketamine label tabulates'),
    reviewBy: labelReview,
  },
  lowSystolicBelow: byPolicy(90, 'mmHg', 'higher', 'Upper pressure below which a clinician comes now'),
  systolicFallAbovePercent: byPolicy(
    30,
    '%',
    'lower',
    'Fall of upper pressure from baseline that brings a clinician now',
  ),
  heartRateAbove: byPolicy(130, 'beats/min', 'lower', 'Heart rate above which a clinician comes now'),
  heartRateBelow: byPolicy(45, 'beats/min', 'higher', 'Heart rate below which a clinician comes now'),
  spo2Below: byPolicy(94, '%', 'higher', 'SpO2 below which the probe is checked and staff are alerted'),
  spo2FallFrom: byPolicy(3, 'points', 'lower', 'Fall of SpO2 from baseline that alerts staff'),
  spo2EmergencyBelow: byPolicy(90, '%', 'higher', 'SpO2 below which the emergency plan starts'),
  breathingRateEmergencyBelow: byPolicy(
    8,
    'breaths/min',
    'higher',
    'Breathing rate below which the emergency plan starts',
  ),
  foodFreeMinutes: byPolicy(240, 'min', 'higher', 'Time without food before the dose'),
  drinkFreeMinutes: byPolicy(120, 'min', 'higher', 'Time without clear fluids before the dose'),
  baselineWithinMinutes: {
    ...byPolicy(15, 'min', 'lower', 'Age of the baseline readings at the dose'),
    source: register.sanacora,
  },
  lateAfterMinutes: byPolicy(5, 'min', 'lower', 'Time after which a due observation is overdue'),
  repeatEveryMinutes: {
    ...byPolicy(15, 'min', 'lower', 'Interval of observations until release'),
    source: register.szarmach,
  },
  minimumStayMinutes: byPolicy(90, 'min', 'higher', 'Shortest stay after the dose'),
  releasePressureWithinPercent: {
    ...byPolicy(20, '%', 'lower', 'Distance of blood pressure from baseline at release'),
    source: register.padss,
  },
  releaseHeartRateWithinPercent: byPolicy(20, '%', 'lower', 'Distance of heart rate from baseline at release'),
  releaseSpo2FallAtMost: byPolicy(2, 'points', 'lower', 'SpO2 below baseline at release'),
  releaseScoreFrom: { ...byPolicy(9, 'of 10', 'higher', 'Recovery score at release'), source: register.aldrete },
} as const satisfies Record<string, Limit>

export type LimitKey = keyof typeof racemicLimits
export type Limits = Record<LimitKey, Limit>
