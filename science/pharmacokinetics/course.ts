import type { Network } from './network.ts'
import { leapPoints, stepperOf } from './stepper.ts'

/** At this minute, this state jumps: milligrams into a compartment, or mg/h onto a constant input. */
export type Change = { minute: number; state: string; by: number }

export type Grid = { stepMinutes: number; points: number }

/** Where to write a watched state at every point, as amount × `perAmount` (ng/mL per mg for a concentration). */
export type Sink = { perAmount: number; into: Float64Array | Float32Array; offset: number; stride: number }

/** The highest value of the first watched state, found at every point and at every change of input between them. */
export type Peak = { value: number; minute: number }

/** A change this close to a point, in minutes, counts as at the point: rounding of point × step must not part them. */
const sameMinute = 1e-9

/**
 * Follows people through one network, one after the other, on one grid of times. Exact at every point whatever the
 * step, because the inputs are constant between changes.
 * @param watched names of the states to write down; the peak is that of the first
 */
export const courseOf = <Person>(
  network: Network<Person>,
  { stepMinutes, points }: Grid,
  watched: readonly [string, ...string[]],
) => {
  const at = watched.map((state) => network.states.indexOf(state))
  const stepper = stepperOf(network, stepMinutes, at)
  const { x, readings } = stepper
  const first = at[0] ?? 0
  const peak = { value: 0, minute: 0 }

  const see = (value: number, minute: number) => {
    if (value <= peak.value) return
    peak.value = value
    peak.minute = minute
  }
  const apply = ({ state, by }: Change) => {
    const index = network.states.indexOf(state)
    if (index >= 0) x[index] = (x[index] ?? 0) + by
  }

  /** `sinks` in the order of `watched`. Leaves the amounts of the last point in `amounts`. */
  const follow = (person: Person, changes: readonly Change[], sinks: readonly [Sink, ...Sink[]]): Peak => {
    stepper.begin(person)
    // Not toSorted: this runs on phones of 2021 too.
    const due = [...changes].sort((a, b) => a.minute - b.minute)
    const perAmount = sinks[0].perAmount
    let next = 0
    peak.value = 0
    peak.minute = 0

    const write = (sink: Sink, point: number, amount: number) => {
      sink.into[sink.offset + point * sink.stride] = amount * sink.perAmount
    }
    /** From one point to the next, stopping at every change in between. */
    const stepTo = (minute: number) => {
      let reached = minute - stepMinutes
      for (let change = due[next]; change && change.minute < minute - sameMinute; change = due[++next]) {
        if (change.minute > reached) stepper.move(change.minute - reached)
        reached = Math.max(reached, change.minute)
        see((x[first] ?? 0) * perAmount, reached)
        apply(change)
      }
      if (reached === minute - stepMinutes) stepper.step()
      else stepper.move(minute - reached)
    }
    const arrive = (point: number) => {
      const minute = point * stepMinutes
      for (let change = due[next]; change && change.minute <= minute + sameMinute; change = due[++next]) apply(change)
      see((x[first] ?? 0) * perAmount, minute)
      for (let w = 0; w < sinks.length; w++) {
        const sink = sinks[w]
        if (sink) write(sink, point, x[at[w] ?? 0] ?? 0)
      }
    }

    arrive(0)
    for (let point = 0; point < points - 1; ) {
      const leapTo = point + leapPoints
      const change = due[next]
      if (leapTo < points && (!change || change.minute > leapTo * stepMinutes + sameMinute)) {
        stepper.leap()
        for (let w = 0; w < sinks.length; w++) {
          const sink = sinks[w]
          if (!sink) continue
          for (let j = 0; j < leapPoints; j++) write(sink, point + 1 + j, readings[w * leapPoints + j] ?? 0)
        }
        for (let j = 0; j < leapPoints; j++) see((readings[j] ?? 0) * perAmount, (point + 1 + j) * stepMinutes)
        point = leapTo
      } else {
        point += 1
        stepTo(point * stepMinutes)
        arrive(point)
      }
    }
    return { ...peak }
  }

  return { follow, amounts: x }
}
