import { policy } from '../sources.ts'
import { questionnaireWords as words } from '../words.ts'
import type { Flag } from './flag.ts'
import { agreesWithStated, type Measure } from './instrument.ts'
import { bandOf, rangeOf, type Score, shownAs } from './scoring.ts'

/** A total that came with the answers: whether it agrees with our own, and what is said when it is not used (Q1). */
export type Stated = { stated: number; agrees: true } | { stated: number; agrees: false; says: string }

/** Compares a stated total with the one recomputed. Ours is the one that counts, whatever comes out. */
export const checkStated = (measure: Measure, score: Score, stated: number): Stated => {
  const { between } = score
  if (between && agreesWithStated(stated, between)) return { stated, agrees: true }
  const says = measure.scoring?.noTotal || !measure.scoring ? words.noTotal : words.statedUnproved(stated)
  return {
    stated,
    agrees: false,
    says: score.total === null ? says : words.statedTotal(stated, String(score.total)),
  }
}

/**
 * The score of somebody who has a total and no answers: a licensed questionnaire filled in on paper.
 * @param total as the questionnaire's users write it
 * @returns what is wrong with it, as a sentence, when no answers can add up to it
 */
export const scoreOfTotal = (measure: Measure, total: number): Score | string => {
  const { scoring, title } = measure
  if (!scoring || scoring.noTotal) return words.noTotal
  const { low, high } = rangeOf(measure)
  const times = scoring.shown && 'times' in scoring.shown ? scoring.shown.times : 1
  const sum = total / times
  if (!Number.isInteger(sum) || sum < low || sum > high)
    return words.outOfRange(title, shownAs(scoring, low), shownAs(scoring, high))
  return {
    sum: { low: sum, high: sum },
    total,
    between: { low: total, high: total },
    band: bandOf(scoring, total),
    missing: [],
    subscales: [],
  }
}

/**
 * Who has to look at a total without answers. What a patient said about suicide is not in it, and not known is no zero (S2);
 * only the lowest total says that nothing was reported. A clinician who rated knows what was rated.
 */
export const flagsOfTotal = (measure: Measure, total: number): Flag[] => {
  const hides = measure.asksAboutSuicide && measure.by === 'patient' && total > rangeOf(measure).low
  const unknown: Flag = {
    id: 'S2',
    level: 'review',
    says: words.suicideInTotal(measure.title),
    source: policy('an unknown suicide question is not a zero'),
  }
  return [...(measure.readsTotal?.(total) ?? []), ...(hides ? [unknown] : [])]
}
