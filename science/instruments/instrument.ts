import { z } from 'zod'
import type { Source } from '../sources.ts'
import { scienceWords as words } from '../words.ts'
import type { Flag, Reading } from './flag.ts'
import type { Scoring } from './scoring.ts'

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

/** A question without its wording: its number, the values it can take, and its codes. */
export type Asked = {
  linkId: string
  loinc?: string
  answers: readonly { value: AnswerValue; loinc?: string }[]
  /** Codes met elsewhere for one of the answers. */
  alsoCoded?: Readonly<Record<string, AnswerValue>>
  /** False for a question that is asked but does not count. */
  scored: boolean
}
export type Item = Omit<Asked, 'answers'> & { text: string; answers: readonly AnswerOption[] }

/** What may be known about the person besides the answers. Absent is unknown. */
export type About = { sex?: 'female' | 'male' | undefined }

/**
 * Everything about a questionnaire but its wording: what it counts, how, and under which codes. This is what ships of
 * one that needs a licence.
 */
export type Measure = {
  id: string
  title: string
  version: string
  /** LOINC codes of the whole and of its total; only those that were verified. */
  loinc?: { panel?: string; total?: string }
  licence: { status: LicenceStatus; sentence: string; source: Source }
  /** The time the questions look back on. */
  recall: string
  /** Who answers it. */
  by: 'patient' | 'clinician'
  items: readonly Asked[]
  /** True for our own lists, which screens must label so. */
  notValidated: boolean
  /** The help that is shown at once beside a question about suicide. */
  asksAboutSuicide: boolean
  /** Absent: nothing is added up. */
  scoring?: Scoring
  /** What its answers mean besides a total, and who has to look. */
  reads?: (answers: Answers, about: About) => Reading
  /** The same of a total without answers. */
  readsTotal?: (total: number) => Flag[]
}

/** A questionnaire with the words it is asked in. */
export type Instrument = Omit<Measure, 'items'> & {
  stem?: string
  items: readonly Item[]
  /** Of words in another language than English. */
  language?: 'es'
}

/** Answers by linkId. Absent, undefined and null are the same: not answered. Never zero. */
export type Answers = Readonly<Record<string, AnswerValue | null | undefined>>

/** Whether the words of this instrument may be shown on a screen. */
export const mayShow = ({ licence }: Pick<Measure, 'licence'>): boolean =>
  licence.status === 'public-domain' || licence.status === 'attribution' || licence.status === 'own'

// Making a parser takes longer than scoring fifty sets of answers.
const parsers = new WeakMap<Measure['items'], z.ZodType<Answers>>()

/** Parses answers: only this instrument's questions, only the answers each one offers, unanswered allowed. */
export const answersTo = ({ items }: Pick<Measure, 'items'>): z.ZodType<Answers> => {
  const known = parsers.get(items)
  if (known) return known
  const made = parserOf(items)
  parsers.set(items, made)
  return made
}

const parserOf = (items: Measure['items']): z.ZodType<Answers> =>
  z.strictObject(
    Object.fromEntries(
      items.map((item) => [
        item.linkId,
        z
          .union([z.number(), z.string()])
          .refine((value) => item.answers.some((answer) => answer.value === value), {
            message: words.chooseOneOf(item.answers.map(wordsOf)),
          })
          .nullish(),
      ]),
    ),
  )

const wordsOf = (answer: Partial<AnswerOption>): string => answer.text ?? String(answer.value)

/** The items without an answer, in order. */
export const unanswered = (items: readonly Asked[], answers: Answers): string[] =>
  items.filter(({ linkId }) => answers[linkId] === undefined || answers[linkId] === null).map(({ linkId }) => linkId)

/** Lowest and highest total that the answers allow: unanswered items may be worth anything their answers allow. */
export type Bounds = { low: number; high: number }

/** A total stated elsewhere is never trusted: it is compared with our own and a difference is a data error (Q1). */
export const agreesWithStated = (stated: number, { low, high }: Bounds): boolean => low === high && stated === low
