import { z } from 'zod'
import type { Source } from './sources.ts'
import type { Day } from './time.ts'
import { scienceWords as words } from './words.ts'

export const Route = z.enum(['im', 'iv', 'lozenge', 'esketamine'])
export type Route = z.infer<typeof Route>

/** Racemic ketamine, by any route. */
export const racemic: readonly Route[] = ['im', 'iv', 'lozenge']
export const everyRoute: readonly Route[] = Route.options

/** Who may go on past a finding, with a reason. The software never does. */
export const ClinicalRole = z.enum(['prescriber', 'monitor'])
export type ClinicalRole = z.infer<typeof ClinicalRole>

/**
 * absolute   a contraindication named in a US label for that route: needs a second confirmation
 * relative   a guideline or label says avoid or weigh
 * review     a clinician must look
 * block      the next step waits for a recorded decision
 * emergency  the clinic's emergency plan
 * info       worth knowing; never holds
 */
export const Severity = z.enum(['absolute', 'relative', 'review', 'info', 'emergency', 'block'])
export type Severity = z.infer<typeof Severity>

export const Answer = z.enum(['met', 'not met', 'unknown'])
export type Answer = z.infer<typeof Answer>

/** What a rule may find out about the facts: undefined means that they do not say. */
export type Truth = boolean | undefined

/**
 * One clinical rule as data. `holdsWhen` tells true, false, or undefined when the facts do not settle it; build it
 * from truth.ts so that an unknown can never read as "no".
 */
export type Rule<Facts> = {
  id: string
  section?: string
  routes: readonly Route[]
  severity: Severity
  /** Relative, and the source says so with weight: "not recommended", "only if the benefit outweighs the risk". */
  strong?: true
  needs: readonly (keyof Facts & string)[]
  holdsWhen: (facts: Facts) => Truth
  says: string
  /** What would settle an unknown: "Measure the blood pressure." */
  settledBy: string
  source: Source
  further?: readonly Source[]
  reviewBy: Day
  overriddenBy: readonly ClinicalRole[] | 'nobody'
  /** Where a route differs: a label names it for one drug and only a guideline for another. */
  perRoute?: Partial<Record<Route, RouteDifference<Facts>>>
}
type RouteDifference<Facts> = Partial<
  Pick<Rule<Facts>, 'severity' | 'holdsWhen' | 'says' | 'source' | 'further' | 'overriddenBy'>
>

export type Finding = {
  /**
   * concern    from a rule: met means that the concern applies
   * criterion  from a criterion (criterion.ts): met means that it is fulfilled
   */
  kind: 'concern' | 'criterion'
  rule: string
  section?: string
  severity: Severity
  strong?: true
  answer: Answer
  /** True when the next step waits for a named clinician's decision. */
  holds: boolean
  /** Facts the rule looks at that nobody has recorded. */
  missing: readonly string[]
  /** True when the rule's review date has passed. */
  stale: boolean
  says: string
  settledBy: string
  source: Source
  further: readonly Source[]
  reviewBy: Day
  overriddenBy: readonly ClinicalRole[] | 'nobody'
}

/** Facts as a database or a form gives them: any of them may be missing or null, which is the same: unknown. */
export type Recorded<Facts> = { readonly [Key in keyof Facts]?: Facts[Key] | null | undefined }

/** Drops nulls and not-a-numbers, so that a rule meets only values and undefined. */
export const knownFacts = <Facts extends object>(recorded: Recorded<Facts>): Facts =>
  Object.fromEntries(
    Object.entries(recorded).filter(([, value]) => value !== null && value !== undefined && !Number.isNaN(value)),
  ) as Facts

/**
 * Every finding, in the order of the rules, for the rules that apply to the route. It decides nothing: it says what is
 * met, not met or unknown, from where, and what waits for a clinician.
 */
export const decide = <Facts extends object>(
  rules: readonly Rule<Facts>[],
  recorded: Recorded<Facts>,
  { route, today }: { route: Route; today: Day },
): Finding[] => {
  const facts = knownFacts(recorded)
  return rules.filter((rule) => rule.routes.includes(route)).map((rule) => findingOf(rule, facts, route, today))
}

const findingOf = <Facts extends object>(general: Rule<Facts>, facts: Facts, route: Route, today: Day): Finding => {
  const rule = { ...general, ...general.perRoute?.[route] }
  const holdsWhen = rule.holdsWhen(facts)
  const answer: Answer = holdsWhen === undefined ? 'unknown' : holdsWhen ? 'met' : 'not met'
  const stale = rule.reviewBy < today
  return {
    kind: 'concern',
    rule: rule.id,
    ...(rule.section === undefined ? {} : { section: rule.section }),
    severity: rule.severity,
    ...(rule.strong ? { strong: rule.strong } : {}),
    answer,
    holds: answer !== 'not met' && rule.severity !== 'info',
    missing: missingOf(rule.needs, facts, answer),
    stale,
    says: withStaleness(sentences[answer](rule), stale, rule.reviewBy),
    settledBy: rule.settledBy,
    source: rule.source,
    further: rule.further ?? [],
    reviewBy: rule.reviewBy,
    overriddenBy: rule.overriddenBy,
  }
}

/** An unknown always names a fact: one that is absent, or else the ones that are recorded but settle nothing. */
export const missingOf = <Facts extends object>(
  needs: readonly (keyof Facts & string)[],
  facts: Facts,
  answer: Answer,
): readonly string[] => {
  const absent = needs.filter((key) => facts[key] === undefined)
  return answer === 'unknown' && absent.length === 0 ? needs : absent
}

const sentences: Record<Answer, (rule: { says: string; settledBy: string }) => string> = {
  met: (rule) => rule.says,
  unknown: (rule) => words.notKnown(rule.settledBy),
  'not met': () => words.notFound,
}

/** The sentence, followed by a notice once the source's review date has passed. */
export const withStaleness = (says: string, stale: boolean, reviewBy: Day): string =>
  stale ? words.outOfDate(says, reviewBy) : says

/** The findings that wait for a named clinician's decision: met, or unknown. */
export const held = <Found extends { holds: boolean }>(findings: readonly Found[]): Found[] =>
  findings.filter((finding) => finding.holds)
