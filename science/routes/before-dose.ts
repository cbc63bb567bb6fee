import { z } from 'zod'
import { asqAcute, asqPositive } from '../criteria/asq-truth.ts'
import { programmeConditions } from '../criteria/day.ts'
import { Pregnancy } from '../criteria/facts.ts'
import { decide, everyRoute, type Finding, type Recorded, type Rule } from '../decide.ts'
import { AsqResult } from '../instruments/asq.ts'
import { generalReview, labelReview, register } from '../register.ts'
import { policy } from '../sources.ts'
import type { Day } from '../time.ts'
import { above, all, any, atLeast, below, is, not } from '../truth.ts'
import type { Limits } from './limits.ts'
import type { Protocol } from './protocol.ts'
import { CrisisSymptom, readingRules, signRules } from './vitals.ts'

/** What is known on the day just before the dose, all of it recorded in this session. Absent means unknown. */
export const BeforeDoseFacts = z
  .object({
    systolic: z.number(),
    diastolic: z.number(),
    heartRate: z.number(),
    spo2: z.number(),
    respiratoryRate: z.number(),
    moaas: z.number().int().min(0).max(5),
    /** As somebody wrote them down in this session; no set has to ask for these two. */
    crisisSymptoms: z.array(CrisisSymptom),
    newIrregularPulse: z.boolean(),
    /** Age of the oldest part of the baseline that the protocol asks for. */
    minutesSinceBaseline: z.number(),
    minutesSinceFood: z.number(),
    minutesSinceDrink: z.number(),
    /** Since a nasal steroid or decongestant; infinite when none was used today. */
    minutesSinceNasalSpray: z.union([z.number(), z.literal(Number.POSITIVE_INFINITY)]),
    remsEnrolled: z.boolean(),
    settingCertified: z.boolean(),
    prescriberOnSite: z.boolean(),
    escortNamed: z.boolean(),
    pregnancy: Pregnancy,
    intoxicatedToday: z.boolean(),
    otherSedationToday: z.boolean(),
    suicideScreen: AsqResult,
    newManiaOrPsychosis: z.boolean(),
    newOrWorseUrinarySymptoms: z.boolean(),
    /** Medicine, illness, hospital stay or anything else since the last visit. */
    somethingNew: z.boolean(),
    /** An absolute contraindication recorded since the last determination, which no clinician has reviewed. */
    unreviewedAbsoluteContraindication: z.boolean(),
  })
  .partial()
export type BeforeDoseFacts = z.infer<typeof BeforeDoseFacts>

type BeforeDoseRule = Rule<BeforeDoseFacts>

const common = { routes: everyRoute, overriddenBy: ['prescriber'] } as const

const pressure = (limits: Limits): BeforeDoseRule[] => [
  {
    ...common,
    id: 'RL-10',
    section: 'Vital signs',
    severity: 'block',
    needs: ['systolic', 'diastolic'],
    holdsWhen: ({ systolic, diastolic }) =>
      any(above(systolic, limits.preDoseSystolicAbove.value), above(diastolic, limits.preDoseDiastolicAbove.value)),
    says: `Above ${limits.preDoseSystolicAbove.value}/${limits.preDoseDiastolicAbove.value} mmHg before the dose: recheck after rest; a clinician weighs the benefit against a transient rise in blood pressure.`,
    settledBy: 'Measure the blood pressure.',
    source: limits.preDoseSystolicAbove.source,
    further: [register.spravatoMonograph],
    reviewBy: limits.preDoseSystolicAbove.reviewBy,
  },
  {
    ...common,
    id: 'RL-11',
    section: 'Vital signs',
    severity: 'block',
    needs: ['systolic', 'diastolic'],
    holdsWhen: ({ systolic, diastolic }) =>
      any(atLeast(systolic, limits.noStartSystolicFrom.value), atLeast(diastolic, limits.noStartDiastolicFrom.value)),
    says: `At or above ${limits.noStartSystolicFrom.value}/${limits.noStartDiastolicFrom.value} mmHg: the default is not to start.`,
    settledBy: 'Measure the blood pressure.',
    source: limits.noStartSystolicFrom.source,
    reviewBy: limits.noStartSystolicFrom.reviewBy,
  },
]

const preparation = (limits: Limits): BeforeDoseRule[] => [
  {
    ...common,
    id: 'B5-baseline',
    section: 'Vital signs',
    severity: 'block',
    needs: ['minutesSinceBaseline'],
    holdsWhen: ({ minutesSinceBaseline }) => above(minutesSinceBaseline, limits.baselineWithinMinutes.value),
    says: `A baseline older than ${limits.baselineWithinMinutes.value} minutes: measure again.`,
    settledBy:
      'Take the whole baseline: blood pressure, heart rate, respiratory rate, SpO2, alertness, dissociation and nausea.',
    source: limits.baselineWithinMinutes.source,
    further: [policy('baseline within 15 minutes')],
    reviewBy: limits.baselineWithinMinutes.reviewBy,
  },
  {
    ...common,
    id: 'CI-28a',
    section: 'The day',
    severity: 'block',
    needs: ['minutesSinceFood'],
    holdsWhen: ({ minutesSinceFood }) => below(minutesSinceFood, limits.foodFreeMinutes.value),
    says: `Ate less than ${limits.foodFreeMinutes.value} minutes ago.`,
    settledBy: 'Ask when the patient last ate.',
    source: limits.foodFreeMinutes.source,
    reviewBy: limits.foodFreeMinutes.reviewBy,
  },
  {
    ...common,
    id: 'CI-28b',
    section: 'The day',
    severity: 'block',
    needs: ['minutesSinceDrink'],
    holdsWhen: ({ minutesSinceDrink }) => below(minutesSinceDrink, limits.drinkFreeMinutes.value),
    says: `Drank less than ${limits.drinkFreeMinutes.value} minutes ago.`,
    settledBy: 'Ask when the patient last drank.',
    source: limits.drinkFreeMinutes.source,
    reviewBy: limits.drinkFreeMinutes.reviewBy,
  },
  {
    ...common,
    id: 'CI-27',
    section: 'The day',
    severity: 'block',
    needs: ['escortNamed'],
    holdsWhen: ({ escortNamed }) => not(escortNamed),
    says: 'No responsible adult is named for the ride home.',
    settledBy: 'Enter who is taking the patient home.',
    source: register.spravatoLabel2019,
    further: [register.rems],
    reviewBy: labelReview,
  },
]

/** What only a nasal spray asks for. */
const spray = ({ nasalSprayFreeMinutes: free }: Limits): BeforeDoseRule[] =>
  free
    ? [
        { ...programmeConditions, section: 'Esketamine program' },
        {
          ...common,
          id: 'A5-nose',
          routes: ['esketamine'],
          section: 'The day',
          severity: 'block',
          needs: ['minutesSinceNasalSpray'],
          holdsWhen: ({ minutesSinceNasalSpray }) => below(minutesSinceNasalSpray, free.value),
          says: `A nasal steroid or decongestant less than ${free.value} minutes ago.`,
          settledBy: 'Ask about nasal sprays today.',
          source: free.source,
          reviewBy: free.reviewBy,
        },
      ]
    : []

const sinceLastVisit: BeforeDoseRule[] = [
  {
    ...common,
    id: 'RL-34',
    section: 'Pregnancy',
    severity: 'block',
    needs: ['pregnancy'],
    holdsWhen: ({ pregnancy }) => is(pregnancy, 'pregnant'),
    says: 'Pregnant: not recommended; a clinician decides.',
    settledBy: 'Do a pregnancy test, or record that pregnancy is not possible.',
    source: register.spravatoLabel2019,
    reviewBy: labelReview,
  },
  {
    ...common,
    id: 'CI-03c',
    section: 'The day',
    severity: 'block',
    needs: ['intoxicatedToday'],
    holdsWhen: ({ intoxicatedToday }) => intoxicatedToday,
    says: 'Alcohol today, or intoxication.',
    settledBy: 'Ask and observe, and enter yes or no.',
    source: policy('no session after alcohol or while intoxicated'),
    further: [register.spravatoLabel2019],
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'CI-31',
    section: 'The day',
    severity: 'review',
    needs: ['otherSedationToday'],
    holdsWhen: ({ otherSedationToday }) => otherSedationToday,
    says: 'ECT, another sedation or an anesthetic on the same day.',
    settledBy: 'Ask, and enter yes or no.',
    source: policy('no second sedation on one day without review'),
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'S6-now',
    section: 'Suicide risk',
    severity: 'emergency',
    needs: ['suicideScreen'],
    holdsWhen: ({ suicideScreen }) => asqAcute(suicideScreen),
    says: 'Suicidal thoughts right now: a clinician comes now; do not leave the patient alone. Show 988.',
    settledBy: 'Complete the suicide screen; a question skipped or declined is not a No.',
    source: register.asqSpier,
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'S6-same-day',
    section: 'Suicide risk',
    severity: 'block',
    needs: ['suicideScreen'],
    holdsWhen: ({ suicideScreen }) => all(asqPositive(suicideScreen), not(asqAcute(suicideScreen))),
    says: 'Positive suicide screen: a clinician assesses before the dose. Show 988.',
    settledBy: 'Complete the suicide screen; a question skipped or declined is not a No.',
    source: register.asqSpier,
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'RL-39',
    section: 'Mental state',
    severity: 'block',
    needs: ['newManiaOrPsychosis'],
    holdsWhen: ({ newManiaOrPsychosis }) => newManiaOrPsychosis,
    says: 'New signs of mania or psychosis: same-day assessment.',
    settledBy: 'Do the mania and psychosis check.',
    source: register.ketamineReactions,
    reviewBy: labelReview,
  },
  {
    ...common,
    id: 'RL-38a',
    section: 'Other conditions',
    severity: 'review',
    needs: ['newOrWorseUrinarySymptoms'],
    holdsWhen: ({ newOrWorseUrinarySymptoms }) => newOrWorseUrinarySymptoms,
    says: 'New or worse urinary symptoms: pause, test urine, clinician review.',
    settledBy: 'Ask the urinary questions.',
    source: register.spravatoMonograph,
    reviewBy: labelReview,
  },
  {
    ...common,
    id: 'RL-33',
    section: 'Other conditions',
    severity: 'block',
    needs: ['unreviewedAbsoluteContraindication'],
    holdsWhen: ({ unreviewedAbsoluteContraindication }) => unreviewedAbsoluteContraindication,
    says: 'An absolute contraindication was recorded and no clinician has reviewed it since.',
    settledBy: 'Review what was recorded in the evaluation since the last determination.',
    source: policy('a newly recorded absolute contraindication stops all sessions until reviewed'),
    reviewBy: generalReview,
  },
  {
    ...common,
    id: 'B5-new',
    section: 'Other conditions',
    severity: 'review',
    needs: ['somethingNew'],
    holdsWhen: ({ somethingNew }) => somethingNew,
    says: 'Something is new since the last visit: clinician review.',
    settledBy: 'Ask whether anything is new since the last visit.',
    source: policy('what is new is reviewed before the dose'),
    reviewBy: generalReview,
  },
]

export const beforeDoseRules = (limits: Limits): BeforeDoseRule[] => [
  ...pressure(limits),
  ...readingRules(limits),
  ...signRules,
  ...preparation(limits),
  ...spray(limits),
  ...sinceLastVisit,
]

/** The rules that speak only once somebody has written the sign down: that nobody did is neither a "no" nor a question. */
export const onlyWhenSeen: ReadonlySet<string> = new Set(signRules.map(({ id }) => id))

/** Every finding before the dose. Whoever may clear the patient decides on them; this does not. */
export const beforeDose = (
  protocol: Protocol,
  facts: Recorded<BeforeDoseFacts>,
  { today }: { today: Day },
): Finding[] =>
  decide<BeforeDoseFacts>(beforeDoseRules(protocol.limits), facts, { route: protocol.route, today }).filter(
    ({ rule, answer }) => answer !== 'unknown' || !onlyWhenSeen.has(rule),
  )
