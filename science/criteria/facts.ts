import { z } from 'zod'
import { AsqResult } from '../instruments/asq.ts'

export const ChildPugh = z.enum(['no cirrhosis', 'A', 'B', 'C'])
export type ChildPugh = z.infer<typeof ChildPugh>

export const Pregnancy = z.enum(['pregnant', 'test negative', 'cannot become pregnant'])
export type Pregnancy = z.infer<typeof Pregnancy>

/**
 * What an evaluation may have recorded. Every one may be absent, which means unknown and never "no".
 * Pressures in mmHg, ages in years, liver tests as a multiple of the upper limit of normal, eGFR in mL/min/1.73 m².
 */
export const EvaluationFacts = z
  .object({
    age: z.number().int().min(0),
    systolic: z.number(),
    diastolic: z.number(),
    pressureRiseHazard: z.boolean(),
    poorlyControlledHeartDisease: z.boolean(),
    cardiovascularEventWithin6Weeks: z.boolean(),
    currentPsychosis: z.boolean(),
    pastPsychosis: z.boolean(),
    severePersonalityDisorder: z.boolean(),
    activeSubstanceUseDisorder: z.boolean(),
    ketamineMisuse: z.boolean(),
    intoxicatedToday: z.boolean(),
    childPugh: ChildPugh,
    liverTestTimesLimit: z.number(),
    risingAlpOrGgt: z.boolean(),
    dialysis: z.boolean(),
    egfr: z.number(),
    pregnancy: Pregnancy,
    breastfeeding: z.boolean(),
    eyePressureRisk: z.boolean(),
    untreatedHyperthyroidism: z.boolean(),
    needsHospitalCare: z.boolean(),
    asaClass: z.number().int().min(1).max(6),
    aneurysmOrMalformation: z.boolean(),
    intracerebralHaemorrhage: z.boolean(),
    ketamineHypersensitivity: z.boolean(),
    raisedIntracranialPressure: z.boolean(),
    strokeOrHypertensiveEncephalopathy: z.boolean(),
    respiratoryInsufficiency: z.boolean(),
    sleepApnoea: z.boolean(),
    stopBang: z.number().int().min(0).max(8),
    blockedNose: z.boolean(),
    currentManiaOrMixed: z.boolean(),
    deliriumOrMajorNeurocognitive: z.boolean(),
    uncontrolledSeizures: z.boolean(),
    unexplainedUrinarySymptoms: z.boolean(),
    acutePorphyria: z.boolean(),
    phaeochromocytoma: z.boolean(),
    suicideScreen: AsqResult,
    needsHigherLevelOfCare: z.boolean(),
    otherKetaminePrescriber: z.boolean(),
    opioidUseDisorderHistory: z.boolean(),
    capacityInDoubt: z.boolean(),
    remsEnrolled: z.boolean(),
    settingCertified: z.boolean(),
    prescriberOnSite: z.boolean(),
    escortNamed: z.boolean(),
    minutesSinceFood: z.number(),
    minutesSinceDrink: z.number(),
    otherSedationToday: z.boolean(),
  })
  .partial()
export type EvaluationFacts = z.infer<typeof EvaluationFacts>
export type EvaluationFact = keyof EvaluationFacts
