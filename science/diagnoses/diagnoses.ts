import type { Source } from '../sources.ts'
import { Day } from '../time.ts'
import { body } from './body.ts'
import { mind } from './mind.ts'

/** A code of ICD-10-CM with a name of ours. The rows are a selection for this field (mind.ts, body.ts), and no whole chapter. A category stands for every code that begins with it. */
export type Diagnosis = readonly [code: string, name: string]

/** The selection as it is shipped. It changes with every row that is added or put right. */
export const diagnosesVersion = '2026-11-29'

/** The edition of ICD-10-CM that it was made for, and until when that one is in force. */
export const diagnosesEdition = { year: 'FY2027', from: Day.parse('2026-10-01'), until: Day.parse('2027-09-30') }

export const diagnosesSource: Source = {
  label:
    'ICD-10-CM FY2027 as open data made from the CMS order files (icd10cm-open-data, stored copy); codes F13 to F16 and F20 to F95 were found there',
  address: 'https://github.com/makevision/icd10cm-open-data',
  status: 'secondary',
}
/** Everything outside those ranges; none of it is among the 21 codes that FY2027 dropped. */
export const diagnosesNotChecked: Source = {
  label: 'Selection from ICD-10-CM for this field; to be checked against the current CMS files',
  status: 'memory',
}

/** Whether this code was found in that edition. */
export const isChecked = (code: string): boolean => /^F(1[3-6]|[2-9]\d?)/.test(code)

/** Of those found there, the ones that only head longer codes: a claim needs one of these. */
const headers = new Set([
  ...['F13', 'F14', 'F15', 'F16', 'F20', 'F25', 'F30', 'F31.1', 'F31.3', 'F31.6', 'F31.7', 'F40.1', 'F40.2', 'F42'],
  ...['F43.2', 'F44', 'F45', 'F48', 'F50', 'F51', 'F52', 'F60', 'F63', 'F7', 'F84', 'F90', 'F95'],
])
export const isHeader = (code: string): boolean => headers.has(code)

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
