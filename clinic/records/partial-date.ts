import { z } from 'zod'
import { says } from '../../web/words/en/says/records.ts'

/** How precisely people remember: a year, a month, or a day. `2019`, `2019-05`, `2019-05-03`. */
export const PartialDate = z.string().refine((text) => isPartialDate(text), says.partialDate)

const isPartialDate = (text: string): boolean => {
  if (/^\d{4}$/.test(text)) return Number(text) >= 1880
  if (/^\d{4}-\d{2}$/.test(text)) return isPartialDate(text.slice(0, 4)) && z.iso.date().safeParse(`${text}-01`).success
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isPartialDate(text.slice(0, 4)) && z.iso.date().safeParse(text).success
}

/** Whether the date lies wholly after the day: `2026` is not after 2026-03-01, `2027` is. */
export const isAfter = (date: string, day: string): boolean => date > day.slice(0, date.length)

/** Whether a thing ended before it began, as far as both are known: 2019 and 2019-05 do not contradict each other. */
export const endsBefore = (start: string, end: string): boolean => {
  const known = Math.min(start.length, end.length)
  return end.slice(0, known) < start.slice(0, known)
}
