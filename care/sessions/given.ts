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

/** What went in by infusions that all have an end, by the entries. Null where it is not known, or was no infusion. */
export const infusedMgOf = (session: Pick<Session, 'doses' | 'pump' | 'lozengeEnds' | 'givenAt'>): number | null =>
  session.doses[0]?.data.route === 'iv' && session.givenAt !== undefined ? mgSoFar(session, session.givenAt) : null

/** How much of a session's drug went in, for whoever has room for one number: null of an infusion without an end. */
export const wentInMg = (given: { mg: number; infusedMg: number | null; route: Route }): number | null =>
  given.route === 'iv' ? given.infusedMg : given.mg

/** Minutes from the dose to now, for clocks. */
export const minutesOf = ({ happenedAt }: Entry<'dose'>, now: Instant): number => minutesBetween(happenedAt, now)
