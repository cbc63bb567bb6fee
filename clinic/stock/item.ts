import { z } from 'zod'
import { stockNumbers } from '../../science/stock.ts'
import { says } from '../../web/words/en/says/stock.ts'

export const drugs = ['ketamine', 'esketamine'] as const
export const forms = ['vial', 'lozenge', 'device'] as const
export type Drug = (typeof drugs)[number]
export type Form = (typeof forms)[number]

export const hundredths = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
const measure = (most: number) =>
  z.number(says.positive).positive(says.positive).max(most, says.tooMuch).refine(hundredths, says.hundredths)

const item = z.object({
  drug: z.enum(drugs),
  form: z.enum(forms),
  strength: measure(1000),
  volumeMl: measure(1000).optional(),
  ndc: z
    .string()
    .trim()
    .regex(/^\d{4,5}-\d{3,4}(-\d{1,2})?$/, says.ndc)
    .optional(),
})
/** A vial has mg/mL and mL; a piece has mg. */
const fits = ({ drug, form, strength, volumeMl }: z.output<typeof item>, context: z.RefinementCtx): void => {
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if ((drug === 'esketamine') !== (form === 'device')) wrong('form', says.drugForm)
  if (form === 'vial' && volumeMl === undefined) wrong('volumeMl', says.volume)
  if (form !== 'vial' && volumeMl !== undefined) wrong('volumeMl', says.noVolume)
  const { value } = stockNumbers.deviceMg
  if (form === 'device' && strength !== value) wrong('strength', says.deviceStrength(value))
}

/** What is kept: one drug in one form and strength. */
export const ItemTyped = item.superRefine(fits)
export const NewItem = item.extend({ id: z.uuid() }).superRefine(fits)
export type NewItem = z.infer<typeof NewItem>

export type Item = { id: string; drug: Drug; form: Form; strength: number; volumeMl: number | null; ndc: string }

/** As people count: whole containers or pieces, and mL in opened vials. */
export const Quantity = z.object({
  full: z.number(says.whole).int(says.whole).min(0, says.whole).max(100_000, says.tooMuch),
  openMl: z
    .number(says.openMl)
    .min(0, says.atLeastNothing)
    .max(10_000, says.tooMuch)
    .refine(hundredths, says.hundredths)
    .default(0),
})
export type Quantity = z.infer<typeof Quantity>

export const round = (amount: number): number => Math.round(amount * 100) / 100

/** In the ledger's own unit: mg of vials, since a dose is in mg; pieces of everything else. */
export const amountOf = ({ form, strength, volumeMl }: Item, { full, openMl }: Quantity): number =>
  form === 'vial' ? round(full * strength * (volumeMl ?? 0) + openMl * strength) : full

/** mL of a vial for an amount in mg, to a hundredth; undefined for pieces. */
export const mlOf = ({ form, strength }: Pick<Item, 'form' | 'strength'>, amount: number): number | undefined =>
  form === 'vial' ? round(amount / strength) : undefined

/** What is drawn from the ledger for one dose. */
export type Taken = { drug: Drug; form: Form; mg: number; pieces?: number | undefined; strength?: number | undefined }

/** What a dose takes from a lot of this item; undefined when the item is something else than what was given. */
export const takenFrom = (item: Item, { drug, form, mg, pieces, strength }: Taken): number | undefined => {
  if (item.drug !== drug || item.form !== form) return undefined
  if (form === 'vial') return round(mg)
  return form === 'lozenge' && item.strength !== strength ? undefined : pieces
}
