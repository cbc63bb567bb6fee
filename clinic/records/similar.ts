import { lettersApart } from '../../science/spelling.ts'

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

/** The same words in any order, or a few slips of typing: one letter in four, at most three. */
export const similarNames = (a: string, b: string): boolean => {
  const sorted = (key: string) => key.split(' ').sort().join(' ')
  if (a === '' || b === '') return false
  const slips = Math.min(3, Math.floor(Math.min([...a].length, [...b].length) / 4))
  return Math.min(lettersApart(a, b), lettersApart(sorted(a), sorted(b))) <= slips
}

/** The same year with day and month exchanged, or one digit different. */
export const similarDates = (a: string, b: string): boolean => {
  if (a === b) return true
  const swapped = (date: string) => `${date.slice(0, 5)}${date.slice(8)}-${date.slice(5, 7)}`
  return swapped(a) === b || [...a].filter((digit, i) => digit !== b[i]).length === 1
}
