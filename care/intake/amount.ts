import { z } from 'zod'
import { type Measure, plausibility } from '../../science/plausibility.ts'
import { says } from '../../web/words/en/says/intake.ts'

/** A weight or a height as somebody knows their own, with the unit they chose. Nothing is taken without a unit. */
export const AmountSent = z.discriminatedUnion(
  'unit',
  [
    z.strictObject({ unit: z.literal('lb'), amount: z.number() }),
    z.strictObject({ unit: z.literal('kg'), amount: z.number() }),
    z.strictObject({ unit: z.literal('cm'), amount: z.number() }),
    /** 5 feet 4 inches are 64 inches. */
    z.strictObject({ unit: z.literal('in'), amount: z.number() }),
  ],
  { error: says.unit },
)
export type AmountSent = z.infer<typeof AmountSent>

export const unitsOf = { weight: ['lb', 'kg'], height: ['in', 'cm'] } as const

const inMetric = { lb: 0.45359237, kg: 1, in: 2.54, cm: 1 } as const

/** Kilograms or centimetres, to one decimal. */
export const metric = ({ unit, amount }: AmountSent): number => Math.round(amount * inMetric[unit] * 10) / 10

/** The sentence for what cannot be; `usual` for the rest. What is only unlikely is seen by whoever weighs. */
export const judgeAmount = (measure: 'weight' | 'height', sent: AmountSent): string => {
  if (!(unitsOf[measure] as readonly string[]).includes(sent.unit)) return says.unit
  const [lowest, highest] = plausibility[measure satisfies Measure].possible
  const value = metric(sent)
  return value < lowest || value > highest ? says.cannotBe[measure] : 'usual'
}
