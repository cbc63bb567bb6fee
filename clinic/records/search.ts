import { z } from 'zod'
import { nameKey } from './similar.ts'
import { digitsOf } from './telephone.ts'

/** What somebody typed into the search box, word by word; a patient is found when every part fits. */
export type Search = { names: string[]; birthDates: string[]; number?: number; digits?: string }

const isDay = (text: string): boolean => z.iso.date().safeParse(text).success

/** `1980-03-05`, or as written in the US `3/5/1980`. */
const dayOf = (word: string): string | undefined => {
  const [, month, day, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(word) ?? []
  const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : word
  return isDay(iso) ? iso : undefined
}

/** Reads names, one birth date, a telephone number or the number on the folder out of what was typed, in any order. */
export const readSearch = (text: string): Search => {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const birthDates = words.flatMap((word) => dayOf(word) ?? [])
  const rest = words.filter((word) => dayOf(word) === undefined)
  const numeric = rest.filter((word) => /^[#+()\d.-]+$/.test(word))
  const names = rest
    .filter((word) => !numeric.includes(word))
    .flatMap((word) => nameKey(word).split(' '))
    .filter((name) => name !== '')
  const digits = digitsOf(numeric.join('').replaceAll('#', ''))
  if (digits === '') return { names, birthDates }
  return { names, birthDates, digits, ...(digits.length <= 9 ? { number: Number(digits) } : {}) }
}
