import type { Route } from '../decide.ts'
import { register } from '../register.ts'
import type { Code, Coding, Concept } from './code.ts'
import { conceptOf, systems } from './code.ts'
import { coded, codeSources, ours, rxnorm, snomed } from './sources.ts'

const { rxnormIngredient, rxnorm10, rxnorm50, rxnorm100, rxnormSpray, snomedSeen } = codeSources

/** What is given. Of esketamine no code of the ingredient was found; the spray has one of its form (`products`). */
export const drugs = {
  ketamine: coded('Ketamine', rxnorm('6130'), rxnormIngredient),
  esketamine: ours('Esketamine'),
} as const satisfies Record<string, Code>
export type Drug = keyof typeof drugs

/** Products. A lozenge is compounded and has no code of its own: its ingredient and its words are all there is. */
export const products = {
  'ketamine-10': coded('Ketamine 10 mg/mL for injection', rxnorm('238082'), rxnorm10),
  'ketamine-50': coded('Ketamine 50 mg/mL for injection', rxnorm('238084'), rxnorm50),
  'ketamine-100': coded('Ketamine 100 mg/mL for injection', rxnorm('238083'), rxnorm100),
  'esketamine-spray': coded('Esketamine nasal spray', rxnorm('2201623'), rxnormSpray, {
    further: [register.spravatoNdc],
  }),
} as const satisfies Record<string, Code>

const productOfVial: Readonly<Record<number, Code>> = {
  10: products['ketamine-10'],
  50: products['ketamine-50'],
  100: products['ketamine-100'],
}

/** By which way it goes in. Where in the mouth a lozenge is kept is not recorded; it is prescribed to dissolve there. */
export const routesGiven = {
  im: coded('Into a muscle', snomed('78421000'), snomedSeen),
  iv: coded('Into a vein', snomed('47625008'), snomedSeen),
  lozenge: coded('Dissolving under the tongue or in the cheek', snomed('37839007'), snomedSeen),
  esketamine: coded('Sprayed into the nose', snomed('46713006'), snomedSeen),
} as const satisfies Record<Route, Code>

/** The numbers a dose is written down with. */
export const amounts = {
  dose: ours('Amount given', { unit: 'mg' }),
  'planned-dose': ours('Amount of the plan', { unit: 'mg' }),
  'planned-minutes': ours('Minutes of the plan', { unit: 'minutes' }),
  volume: ours('Volume', { unit: 'ml' }),
  concentration: ours('Concentration', { unit: 'mgPerMl' }),
  'programmed-rate': ours('Rate programmed', { unit: 'mlPerH' }),
  'rate-by-drug': ours('Rate in mg an hour', { unit: 'mgPerH' }),
  'programmed-minutes': ours('Minutes programmed', { unit: 'minutes' }),
  strength: ours('Strength of one lozenge', { unit: 'mg' }),
  count: ours('How many lozenges', { unit: 'pieces' }),
} as const satisfies Record<string, Code>

/** What the ledger says of the lot a dose was drawn from. */
export type Lot = { form: 'vial' | 'lozenge' | 'device'; strength: number; ndc: string }

/**
 * The medicine of a dose. The product is coded only where it is known: a vial by the strength in the ledger (a syringe may
 * hold it thinner), the NDC as the clinic typed it there; the spray always.
 */
export const medicineOf = (drug: Drug, route: Route, lot?: Lot): Concept => {
  const product =
    drug === 'esketamine' && route === 'esketamine'
      ? products['esketamine-spray']
      : drug === 'ketamine' && lot?.form === 'vial'
        ? productOfVial[lot.strength]
        : undefined
  const ndc: Coding[] = lot?.ndc ? [{ system: systems.ndc, code: lot.ndc }] : []
  const ingredient = conceptOf(drug, drugs[drug])
  return {
    text: product?.says ?? ingredient.text ?? drug,
    coding: [...ndc, ...(product?.published ?? []).map(({ system, code }) => ({ system, code })), ...ingredient.coding],
  }
}
