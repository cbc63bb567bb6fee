import { z } from 'zod'
import { current } from '../../clinic/records/fact.ts'
import { required } from '../../clinic/records/typed.ts'
import { Answer, type Finding, Route, Severity } from '../../science/decide.ts'
import { Day, type Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import type { FindingWithOrigin, From, Lists } from './basis.ts'
import { unreadProblems } from './listed.ts'

export const Outcome = z.enum(['suitable', 'not suitable', 'not yet'], { error: says.outcome })
export type Outcome = z.infer<typeof Outcome>

const Values = z.array(z.tuple([z.string(), z.union([z.number(), z.string()])]))
type Values = z.infer<typeof Values>

/** What of a finding is kept with a determination, enough to read it years later and to see that it changed. */
export const Decided = z.object({
  rule: z.string(),
  severity: Severity,
  answer: Answer,
  stale: z.boolean(),
  says: z.string(),
  /** The entries of the lists that it rested on, as they were typed. */
  upon: z.array(z.string()).optional(),
  /** The numbers and choices that it rested on, by question; determinations of before they were kept have none. */
  values: Values.optional(),
})
export type Decided = z.infer<typeof Decided>

/**
 * The lists as they were: the ids of what was on them, and what an empty one was worth. What an entry says about a
 * finding is seen in the finding; `unread` are the problems that say nothing to any, because nobody here knows their code.
 */
export type ListsSeen = Record<keyof Lists, { is: 'listed' | 'none known' | 'unknown'; ids: string[] }> & {
  unread?: string[]
}

/** What a prescriber sends. `seen` is what their screen showed: if that is out of date they are told before it counts. */
export const DeterminationSent = z.object({
  id: z.uuid(),
  evaluationId: z.uuid(),
  route: Route,
  outcome: Outcome,
  reasons: required(says.reason, 10_000),
  addressed: z.record(z.string(), required(says.reason, 4_000)).default({}),
  seen: z.array(z.object({ rule: z.string(), answer: Answer, upon: z.array(z.string()), values: Values })).max(200),
  replaces: z.uuid().nullable().default(null),
  /** The day by which to evaluate again; whoever determines that treatment is suitable names one. */
  reevaluateBy: Day.nullable().default(null),
})
export type DeterminationSent = z.infer<typeof DeterminationSent>

export const ConfirmationSent = z.object({
  id: z.uuid(),
  answer: z.enum(['confirmed', 'not confirmed'], { error: says.confirm }),
  reason: required(says.reason, 4_000),
})
export type ConfirmationSent = z.infer<typeof ConfirmationSent>

export type Confirmation = {
  answer: 'confirmed' | 'not confirmed'
  reason: string
  bySamePerson: boolean
  at: Instant
  by: string
  byId: string
}

export type Determination = {
  id: string
  evaluationId: string
  route: Route
  outcome: Outcome
  reasons: string
  findings: Decided[]
  addressed: Record<string, string>
  lists: ListsSeen
  needsConfirmation: boolean
  replaces: string | null
  reevaluateBy: Day | null
  at: Instant
  by: string
  byId: string
  confirmation: Confirmation | null
}

export const listsSeen = (lists: Lists): ListsSeen => {
  const seen = ({ facts, known }: Lists[keyof Lists]) => ({
    is: known.is,
    ids: current(facts as Lists['problem']['facts'])
      .map(({ id }) => id)
      .sort(),
  })
  const { problem, medicine, allergy } = lists
  return {
    problem: seen(problem),
    medicine: seen(medicine),
    allergy: seen(allergy),
    unread: unreadProblems(problem.facts),
  }
}

/** The entries that a finding which holds rests on: those that meet it, and those that leave it open. */
export const upon = ({ answer, from = [] }: Pick<Finding, 'answer'> & { from?: readonly From[] }): string[] =>
  answer === 'not met'
    ? []
    : from
        .filter(({ source, words }) => words !== '' && ['list', 'medicine', 'result', 'nobody'].includes(source))
        .map(({ words }) => words)
        .sort()

/** The numbers and choices that a finding which holds rests on: a reason given for one blood pressure is none for another. */
export const valuesUnder = ({ answer, from = [] }: Pick<Finding, 'answer'> & { from?: readonly From[] }): Values =>
  answer === 'not met'
    ? []
    : from.flatMap(
        ({ source, fact, value }): Values =>
          source === 'answer' && (typeof value === 'number' || typeof value === 'string') ? [[fact, value]] : [],
      )

/** A finding as the screen of whoever determines shows it. */
export const seenOf = (finding: FindingWithOrigin): DeterminationSent['seen'][number] => ({
  rule: finding.rule,
  answer: finding.answer,
  upon: upon(finding),
  values: valuesUnder(finding),
})

/** The findings that somebody who goes on must speak to, one by one: met ones, and unknown ones. */
export const toAddress = <Found extends Pick<Finding, 'holds'>>(findings: readonly Found[]): Found[] =>
  findings.filter(({ holds }) => holds)

/**
 * Whether going on needs a second act: a finding that a label or the clinic calls absolute is met, or nobody knows
 * whether it is.
 */
export const needsConfirmation = (
  outcome: Outcome,
  findings: readonly Pick<Finding, 'severity' | 'answer'>[],
): boolean =>
  outcome === 'suitable' && findings.some(({ severity, answer }) => severity === 'absolute' && answer !== 'not met')

/** Which findings are not spoken to, each with a sentence. Somebody who does not go on needs no reason for each. */
export const unaddressed = (
  outcome: Outcome,
  findings: readonly Finding[],
  addressed: Readonly<Record<string, string>>,
): Record<string, string> => {
  if (outcome !== 'suitable') return {}
  const open = toAddress(findings).filter(({ rule }) => !addressed[rule]?.trim())
  return Object.fromEntries(
    open.map(({ rule, answer }) => [rule, answer === 'unknown' ? says.sayWhyUnknown : says.sayWhyInSpite]),
  )
}

/** What is wrong with the day to evaluate again: it is missing, or it is not ahead. */
export const wrongDay = (outcome: Outcome, day: Day | null | undefined, today: Day): string | undefined => {
  if (!day) return outcome === 'suitable' ? says.reevaluateMissing : undefined
  return day > today ? undefined : says.reevaluatePast
}

/** Findings that nobody may go past. */
export const beyondOverride = (outcome: Outcome, findings: readonly Finding[]): Finding[] =>
  outcome === 'suitable' ? toAddress(findings).filter(({ overriddenBy }) => overriddenBy === 'nobody') : []
