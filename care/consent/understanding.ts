import { z } from 'zod'
import type { Content } from './document.ts'

/** A few questions on what the text said. They grade nobody: they show where the two should talk again. Pure. */

/** One question, its answers, which of them the text gives, and the section where it does. */
export const Check = z.object({
  id: z.string(),
  section: z.string(),
  question: z.string(),
  choices: z.array(z.object({ id: z.string(), text: z.string() })).min(2),
  /** The id of the choice that the text gives. */
  right: z.string(),
  /** What the text says, in its words. */
  because: z.string(),
})
export type Check = z.infer<typeof Check>

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
