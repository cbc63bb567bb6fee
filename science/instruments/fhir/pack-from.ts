import { z } from 'zod'
import { questionnaireWords as words } from '../../words.ts'
import type { AnswerValue, Asked, Measure } from '../instrument.ts'
import { type ContentPack, inWordsOf } from '../pack.ts'
import { isTotal, type Refused } from './reading.ts'
import { answerSystemOf, canonicalOf, loincSystem, ordinalValue } from './resource.ts'

const Extensions = z.array(z.looseObject({ url: z.string(), valueDecimal: z.number().optional() })).optional()
const Coding = z.looseObject({
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
  extension: Extensions,
})
type Coding = z.infer<typeof Coding>
const Option = z.looseObject({
  valueCoding: Coding.optional(),
  valueInteger: z.number().optional(),
  valueString: z.string().optional(),
  extension: Extensions,
})
type Item = {
  linkId: string
  text?: string | undefined
  type?: string | undefined
  code?: Coding[] | undefined
  answerOption?: z.infer<typeof Option>[] | undefined
  answerValueSet?: string | undefined
  item?: Item[] | undefined
}
const Item: z.ZodType<Item> = z.looseObject({
  linkId: z.string(),
  text: z.string().optional(),
  type: z.string().optional(),
  code: z.array(Coding).optional(),
  answerOption: z.array(Option).optional(),
  answerValueSet: z.string().optional(),
  get item() {
    return z.array(Item).optional()
  },
})
const ValueSet = z.looseObject({
  id: z.string().optional(),
  compose: z
    .looseObject({
      include: z.array(z.looseObject({ system: z.string().optional(), concept: z.array(Coding).optional() })),
    })
    .optional(),
})

/** A Questionnaire as others publish it, its answers in each question or in value sets inside it. */
export const ReceivedQuestionnaire = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  url: z.string().optional(),
  version: z.string().optional(),
  language: z.string().optional(),
  description: z.string().optional(),
  contained: z.array(ValueSet).default([]),
  item: z.array(Item).default([]),
})
export type ReceivedQuestionnaire = z.infer<typeof ReceivedQuestionnaire>

/**
 * The words of a FHIR R4 Questionnaire as a content pack, for the clinic to put its licence into. Questions are known by our
 * link id or by LOINC, answers by code or by what they are worth; whatever does not fit the numbers here is refused, and no
 * number is taken over.
 */
export const packFrom = (measure: Measure, resource: ReceivedQuestionnaire): ContentPack | { refused: Refused[] } => {
  const refused: Refused[] = []
  const questions: ContentPack['questions'] = {}
  const stems = new Set<string>()
  const visit = (item: Item, stem: string | undefined): void => {
    const { linkId, type, text = '', item: inner = [] } = item
    const codes = (item.code ?? []).flatMap(({ system, code }) => (system === loincSystem && code ? [code] : []))
    const asked = measure.items.find((one) => names(one, linkId, codes))
    if (asked) {
      if (questions[asked.linkId]) refused.push({ field: linkId, reason: words.askedTwice })
      if (stem) stems.add(stem)
      questions[asked.linkId] = { text: text.trim(), answers: wordsOf(measure, asked, item, resource, refused) }
    } else if (
      type !== 'group' &&
      type !== 'display' &&
      !isTotal(measure, linkId) &&
      !codes.some((code) => isTotal(measure, code))
    )
      refused.push({ field: linkId, reason: words.notAQuestion(measure.title) })
    for (const one of inner) visit(one, type === 'group' && text.trim() ? text.trim() : stem)
  }
  for (const item of resource.item) visit(item, undefined)
  // Elsewhere a description is about the questionnaire; only ours is what every question begins with.
  const own = resource.url === canonicalOf(measure) ? resource.description : undefined
  const stem = own ?? (stems.size === 1 ? [...stems][0] : undefined)
  const pack: ContentPack = {
    format: 'evenkeel.pack/1',
    instrument: measure.id,
    version: resource.version ?? '',
    language: resource.language?.toLowerCase().startsWith('es') ? 'es' : 'en',
    licence: { holder: '', reference: '' },
    ...(stem ? { stem } : {}),
    questions,
  }
  for (const [linkId, { text, answers }] of Object.entries(questions)) {
    if (!text) refused.push({ field: linkId, reason: words.packText })
    for (const [value, said] of Object.entries(answers))
      if (!said) refused.push({ field: `${linkId}.${value}`, reason: words.packText })
  }
  const fitting = inWordsOf(measure, pack)
  if ('refused' in fitting) refused.push(...fitting.refused)
  return refused.length > 0 ? { refused } : pack
}

const names = ({ linkId, loinc }: Asked, said: string, codes: readonly string[]): boolean =>
  said === linkId || (loinc !== undefined && (said.replace(/^\//, '') === loinc || codes.includes(loinc)))

type Offered = Coding & { worth?: number | undefined; value?: AnswerValue | undefined }

const worthIn = (extensions: z.infer<typeof Extensions>): number | undefined =>
  extensions?.find(({ url }) => url === ordinalValue || url === itemWeight)?.valueDecimal
const itemWeight = 'http://hl7.org/fhir/StructureDefinition/itemWeight'

/** What a question offers, from itself or from the value set it names. */
const offeredBy = ({ answerOption = [], answerValueSet }: Item, { contained }: ReceivedQuestionnaire): Offered[] => {
  const named = contained.find(({ id }) => id !== undefined && answerValueSet === `#${id}`)
  const concepts = (named?.compose?.include ?? []).flatMap(({ system, concept = [] }) =>
    concept.map((one) => ({ ...one, system, worth: worthIn(one.extension) })),
  )
  const options = answerOption.map(({ valueCoding, valueInteger, valueString, extension }) => ({
    ...valueCoding,
    ...(valueString === undefined ? {} : { display: valueString }),
    worth: worthIn(extension) ?? worthIn(valueCoding?.extension),
    value: valueInteger,
  }))
  return [...options, ...concepts]
}

const wordsOf = (
  measure: Measure,
  asked: Asked,
  item: Item,
  resource: ReceivedQuestionnaire,
  refused: Refused[],
): Record<string, string> => {
  const found: Record<string, string> = {}
  for (const one of offeredBy(item, resource)) {
    const value = answerNamed(measure, asked, one)
    const field = `${item.linkId}.${one.code ?? one.value ?? one.display ?? ''}`
    if (value === undefined) refused.push({ field, reason: words.notOffered(asked.linkId) })
    else if (typeof value === 'number' && one.worth !== undefined && one.worth !== value)
      refused.push({ field, reason: words.otherWorth(value, one.worth) })
    else found[String(value)] = one.display?.trim() ?? ''
  }
  return found
}

const answerNamed = (
  measure: Measure,
  { answers }: Asked,
  { system, code, value, worth }: Offered,
): AnswerValue | undefined => {
  const coded =
    system === answerSystemOf(measure)
      ? answers.find((one) => String(one.value) === code)
      : system === loincSystem
        ? answers.find(({ loinc }) => loinc !== undefined && loinc === code)
        : undefined
  return (coded ?? answers.find((one) => one.value === (value ?? worth)))?.value
}
