import type { Instrument, Item, Measure } from '../instrument.ts'
import { totalExpression } from './expression.ts'
import {
  type Coding,
  calculatedExpression,
  canonicalOf,
  codingOf,
  type Extension,
  licenceUrl,
  loincSystem,
  totalLinkId,
  worthOf,
} from './resource.ts'

export type QuestionnaireItem = {
  linkId: string
  text?: string
  code?: Coding[]
  type: 'choice' | 'integer' | 'decimal'
  readOnly?: true
  extension?: Extension[]
  answerOption?: { valueCoding: Coding; extension?: Extension[] }[]
}

export type Questionnaire = {
  resourceType: 'Questionnaire'
  /** Of its words, where they are no English. */
  language?: 'es'
  url: string
  version: string
  title: string
  status: 'active'
  subjectType: ['Patient']
  copyright: string
  extension: Extension[]
  description?: string
  code?: Coding[]
  item: QuestionnaireItem[]
}

const loinc = (code: string | undefined): { code: Coding[] } | object =>
  code ? { code: [{ system: loincSystem, code }] } : {}

/** A questionnaire as FHIR R4. One that needs a licence has its numbers and no words. */
export const questionnaireOf = (measure: Measure & Pick<Partial<Instrument>, 'stem' | 'language'>): Questionnaire => {
  const expression = totalExpression(measure)
  return {
    resourceType: 'Questionnaire',
    ...(measure.language ? { language: measure.language } : {}),
    url: canonicalOf(measure),
    version: measure.version,
    title: measure.title,
    status: 'active',
    subjectType: ['Patient'],
    copyright: measure.licence.sentence,
    extension: [{ url: licenceUrl, valueCode: measure.licence.status }],
    ...(measure.stem ? { description: measure.stem } : {}),
    ...loinc(measure.loinc?.panel),
    item: [
      ...measure.items.map((item) => itemOf(measure, item)),
      ...(expression ? [totalOf(measure, expression)] : []),
    ],
  }
}

const itemOf = (measure: Measure, item: Measure['items'][number] & Partial<Pick<Item, 'text'>>): QuestionnaireItem => ({
  linkId: item.linkId,
  ...(item.text ? { text: item.text } : {}),
  ...loinc(item.loinc),
  type: 'choice',
  answerOption: item.answers.map((answer) => {
    const extension = worthOf(measure, item.linkId, answer.value)
    return { valueCoding: codingOf(measure, answer), ...(extension.length > 0 ? { extension } : {}) }
  }),
})

const totalOf = (measure: Measure, expression: string): QuestionnaireItem => ({
  linkId: totalLinkId,
  ...loinc(measure.loinc?.total),
  type: measure.scoring?.shown && 'meanOf' in measure.scoring.shown ? 'decimal' : 'integer',
  readOnly: true,
  extension: [
    {
      url: calculatedExpression,
      valueExpression: { description: measure.title, language: 'text/fhirpath', expression },
    },
  ],
})
