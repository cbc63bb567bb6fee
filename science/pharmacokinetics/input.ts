import { z } from 'zod'
import { judge } from '../plausibility.ts'
import { policy } from '../sources.ts'
import { givenMg } from './doses.ts'
import type { SimulationInput } from './simulation.ts'

/** Ends of what can be asked for. None of them is clinical: they catch slips and keep to what the models can show. */
export const inputLimits = {
  source: policy('ends of what the simulator draws; not clinical limits'),
  horizonMinutes: [10, 2_880],
  stepMinutes: [0.1, 60],
  points: 5_000,
  doses: 10,
  devices: 4,
  /** 999 mL/h, where infusion pumps end, of a bag with 1 mg/mL. */
  mgPerHour: 999,
  /** Anything shorter is an injection by hand, which venous models cannot show. */
  infusionMinutes: 10,
  examples: 20,
  quantiles: 9,
} as const

const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })

const number = (name: string, lowest: number, highest: number, unit: string) => {
  const withUnit = unit === '' ? '' : ` ${unit}`
  const expected = `expected ${figure.format(lowest)} to ${figure.format(highest)}${withUnit}`
  const error = ({ input }: { input?: unknown }) =>
    `${name} ${figure.format(Number(input))}${withUnit} cannot be simulated; ${expected}.`
  return z
    .number({ error: `${name} must be a number; ${expected}.` })
    .gte(lowest, { error })
    .lte(highest, { error })
}
const whole = (name: string, lowest: number, highest: number) =>
  number(name, lowest, highest, '').refine(Number.isInteger, { error: `${name} must be a whole number.` })

const judged = (measure: 'dose' | 'weight') =>
  z.number({ error: `The ${measure} must be a number.` }).superRefine((value, context) => {
    const judgement = judge(measure, value)
    if (typeof judgement === 'object' && 'refuse' in judgement)
      context.addIssue({ code: 'custom', message: judgement.refuse })
  })

const minute = number('A minute', 0, inputLimits.horizonMinutes[1], 'min')

const infusion = z.strictObject({
  route: z.literal('iv-infusion'),
  rates: z
    .array(z.strictObject({ fromMinute: minute, mgPerHour: number('A pump rate', 0, inputLimits.mgPerHour, 'mg/h') }))
    .min(1, 'An infusion needs a rate.')
    .max(100, 'More than 100 changes of rate cannot be simulated.'),
  untilMinute: minute,
})
const singleDose = <Route extends 'im' | 'lozenge' | 'oral'>(route: Route) =>
  z.strictObject({ route: z.literal(route), atMinute: minute, doseMg: judged('dose') })
const nasal = z.strictObject({
  route: z.literal('nasal-esketamine'),
  deviceMinutes: z
    .array(minute)
    .min(1, 'A nasal session needs the minute of each device.')
    .max(inputLimits.devices, `More than ${inputLimits.devices} devices were never studied together.`),
})

type Dose = SimulationInput['doses'][number]
type Refuse = (path: (string | number)[], message: string) => void

const checkDose = (dose: Dose, refuse: Refuse): void => {
  if (dose.route === 'nasal-esketamine') {
    dose.deviceMinutes.forEach((at, i) => {
      if (i > 0 && at < (dose.deviceMinutes[i - 1] ?? 0))
        refuse(['deviceMinutes', i], 'A device cannot come before the one listed before it.')
    })
    return
  }
  if (dose.route !== 'iv-infusion') return
  dose.rates.forEach(({ fromMinute }, i) => {
    if (i > 0 && fromMinute <= (dose.rates[i - 1]?.fromMinute ?? 0))
      refuse(['rates', i, 'fromMinute'], 'A rate must begin after the rate listed before it.')
  })
  const begins = dose.rates[0]?.fromMinute ?? 0
  const last = dose.rates.at(-1)?.fromMinute ?? 0
  if (dose.untilMinute <= last) refuse(['untilMinute'], 'An infusion must end after its last rate begins.')
  else if (dose.untilMinute - begins < inputLimits.infusionMinutes)
    refuse(
      ['untilMinute'],
      `An infusion of less than ${inputLimits.infusionMinutes} min is an injection by hand, and vein samples do not show its first minutes.`,
    )
  else {
    const given = judge('dose', givenMg(dose))
    if (typeof given === 'object' && 'refuse' in given) refuse(['rates'], `In all: ${given.refuse}`)
  }
}

const startOf = (dose: Dose): number =>
  dose.route === 'iv-infusion'
    ? (dose.rates[0]?.fromMinute ?? 0)
    : dose.route === 'nasal-esketamine'
      ? (dose.deviceMinutes[0] ?? 0)
      : dose.atMinute

const checkTogether = (input: SimulationInput, refuse: Refuse): void => {
  const { doses, horizonMinutes, stepMinutes, quantiles } = input
  const steps = horizonMinutes / stepMinutes
  if (steps > inputLimits.points)
    refuse(['stepMinutes'], `That is more than ${figure.format(inputLimits.points)} points: ask for longer steps.`)
  else if (Math.abs(steps - Math.round(steps)) > 1e-6)
    refuse(['horizonMinutes'], 'The horizon must be a whole number of steps.')
  const infusions = doses.flatMap((dose, i) => (dose.route === 'iv-infusion' ? [{ dose, i }] : []))
  for (const { dose, i } of infusions)
    for (const other of infusions)
      if (other.i < i && startOf(dose) < other.dose.untilMinute && startOf(other.dose) < dose.untilMinute)
        refuse(
          ['doses', i, 'rates', 0, 'fromMinute'],
          `This infusion runs at the same time as doses[${other.i}]. Write a change of rate as a further entry of \`rates\`.`,
        )
  doses.forEach((dose, i) => {
    checkDose(dose, (path, message) => refuse(['doses', i, ...path], message))
    if (startOf(dose) >= horizonMinutes) refuse(['doses', i], 'This dose begins after the horizon.')
    if (dose.route === 'nasal-esketamine' && input.drug !== 'esketamine')
      refuse(['drug'], 'The nasal model is that of the esketamine device: the drug must be esketamine.')
  })
  const nasalDoses = doses.filter(({ route }) => route === 'nasal-esketamine').length
  if (nasalDoses > 0 && nasalDoses < doses.length)
    refuse(['doses'], 'The nasal spray and the other routes have different models: simulate them separately.')
  quantiles.forEach((quantile, i) => {
    if (i > 0 && quantile <= (quantiles[i - 1] ?? 0))
      refuse(['quantiles', i], 'Quantiles go from low to high, each once.')
  })
}

const [shortest, longest] = inputLimits.horizonMinutes
const [finest, coarsest] = inputLimits.stepMinutes

/** The JSON that `evenkeel simulate` reads. Unknown fields are refused: there is no target, and no next dose. */
export const SimulationJson = z
  .strictObject({
    drug: z.enum(['racemic-ketamine', 'esketamine'], {
      error: 'The drug is racemic-ketamine or esketamine.',
    }),
    doses: z
      .array(
        z.discriminatedUnion('route', [infusion, singleDose('im'), singleDose('lozenge'), singleDose('oral'), nasal], {
          error: 'The route is iv-infusion, im, lozenge, oral or nasal-esketamine.',
        }),
        { error: 'A list of doses is needed.' },
      )
      .min(1, 'At least one dose is needed.')
      .max(inputLimits.doses, `At most ${inputLimits.doses} doses.`),
    weightKg: judged('weight').optional(),
    horizonMinutes: number('The horizon', shortest, longest, 'min').default(240),
    stepMinutes: number('The step', finest, coarsest, 'min').default(1),
    norketamine: z.boolean({ error: 'true or false.' }).default(false),
    quantiles: z
      .array(number('A quantile', 0.001, 0.999, ''))
      .max(inputLimits.quantiles, `At most ${inputLimits.quantiles} quantiles.`)
      .default([0.05, 0.25, 0.5, 0.75, 0.95]),
    examples: whole('The number of examples', 0, inputLimits.examples).default(0),
    alternatives: z.boolean({ error: 'true or false.' }).default(false),
  })
  .superRefine((input, context) =>
    checkTogether(input, (path, message) => context.addIssue({ code: 'custom', path, message })),
  )

export type Refusal = { field: string; reason: string }

const fieldName = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`)).join('')

/** The input of `simulate`, or every field that is wrong with the reason. Never throws, never corrects. */
export const parseSimulation = (json: unknown): { input: SimulationInput } | { refused: Refusal[] } => {
  const parsed = SimulationJson.safeParse(json)
  if (parsed.success) return { input: parsed.data }
  return {
    refused: parsed.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ field: fieldName([...issue.path, key]), reason: 'There is no such field.' }))
        : [{ field: fieldName(issue.path) || 'input', reason: issue.message }],
    ),
  }
}
