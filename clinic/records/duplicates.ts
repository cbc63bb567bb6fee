import { similarDates, similarNames } from './similar.ts'

/** What two people are compared by. Keys are made by `nameKey` and `digitsOf`; an empty one is never alike. */
export type Comparable = {
  nameKey: string
  /** The name they like to be called by, with the family name. */
  otherNameKey: string
  familyKey: string
  birthDate: string
  phoneDigits: string
  email: string
}

export type Likeness =
  | 'same birth date, similar name'
  | 'same birth date, same family name'
  | 'similar birth date, same name'
  | 'same telephone number'
  | 'same mail address'

/**
 * Why the new person may be one we have already; empty when nothing speaks for it. A warning to look twice, made of plain
 * comparisons: it misses people who changed their name and moved, and it stops families who share a telephone.
 */
export const likenesses = (a: Comparable, b: Comparable): Likeness[] => {
  const found: Likeness[] = []
  const names = [a.nameKey, a.otherNameKey].filter((key) => key !== '')
  const others = [b.nameKey, b.otherNameKey].filter((key) => key !== '')
  const alike = (test: (x: string, y: string) => boolean) => names.some((x) => others.some((y) => test(x, y)))
  if (a.birthDate === b.birthDate) {
    if (alike(similarNames)) found.push('same birth date, similar name')
    else if (a.familyKey !== '' && a.familyKey === b.familyKey) found.push('same birth date, same family name')
  }
  if (a.birthDate !== b.birthDate && similarDates(a.birthDate, b.birthDate) && alike((x, y) => x === y)) {
    found.push('similar birth date, same name')
  }
  if (a.phoneDigits !== '' && a.phoneDigits === b.phoneDigits) found.push('same telephone number')
  if (a.email.trim() !== '' && a.email.trim().toLowerCase() === b.email.trim().toLowerCase())
    found.push('same mail address')
  return found
}
