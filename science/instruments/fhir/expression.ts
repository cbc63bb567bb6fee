import type { Measure } from '../instrument.ts'
import type { Scoring } from '../scoring.ts'

/**
 * The total as a FHIRPath expression (SDC calculatedExpression): empty unless every question that counts was answered.
 * The expression is published; what scores here is scoring.ts, and a test holds the two against each other.
 * @returns undefined where there is no total
 */
export const totalExpression = (measure: Measure): string | undefined => {
  const { scoring } = measure
  if (!scoring || scoring.noTotal) return undefined
  const counted = measure.items.filter(({ scored }) => scored)
  const grouped = scoring.highestOf ?? []
  const singles = counted.map(({ linkId }) => linkId).filter((linkId) => !grouped.flat().includes(linkId))
  const worth = (linkId: string): string => worthOf(measure, scoring, linkId)
  const terms = [...singles.map(worth), ...grouped.map((group) => `(${group.map(worth).join(' | ')}).max()`)]
  const sum = terms.map((term) => `iif((${term}).exists(), (${term}), 0)`).join(' + ')
  return `iif(${guard(
    counted.map(({ linkId }) => linkId),
    scoring,
  )}, ${shown(scoring, sum)}, {})`
}

const answerTo = (linkId: string): string => `%resource.repeat(item).where(linkId = '${linkId}').answer`

const worthOf = (measure: Measure, scoring: Scoring, linkId: string): string => {
  const values = (measure.items.find((item) => item.linkId === linkId)?.answers ?? [])
    .map(({ value }) => value)
    .filter((value) => typeof value === 'number')
  const weight = `${answerTo(linkId)}.weight()`
  const stands = scoring.standsFor?.find((one) => one.linkId === linkId && typeof one.value === 'number')
  const amount = stands ? `${weight}.select(iif($this = ${stands.value}, 0, $this))` : weight
  return scoring.reversed?.includes(linkId)
    ? `${amount}.select(${Math.min(...values) + Math.max(...values)} - $this)`
    : amount
}

/** Every question answered: itself, the other of its pair, or what makes it needless. */
const guard = (linkIds: readonly string[], { oneOf = [], standsFor = [], passesOver }: Scoring): string => {
  const paired = (linkId: string): readonly string[] => oneOf.find((pair) => pair.includes(linkId)) ?? [linkId]
  const answered = (linkId: string): string => {
    const missing = standsFor.find((one) => one.linkId === linkId && one.as === null)
    const either = paired(linkId).map((other) => `${answerTo(other)}.exists()`)
    const known = missing ? [`${answerTo(linkId)}.weight().where($this != ${missing.value}).exists()`] : either
    const needless = passesOver?.over.includes(linkId)
      ? [`${answerTo(passesOver.linkId)}.weight().where($this = ${passesOver.value}).exists()`]
      : []
    return `(${[...known, ...needless].join(' or ')})`
  }
  return [...new Set(linkIds.map(answered))].join(' and ')
}

const shown = ({ shown: as }: Scoring, sum: string): string =>
  !as ? sum : 'times' in as ? `(${sum}) * ${as.times}` : `((${sum}) / ${as.meanOf}).round(1)`
