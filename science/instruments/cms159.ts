import type { Day } from '../time.ts'

/** A complete PHQ-9 on a day. */
export type ScoreOn = { on: Day; total: number }

const daysAround = 60

/**
 * Depression remission at twelve months (CMS159): of those whose index PHQ-9 is above 9, who is below 5 at the last one
 * within 60 days of twelve months later. Checked: CMS159's own cases.
 */
export const remissionAtTwelveMonths = (
  index: ScoreOn,
  followUps: readonly ScoreOn[],
): { denominator: 0 | 1; numerator: 0 | 1 } => {
  if (index.total <= 9) return { denominator: 0, numerator: 0 }
  const middle = Temporal.PlainDate.from(index.on).add({ years: 1 })
  const [from, to] = [middle.subtract({ days: daysAround }).toString(), middle.add({ days: daysAround }).toString()]
  const last = followUps
    .filter(({ on }) => on >= from && on <= to)
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .at(-1)
  return { denominator: 1, numerator: last !== undefined && last.total < 5 ? 1 : 0 }
}
