import { answer, answerSystem, conceptOf } from '../../../science/codes/code.ts'
import { effects } from '../../../science/codes/happened.ts'
import type { Instant } from '../../../science/time.ts'
import type { DataOf, Kind } from '../event.ts'
import type { Entry } from '../log.ts'
import type { Session } from '../session.ts'
import type { CodedObservation, Component, Reference, Replaced } from './fact.ts'
import { ofFacts } from './facts.ts'
import { categories, codeOf, number, type Thing, words } from './thing.ts'
import { type Said, saidBy } from './versions.ts'
import { ofVitals } from './vitals.ts'

/** A member of staff, by name where the name is known. */
export type By = (id: string) => Reference

type Things = Record<string, Thing>
const nothing = (): Things => ({})

const { exam, procedure } = categories
const ofDose = (doseId: string): Reference[] => [{ reference: `MedicationAdministration/${doseId}` }]
const about = (id: string, key: string): Reference[] => [{ reference: `Observation/${id}.${key}` }]
const done = (action: string | undefined): { component?: Component[] } =>
  action ? { component: [{ code: codeOf('action'), valueString: action }] } : {}

/**
 * What each kind of entry observed. A dose is an administration (administrations.ts); decisions, and what became of the
 * booking, are no observations: they stand in the note, and the session as a whole is the encounter.
 */
const observed: { readonly [K in Kind]: (data: DataOf<K>) => Things } = {
  vitals: ofVitals,
  facts: ({ facts }) => ofFacts(facts),
  'infusion changed': (change): Things => {
    const more = { category: procedure, partOf: ofDose(change.doseId) }
    if (change.what === 'rate changed')
      return { 'infusion-rate': { ...number('infusion-rate', change.rateMlPerH), ...more, ...words(change.reason) } }
    const said = words(change.what === 'resumed' ? undefined : change.reason)
    return { pump: { code: codeOf('pump'), ...more, valueCodeableConcept: answer('pump', change.what), ...said } }
  },
  'lozenge ended': ({ doseId, as, whole, words: said }) => ({
    'lozenge-ended': {
      code: codeOf('lozenge-ended'),
      category: procedure,
      partOf: ofDose(doseId),
      valueCodeableConcept: answer('lozenge-ended', as),
      component: [{ code: codeOf('lozenge-whole'), valueBoolean: whole }],
      ...words(said),
    },
  }),
  'line placed': ({ site, side, gauge }) => ({
    'line-placed': {
      code: codeOf('line-placed'),
      category: procedure,
      valueBoolean: true,
      bodySite: {
        text: `${side} ${site}`,
        coding: [...answer('line-site', site).coding, ...answer('side', side).coding],
      },
      component: [number('line-gauge', gauge)],
    },
  }),
  'line removed': ({ lineId }) => ({
    'line-removed': {
      code: codeOf('line-removed'),
      category: procedure,
      focus: about(lineId, 'line-placed'),
      valueBoolean: true,
    },
  }),
  'side effect': ({ effect, severity, words: said, action }) => ({
    'side-effect': {
      code: codeOf('side-effect'),
      category: exam,
      valueCodeableConcept: conceptOf(effect, effects[effect], answerSystem('side-effect')),
      component: [
        { code: codeOf('side-effect-severity'), valueCodeableConcept: answer('side-effect-severity', severity) },
        ...(done(action).component ?? []),
      ],
      ...words(said),
    },
  }),
  'side effect ended': ({ effectId, action }) => ({
    'side-effect-ended': {
      code: codeOf('side-effect-ended'),
      category: exam,
      focus: about(effectId, 'side-effect'),
      valueBoolean: true,
      ...done(action),
    },
  }),
  remark: ({ words: said }) => ({ remark: { code: codeOf('remark'), valueString: said } }),
  booked: nothing,
  rescheduled: nothing,
  cancelled: nothing,
  'no-show': nothing,
  arrived: nothing,
  'handed over': nothing,
  'not cleared': nothing,
  cleared: nothing,
  dose: nothing,
  decided: nothing,
  released: nothing,
  stopped: nothing,
  addendum: nothing,
  correction: nothing,
  signed: nothing,
}

/** Everything that was observed, in the order of the log. */
export const observationsOf = (session: Session, by: By): CodedObservation[] => {
  const ends = new Map(session.sideEffects.map(({ entry, endedAt }) => [entry.id, endedAt]))
  return session.log.flatMap((entry) =>
    saidBy(entry, ({ data }) => (observed[entry.kind] as (data: unknown) => Things)(data)).map((said) =>
      observation(entry, said, by, entry.kind === 'side effect' ? { end: ends.get(entry.id) } : undefined),
    ),
  )
}

const observation = (
  { id, recordedBy }: Entry,
  said: Said<Kind, Thing>,
  by: By,
  lasted: { end: Instant | undefined } | undefined,
): CodedObservation => {
  const { what, version, standing, amended } = said
  const { category, code, focus, partOf, bodySite, component, note, device, ...value } = what
  const start = version.happenedAt
  const end = standing ? lasted?.end : undefined
  return {
    id: idOf(id, said),
    status: standing ? (amended ? 'amended' : 'final') : 'entered-in-error',
    ...(category ? { category } : {}),
    code,
    ...(lasted ? { effectivePeriod: { start, ...(end ? { end } : {}) } } : { effectiveDateTime: start }),
    issued: version.writtenAt,
    performer: [by(recordedBy)],
    ...(focus ? { focus } : {}),
    ...(partOf ? { partOf } : {}),
    ...value,
    ...(bodySite ? { bodySite } : {}),
    ...(component ? { component } : {}),
    ...(note ? { note } : {}),
    entered: device ? 'by a device' : 'by hand',
    ...(device ? { device } : {}),
    ...replacedIn(said, by),
  }
}

/** What stands keeps the id of its entry; what it replaced is counted. */
export const idOf = (
  id: string,
  { key, nth, standing }: Pick<Said<Kind, unknown>, 'key' | 'nth' | 'standing'>,
): string => [id, key, standing ? '' : String(nth)].filter(Boolean).join('.')

export const replacedIn = ({ replacedBy }: Said<Kind, unknown>, by: By): { replaced?: Replaced } =>
  replacedBy ? { replaced: { at: replacedBy.writtenAt, by: by(replacedBy.writtenBy), reason: replacedBy.reason } } : {}
