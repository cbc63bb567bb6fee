import type { Source } from '../sources.ts'
import { Day } from '../time.ts'
import { anxiety } from './anxiety.ts'
import { common } from './common.ts'
import { glands } from './glands.ts'
import { head } from './head.ts'
import { heart } from './heart.ts'
import { mind } from './mind.ts'
import { mood } from './mood.ts'
import { organs } from './organs.ts'
import type { Diagnosis } from './selection.ts'
import { substances } from './substances.ts'

/** The selection as it is shipped. It changes with every row that is added or put right. */
export const diagnosesVersion = '2026-11-29'

/** The edition of ICD-10-CM that it was made for, and until when that one is in force. */
export const diagnosesEdition = { year: 'FY2027', from: Day.parse('2026-10-01'), until: Day.parse('2027-09-30') }

export const diagnosesSource: Source = {
  label:
    'ICD-10-CM FY2027, made mechanically from the order files of CMS (icd10cm-open-data, code lifespans FY2016 to FY2027, stored copy): code, official title and whether it can stand on a claim, row by row',
  address: 'https://github.com/makevision/icd10cm-open-data',
  status: 'secondary',
}

/** A selection for this field, and no whole chapter but F30 to F39. A category stands for every code that begins with it. */
export const diagnoses: readonly Diagnosis[] = [
  ...mood,
  ...anxiety,
  ...mind,
  ...substances,
  ...head,
  ...heart,
  ...organs,
  ...glands,
  ...common,
]

/** Whole ranges that are read without their codes being listed: they are no codes, and nobody can choose one. */
export const knownRanges = ['O'] as const

/** The row that says most of this code: its own, or that of the longest code that it begins with. */
export const findDiagnosis = (code: string): Diagnosis | undefined =>
  diagnoses
    .filter((one) => code.startsWith(one.code))
    .reduce<Diagnosis | undefined>((best, one) => (best && best.code.length >= one.code.length ? best : one), undefined)

/** Whether the selection knows the code, itself or by its category. */
export const isKnownCode = (code: string | null): boolean =>
  code !== null && (findDiagnosis(code) !== undefined || knownRanges.some((range) => code.startsWith(range)))

/** Codes and titles that hold every word typed: a code that begins with it first, one that a claim can name before a heading. */
export const searchDiagnoses = (typed: string, most = 8): Diagnosis[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const fits = diagnoses.filter(({ code, title, also }) => {
    const text = `${code} ${title} ${also}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const rank = ({ code, billable }: Diagnosis): number =>
    (code.toLowerCase().startsWith(words[0] ?? '') ? 0 : 2) + (billable ? 0 : 1)
  return fits.sort((a, b) => rank(a) - rank(b)).slice(0, most)
}
