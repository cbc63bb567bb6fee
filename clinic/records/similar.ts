/**
 * Names made comparable: without case, accents, punctuation and double spaces, and in Unicode's own composition, so that
 * "Núñez-O'Brien" and "nunez obrien" meet. Writing systems without case pass unchanged.
 */
export const nameKey = (...names: readonly string[]): string =>
  names
    .join(' ')
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .trim()

/** How many letters must be changed, added, left out or swapped with their neighbour to get from one to the other. */
export const distance = (a: string, b: string): number => {
  const from = [...a]
  const to = [...b]
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= to.length; j++) {
      const change = from[i - 1] === to[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      row.push(
        Math.min(
          at(i - 1, j) + 1,
          (row[j - 1] ?? 0) + 1,
          at(i - 1, j - 1) + change,
          swapped ? at(i - 2, j - 2) + 1 : 1e9,
        ),
      )
    }
  }
  return at(from.length, to.length)
}

/** The same words in any order, or a few slips of typing: one letter in four, at most three. */
export const similarNames = (a: string, b: string): boolean => {
  const sorted = (key: string) => key.split(' ').sort().join(' ')
  if (a === '' || b === '') return false
  const slips = Math.min(3, Math.floor(Math.min([...a].length, [...b].length) / 4))
  return Math.min(distance(a, b), distance(sorted(a), sorted(b))) <= slips
}

/** The same year with day and month exchanged, or one digit different. */
export const similarDates = (a: string, b: string): boolean => {
  if (a === b) return true
  const swapped = (date: string) => `${date.slice(0, 5)}${date.slice(8)}-${date.slice(5, 7)}`
  return swapped(a) === b || [...a].filter((digit, i) => digit !== b[i]).length === 1
}
