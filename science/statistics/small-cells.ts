import { generalReview } from '../register.ts'
import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'

/** No number of people from 1 to 10 is shown, nor one that could be worked out from what is shown. Nought may be. */
export const smallCells = {
  id: 'small-cells',
  /** The smallest number of people that is shown. */
  from: 11,
  says: 'Of a group no number of people from 1 to 10 is shown, nor one that can be worked out from the others.',
  source: {
    label: 'CMS cell size suppression policy',
    address: 'https://hhs.gov/guidance/document/cms-cell-suppression-policy',
    status: 'verified',
  },
  reviewBy: generalReview,
} as const satisfies { id: string; from: number; says: string; source: Source; reviewBy: Day }

export const isSmall = (count: number): boolean => count > 0 && count < smallCells.from

/**
 * The parts of a whole whose sum is known, as they may be shown: null stands for hidden. Small ones are hidden; where that
 * leaves a sum of hidden ones which is small itself or belongs to one part alone, the smallest of the others go with them,
 * until what is hidden cannot be worked out.
 */
export const hideSmall = <Part extends string>(parts: Readonly<Record<Part, number>>): Record<Part, number | null> => {
  const entries = Object.entries(parts) as [Part, number][]
  const hidden = new Set(entries.filter(([, count]) => isSmall(count)).map(([part]) => part))
  const others = entries.filter(([part, count]) => !hidden.has(part) && count > 0).sort((a, b) => a[1] - b[1])
  const sum = () => entries.reduce((total, [part, count]) => total + (hidden.has(part) ? count : 0), 0)
  while (hidden.size > 0 && (hidden.size < 2 || sum() < smallCells.from)) {
    const next = others.shift()
    if (!next) return Object.fromEntries(entries.map(([part]) => [part, null])) as Record<Part, null>
    hidden.add(next[0])
  }
  return Object.fromEntries(entries.map(([part, count]) => [part, hidden.has(part) ? null : count])) as Record<
    Part,
    number | null
  >
}
