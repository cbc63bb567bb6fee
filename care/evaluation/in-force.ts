import { everyRoute, type Finding, type Route } from '../../science/decide.ts'
import { evaluationWords } from '../../web/words/en/evaluation.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import type { From } from './basis.ts'
import { type Decided, type Determination, type ListsSeen, upon, valuesUnder } from './determination.ts'
import type { Asked } from './questions.ts'

/** Only `in force` lets anything further happen; every other state holds it and says why. */
export type DeterminationState =
  | 'none'
  | 'awaiting confirmation'
  | 'not confirmed'
  | 'reopened'
  | 'not suitable'
  | 'not yet'
  | 'in force'

export type InForce = { state: DeterminationState; because: string[]; determination?: Determination }

type FoundNow = Finding & { from?: readonly From[] }

/**
 * What is different from what was decided upon, a sentence each; empty when nothing is. An entry of a list counts for
 * exactly the findings that it touches; a problem that nobody here can read counts for itself.
 */
export const changedSince = (
  decided: Pick<Determination, 'findings' | 'lists'>,
  findings: readonly FoundNow[],
  lists: ListsSeen,
): string[] => [...changedFindings(decided.findings, findings), ...changedProblems(decided.lists, lists)]

const changedFindings = (before: readonly Decided[], now: readonly FoundNow[]): string[] => {
  const known = new Map(before.map((finding) => [finding.rule, finding]))
  const changed = now.filter((finding) => !isAsDecided(finding, known.get(finding.rule)))
  const lost = changed.filter((finding) => onMedicines(finding) && known.has(finding.rule))
  const here = new Set(now.map(({ rule }) => rule))
  return [
    ...changed.filter((finding) => !lost.includes(finding)).map((finding) => change(finding, known.get(finding.rule))),
    ...lostAtOnce(lost),
    ...before.filter(({ rule }) => !here.has(rule)).map(({ rule }) => says.noLongerLookedAt(rule)),
  ]
}

const restsOn = (finding: FoundNow): string => upon(finding).join(', ')
const valuesOf = (finding: FoundNow): string =>
  valuesUnder(finding)
    .map(([fact, value]) => `${evaluationWords.questions[fact as Asked]} ${value}`)
    .join(', ')
const isOnSameValues = (finding: FoundNow, { values }: Decided): boolean =>
  values === undefined || JSON.stringify(values) === JSON.stringify(valuesUnder(finding))

const isAsDecided = (finding: FoundNow, was: Decided | undefined): boolean =>
  was !== undefined &&
  was.answer === finding.answer &&
  was.severity === finding.severity &&
  (was.upon ?? []).join(', ') === restsOn(finding) &&
  isOnSameValues(finding, was)

const change = (finding: FoundNow, was: Decided | undefined): string => {
  const { rule, answer, severity, says: sentence } = finding
  if (!was) return says.notLookedAt(rule, sentence)
  if (was.answer !== answer) return says.wasAndIs(rule, was.answer, answer, sentence)
  if (was.severity !== severity) return says.wasAndIs(rule, was.severity, severity, sentence)
  return says.restsOn(rule, isOnSameValues(finding, was) ? restsOn(finding) : valuesOf(finding), sentence)
}

/** An interaction that the list of medicines does not settle. */
const onMedicines = ({ answer, from = [] }: FoundNow): boolean =>
  answer === 'unknown' && from.some(({ source }) => source === 'medicine')

/** One unrecognised medicine leaves many interactions unknown: said once, with all of them. */
const lostAtOnce = (lost: readonly FoundNow[]): string[] => {
  const by = Map.groupBy(lost, ({ from = [] }) => from.map(({ words }) => words).join(', '))
  return [...by].map(([words, those]) => says.interactionsUnknown(words, those.map(({ rule }) => rule).join(', ')))
}

const changedProblems = (before: ListsSeen, now: ListsSeen): string[] => {
  // Determinations of before the codes were read know only which problems there were.
  const then = before.unread ?? before.problem.ids
  const here = now.unread ?? []
  const added = here.filter((id) => !then.includes(id)).length
  const gone = then.filter((id) => !here.includes(id)).length
  if (added > 0 && gone > 0) return [says.entryChanged]
  if (added > 0) return [says.entryAdded]
  return gone > 0 ? [says.entryEnded] : []
}

/**
 * What the newest determination is worth now. It is never in force by itself: a prescriber said suitable, a second act
 * confirmed it where one was needed, and nothing that was decided upon has changed since.
 */
export const inForce = (
  determination: Determination | undefined,
  openEvaluation: string | undefined,
  findings: readonly FoundNow[],
  lists: ListsSeen,
): InForce => {
  if (!openEvaluation) return { state: 'none', because: [says.noEvaluation] }
  if (!determination || determination.evaluationId !== openEvaluation) {
    return { state: 'none', because: [says.noDetermination] }
  }
  const held = (state: DeterminationState, ...because: string[]): InForce => ({ state, because, determination })
  const { outcome, by, confirmation } = determination
  if (outcome !== 'suitable') return held(outcome, says.determined(by, outcome))
  if (confirmation?.answer === 'not confirmed') return held('not confirmed', says.didNotConfirm(confirmation.by))
  const changed = changedSince(determination, findings, lists)
  if (changed.length > 0) return held('reopened', ...changed)
  if (determination.needsConfirmation && !confirmation) {
    return held('awaiting confirmation', says.unconfirmed)
  }
  return held('in force')
}

/** What the newest determination of each route is worth now. */
export const statesOf = (
  newest: readonly Determination[],
  openEvaluation: string | undefined,
  findings: Readonly<Record<Route, readonly FoundNow[]>>,
  lists: ListsSeen,
): Record<Route, DeterminationState> =>
  Object.fromEntries(
    everyRoute.map((route) => {
      const made = newest.find((one) => one.route === route)
      return [route, inForce(made, openEvaluation, findings[route], lists).state]
    }),
  ) as Record<Route, DeterminationState>
