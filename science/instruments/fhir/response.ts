import type { Answers, Instrument, Item, Measure } from '../instrument.ts'
import { scoreOf } from '../scoring.ts'
import { type Coding, canonicalOf, codingOf, type Extension, totalLinkId, worthOf } from './resource.ts'

export type ResponseItem = {
  linkId: string
  text?: string
  answer: (
    | { valueCoding: Coding & { extension?: Extension[] } }
    | { valueInteger: number }
    | { valueDecimal: number }
  )[]
}

export type QuestionnaireResponse = {
  resourceType: 'QuestionnaireResponse'
  /** Of the words it was asked in, where they are no English. */
  language?: 'es'
  questionnaire: string
  status: 'completed'
  item: ResponseItem[]
}

/**
 * What somebody answered as FHIR R4. A question left open is not there; the total is there only when every question that
 * counts was answered. Each code carries what it is worth, so that a partner without the questionnaire can add up.
 */
export const responseOf = (
  measure: Measure & Pick<Partial<Instrument>, 'language'>,
  answers: Answers,
): QuestionnaireResponse => {
  const { total } = scoreOf(measure, answers)
  const decimal = measure.scoring?.shown && 'meanOf' in measure.scoring.shown
  return {
    resourceType: 'QuestionnaireResponse',
    ...(measure.language ? { language: measure.language } : {}),
    questionnaire: `${canonicalOf(measure)}|${measure.version}`,
    status: 'completed',
    item: [
      ...measure.items.flatMap((item) => itemOf(measure, item, answers)),
      ...(total === null
        ? []
        : [{ linkId: totalLinkId, answer: [decimal ? { valueDecimal: total } : { valueInteger: total }] }]),
    ],
  }
}

const itemOf = (
  measure: Measure,
  item: Measure['items'][number] & Partial<Pick<Item, 'text'>>,
  answers: Answers,
): ResponseItem[] => {
  const option = item.answers.find(({ value }) => value === answers[item.linkId])
  if (!option) return []
  const extension = worthOf(measure, item.linkId, option.value)
  const valueCoding = { ...codingOf(measure, option), ...(extension.length > 0 ? { extension } : {}) }
  return [{ linkId: item.linkId, ...(item.text ? { text: item.text } : {}), answer: [{ valueCoding }] }]
}
