import { z } from 'zod'
import { judge, type Measure } from './plausibility.ts'
import { scienceWords as words } from './words.ts'

/** A number of this measure that can be: parsed once, typed from then on. Refuses with the sentence of `judge`. */
const possible = (measure: Measure) =>
  z.number().superRefine((value, context) => {
    const judged = judge(measure, value)
    if (typeof judged === 'object' && 'refuse' in judged) context.addIssue({ code: 'custom', message: judged.refuse })
  })

export const SystolicMmhg = possible('systolic').brand<'mmHg'>()
export const DiastolicMmhg = possible('diastolic').brand<'mmHg'>()
export const BeatsPerMinute = possible('heartRate').brand<'beats/min'>()
export const BreathsPerMinute = possible('respiratoryRate').brand<'breaths/min'>()
export const Spo2Percent = possible('spo2').brand<'% SpO2'>()
export const Celsius = possible('temperature').brand<'°C'>()
export const Kg = possible('weight').brand<'kg'>()
export const Cm = possible('height').brand<'cm'>()
export const Mg = possible('dose').brand<'mg'>()
export const MgPerKg = possible('doseByWeight').brand<'mg/kg'>()

export type Mmhg = z.infer<typeof SystolicMmhg>
export type BeatsPerMinute = z.infer<typeof BeatsPerMinute>
export type BreathsPerMinute = z.infer<typeof BreathsPerMinute>
export type Spo2Percent = z.infer<typeof Spo2Percent>
export type Celsius = z.infer<typeof Celsius>
export type Kg = z.infer<typeof Kg>
export type Cm = z.infer<typeof Cm>
export type Mg = z.infer<typeof Mg>
export type MgPerKg = z.infer<typeof MgPerKg>

/** Both numbers of one reading. The lower one cannot reach the upper one. */
export const BloodPressure = z
  .object({ systolic: SystolicMmhg, diastolic: DiastolicMmhg })
  .refine(({ systolic, diastolic }) => diastolic < systolic, {
    path: ['diastolic'],
    message: words.swappedPressures,
  })
export type BloodPressure = z.infer<typeof BloodPressure>
