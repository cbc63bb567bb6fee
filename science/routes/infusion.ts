import type { Instant } from '../time.ts'

/** A pump programme as it was entered: `volumeMl` holds `mg` of the drug and goes in at `rateMlPerH`. */
export type Programme = { mg: number; volumeMl: number; rateMlPerH: number }

/** What was done to the pump after the start. */
export type PumpChange = { at: Instant } & (
  | { what: 'rate changed'; rateMlPerH: number }
  | { what: 'paused' | 'resumed' | 'stopped' }
)

export type Infusion = {
  state: 'running' | 'paused' | 'run out' | 'stopped'
  /** At which it runs, or would if it were not paused. */
  rateMlPerH: number
  pausedSince?: Instant
  /** When by the entries the programmed volume was in. The pump stops there; somebody still has to write that it did. */
  ranOutAt?: Instant
  stoppedAt?: Instant
  deliveredMl: number
  deliveredMg: number
}

const msPerHour = 3_600_000
const hundredths = (value: number): number => Math.round(value * 100)
const rounded = (value: number): number => Math.round(value * 100) / 100

/**
 * Where an infusion stands at a moment, from its start and what was entered since: the amount is the integral of the
 * rate over the time it ran, and never more than was programmed. Pure, and the same whatever the order in which the
 * entries came.
 *
 * Exact: rates count in hundredths of mL/h and moments in milliseconds, both whole numbers, and their products stay far
 * below 2^53 (1,200 mL/h for a day is 10^13). Only the result is divided, and rounded to a hundredth of a mL or mg.
 */
export const infusionAt = (
  programme: Programme,
  startedAt: Instant,
  changes: readonly PumpChange[],
  now: Instant,
): Infusion => {
  const start = Date.parse(startedAt)
  const end = Date.parse(now)
  const whole = hundredths(programme.volumeMl) * msPerHour
  let [delivered, from, rate, running] = [0, start, hundredths(programme.rateMlPerH), true]
  let ranOutAt: Instant | undefined
  let pausedSince: Instant | undefined
  let stoppedAt: Instant | undefined
  const until = (moment: number) => {
    const passed = running ? rate * (moment - from) : 0
    if (running && ranOutAt === undefined && delivered + passed >= whole)
      ranOutAt = new Date(from + Math.ceil((whole - delivered) / rate)).toISOString() as Instant
    delivered = Math.min(whole, delivered + passed)
    from = moment
  }
  for (const change of inOrder(changes)) {
    const at = Math.max(start, Date.parse(change.at))
    if (at > end) break
    until(at)
    if (change.what === 'stopped') {
      stoppedAt = change.at
      break
    }
    if (change.what === 'rate changed') rate = hundredths(change.rateMlPerH)
    else {
      running = change.what === 'resumed'
      pausedSince = running ? undefined : (pausedSince ?? change.at)
    }
  }
  if (stoppedAt === undefined) until(Math.max(from, end))
  const state = stoppedAt ? 'stopped' : ranOutAt ? 'run out' : running ? 'running' : 'paused'
  return {
    state,
    rateMlPerH: rate / 100,
    ...(state === 'paused' && pausedSince ? { pausedSince } : {}),
    ...(ranOutAt ? { ranOutAt } : {}),
    ...(stoppedAt ? { stoppedAt } : {}),
    deliveredMl: rounded(delivered / (100 * msPerHour)),
    deliveredMg: rounded((delivered * programme.mg) / whole),
  }
}

const places = { 'rate changed': 0, resumed: 1, paused: 2, stopped: 3 } as const

/** By time; of what happened in one moment, the end last, and of two rates the lower last. */
const inOrder = (changes: readonly PumpChange[]): PumpChange[] =>
  changes.toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || places[a.what] - places[b.what] || rateOf(b) - rateOf(a),
  )

const rateOf = (change: PumpChange): number => (change.what === 'rate changed' ? change.rateMlPerH : 0)

/** What a pump shows: tenths of mL/h over the minutes, and of mL. Beyond that the four numbers contradict each other. */
export const programmeAgrees = ({ volumeMl, rateMlPerH, minutes }: Programme & { minutes: number }): boolean =>
  Math.abs(rateMlPerH * minutes - 60 * volumeMl) <= 0.05 * minutes + 60 * 0.05 + 1e-9
