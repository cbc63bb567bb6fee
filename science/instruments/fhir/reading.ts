import { z } from 'zod'
import { questionnaireWords as words } from '../../words.ts'
import type { Answers, AnswerValue, Asked, Measure } from '../instrument.ts'
import { answerSystemOf, canonicalOf, loincSystem, totalLinkId } from './resource.ts'

const Coding = z.looseObject({ system: z.string().optional(), code: z.string().optional() })
const Answer = z.looseObject({
  valueCoding: Coding.optional(),
  valueInteger: z.number().optional(),
  valueDecimal: z.number().optional(),
  valueBoolean: z.boolean().optional(),
  valueString: z.string().optional(),
  valueQuantity: z.looseObject({ value: z.number().optional() }).optional(),
})
type Answer = z.infer<typeof Answer>
type Item = { linkId: string; answer?: Answer[] | undefined; item?: Item[] | undefined }
const Item: z.ZodType<Item> = z.looseObject({
  linkId: z.string(),
  answer: z.array(Answer).optional(),
  get item() {
    return z.array(Item).optional()
  },
})

/** A QuestionnaireResponse as others send it: only what is needed is looked at. */
export const Received = z.looseObject({
  resourceType: z.literal('QuestionnaireResponse'),
  questionnaire: z.string().optional(),
  item: z.array(Item).default([]),
})
export type Received = z.infer<typeof Received>

export type Refused = { field: string; reason: string }
export type Read = { answers: Answers; stated?: number } | { refused: Refused[] }

/**
 * Answers from a FHIR R4 QuestionnaireResponse, flat or nested. Questions are known by our link id or by their LOINC
 * code as link id; answers by code, number, or yes and no in the three ways they are met. Whatever is not known is
 * refused: a response to another questionnaire is none to this one. A total in it is only stated.
 */
export const answersFrom = (measure: Measure, { item, questionnaire }: Received): Read => {
  const canonical = questionnaire?.split('|')[0]
  if (canonical?.startsWith('urn:evenkeel:') && canonical !== canonicalOf(measure))
    return { refused: [{ field: 'questionnaire', reason: words.otherQuestionnaire(measure.title) }] }
  const answers: Record<string, AnswerValue> = {}
  const refused: Refused[] = []
  let stated: number | undefined
  for (const { linkId, answer = [] } of flat(item)) {
    const [first] = answer
    if (!first) continue
    if (isTotal(measure, linkId)) {
      stated = totalIn(first)
      if (stated === undefined) refused.push({ field: linkId, reason: words.totalNotRead })
      continue
    }
    const asked = measure.items.find((one) => names(one, linkId))
    if (!asked) refused.push({ field: linkId, reason: words.notAQuestion(measure.title) })
    else if (answer.length > 1 || answers[asked.linkId] !== undefined)
      refused.push({ field: linkId, reason: words.answeredTwice })
    else {
      const value = valueIn(measure, asked, first)
      if (value === undefined) refused.push({ field: linkId, reason: words.notOffered(asked.linkId) })
      else answers[asked.linkId] = value
    }
  }
  return refused.length > 0 ? { refused } : { answers, ...(stated === undefined ? {} : { stated }) }
}

const flat = (items: readonly Item[]): Item[] => items.flatMap((one) => [one, ...flat(one.item ?? [])])

const bare = (linkId: string): string => linkId.replace(/^\//, '')
const names = ({ linkId, loinc }: Asked, said: string): boolean =>
  said === linkId || (loinc !== undefined && bare(said) === loinc)
export const isTotal = ({ loinc }: Measure, said: string): boolean =>
  said === totalLinkId || (loinc?.total !== undefined && bare(said) === loinc.total)

/** All five ways in which totals are met. */
const totalIn = ({ valueInteger, valueDecimal, valueQuantity, valueString }: Answer): number | undefined => {
  const said =
    valueInteger ?? valueDecimal ?? valueQuantity?.value ?? (valueString?.trim() ? Number(valueString) : undefined)
  return said !== undefined && Number.isFinite(said) ? said : undefined
}

const snomedYesNo: Readonly<Record<string, string>> = { '373066001': 'yes', '373067005': 'no' }

const valueIn = (measure: Measure, asked: Asked, answer: Answer): AnswerValue | undefined => {
  const offered = (value: AnswerValue | undefined) => asked.answers.find((one) => one.value === value)?.value
  const { valueCoding: coding, valueInteger, valueDecimal, valueBoolean, valueString } = answer
  if (valueBoolean !== undefined) return offered(valueBoolean ? 'yes' : 'no')
  if (valueInteger !== undefined || valueDecimal !== undefined) return offered(valueInteger ?? valueDecimal)
  if (valueString !== undefined) return offered(valueString)
  if (!coding?.code) return undefined
  if (coding.system === answerSystemOf(measure))
    return asked.answers.find(({ value }) => String(value) === coding.code)?.value
  if (coding.system !== undefined && coding.system !== loincSystem)
    return coding.system === 'http://snomed.info/sct' ? offered(snomedYesNo[coding.code]) : undefined
  return asked.answers.find(({ loinc }) => loinc === coding.code)?.value ?? offered(asked.alsoCoded?.[coding.code])
}
