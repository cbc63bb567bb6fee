import { type Code, licences, systems, units } from './code.ts'
import { amounts, drugs, products, routesGiven } from './given.ts'
import { effects, happenings } from './happened.ts'
import { asked, vitalSigns } from './observed.ts'

/** Named with everything that is coded from here, and raised whenever a row changes. */
export const codesVersion = '2026-11-29'

/** Every row, by what it is a row of. */
export const codeTables = {
  'Codes of observations': vitalSigns,
  'Codes of what is asked': asked,
  'Codes of what happens': happenings,
  'Codes of side effects': effects,
  'Codes of medicines': { ...drugs, ...products },
  'Codes of ways to give': routesGiven,
  'Codes of amounts': amounts,
} as const satisfies Record<string, Record<string, Code>>

const named = new Map<string, string>([
  [systems.loinc, 'LOINC'],
  [systems.snomed, 'SNOMED CT'],
  [systems.rxnorm, 'RxNorm'],
])

/** A row in one line: its words, its codes, its unit. */
export const codeSays = (id: string, { says, published, unit }: Code): string => {
  const codes = published.map(({ system, code }) => `${named.get(system) ?? system} ${code}`)
  const { code = '', unit: counted = '' } = unit ? units[unit] : {}
  const inUnit = code.startsWith('{') ? [`counted in ${counted}`] : code ? [`in ${code}`] : []
  return [`${says}: ${codes.join(' with ') || `${systems.own} ${id}`}`, ...inUnit].join(', ')
}

export const codeLicences: readonly string[] = Object.values(licences)
