import type { Answers } from './kept.ts'

export type AnswerValue = number | string
export type Question = {
  linkId: string
  text: string
  hint?: string
  answers: readonly { value: AnswerValue; text: string }[]
}

/** What Questions shows: an instrument of science/instruments, or the like. */
export type Questionnaire = {
  title: string
  /** Said above every question: "Over the last 2 weeks, how often …" */
  stem?: string | undefined
  items: readonly Question[]
  /** True for our own lists, which say so. */
  notValidated?: boolean | undefined
  /** Who the words belong to. */
  licence?: { sentence: string } | undefined
}

/** Where a person stands: a question, or all of them to look over before sending. */
export type Step = { kind: 'question'; item: Question; number: number } | { kind: 'review' }

export const stepAt = (items: readonly Question[], at: number): Step => {
  const item = items[at]
  return item ? { kind: 'question', item, number: at + 1 } : { kind: 'review' }
}

/** The questions without an answer, skipped ones included. Never counted as zero. */
export const withoutAnswer = (items: readonly Question[], answers: Answers): Question[] =>
  items.filter(({ linkId }) => answers[linkId] === undefined || answers[linkId] === null)

/** What was chosen, in the words that were chosen. */
export const wordsOf = (item: Question, answers: Answers): string | undefined =>
  item.answers.find(({ value }) => value === answers[item.linkId])?.text
