import { z } from 'zod'
import { judgeDose } from '../../science/dose.ts'
import { says } from './sentences.ts'
import { Reason } from './booking.ts'

export const sites = ['deltoid', 'vastus lateralis', 'ventrogluteal', 'dorsogluteal'] as const
export const sides = ['left', 'right'] as const

const positive = (most: number) => z.number().positive(says.positive).max(most, says.tooMuch)

/** What every route writes down when a drug was given. `number` counts the doses of one session from 1. */
const given = {
  clearanceId: z.uuid(),
  number: z.number().int().min(1).max(20),
  drug: z.enum(['ketamine', 'esketamine']),
  mg: positive(1000),
  planVersionId: z.uuid(),
  planMg: z.number(),
  /** Why the amount is not the plan's; needed whenever they differ. */
  differsBecause: Reason.optional(),
  /** True when an unlikely amount was asked about once more and kept. */
  confirmed: z.boolean().optional(),
  lot: z.string().trim().max(60, says.tooLong).optional(),
  expiry: z.iso.date().optional(),
} as const

export const ImDose = z
  .object({
    route: z.literal('im'),
    ...given,
    site: z.enum(sites, says.site),
    side: z.enum(sides, says.side),
    concentrationMgPerMl: positive(200).optional(),
    volumeMl: positive(20).optional(),
  })
  .superRefine(({ mg, concentrationMgPerMl, volumeMl }, context) => {
    if (concentrationMgPerMl === undefined || volumeMl === undefined) return
    // Half a unit of the second decimal: what a syringe can show.
    if (Math.abs(concentrationMgPerMl * volumeMl - mg) > concentrationMgPerMl * 0.005 + 1e-9) {
      const product = Math.round(concentrationMgPerMl * volumeMl * 100) / 100
      context.addIssue({ code: 'custom', path: ['volumeMl'], message: says.volume(concentrationMgPerMl, volumeMl, product, mg) })
    }
  })

/** A drug that was given. Further routes are further members here, each with what it writes down. */
export const Dose = z.discriminatedUnion('route', [ImDose])
export type Dose = z.infer<typeof Dose>

/** What is wrong with an amount against the plan and what can be, by field; empty when nothing is. */
export const questionsAboutDose = (
  dose: Pick<Dose, 'route' | 'mg' | 'planMg' | 'differsBecause' | 'confirmed'>,
  weight: number | undefined,
): Record<string, string> => {
  const judged = judgeDose(dose.route, dose.mg, weight)
  if (typeof judged === 'object' && 'refuse' in judged) return { mg: judged.refuse }
  const wrong: Record<string, string> = {}
  if (typeof judged === 'object' && !dose.confirmed) wrong.mg = judged.ask
  if (dose.mg !== dose.planMg && !dose.differsBecause) wrong.differsBecause = says.differs(dose.mg, dose.planMg)
  return wrong
}
