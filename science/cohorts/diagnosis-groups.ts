import { complexRegionalPain } from '../indications/indications.ts'
import { generalReview } from '../register.ts'
import { policy } from '../sources.ts'

/**
 * What somebody is counted under, by the ICD-10-CM codes of their problems; the first that fits. Whoever has no coded
 * problem is counted as not recorded, never with the largest group.
 */
export const diagnosisGroups = [
  { id: 'bipolar', codes: ['F31'] },
  { id: 'depression', codes: ['F32', 'F33'] },
  { id: 'post-traumatic', codes: ['F43.1'] },
  { id: 'obsessive-compulsive', codes: ['F42'] },
  { id: 'anxiety', codes: ['F40', 'F41'] },
  { id: 'pain', codes: ['G89', ...complexRegionalPain, 'M79'] },
] as const

export const diagnosisRule = {
  id: 'diagnosis-groups',
  says: `Somebody with several coded problems is counted once, under the first of: ${diagnosisGroups.map(({ id }) => id).join(', ')}, other.`,
  source: policy('the order in which problems are looked for'),
  reviewBy: generalReview,
} as const

export type DiagnosisGroup = (typeof diagnosisGroups)[number]['id'] | 'other' | 'not recorded'

export const diagnosisGroupOf = (codes: readonly string[]): DiagnosisGroup => {
  const fits = diagnosisGroups.find((group) =>
    codes.some((code) => group.codes.some((begin) => code.startsWith(begin))),
  )
  return fits?.id ?? (codes.length > 0 ? 'other' : 'not recorded')
}
