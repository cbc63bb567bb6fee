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

type Dosing = Pick<Session, 'doses' | 'pump' | 'lozengeEnds'>

/** Every dose of a session with all that became of it; two tablets' clocks may have put a stop just before its start. */
const givenInAll = (session: Dosing): Given[] => {
  const all = [...session.doses, ...session.pump, ...session.lozengeEnds].map(({ happenedAt }) => happenedAt).sort()
  const last = all.at(-1)
  return last === undefined ? [] : givenIn(session, last)
}

/** How much the patient had of all doses of a session together; null where it is not known of one of them, and without one. */
export const receivedMgOf = (session: Dosing): number | null => {
  const all = givenInAll(session).map(receivedMg)
  if (all.length === 0 || all.includes(undefined)) return null
  return all.reduce<number>((sum, mg) => sum + Math.round((mg ?? 0) * 100), 0) / 100
}

/** When the patient was treated: the first dose of which they had something, or may have had. */
export const treatedAt = (session: Dosing): Instant | undefined =>
  givenInAll(session).find((one) => receivedMg(one) !== 0)?.entry.happenedAt

/** Minutes from the dose to now, for clocks. */
export const minutesOf = ({ happenedAt }: Entry<'dose'>, now: Instant): number => minutesBetween(happenedAt, now)
