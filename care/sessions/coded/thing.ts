import { type Code, type Concept, conceptOf, type Quantity, quantity } from '../../../science/codes/code.ts'
import { amounts } from '../../../science/codes/given.ts'
import { happenings } from '../../../science/codes/happened.ts'
import { asked, vitalSigns } from '../../../science/codes/observed.ts'
import type { AnyValue, Component, Device, Reference, Value } from './fact.ts'
import { absent } from './fact.ts'

/** One thing that an entry says, before it is said when and by whom. */
export type Thing = AnyValue & {
  code: Concept
  category?: Concept[] | undefined
  component?: Component[] | undefined
  bodySite?: Concept | undefined
  focus?: Reference[] | undefined
  partOf?: Reference[] | undefined
  note?: string[] | undefined
  device?: Device | undefined
}

const rows = { ...vitalSigns, ...asked, ...happenings, ...amounts } as const
export type CodeId = keyof typeof rows

export const codeOf = (id: CodeId): Concept => conceptOf(id, rows[id])

/** A number with the unit of its row. @throws when the row has none: a number without a unit is not written */
export const measured = (id: CodeId, value: number): Quantity => {
  const { unit, says }: Code = rows[id]
  if (!unit) throw new Error(`no unit for ${says}`)
  return quantity(value, unit)
}

export const number = (id: CodeId, value: number): { code: Concept; valueQuantity: Quantity } => ({
  code: codeOf(id),
  valueQuantity: measured(id, value),
})

export const unknown: Value = { dataAbsentReason: absent('unknown') }

const category = (code: string): Concept[] => [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }] },
]
export const categories = {
  vitals: category('vital-signs'),
  exam: category('exam'),
  survey: category('survey'),
  procedure: category('procedure'),
} as const

/** Only what is there: a key whose value is undefined is no key. */
export const present = <T>(things: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(Object.entries(things).filter((pair): pair is [string, T] => pair[1] !== undefined))

export const words = (...said: (string | undefined)[]): { note?: string[] } => {
  const note = said.filter((one): one is string => Boolean(one))
  return note.length > 0 ? { note } : {}
}
