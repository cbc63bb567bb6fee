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
 * @param already what is hidden for another reason
 */
export const hideSmall = <Part extends string>(
  parts: Readonly<Record<Part, number>>,
  already: (part: Part) => boolean = () => false,
): Record<Part, number | null> => {
  const entries = Object.entries(parts) as [Part, number][]
  const hidden = new Set(entries.filter(([part, count]) => isSmall(count) || already(part)).map(([part]) => part))
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

/** One line of a table as it may be shown. */
export type ShownRow = { total: number | null; cells: (number | null)[] }

/**
 * A table of people, a row a group, with the sums of its rows and columns, as it may be shown. Every row and every column
 * is a whole with a known sum; hiding goes on until none of them tells a hidden part.
 * @param counts by group and column
 * @param unknown rows whose own sum is hidden elsewhere (the first stands for all groups together), so nothing of them is shown
 * @returns the row of all groups first, then each group's
 */
export const hideTable = (
  counts: readonly (readonly number[])[],
  unknown: readonly boolean[] = [],
): { rows: ShownRow[] } => {
  const width = counts[0]?.length ?? 0
  const sums = Array.from({ length: width }, (_, column) => sum(counts.map((row) => row[column] ?? 0)))
  // Each row with its own sum last; the sums of the columns are the first row.
  const full = [sums, ...counts].map((row) => [...row, sum(row)])
  const hidden = full.map((row, index) => row.map((count) => unknown[index] === true || isSmall(count)))
  const lines = [
    ...full.map((_, row) => Array.from({ length: width }, (_, column) => [row, column] as const)),
    ...Array.from({ length: width + 1 }, (_, column) => counts.map((_, index) => [index + 1, column] as const)),
  ]
  for (let changed = true; changed; ) {
    changed = false
    for (const line of lines) {
      const already = (part: string) => {
        const [row, column] = line[Number(part)] ?? [0, 0]
        return hidden[row]?.[column] ?? false
      }
      const parts = Object.fromEntries(line.map(([row, column], i) => [i, full[row]?.[column] ?? 0]))
      for (const [i, shown] of Object.entries(hideSmall(parts, already))) {
        const [row, column] = line[Number(i)] ?? [0, 0]
        const cells = hidden[row]
        if (shown !== null || !cells || cells[column]) continue
        cells[column] = true
        changed = true
      }
    }
  }
  return {
    rows: full.map((row, index) => {
      const shown = row.map((count, column) => (hidden[index]?.[column] ? null : count))
      return { total: shown.at(-1) ?? null, cells: shown.slice(0, -1) }
    }),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
