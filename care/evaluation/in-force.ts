import type { Finding } from '../../science/decide.ts'
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

const listNames = { problem: 'problems', medicine: 'medicines', allergy: 'allergies' } as const

/** What is different from what was decided upon, a sentence each; empty when nothing is. */
export const changedSince = (
  decided: Pick<Determination, 'findings' | 'lists'>,
  findings: readonly Finding[],
  lists: ListsSeen,
): string[] => [...changedFindings(decided.findings, findings), ...changedLists(decided.lists, lists)]

const changedFindings = (before: readonly Decided[], now: readonly Finding[]): string[] => {
  const known = new Map(before.map((finding) => [finding.rule, finding]))
  const changed = now.flatMap(({ rule, answer, severity, says }) => {
    const was = known.get(rule)
    if (!was) return [`${rule} was not looked at: ${says}`]
    if (was.answer !== answer) return [`${rule} was ${was.answer} and is ${answer}: ${says}`]
    return was.severity === severity ? [] : [`${rule} was ${was.severity} and is ${severity}: ${says}`]
  })
  const here = new Set(now.map(({ rule }) => rule))
  return [
    ...changed,
    ...before.filter(({ rule }) => !here.has(rule)).map(({ rule }) => `${rule} is not looked at any more.`),
  ]
}

const changedLists = (before: ListsSeen, now: ListsSeen): string[] =>
  (Object.keys(listNames) as (keyof ListsSeen)[]).flatMap((list) => {
    const added = now[list].ids.filter((id) => !before[list].ids.includes(id)).length
    const gone = before[list].ids.filter((id) => !now[list].ids.includes(id)).length
    if (added > 0 && gone > 0) return [`An entry on the list of ${listNames[list]} was changed.`]
    if (added > 0) return [`Something was added to the list of ${listNames[list]}.`]
    if (gone > 0) return [`Something on the list of ${listNames[list]} has ended or was a mistake.`]
    return before[list].is === now[list].is ? [] : [`What is known about ${listNames[list]} has changed.`]
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
  if (!openEvaluation) return { state: 'none', because: ['There is no evaluation for this course of treatment.'] }
  if (!determination || determination.evaluationId !== openEvaluation) {
    return { state: 'none', because: ['No prescriber has recorded a determination.'] }
  }
  const held = (state: DeterminationState, ...because: string[]): InForce => ({ state, because, determination })
  const { outcome, by, confirmation } = determination
  if (outcome !== 'suitable') return held(outcome, `${by} determined: ${outcome}.`)
  if (confirmation?.answer === 'not confirmed') return held('not confirmed', `${confirmation.by} did not confirm it.`)
  const changed = changedSince(determination, findings, lists)
  if (changed.length > 0) return held('reopened', ...changed)
  if (determination.needsConfirmation && !confirmation) {
    return held(
      'awaiting confirmation',
      'A finding marked absolute is met or not known, and nobody has confirmed the determination yet.',
    )
  }
  return held('in force')
}
