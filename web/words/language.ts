import type { Route } from '../../science/decide.ts'

/** An area's words in another language: the same keys and the same functions, so that none can be forgotten. */
export type InAnotherLanguage<Words> = Words extends string
  ? string
  : Words extends (...given: infer Given) => infer Said
    ? (...given: Given) => InAnotherLanguage<Said>
    : { readonly [Key in keyof Words]: InAnotherLanguage<Words[Key]> }

type RuleWords = { says: string; settledBy?: string }
type Worded = RuleWords & { id: string; perRoute?: Partial<Record<Route, object>> }

/**
 * A table of rules with other words laid over it by id; who decides, on what, and from which source stays as it is. A
 * rule that has none keeps its English, because a rule left out would read as nothing found. What a rule says of one
 * route only is laid over as 'CI-10 (esketamine)'.
 */
export const rulesIn = <Rule extends Worded>(
  rules: readonly Rule[],
  words: Readonly<Record<string, Partial<RuleWords>>>,
): Rule[] =>
  rules.map((rule) => {
    const ofRoutes = Object.entries(rule.perRoute ?? {}).map(([route, difference]) => [
      route,
      { ...difference, ...words[`${rule.id} (${route})`] },
    ])
    return { ...rule, ...words[rule.id], ...(rule.perRoute ? { perRoute: Object.fromEntries(ofRoutes) } : {}) }
  })
