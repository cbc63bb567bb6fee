import { z } from 'zod'
import { required } from '../../clinic/records/typed.ts'
import { Day, type Instant } from '../../science/time.ts'
import { integrativeWords } from '../../web/words/en/integrative.ts'
import { says } from '../../web/words/en/says/integrative.ts'

/** What goes with the sessions: in the clinician's own words, each with somebody who looks after it and a day to look. */

export const itemKinds = [
  'medicine to continue',
  'medicine to change',
  'supportive therapy',
  'mindfulness',
  'somatic work',
  'supplement',
  'lifestyle',
  'something else',
] as const

export const Item = z.object({
  id: z.uuid(),
  kind: z.enum(itemKinds, { error: says.kind }),
  words: required(says.what.words, 1_000),
  owner: required(says.what.owner, 120),
  reviewOn: Day,
})
export type Item = z.infer<typeof Item>

export const SignIntegrative = z
  .object({
    id: z.uuid(),
    evaluationId: z.uuid(),
    /** The newest version when the form was opened; 0 for the first. */
    expected: z.int().min(0),
    items: z.array(Item).max(40, says.tooMany),
    why: z.string().max(1_000).default(''),
  })
  .superRefine(({ expected, items, why }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (expected === 0 && items.length === 0) wrong('items', says.empty)
    if (expected > 0 && why.trim() === '') wrong('why', says.why)
    if (new Set(items.map(({ id }) => id)).size < items.length) wrong('items', says.twice)
  })
export type SignIntegrative = z.infer<typeof SignIntegrative>

export type IntegrativePlan = {
  id: string
  number: number
  items: Item[]
  why: string
  signedAt: Instant
  signedBy: string
}

/** A review that was to be on an earlier day than today. Only a new version moves it. */
export const isOverdue = ({ reviewOn }: Pick<Item, 'reviewOn'>, today: Day): boolean => reviewOn < today

/**
 * Days that cannot be meant: a review in the past. A day that stood there before and has passed stays as it is, overdue.
 */
export const pastReviews = (items: readonly Item[], before: readonly Item[], today: Day): Record<string, string> =>
  Object.fromEntries(
    items.flatMap((item, place) => {
      const stood = before.find(({ id }) => id === item.id)?.reviewOn === item.reviewOn
      return isOverdue(item, today) && !stood ? [[`items.${place}.reviewOn`, says.past]] : []
    }),
  )

/** A plan in plain words, a line for each item, for whoever reads it: the chart, a letter, the patient. */
export const integrativeLines = (
  plan: Pick<IntegrativePlan, 'items'> | undefined,
  showDay: (day: Day) => string,
): string[] =>
  (plan?.items ?? []).map(({ kind, words, owner, reviewOn }) =>
    integrativeWords.line(integrativeWords.kinds[kind], words, owner, showDay(reviewOn)),
  )
