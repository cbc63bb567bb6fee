import { z } from 'zod'
import type { Source } from '../sources.ts'
import { scienceWords as words } from '../words.ts'

/** Whether an instrument's words may be shown. `unknown` blocks showing them. */
export const LicenceStatus = z.enum([
  'public-domain',
  'attribution',
  'non-commercial',
  'permission',
  'commercial',
  'own',
  'unknown',
])
export type LicenceStatus = z.infer<typeof LicenceStatus>

export type AnswerValue = number | string
export type AnswerOption = { value: AnswerValue; text: string; loinc?: string }

export type Item = {
  linkId: string
  loinc?: string
  text: string
  answers: readonly AnswerOption[]
  /** False for an item that is asked but does not count. */
  scored: boolean
}

export type Instrument = {
  id: string
  title: string
  version: string
  /** LOINC codes of the whole and of its total. */
  loinc?: { panel: string; total?: string }
  licence: { status: LicenceStatus; sentence: string; source: Source }
  /** The time the questions look back on. */
  recall: string
  stem?: string
  items: readonly Item[]
  /** True for our own lists, which screens must label so. */
  notValidated: boolean
  /** The help that is shown at once beside a question about suicide. */
  asksAboutSuicide: boolean
}

/** Answers by linkId. Absent, undefined and null are the same: not answered. Never zero. */
export type Answers = Readonly<Record<string, AnswerValue | null | undefined>>

/** Whether the words of this instrument may be shown on a screen. */
export const mayShow = ({ licence }: Instrument): boolean =>
  licence.status === 'public-domain' || licence.status === 'attribution' || licence.status === 'own'

/** Parses answers: only this instrument's questions, only the answers each one offers, unanswered allowed. */
export const answersTo = (instrument: Instrument): z.ZodType<Answers> =>
  z.strictObject(
    Object.fromEntries(
      instrument.items.map((item) => [
        item.linkId,
        z
          .union([z.number(), z.string()])
          .refine((value) => item.answers.some((answer) => answer.value === value), {
            message: words.chooseOneOf(item.answers.map(({ text }) => text)),
          })
          .nullish(),
      ]),
    ),
  )

/** The items without an answer, in order. */
export const unanswered = (items: readonly Item[], answers: Answers): string[] =>
  items.filter(({ linkId }) => answers[linkId] === undefined || answers[linkId] === null).map(({ linkId }) => linkId)

/** Lowest and highest total that the answers allow: unanswered items may be worth anything their answers allow. */
export type Bounds = { low: number; high: number }

/**
 * Adds the scored items.
 * @returns the bounds of the total, equal when all are answered, and which items are not
 * @throws RangeError when an answer is none that the item offers: parse with `answersTo` first
 */
export const addUp = (instrument: Instrument, answers: Answers): Bounds & { missing: string[] } => {
  const items = instrument.items.filter(({ scored }) => scored)
  const bounds = { low: 0, high: 0 }
  for (const item of items) {
    const answer = answers[item.linkId] ?? undefined
    const offered = item.answers.map(({ value }) => value).filter((value) => typeof value === 'number')
    if (answer === undefined) {
      bounds.low += Math.min(...offered)
      bounds.high += Math.max(...offered)
    } else if (typeof answer === 'number' && offered.includes(answer)) {
      bounds.low += answer
      bounds.high += answer
    } else {
      throw new RangeError(`${instrument.title}, question ${item.linkId}: ${answer} is not one of its answers`)
    }
  }
  return { ...bounds, missing: unanswered(items, answers) }
}

/** A total stated elsewhere is never trusted: it is compared with our own and a difference is a data error (Q1). */
export const agreesWithStated = (stated: number, { low, high }: Bounds): boolean => low === high && stated === low
