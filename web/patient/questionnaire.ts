import type { Line } from './aloud.ts'
import type { Answers } from './kept.ts'

export type AnswerValue = number | string
export type Question = {
  linkId: string
  text: string
  /** Said above this question instead of the questionnaire's own beginning. */
  stem?: string | undefined
  hint?: string
  answers: readonly { value: AnswerValue; text: string }[]
}

/** What Questions shows: an instrument of science/instruments, or the like. */
export type Questionnaire = {
  id: string
  title: string
  /** Said above every question: "Over the last 2 weeks, how often …" */
  stem?: string | undefined
  items: readonly Question[]
  /** True for our own lists, which say so. */
  notValidated?: boolean | undefined
  /** Of words in another language than the page's own. */
  language?: string | undefined
  /** Who the words belong to. */
  licence?: { sentence: string } | undefined
}

/** A question among those of several questionnaires: `key` is unique on the phone. */
export type Asked = { key: string; of: Questionnaire; item: Question }

export const allAsked = (questionnaires: readonly Questionnaire[]): Asked[] =>
  questionnaires.flatMap((of) => of.items.map((item) => ({ key: `${of.id}/${item.linkId}`, of, item })))

/** The answers of one questionnaire, by its own link ids: what was not answered is null, and never left out or zero. */
export const answersOf = (questionnaire: Questionnaire, answers: Answers): Answers =>
  Object.fromEntries(allAsked([questionnaire]).map(({ key, item }) => [item.linkId, answers[key] ?? null]))

/** Where a person stands: a question, or all of them to look over before sending. */
export type Step = { kind: 'question'; asked: Asked; number: number } | { kind: 'review' }

export const stepAt = (all: readonly Asked[], at: number): Step => {
  const asked = all[at]
  return asked ? { kind: 'question', asked, number: at + 1 } : { kind: 'review' }
}

/** The questions without an answer, skipped ones included. */
export const withoutAnswer = (all: readonly Asked[], answers: Answers): Asked[] =>
  all.filter(({ key }) => answers[key] === undefined || answers[key] === null)

/** What was chosen, in the words that were chosen. */
export const wordsOf = ({ key, item }: Asked, answers: Answers): string | undefined =>
  item.answers.find(({ value }) => value === answers[key])?.text

/** A question and its answers as they are read aloud: in the order of the screen, each in its own language. */
export const linesOf = (
  { text, hint, answers }: Pick<Question, 'text'> & { hint?: string | undefined; answers: readonly { text: string }[] },
  stem?: string,
  language = 'en',
): Line[] => [
  ...(stem ? [{ text: stem, language }] : []),
  { text, language },
  ...(hint ? [{ text: hint, language: 'en' }] : []),
  ...answers.map((answer) => ({ text: answer.text, language })),
]
