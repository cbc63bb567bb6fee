import type { Band } from './paths.ts'

/** The minutes of the table that stands beside the pictures. */
export const tableMinutes = [0, 5, 10, 20, 30, 40, 50, 60, 90, 120, 150, 180, 210, 240] as const

/** Low, middle, high at one minute, in whole percent. */
export const valuesAt = ({ low, middle, high }: Band, minute: number): [number, number, number] => [
  Math.round(low[minute] ?? Number.NaN),
  Math.round(middle[minute] ?? Number.NaN),
  Math.round(high[minute] ?? Number.NaN),
]
