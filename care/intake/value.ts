import { says } from '../../web/words/en/says/intake.ts'
import type { Field } from './question.ts'
import { type Asked, questions } from './questions.ts'

/** A weight or a height as somebody knows their own, with the unit they chose. 5 feet 4 inches are 64 inches. */
export type Amount = { unit: 'lb' | 'kg' | 'in' | 'cm'; amount: number }
/** One line of a list: what was typed, field by field. What stayed empty is not there. */
export type Line = Readonly<Record<string, string>>
/** Null is "not sure" for a question, and "taken back" for a line. */
export type Value = boolean | string | Amount | Line | null

export const isAmount = (value: Value | undefined): value is Amount =>
  typeof value === 'object' && value !== null && 'amount' in value && typeof value.amount === 'number'
export const isLine = (value: Value | undefined): value is Line =>
  typeof value === 'object' && value !== null && !isAmount(value)

export const unitsOf = { weight: ['lb', 'kg'], height: ['in', 'cm'] } as const
const inMetric = { lb: 0.45359237, kg: 1, in: 2.54, cm: 1 } as const

/** Kilograms or centimetres, to one decimal. */
export const metric = ({ unit, amount }: Amount): number => Math.round(amount * inMetric[unit] * 10) / 10

/** Between what a weight (kg) and a height (cm) can be; from science/plausibility, by way of the server. */
export type Limits = Readonly<Record<'weight' | 'height', readonly [number, number]>>

/** What is wrong with an answer, and in which field of a line. */
export type Wrong = { field?: string; says: string }

/**
 * Everything that is wrong with an answer to this question, or with a line of its list. Written without a parser's
 * library, because an old phone loads it too: the server asks the same function.
 */
export const wrongWith = (key: Asked, entry: string | null, value: unknown, limits: Limits): Wrong[] => {
  if (value === null) return entry !== null && questions[key].kind !== 'list' ? [{ says: says.noLines }] : []
  if (entry !== null) return wrongLine(key, value)
  const question = questions[key]
  switch (question.kind) {
    case 'yes or no':
    case 'list':
      return typeof value === 'boolean' ? [] : [{ says: says.yesOrNo }]
    case 'choice':
      return typeof value === 'string' && question.options.includes(value) ? [] : [{ says: says.choose }]
    case 'words':
      return wrongText(value, 20_000, true)
    case 'amount':
      return wrongAmount(question.measure, value, limits)
  }
}

const fieldsIn = (value: unknown): [string, unknown][] | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined

const wrongText = (value: unknown, most: number, needed: boolean): Wrong[] => {
  if (typeof value !== 'string' || (needed && value.trim() === '')) return [{ says: says.missing }]
  if (value.length > most) return [{ says: says.tooLong(most) }]
  // The two things that no database can keep: half a character, and a zero one.
  return value.isWellFormed() && !value.includes('\0') ? [] : [{ says: says.unstorable }]
}

const wrongLine = (key: Asked, value: unknown): Wrong[] => {
  const question = questions[key]
  if (question.kind !== 'list') return [{ says: says.noLines }]
  const given = fieldsIn(value)
  if (!given) return [{ says: says.choose }]
  const names = question.fields.map(({ field }) => field)
  if (given.some(([name]) => !names.includes(name))) return [{ says: says.noSuchField }]
  const line = new Map(given)
  return question.fields.flatMap((field, at) =>
    wrongField(field, at === 0, line.get(field.field)).map((wrong) => ({ ...wrong, field: field.field })),
  )
}

const wrongField = (field: Field, first: boolean, value: unknown): Wrong[] => {
  if (value === undefined && !first) return []
  if ('options' in field) return field.options.includes(String(value)) ? [] : [{ says: says.choose }]
  const text = wrongText(value, first ? 300 : 1000, first)
  const typed = String(value).trim()
  if (text.length > 0 || typed === '') return text
  if (field.kind === 'phone' && !isPhone(typed)) return [{ says: says.phone }]
  return field.kind === 'weeks' && !/^\d{1,4}$/.test(typed) ? [{ says: says.weeks }] : []
}

const isPhone = (text: string): boolean => {
  const digits = text.replace(/\D/g, '').length
  return /^[+\d\s().\-/]+((ext\.?|x|#)\s*\d+\s*)?$/i.test(text) && digits >= 7 && digits <= 20
}

const wrongAmount = (measure: 'weight' | 'height', value: unknown, limits: Limits): Wrong[] => {
  const given = Object.fromEntries(fieldsIn(value) ?? [])
  const unit = unitsOf[measure].find((one) => one === given.unit)
  if (unit === undefined) return [{ says: says.unit }]
  const { amount } = given
  if (typeof amount !== 'number' || !Number.isFinite(amount) || Object.keys(given).length !== 2)
    return [{ says: says.cannotBe[measure] }]
  const [lowest, highest] = limits[measure]
  const size = metric({ unit, amount })
  return size < lowest || size > highest ? [{ says: says.cannotBe[measure] }] : []
}
