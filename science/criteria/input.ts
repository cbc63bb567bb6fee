import { z } from 'zod'
import { everyRoute, Route } from '../decide.ts'
import { RuledClass } from '../medicines/classes.ts'
import type { MedicineList } from '../medicines/taken.ts'
import { Day } from '../time.ts'
import { EvaluationFacts } from './facts.ts'

const Line = z.union([
  z.string().min(1),
  z.strictObject({
    name: z.string().min(1),
    said: z
      .array(RuledClass)
      .optional()
      .describe('classes that a person says it belongs to, where it is not recognized'),
  }),
])

const nullable = Object.fromEntries(
  Object.entries(EvaluationFacts.shape).map(([key, schema]) => [key, schema.nullable()]),
) as { [Key in keyof typeof EvaluationFacts.shape]: z.ZodNullable<(typeof EvaluationFacts.shape)[Key]> }

/** What `evenkeel screen` reads. A fact that is absent or null is unknown; so are the medicines. */
export const ScreenJson = z.strictObject({
  today: Day.describe('the day on which it is looked at; decides which sources are out of date'),
  routes: z
    .array(Route)
    .min(1)
    .default([...everyRoute]),
  facts: z.strictObject(nullable).default({}).describe('absent or null: not known, never "no"'),
  medicines: z
    .union([z.literal('none'), z.array(Line)])
    .nullable()
    .default(null)
    .describe('a list; "none" when somebody said that none are taken; null or absent: nobody has asked'),
})
export type ScreenJson = z.infer<typeof ScreenJson>

export const medicinesIn = ({ medicines }: ScreenJson): MedicineList => {
  if (medicines === 'none') return { is: 'none known' }
  if (medicines === null || medicines.length === 0) return { is: 'unknown' }
  return { is: 'listed', entries: medicines.map((line) => (typeof line === 'string' ? { name: line } : line)) }
}
