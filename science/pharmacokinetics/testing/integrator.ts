import type { K1Person } from '../models/k1.ts'
import type { Pr2021Person } from '../models/pr2021.ts'

/**
 * A second way to the same numbers, for tests only: the differential equations written out by hand and followed in small
 * steps (Runge–Kutta, fourth order). Shares nothing with the engine but the parameters.
 */
/** Inputs that switch are read at `within`, the middle of the step, so that no stage sees the far side of a switch. */
type Derivative = (x: readonly number[], minute: number, within: number) => number[]

const plus = (x: readonly number[], by: number, d: readonly number[]) => x.map((value, i) => value + by * (d[i] ?? 0))

const stepOf = (f: Derivative, x: readonly number[], minute: number, length: number): number[] => {
  const h = length / 60
  const middle = minute + length / 2
  const a = f(x, minute, middle)
  const b = f(plus(x, h / 2, a), middle, middle)
  const c = f(plus(x, h / 2, b), middle, middle)
  const d = f(plus(x, h, c), minute + length, middle)
  return x.map((value, i) => value + (h / 6) * ((a[i] ?? 0) + 2 * (b[i] ?? 0) + 2 * (c[i] ?? 0) + (d[i] ?? 0)))
}

/** The state at every minute. `breaks` are the minutes at which an input changes; `fine` is the largest step in minutes. */
export const integrate = (
  f: Derivative,
  start: readonly number[],
  minutes: number,
  breaks: readonly number[],
  fine = 0.1,
): number[][] => {
  const course = [[...start]]
  let x = [...start]
  for (let minute = 0; minute < minutes; minute++) {
    const stops = [...breaks.filter((at) => at > minute && at < minute + 1).toSorted((a, b) => a - b), minute + 1]
    let reached = minute
    for (const stop of stops) {
      const count = Math.max(1, Math.ceil((stop - reached) / fine))
      for (let i = 0; i < count; i++)
        x = stepOf(f, x, reached + (i * (stop - reached)) / count, (stop - reached) / count)
      reached = stop
    }
    course.push(x)
  }
  return course
}

type Given = {
  infusion?: (minute: number) => number
  intoMouth?: number
  intoGut?: number
  intoMuscle?: number
  devices?: readonly number[]
}

const during = (minute: number, from: number, hours: number): number =>
  minute >= from && minute < from + hours * 60 ? 1 / hours : 0

/** x: mouth, swallowed, oral, muscle, central, two peripherals, norketamine and its peripheral (mg). */
export const k1Equations =
  (p: K1Person, given: Given): Derivative =>
  ([mouth = 0, swallowed = 0, oral = 0, muscle = 0, c = 0, p1 = 0, p2 = 0, n = 0, np = 0], _, minute) => {
    const mg = given.intoMouth ?? 0
    const mouthIn = mg * p.mucosaFraction * during(minute, 0, p.mucosaDuration)
    const swallowedIn = mg * (1 - p.mucosaFraction) * during(minute, 0, p.swallowedDuration)
    const oralIn = (given.intoGut ?? 0) * during(minute, 0, p.oralDuration)
    const first = p.swallowedRate * swallowed + p.oralRate * oral
    return [
      mouthIn - p.mucosaRate * mouth,
      swallowedIn - p.swallowedRate * swallowed,
      oralIn - p.oralRate * oral,
      -p.muscleRate * muscle,
      (given.infusion?.(minute) ?? 0) +
        p.mucosaRate * mouth +
        p.muscleRate * muscle +
        p.oralFraction * first -
        ((p.cl + p.q2 + p.q3) / p.v1) * c +
        (p.q2 / p.v2) * p1 +
        (p.q3 / p.v3) * p2,
      (p.q2 / p.v1) * c - (p.q2 / p.v2) * p1,
      (p.q3 / p.v1) * c - (p.q3 / p.v3) * p2,
      (1 - p.oralFraction) * first + (p.cl / p.v1) * c - ((p.cln + p.qn) / p.vn) * n + (p.qn / p.vpn) * np,
      (p.qn / p.vn) * n - (p.qn / p.vpn) * np,
    ]
  }

/** x: swallowed, central, two peripherals, liver, norketamine and its peripheral (mg), then the nose, device by device. */
export const pr2021Equations =
  (p: Pr2021Person, devices: readonly number[]): Derivative =>
  ([swallowed = 0, c = 0, p1 = 0, p2 = 0, liver = 0, n = 0, np = 0], minute, within) => {
    const fraction = (i: number) => p.noseFraction * (i === 0 ? 1 : 0.62)
    // What is left in the nose of each device, in closed form: first order from the minute it was used.
    const fromNose = devices.reduce(
      (sum, at, i) =>
        within < at ? sum : sum + p.noseRate * 28 * fraction(i) * Math.exp((-p.noseRate * (minute - at)) / 60),
      0,
    )
    const swallowedIn = devices.reduce(
      (sum, at, i) => sum + 28 * (1 - fraction(i)) * during(within, at, p.swallowedDuration),
      0,
    )
    return [
      swallowedIn - p.swallowedRate * swallowed,
      fromNose - ((p.q2 + p.q3 + p.qh) / p.v1) * c + (p.q2 / p.v2) * p1 + (p.q3 / p.v3) * p2 + (p.qh / p.vh) * liver,
      (p.q2 / p.v1) * c - (p.q2 / p.v2) * p1,
      (p.q3 / p.v1) * c - (p.q3 / p.v3) * p2,
      p.gutFraction * p.swallowedRate * swallowed + (p.qh / p.v1) * c - (p.qh / p.vh + p.kel + p.kmet) * liver,
      p.kmet * liver - ((p.cln + p.qn) / p.vn) * n + (p.qn / p.vpn) * np,
      (p.qn / p.vn) * n - (p.qn / p.vpn) * np,
    ]
  }
