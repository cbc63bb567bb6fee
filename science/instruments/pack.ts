import { z } from 'zod'
import { questionnaireWords as words } from '../words.ts'
import type { Refused } from './fhir/reading.ts'
import type { Instrument, Item, Measure } from './instrument.ts'

const text = (most: number) => z.string().trim().min(1, words.packText).max(most, words.packLong(most))

/** Ours are English. Words in another language are an official translation that a clinic brings and signs for. */
export const packLanguages = ['en', 'es'] as const
export type PackLanguage = (typeof packLanguages)[number]

/**
 * The words of a licensed questionnaire as a clinic brings them. What is counted, and how, stays ours: a pack cannot
 * change a number.
 */
export const ContentPack = z.strictObject({
  format: z.literal('evenkeel.pack/1'),
  /** The instrument's id, as `evenkeel score --list` has it. */
  instrument: text(40),
  /** Which edition of the wording this is; kept with every answer. */
  version: text(40),
  language: z.enum(packLanguages),
  licence: z.strictObject({
    /** Who gave it, and the number, letter or contract by which it can be found again. */
    holder: text(300),
    reference: text(300),
    /** The last day it is good for; left out where it has none. */
    until: z.iso.date().optional(),
  }),
  /** What every question begins with. */
  stem: text(1000).optional(),
  /** By question: its words, and the words of each of its answers. */
  questions: z.record(
    z.string().max(40),
    z.strictObject({ text: text(2000), answers: z.record(z.string().max(60), text(500)) }),
  ),
})
export type ContentPack = z.infer<typeof ContentPack>

/**
 * The questionnaire in the words of a pack.
 * @returns what is missing or too much, and where, when the pack does not fit the instrument
 */
export const inWordsOf = (measure: Measure, pack: ContentPack): Instrument | { refused: Refused[] } => {
  const refused: Refused[] = []
  if (pack.instrument !== measure.id) refused.push({ field: 'instrument', reason: words.packOther(measure.id) })
  for (const linkId of Object.keys(pack.questions))
    if (!measure.items.some((item) => item.linkId === linkId))
      refused.push({ field: `questions.${linkId}`, reason: words.notAQuestion(measure.title) })
  const items = measure.items.map((item): Item => {
    const given = pack.questions[item.linkId]
    if (!given) refused.push({ field: `questions.${item.linkId}`, reason: words.packMissing })
    const offered = item.answers.map(({ value }) => String(value))
    for (const value of Object.keys(given?.answers ?? {}))
      if (!offered.includes(value))
        refused.push({ field: `questions.${item.linkId}.answers.${value}`, reason: words.notOffered(item.linkId) })
    const answers = item.answers.map((answer) => {
      const said = given?.answers[String(answer.value)]
      if (given && said === undefined)
        refused.push({ field: `questions.${item.linkId}.answers.${answer.value}`, reason: words.packMissing })
      return { ...answer, text: said ?? '' }
    })
    return { ...item, text: given?.text ?? '', answers }
  })
  if (refused.length > 0) return { refused }
  // A shipped questionnaire has a beginning of its own, in English: it does not stand above other words.
  const { stem: _, ...numbers } = measure as Instrument
  const language = pack.language === 'en' ? {} : { language: pack.language }
  return { ...numbers, version: pack.version, ...language, ...(pack.stem ? { stem: pack.stem } : {}), items }
}

/** A pack to fill in: every question and every answer of an instrument, without words. */
export const emptyPack = ({ id, items }: Measure, language: PackLanguage = 'en'): object => ({
  format: 'evenkeel.pack/1',
  instrument: id,
  version: '',
  language,
  licence: { holder: '', reference: '' },
  questions: Object.fromEntries(
    items.map(({ linkId, answers }) => [
      linkId,
      { text: '', answers: Object.fromEntries(answers.map(({ value }) => [String(value), ''])) },
    ]),
  ),
})
