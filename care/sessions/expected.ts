import type { Dose } from '../../science/pharmacokinetics/doses.ts'
import type { SimulationInput } from '../../science/pharmacokinetics/simulation.ts'
import { infusionAt } from '../../science/routes/infusion.ts'
import type { Instant } from '../../science/time.ts'
import type { Entry } from './log.ts'
import type { Session } from './session.ts'

type Recorded = Pick<Session, 'doses' | 'pump' | 'lozengeEnds' | 'firstDoseAt'>

/** What the log says was given, as the engine reads it, in minutes since the first dose. */
export type Expected = {
  drug: SimulationInput['drug']
  doses: Dose[]
  /** What the course does not know: said beside it. */
  remarks: { partDevices: number; spatOut: boolean; running: boolean }
  /** When the last infusion ended or will end. */
  infusionEndMinute?: number
}

const minutesFrom = (zero: Instant, at: string): number => (Date.parse(at) - Date.parse(zero)) / 60_000

const infusionOf = (
  { id, data, happenedAt }: Entry<'dose'>,
  pump: Recorded['pump'],
  zero: Instant,
  now: Instant,
): { dose: Dose; running: boolean } | undefined => {
  if (data.route !== 'iv') return undefined
  const changes = pump.filter((change) => change.data.doseId === id)
  const asPump = changes.map((change) =>
    change.data.what === 'rate changed'
      ? { at: change.happenedAt, what: change.data.what, rateMlPerH: change.data.rateMlPerH }
      : { at: change.happenedAt, what: change.data.what },
  )
  const { state, rateMlPerH, deliveredMl, ranOutAt, stoppedAt } = infusionAt(data, happenedAt, asPump, now)
  const left = (60 * (data.volumeMl - deliveredMl)) / rateMlPerH
  const untilMinute = minutesFrom(zero, stoppedAt ?? ranOutAt ?? now) + (state === 'running' ? left : 0)
  const mgPerMl = data.mg / data.volumeMl
  // The rate after each change is what the pump's own account says at that moment; several at once count as one.
  const at = new Map<number, number>([[minutesFrom(zero, happenedAt), data.rateMlPerH * mgPerMl]])
  for (const change of changes.toSorted((a, b) => a.happenedAt.localeCompare(b.happenedAt))) {
    const minute = minutesFrom(zero, change.happenedAt)
    if (minute >= untilMinute || minute < minutesFrom(zero, happenedAt)) continue
    const then = infusionAt(data, happenedAt, asPump, change.happenedAt)
    at.set(minute, then.state === 'running' ? then.rateMlPerH * mgPerMl : 0)
  }
  const rates = [...at].map(([fromMinute, mgPerHour]) => ({ fromMinute, mgPerHour }))
  return { dose: { route: 'iv-infusion', rates, untilMinute }, running: state === 'running' }
}

/** Nothing before the first dose. Pure; nothing is assumed that the log does not say. */
export const expectedFrom = (
  { doses, pump, lozengeEnds, firstDoseAt }: Recorded,
  now: Instant,
): Expected | undefined => {
  const [first] = doses
  if (!first || !firstDoseAt) return undefined
  const minute = (entry: Entry<'dose'>) => minutesFrom(firstDoseAt, entry.happenedAt)
  const drug = first.data.drug === 'esketamine' ? 'esketamine' : 'racemic-ketamine'
  const remarks = { partDevices: 0, spatOut: lozengeEnds.some(({ data }) => data.as === 'spat out'), running: false }
  if (first.data.route === 'esketamine') {
    const devices = doses.flatMap(({ data, ...entry }) => (data.route === 'esketamine' ? [{ data, ...entry }] : []))
    remarks.partDevices = devices.filter(({ data }) => data.gave === 'part').length
    const deviceMinutes = devices
      .filter(({ data }) => data.gave === 'both sprays')
      .map(({ happenedAt }) => minutesFrom(firstDoseAt, happenedAt))
    return { drug, doses: deviceMinutes.length > 0 ? [{ route: 'nasal-esketamine', deviceMinutes }] : [], remarks }
  }
  const given = doses.flatMap((entry): Dose[] => {
    const { route, mg } = entry.data
    if (route === 'im' || route === 'lozenge') return [{ route, atMinute: minute(entry), doseMg: mg }]
    const infusion = infusionOf(entry, pump, firstDoseAt, now)
    if (infusion?.running) remarks.running = true
    return infusion ? [infusion.dose] : []
  })
  const ends = given.flatMap((dose) => (dose.route === 'iv-infusion' ? [dose.untilMinute] : []))
  return { drug, doses: given, remarks, ...(ends.length > 0 ? { infusionEndMinute: Math.max(...ends) } : {}) }
}
