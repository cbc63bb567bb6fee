import type { Instant } from '../../science/time.ts'
import { type Asked, type Part, partNames, questions, questionsOf } from './questions.ts'
import type { Value } from './value.ts'

/** One answer as it was stored. `state`: whether a clinician has gone through it. */
export type Answer = {
  id: string
  question: Asked
  entry: string | null
  value: Value
  answeredAt: Instant
  /** Where it came from before anybody was asked here; null for what came through a link. */
  from: 'request' | 'referral' | null
  confirmed: Confirmed | null
}

export type Became =
  | 'answer'
  | 'trial'
  | 'problem'
  | 'medicine'
  | 'allergy'
  | 'contact'
  | 'coverage'
  | 'none known'
  | 'talked about'

export type Confirmed = { became: Became; becameId: string | null; changed: boolean; by: string; at: Instant }

/** What stands of one question, or of one line of a list, and every answer before it, newest first. */
export type Item = { now: Answer; before: Answer[] }

const place = ({ question, entry }: Pick<Answer, 'question' | 'entry'>): string => `${question} ${entry ?? ''}`

/** The newest answer of each question and line. `answers` come in the order they were given. */
export const itemsOf = (answers: readonly Answer[]): Item[] =>
  [...Map.groupBy(answers, place).values()].flatMap((given) => {
    const [now, ...before] = given.toReversed()
    return now ? [{ now, before }] : []
  })

/** Gone through: the answer that stands, or one before it that nothing newer was said after. */
export const isConfirmed = ({ now }: Item): boolean => now.confirmed !== null

/** Whether a clinician has gone through any answer of this question or line: then a phone changes it no more. */
export const isClosed = ({ now, before }: Item): boolean => [now, ...before].some(({ confirmed }) => confirmed !== null)

export type Answers = ReadonlyMap<Asked, Value>

/** The newest answer of each question; its lines apart. */
export const answersOf = (items: readonly Item[]): Answers =>
  new Map(items.flatMap(({ now }) => (now.entry === null ? [[now.question, now.value] as const] : [])))

/** Whether a question is asked, as far as was answered. While nobody answered, what depends on it is asked. */
export const applies = (key: Asked, answers: Answers): boolean => {
  const { unless, after } = questions[key]
  if (unless && answers.get(unless.question as Asked) === unless.is) return false
  return !after || answers.get(after as Asked) === true
}

/** Questions whose answer was told with a request or a referral, and that the patient has not been through since. */
export const prefilledIn = (answers: readonly Pick<Answer, 'question' | 'entry' | 'from'>[]): Set<Asked> =>
  new Set(answers.flatMap(({ question, entry, from }) => (entry === null && from ? [question] : [])))

export type PartProgress = { part: Part; answered: number; prefilled: number; all: number }

/**
 * How much of each part has an answer; "not sure" is one, and one that was told beforehand and not looked at since
 * counts apart. Says nothing of what was answered.
 */
export const progressOf = (answers: Answers, prefilled: ReadonlySet<Asked> = new Set()): PartProgress[] =>
  partNames.map((part) => {
    const asked = questionsOf(part).filter((key) => applies(key, answers))
    const told = asked.filter((key) => answers.has(key))
    const before = told.filter((key) => prefilled.has(key)).length
    return { part, answered: told.length - before, prefilled: before, all: asked.length }
  })
