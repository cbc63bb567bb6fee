import type { Route } from '../../science/decide.ts'
import { type Infusion, infusionAt, type PumpChange } from '../../science/routes/infusion.ts'
import { type Instant, minutesBetween } from '../../science/time.ts'
import type { Entry } from './log.ts'
import type { Session } from './session.ts'

/** A dose with what the log says became of it. */
export type Given = {
  entry: Entry<'dose'>
  infusion?: Infusion
  lozengeEnd?: Entry<'lozenge ended'>
  /** By the entries, up to the moment asked about; the programmed or nominal amount where only that is known. */
  mg: number
}

/** Every dose of a session with what became of it by `now`. */
export const givenIn = (
  { doses, pump, lozengeEnds }: Pick<Session, 'doses' | 'pump' | 'lozengeEnds'>,
  now: Instant,
): Given[] =>
  doses.map((entry) => {
    const { id, data, happenedAt } = entry
    if (data.route === 'iv') {
      const changes = pumpChangesOf(pump, id)
      const infusion = infusionAt(data, happenedAt, changes, now)
      return { entry, infusion, mg: infusion.deliveredMg }
    }
    const lozengeEnd = lozengeEnds.find((one) => one.data.doseId === id)
    return { entry, mg: data.mg, ...(lozengeEnd ? { lozengeEnd } : {}) }
  })

/** What was done to the pump of one infusion. */
export const pumpChangesOf = (pump: Session['pump'], doseId: string): PumpChange[] =>
  pump.filter(({ data }) => data.doseId === doseId).map(pumpChange)

const pumpChange = ({ data, happenedAt }: Entry<'infusion changed'>): PumpChange =>
  data.what === 'rate changed'
    ? { at: happenedAt, what: data.what, rateMlPerH: data.rateMlPerH }
    : { at: happenedAt, what: data.what }

/** mg given so far, to a hundredth. */
export const mgSoFar = (session: Pick<Session, 'doses' | 'pump' | 'lozengeEnds'>, now: Instant): number =>
  Math.round(givenIn(session, now).reduce((sum, { mg }) => sum + mg, 0) * 100) / 100

/**
 * How much of a dose the patient had, by the entries; undefined where nobody knows: that is not the amount that was
 * prepared. What was swallowed went in, dissolved or not.
 */
export const receivedMg = ({ entry: { data }, infusion, lozengeEnd }: Given): number | undefined => {
  if (data.route === 'im') return data.mg
  if (data.route === 'iv') return infusion?.stoppedAt === undefined ? undefined : infusion.deliveredMg
  if (data.route === 'esketamine')
    return data.gave === 'both sprays' ? data.mg : data.gave === 'nothing' ? 0 : undefined
  return lozengeEnd && (lozengeEnd.data.whole || lozengeEnd.data.as === 'swallowed') ? data.mg : undefined
}

type Dosing = Pick<Session, 'doses' | 'pump' | 'lozengeEnds' | 'givenAt'>

/** The same of all doses of a session together; null where it is not known of one of them. */
export const receivedMgOf = (session: Dosing): number | null => {
  if (session.givenAt === undefined) return null
  const all = givenIn(session, session.givenAt).map(receivedMg)
  return all.includes(undefined) ? null : all.reduce<number>((sum, mg) => sum + Math.round((mg ?? 0) * 100), 0) / 100
}

/** What went in by infusions that all have an end, by the entries. Null where it is not known, or was no infusion. */
export const infusedMgOf = (session: Dosing): number | null =>
  session.doses[0]?.data.route === 'iv' ? receivedMgOf(session) : null

/** How much of a session's drug went in, for whoever has room for one number: null of an infusion without an end. */
export const wentInMg = (given: { mg: number; infusedMg: number | null; route: Route }): number | null =>
  given.route === 'iv' ? given.infusedMg : given.mg

/** Minutes from the dose to now, for clocks. */
export const minutesOf = ({ happenedAt }: Entry<'dose'>, now: Instant): number => minutesBetween(happenedAt, now)
