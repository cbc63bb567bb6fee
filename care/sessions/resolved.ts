import type { Protocol } from '../../science/routes/protocol.ts'
import type { ReleaseFacts } from '../../science/routes/release-facts.ts'
import type { SideEffect } from '../../science/scales/side-effects.ts'
import type { FactKey } from './facts.ts'
import type { Session } from './session.ts'
import type { Vitals } from './vitals.ts'

type Resolved = Pick<
  ReleaseFacts,
  'backToUsualSelf' | 'breathingResolved' | 'nauseaControlled' | 'dizzy' | 'sleepinessEnded'
>

/**
 * What has resolved before leaving. The newest word counts: an answer from before somebody saw otherwise is not one any more,
 * and nothing has resolved that is still open as a side effect.
 */
export const resolvedIn = ({ limits }: Protocol, session: Session): Resolved => {
  const open = (...effects: SideEffect[]) =>
    session.sideEffects.some(({ entry, endedAt }) => endedAt === undefined && effects.includes(entry.data.effect))
  /**
   * The last set with this reading says that it is there, and the answer is not later; of the same moment the worse counts.
   * Each reading by itself: a set without a count of breaths does not say that breathing is no longer slow.
   */
  const seenAfter = <K extends keyof Vitals>(
    answer: FactKey,
    key: K,
    there: (value: NonNullable<Vitals[K]>) => boolean,
  ) => {
    const last = session.vitals.findLast(({ data }) => data[key] !== undefined)
    const value = last?.data[key]
    const said = session.facts[answer]?.at
    return value != null && there(value) && (said === undefined || (last?.happenedAt ?? said) >= said)
  }
  const said = <K extends FactKey>(key: K) => session.facts[key]?.value as boolean | undefined
  const apart = seenAfter('backToUsualSelf', 'dissociation', (seen) => seen !== 'none')
  const slow =
    seenAfter('breathingResolved', 'respiratoryRate', (rate) => rate < limits.breathingEmergencyBelow.value) ||
    seenAfter('breathingResolved', 'spo2', (spo2) => spo2 < limits.spo2Below.value)
  const sick = seenAfter('nauseaControlled', 'nausea', (seen) => seen === 'moderate' || seen === 'vomiting')
  return {
    backToUsualSelf:
      apart || open('dissociation', 'change of perception', 'confusion') ? false : said('backToUsualSelf'),
    breathingResolved: slow ? false : said('breathingResolved'),
    nauseaControlled: sick || open('vomiting') ? false : said('nauseaControlled'),
    dizzy: open('dizziness') ? true : said('dizzy'),
    sleepinessEnded: !open('sleepiness'),
  }
}
