import type { Content } from './document.ts'

/** A few questions on what the text said. They grade nobody: they show where the two should talk again. Pure. */

/** One question, its answers, which of them the text gives, and the section where it does. */
export type Check = {
  id: string
  section: string
  question: string
  choices: { id: string; text: string }[]
  /** The id of the choice that the text gives. */
  right: string
  /** What the text says, in its words. */
  because: string
}

export type Answered = { checkId: string; choice: string }

/** The patient's last answer to each question of a text, in the text's order. `as` is undefined when there is none. */
export const understood = (
  { checks = [] }: Pick<Content, 'checks'>,
  answers: readonly Answered[],
): { check: Check; choice: string | undefined; as: 'the text says' | 'otherwise' | undefined; tries: number }[] =>
  checks.map((check) => {
    const own = answers.filter(({ checkId }) => checkId === check.id)
    const choice = own.at(-1)?.choice
    const as = choice === undefined ? undefined : choice === check.right ? 'the text says' : 'otherwise'
    return { check, choice, as, tries: own.length }
  })

/** Questions whose last answer is not what the text says: the prescriber speaks to them before countersigning. */
export const toTalkThrough = (content: Pick<Content, 'checks'>, answers: readonly Answered[]): Check[] =>
  understood(content, answers).flatMap(({ check, as }) => (as === 'otherwise' ? [check] : []))
