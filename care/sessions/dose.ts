import { z } from 'zod'
import { hundredths } from '../../clinic/stock/item.ts'
import { judgeDose } from '../../science/dose.ts'
import { deviceMg } from '../../science/routes/esketamine.ts'
import { programmeAgrees } from '../../science/routes/infusion.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import { Reason } from './booking.ts'
import { FindingKept, HeldAnswer } from './clearance.ts'

export const sites = ['deltoid', 'vastus lateralis', 'ventrogluteal', 'dorsogluteal'] as const
export const sides = ['left', 'right'] as const

const positive = (most: number) => z.number().positive(says.positive).max(most, says.tooMuch)

/** What every route writes down when a drug was given. `number` counts the doses of one session from 1. */
const given = {
  number: z.number().int().min(1).max(20),
  drug: z.enum(['ketamine', 'esketamine']),
  mg: positive(1000),
  /** The version of the plan that the person giving it had before them. */
  planVersionId: z.uuid(),
  /** Why the amount is not the plan's; needed whenever they differ. */
  differsBecause: Reason.optional(),
  /** True when an unlikely amount was asked about once more and kept. */
  confirmed: z.boolean().optional(),
  lot: z.string().trim().max(60, says.tooLong).optional(),
  expiry: z.iso.date().optional(),
  /** The lot of the ledger it was drawn from; lot and expiry are then the ledger's. */
  stockLotId: z.uuid().optional(),
  /** Why a lot was given that the ledger does not have in stock and in date, where it keeps this drug. */
  lotBecause: Reason.optional(),
} as const

/** What the server adds: what the dose rests on. */
const rests = {
  clearanceId: z.uuid(),
  planMg: z.number(),
  /** Every finding as it stood when the dose was given, and the prescriber's reasons for what held since the clearance. */
  findings: z.array(FindingKept),
  answers: z.array(HeldAnswer),
} as const

const im = {
  route: z.literal('im'),
  ...given,
  site: z.enum(sites, says.site),
  side: z.enum(sides, says.side),
  concentrationMgPerMl: positive(200).optional(),
  volumeMl: positive(20).optional(),
} as const

/** Two decimals at most: the amount that went in is counted in whole hundredths. */
export const RateMlPerH = positive(1200).refine(hundredths, says.hundredths)

/** An infusion by pump, as it was programmed. What really went in follows from the log (science/routes/infusion.ts). */
const iv = {
  route: z.literal('iv'),
  ...given,
  volumeMl: positive(1000).refine(hundredths, says.hundredths),
  rateMlPerH: RateMlPerH,
  minutes: positive(720),
} as const

/** Over how long the plan had it go in; absent where the plan did not say. */
const planMinutes = z.number().optional()

/** Lozenges put into the mouth at one moment; `mg` is strength times count. */
const lozenge = {
  route: z.literal('lozenge'),
  ...given,
  strengthMg: positive(1000),
  count: z.number(says.positive).int().min(1).max(10, says.tooMuch),
} as const

export const gaveOptions = ['both sprays', 'part', 'nothing'] as const

/** One device of the nasal spray. `number` is the device's, and no session has more devices than its plan. */
const esketamine = {
  route: z.literal('esketamine'),
  ...given,
  number: z.number().int().min(1).max(3),
  mg: z.literal(deviceMg),
  gave: z.enum(gaveOptions, says.gave),
  lot: z.string(says.lot).trim().min(1, says.lot).max(60, says.tooLong),
  expiry: z.iso.date(says.expiry),
} as const

type Volume = { mg: number; concentrationMgPerMl?: number | undefined; volumeMl?: number | undefined }

const volumeAgrees = ({ mg, concentrationMgPerMl: strength, volumeMl }: Volume, context: z.RefinementCtx): void => {
  if (strength === undefined || volumeMl === undefined) return
  // Half a unit of the second decimal: what a syringe can show.
  if (Math.abs(strength * volumeMl - mg) <= strength * 0.005 + 1e-9) return
  const product = Math.round(strength * volumeMl * 100) / 100
  context.addIssue({ code: 'custom', path: ['volumeMl'], message: says.volume(strength, volumeMl, product, mg) })
}

type Pump = { mg: number; volumeMl: number; rateMlPerH: number; minutes: number }

const pumpAgrees = (programme: Pump, context: z.RefinementCtx): void => {
  if (programmeAgrees(programme)) return
  const { volumeMl, rateMlPerH, minutes } = programme
  const given = Math.round((rateMlPerH * minutes) / 0.6) / 100
  const message = says.programme(rateMlPerH, minutes, given, volumeMl)
  context.addIssue({ code: 'custom', path: ['rateMlPerH'], message })
}

type Lozenges = { mg: number; strengthMg: number; count: number }

const lozengesAgree = ({ mg, strengthMg, count }: Lozenges, context: z.RefinementCtx): void => {
  const product = Math.round(strengthMg * count * 100) / 100
  if (product === mg) return
  context.addIssue({ code: 'custom', path: ['mg'], message: says.lozenges(count, strengthMg, product, mg) })
}

/** What a person enters, by route: each writes down what can be known about that way of giving. */
export const DoseGiven = z.discriminatedUnion('route', [
  z.object(im).superRefine(volumeAgrees),
  z.object(iv).superRefine(pumpAgrees),
  z.object(lozenge).superRefine(lozengesAgree),
  z.object(esketamine),
])
export type DoseGiven = z.infer<typeof DoseGiven>

/** A drug that was given, as it is stored. */
export const Dose = z.discriminatedUnion('route', [
  z.object({ ...im, ...rests }).superRefine(volumeAgrees),
  z.object({ ...iv, ...rests, planMinutes }).superRefine(pumpAgrees),
  z.object({ ...lozenge, ...rests }).superRefine(lozengesAgree),
  z.object({ ...esketamine, ...rests }),
])
export type Dose = z.infer<typeof Dose>

/** Half a minute of a pump's program is what it rounds away. */
const roundedMinutes = 0.5

/**
 * How long a pump would run for this amount at the plan's pace, where it is programmed to run for another time; undefined
 * where it is as planned or the plan does not say.
 */
export const minutesByPlan = (
  { mg, minutes }: { mg: number; minutes: number },
  { planMg, planMinutes }: { planMg: number; planMinutes?: number | undefined },
): number | undefined => {
  if (planMinutes === undefined) return undefined
  const byPlan = (planMinutes * mg) / planMg
  return Math.abs(minutes - byPlan) >= roundedMinutes ? Math.round(byPlan * 10) / 10 : undefined
}

/**
 * How long the whole amount takes at this rate, and would take at the plan's pace, where the rate is faster than the plan;
 * undefined where it is not, or the plan does not say. A slower one needs no reason.
 */
export const fasterThanPlan = (
  {
    mg,
    volumeMl,
    planMg,
    planMinutes,
  }: { mg: number; volumeMl: number; planMg: number; planMinutes?: number | undefined },
  rateMlPerH: number,
): { minutes: number; byPlan: number } | undefined => {
  const minutes = Math.round((volumeMl / rateMlPerH) * 600) / 10
  const byPlan = minutesByPlan({ mg, minutes }, { planMg, planMinutes })
  return byPlan !== undefined && minutes < byPlan ? { minutes, byPlan } : undefined
}

/** What is wrong with an amount against the plan and what can be, by field; empty when nothing is. */
export const questionsAboutDose = (
  dose: Pick<Dose, 'route' | 'mg' | 'planMg'> & {
    differsBecause?: string | undefined
    confirmed?: boolean | undefined
    minutes?: number | undefined
    planMinutes?: number | undefined
  },
  { weight, givenBefore = 0 }: { weight: number | undefined; givenBefore?: number },
): Record<string, string> => {
  // Devices come one by one and never beyond the plan; what is missing at the end is on the screen and in the note.
  if (dose.route === 'esketamine') return {}
  const judged = judgeDose(dose.route, dose.mg, weight)
  if (typeof judged === 'object' && 'refuse' in judged) return { mg: judged.refuse }
  const wrong: Record<string, string> = {}
  if (typeof judged === 'object' && !dose.confirmed) wrong.mg = judged.ask
  const total = Math.round((givenBefore + dose.mg) * 100) / 100
  if (dose.differsBecause) return wrong
  const { minutes } = dose
  const byPlan = minutes === undefined ? undefined : minutesByPlan({ mg: dose.mg, minutes }, dose)
  const unlike = [
    ...(total === dose.planMg ? [] : [says.differs(total, dose.planMg)]),
    ...(byPlan === undefined || minutes === undefined ? [] : [says.otherPace(minutes, byPlan)]),
  ]
  if (unlike.length > 0) wrong.differsBecause = [...unlike, says.sayWhy].join(' ')
  return wrong
}
