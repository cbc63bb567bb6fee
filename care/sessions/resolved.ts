import type { Protocol } from '../../science/routes/protocol.ts'
import type { ReleaseFacts } from '../../science/routes/release.ts'
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
  /** The last set that says something about it does, later than the answer, and says that it is there. */
  const seenAfter = (answer: FactKey, there: (data: Vitals) => boolean | undefined): boolean => {
    const last = session.vitals.findLast(({ data }) => there(data) !== undefined)
    const said = session.facts[answer]?.at
    return last !== undefined && there(last.data) === true && (said === undefined || last.happenedAt > said)
  }
  const said = <K extends FactKey>(key: K) => session.facts[key]?.value as boolean | undefined
  const apart = seenAfter('backToUsualSelf', ({ dissociation }) => dissociation && dissociation !== 'none')
  const slow = seenAfter('breathingResolved', ({ respiratoryRate, spo2 }) =>
    respiratoryRate === undefined && spo2 === undefined
      ? undefined
      : (respiratoryRate ?? Number.POSITIVE_INFINITY) < limits.breathingEmergencyBelow.value ||
        (spo2 ?? Number.POSITIVE_INFINITY) < limits.spo2Below.value,
  )
  const sick = seenAfter('nauseaControlled', ({ nausea }) => nausea && (nausea === 'moderate' || nausea === 'vomiting'))
  return {
    backToUsualSelf:
      apart || open('dissociation', 'change of perception', 'confusion') ? false : said('backToUsualSelf'),
    breathingResolved: slow ? false : said('breathingResolved'),
    nauseaControlled: sick || open('vomiting') ? false : said('nauseaControlled'),
    dizzy: open('dizziness') ? true : said('dizzy'),
    sleepinessEnded: !open('sleepiness'),
  }
}
