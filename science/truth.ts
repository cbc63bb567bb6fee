import type { Truth } from './decide.ts'

/**
 * Three-valued logic (Kleene): what is unknown stays unknown unless the known facts already settle the answer.
 * One "true" settles `any`; one "false" settles `all`. Rules are built from these, so no unknown can read as "no".
 */
export const any = (...truths: readonly Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false

export const all = (...truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(undefined) ? undefined : true

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth)

type Value = number | undefined

const compare =
  (test: (a: number, b: number) => boolean) =>
  (a: Value, b: Value): Truth =>
    a === undefined || b === undefined || Number.isNaN(a) || Number.isNaN(b) ? undefined : test(a, b)

export const above = compare((a, b) => a > b)
export const atLeast = compare((a, b) => a >= b)
export const below = compare((a, b) => a < b)
export const atMost = compare((a, b) => a <= b)

/** Whether the fact is exactly this value. */
export const is = <Fact>(fact: Fact | undefined, value: Fact): Truth =>
  fact === undefined ? undefined : fact === value

/** `value` lies more than `percent` below `baseline`. In whole numbers: 100·(baseline − value) > percent·baseline. */
export const fallenMoreThan = (percent: number, value: Value, baseline: Value): Truth =>
  value === undefined || baseline === undefined ? undefined : above(100 * (baseline - value), percent * baseline)

/** `value` lies no further than `percent` from `baseline`, on either side. */
export const within = (percent: number, value: Value, baseline: Value): Truth =>
  value === undefined || baseline === undefined
    ? undefined
    : atMost(100 * Math.abs(value - baseline), percent * baseline)
