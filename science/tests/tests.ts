import { generalReview } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Day } from '../time.ts'

/** A test with a number has one unit and limits that catch slips of typing; one with words has its words. */
export type Test =
  | { name: string; unit: string; possible: readonly [number, number]; slip?: string; words?: undefined }
  | { name: string; words: readonly string[] }

export const testsSource: Source = policy('units that are usual in the US; limits that catch slips of typing')
export const testsReview: Day = generalReview

const enzyme = (name: string): Test => ({ name, unit: 'U/L', possible: [0, 20_000] })

/** What an evaluation may have results of. The reference range comes with the result: laboratories differ. */
export const tests = {
  alt: enzyme('ALT'),
  ast: enzyme('AST'),
  alp: enzyme('ALP'),
  ggt: enzyme('GGT'),
  bilirubin: {
    name: 'Bilirubin, total',
    unit: 'mg/dL',
    possible: [0, 60],
    slip: 'If it was read in µmol/L, convert it first.',
  },
  albumin: { name: 'Albumin', unit: 'g/dL', possible: [0.5, 8], slip: 'If it was read in g/L, convert it first.' },
  inr: { name: 'INR', unit: '', possible: [0.5, 20] },
  creatinine: {
    name: 'Creatinine',
    unit: 'mg/dL',
    possible: [0.1, 30],
    slip: 'If it was read in µmol/L, convert it first.',
  },
  egfr: { name: 'eGFR', unit: 'mL/min/1.73 m²', possible: [0, 200] },
  tsh: { name: 'TSH', unit: 'mIU/L', possible: [0, 500] },
  freeT4: { name: 'Free T4', unit: 'ng/dL', possible: [0, 20], slip: 'If it was read in pmol/L, convert it first.' },
  qtc: { name: 'QTc', unit: 'ms', possible: [250, 800] },
  moca: { name: 'MoCA', unit: 'points', possible: [0, 30] },
  ecg: { name: 'ECG', words: ['normal', 'abnormal', 'not readable'] },
  pregnancyTest: { name: 'Pregnancy test', words: ['negative', 'positive', 'not readable'] },
  urineDrug: { name: 'Urine drug test', words: ['nothing found', 'ketamine found', 'other substances found'] },
  urinalysis: { name: 'Urinalysis', words: ['normal', 'abnormal'] },
} as const satisfies Record<string, Test>
export type TestName = keyof typeof tests
export const testNames = Object.keys(tests) as [TestName, ...TestName[]]

export const testOf = (name: TestName): Test => tests[name]

/** The four that the ketamine label asks for where treatment is repeated. */
export const liverTests = ['alt', 'ast', 'alp', 'ggt'] as const satisfies readonly TestName[]

type Liver = { test: TestName; value: number | null; highest: number | null }

/**
 * The highest liver test as a multiple of its upper limit. One above three times settles the question; otherwise all four
 * must be there, each with its limit: of the newest of each.
 */
export const liverTimesLimit = (newest: readonly Liver[]): number | undefined => {
  const ratios = liverTests.map((name) => {
    const found = newest.find(({ test }) => test === name)
    return found?.value != null && found.highest != null && found.highest > 0 ? found.value / found.highest : undefined
  })
  const seen = ratios.filter((ratio) => ratio !== undefined)
  const highest = Math.max(...seen)
  return seen.length === liverTests.length || highest > 3 ? highest : undefined
}
