import type { AnswerValue, Asked, Measure } from '../instrument.ts'

/** The parts of FHIR R4 that are written and read here. */

export const loincSystem = 'http://loinc.org'
export const ordinalValue = 'http://hl7.org/fhir/StructureDefinition/ordinalValue'
export const calculatedExpression =
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression'
export const totalLinkId = 'total'

/** Ours, for what has no verified LOINC code. */
export const canonicalOf = ({ id }: Pick<Measure, 'id'>): string => `urn:evenkeel:questionnaire:${id}`
export const answerSystemOf = ({ id }: Pick<Measure, 'id'>): string => `urn:evenkeel:answers:${id}`
export const licenceUrl = 'urn:evenkeel:licence-status'

export type Coding = { system: string; code: string; display?: string }
export type Extension = { url: string } & (
  | { valueDecimal: number }
  | { valueCode: string }
  | { valueExpression: { description: string; language: 'text/fhirpath'; expression: string } }
)

/** One answer as a code: LOINC's where it has one, else ours. */
export const codingOf = (
  measure: Measure,
  { value, loinc, text }: Asked['answers'][number] & { text?: string },
): Coding => ({
  ...(loinc ? { system: loincSystem, code: loinc } : { system: answerSystemOf(measure), code: String(value) }),
  ...(text ? { display: text } : {}),
})

/** What an answer is worth, so that whoever has no questionnaire can add up. Words are worth nothing, unless they stand for 0. */
export const worthOf = (measure: Measure, linkId: string, value: AnswerValue): Extension[] => {
  const stands = measure.scoring?.standsFor?.some((one) => one.linkId === linkId && one.value === value && one.as === 0)
  if (typeof value === 'number') return [{ url: ordinalValue, valueDecimal: value }]
  return stands ? [{ url: ordinalValue, valueDecimal: 0 }] : []
}
