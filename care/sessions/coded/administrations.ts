import { answer, answerSystem, type Concept, conceptOf, type Quantity } from '../../../science/codes/code.ts'
import { type Lot, medicineOf, routesGiven } from '../../../science/codes/given.ts'
import type { Route } from '../../../science/decide.ts'
import type { Instant } from '../../../science/time.ts'
import type { Dose } from '../dose.ts'
import { type Given, givenIn, pumpChangesOf } from '../given.ts'
import type { Entry } from '../log.ts'
import type { Session } from '../session.ts'
import type { CodedAdministration, CodedPlan } from './fact.ts'
import { absent } from './fact.ts'
import { type By, idOf, replacedIn } from './observations.ts'
import { partsOf } from './parts.ts'
import { measured, words } from './thing.ts'
import { saidBy } from './versions.ts'

/** What the log does not hold of a dose: what the ledger says of its lot. */
export type Lots = ReadonlyMap<string, Lot>

export const routeOf = (route: Route): Concept => conceptOf(route, routesGiven[route], answerSystem('route'))

/** Every dose with what became of it by `until`, what was corrected in it, and what was withdrawn. */
export const administrationsOf = (
  session: Session,
  { until, by, lots, booked }: { until: Instant; by: By; lots: Lots; booked: CodedPlan | undefined },
): CodedAdministration[] => {
  const given = new Map(givenIn(session, until).map((one) => [one.entry.id, one]))
  const doses = session.log.filter((entry): entry is Entry<'dose'> => entry.kind === 'dose')
  const all = doses.flatMap((entry) =>
    saidBy(entry, ({ data }) => ({ dose: entered(data, lots) })).map((said): CodedAdministration => {
      const { what, version, standing, amended } = said
      const became = standing ? given.get(entry.id) : undefined
      const start = version.happenedAt
      return {
        // The dose that stands has the id of its entry, which what happened to the pump names.
        id: idOf(entry.id, standing ? { ...said, key: '' } : said),
        ...what,
        ...(became
          ? outcomeOf(became, what.dosage, session)
          : { status: 'entered-in-error', effectiveDateTime: start }),
        performer: [by(entry.recordedBy)],
        issued: version.writtenAt,
        ...(standing && amended ? { amended: true } : {}),
        ...replacedIn(said, by),
      }
    }),
  )
  const untreated =
    booked && all.length === 0 && session.ended?.kind === 'stopped' ? [notDone(session.ended, booked, by)] : []
  return [...all, ...untreated]
}

type Entered = Pick<
  CodedAdministration,
  | 'medicationCodeableConcept'
  | 'request'
  | 'dosage'
  | 'number'
  | 'prepared'
  | 'planned'
  | 'plannedDuration'
  | 'laterality'
  | 'batch'
  | 'note'
>

/** What the person who gave it wrote down. */
const entered = (dose: Dose, lots: Lots): Entered => {
  const { drug, route, number, planVersionId, planMg, lot, expiry, stockLotId, differsBecause, lotBecause } = dose
  return {
    medicationCodeableConcept: medicineOf(drug, route, stockLotId ? lots.get(stockLotId) : undefined),
    request: { reference: `MedicationRequest/${planVersionId}` },
    dosage: {
      route: routeOf(route),
      ...(dose.route === 'im' ? { site: answer('injection-site', dose.site) } : {}),
    },
    number,
    ...(dose.route === 'im' ? { laterality: answer('side', dose.side) } : {}),
    prepared: prepared(dose),
    planned: measured('planned-dose', planMg),
    ...(dose.route === 'iv' && dose.planMinutes !== undefined
      ? { plannedDuration: measured('planned-minutes', dose.planMinutes) }
      : {}),
    ...(lot || expiry
      ? { batch: { ...(lot ? { lotNumber: lot } : {}), ...(expiry ? { expirationDate: expiry } : {}) } }
      : {}),
    ...words(differsBecause, lotBecause),
  }
}

const prepared = (dose: Dose): Record<string, Quantity> => {
  const amount = { dose: measured('dose', dose.mg) }
  if (dose.route === 'iv')
    return {
      ...amount,
      volume: measured('volume', dose.volumeMl),
      rate: measured('programmed-rate', dose.rateMlPerH),
      duration: measured('programmed-minutes', dose.minutes),
    }
  if (dose.route === 'lozenge')
    return { ...amount, strength: measured('strength', dose.strengthMg), count: measured('count', dose.count) }
  if (dose.route === 'esketamine') return amount
  const { volumeMl, concentrationMgPerMl } = dose
  return {
    ...amount,
    ...(volumeMl === undefined ? {} : { volume: measured('volume', volumeMl) }),
    ...(concentrationMgPerMl === undefined ? {} : { concentration: measured('concentration', concentrationMgPerMl) }),
  }
}

type Outcome = Pick<
  CodedAdministration,
  'status' | 'statusReason' | 'effectiveDateTime' | 'effectivePeriod' | 'parts'
> &
  Pick<CodedAdministration, 'dosage'>

/** What became of it. An amount that nobody knows is not the amount that was prepared. */
const outcomeOf = (given: Given, dosage: Entered['dosage'], { ended, pump }: Session): Outcome => {
  const { entry } = given
  const { data, happenedAt: start } = entry
  const known = (mg: number) => ({ dosage: { ...dosage, dose: measured('dose', mg) } })
  const notKnown = { dosage: { ...dosage, doseAbsentReason: absent('unknown') } }
  const running = (state: 'in-progress' | 'on-hold'): Outcome => ({
    status: ended ? 'unknown' : state,
    ...notKnown,
    effectivePeriod: { start },
  })
  if (data.route === 'im') return { status: 'completed', ...known(data.mg), effectiveDateTime: start }
  if (data.route === 'esketamine') {
    if (data.gave === 'both sprays') return { status: 'completed', ...known(data.mg), effectiveDateTime: start }
    if (data.gave === 'nothing')
      return { status: 'not-done', dosage, statusReason: data.gave, effectiveDateTime: start }
    return { status: 'stopped', ...notKnown, statusReason: data.gave, effectiveDateTime: start }
  }
  if (data.route === 'lozenge') {
    const { lozengeEnd } = given
    if (!lozengeEnd) return running('in-progress')
    const { as, whole } = lozengeEnd.data
    const effectivePeriod = { start, end: lozengeEnd.happenedAt }
    // What was swallowed went in, dissolved or not; of what was spat out before it had dissolved nobody knows how much did.
    if (whole || as === 'swallowed') return { status: 'completed', ...known(data.mg), effectivePeriod }
    return { status: 'stopped', ...notKnown, statusReason: as, effectivePeriod }
  }
  const { infusion } = given
  const parts = partsOf(given, pumpChangesOf(pump, entry.id))
  if (infusion?.stoppedAt === undefined)
    return { ...running(infusion?.state === 'paused' ? 'on-hold' : 'in-progress'), parts }
  return {
    status: infusion.deliveredMg < data.mg ? 'stopped' : 'completed',
    ...known(infusion.deliveredMg),
    effectivePeriod: { start, end: infusion.stoppedAt },
    parts,
  }
}

/** Nobody was given anything, and the session says why. */
const notDone = (ended: Entry<'stopped'>, plan: CodedPlan, by: By): CodedAdministration => ({
  id: ended.id,
  status: 'not-done',
  statusReason: `${ended.data.as}: ${ended.data.reason}`,
  medicationCodeableConcept: plan.medicationCodeableConcept,
  effectiveDateTime: ended.happenedAt,
  performer: [by(ended.recordedBy)],
  request: { reference: `MedicationRequest/${plan.id}` },
  dosage: { route: plan.dosageInstruction.route },
  issued: ended.recordedAt,
})
