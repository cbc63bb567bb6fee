import type { Finding } from '../../science/decide.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import type { Decided, Determination, ListsSeen } from './determination.ts'

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

/** What is different from what was decided upon, a sentence each; empty when nothing is. */
export const changedSince = (
  decided: Pick<Determination, 'findings' | 'lists'>,
  findings: readonly Finding[],
  lists: ListsSeen,
): string[] => [...changedFindings(decided.findings, findings), ...changedLists(decided.lists, lists)]

const changedFindings = (before: readonly Decided[], now: readonly Finding[]): string[] => {
  const known = new Map(before.map((finding) => [finding.rule, finding]))
  const changed = now.flatMap(({ rule, answer, severity, says: finding }) => {
    const was = known.get(rule)
    if (!was) return [says.notLookedAt(rule, finding)]
    if (was.answer !== answer) return [says.wasAndIs(rule, was.answer, answer, finding)]
    return was.severity === severity ? [] : [says.wasAndIs(rule, was.severity, severity, finding)]
  })
  const here = new Set(now.map(({ rule }) => rule))
  return [...changed, ...before.filter(({ rule }) => !here.has(rule)).map(({ rule }) => says.noLongerLookedAt(rule))]
}

const changedLists = (before: ListsSeen, now: ListsSeen): string[] =>
  (Object.keys(now) as (keyof ListsSeen)[]).flatMap((list) => {
    const added = now[list].ids.filter((id) => !before[list].ids.includes(id)).length
    const gone = before[list].ids.filter((id) => !now[list].ids.includes(id)).length
    if (added > 0 && gone > 0) return [says.entryChanged(list)]
    if (added > 0) return [says.entryAdded(list)]
    if (gone > 0) return [says.entryEnded(list)]
    return before[list].is === now[list].is ? [] : [says.knowledgeChanged(list)]
  })

/**
 * What the newest determination is worth now. It is never in force by itself: a prescriber said suitable, a second act
 * confirmed it where one was needed, and nothing that was decided upon has changed since.
 */
export const inForce = (
  determination: Determination | undefined,
  openEvaluation: string | undefined,
  findings: readonly Finding[],
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
