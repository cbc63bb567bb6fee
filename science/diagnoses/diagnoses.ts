import type { Source } from '../sources.ts'
import { body } from './body.ts'
import { mind } from './mind.ts'

/** A code of ICD-10-CM with a name of ours. A category stands for every code that begins with it. */
export type Diagnosis = readonly [code: string, name: string]

/** The selection as it is shipped. It changes with every row that is added or put right. */
export const diagnosesVersion = '2026-11-28'
export const diagnosesSource: Source = {
  label: 'Selection from ICD-10-CM for this field, named in our own words; to be checked against the current CMS files',
  status: 'memory',
}

export const diagnoses: readonly Diagnosis[] = [...mind, ...body]

/** Whether the shipped selection knows the code, itself or by its category. */
export const isKnownCode = (code: string | null): boolean =>
  code !== null && diagnoses.some(([known]) => code.startsWith(known))

/** Codes and names that hold every word typed, a code that begins with it first. */
export const searchDiagnoses = (typed: string, most = 8): Diagnosis[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const fits = diagnoses.filter(([code, name]) => {
    const text = `${code} ${name}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const first = (code: string): number => (code.toLowerCase().startsWith(words[0] ?? '') ? 0 : 1)
  return fits.sort(([a], [b]) => first(a) - first(b)).slice(0, most)
}
