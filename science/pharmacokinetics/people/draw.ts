import { deviateNames } from './deviates.ts'
import { type People, sliceCount } from './people.ts'

/** The people of people.bin. Changing either number changes every band: a new release of the picture, said so. */
export const shipped = { count: 1_000, seed: 20_261_123 } as const

/** Whole 32-bit numbers from a seed by integer arithmetic only, so that every machine gets the same ones (sfc32). */
const wholeNumbers = (seed: number): (() => number) => {
  let a = 0x9e3779b9 | 0
  let b = 0x243f6a88 | 0
  let c = seed | 0
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let i = 0; i < 20; i++) next()
  return next
}

/** A whole number below `limit`, each equally likely: the uneven rest of the 32-bit range is thrown away. */
const below = (next: () => number, limit: number): number => {
  const fair = 2 ** 32 - (2 ** 32 % limit)
  let value = next()
  while (value >= fair) value = next()
  return value % limit
}

/**
 * A virtual population: for each column every slice equally often, shuffled (Fisher–Yates). `count` is a multiple of 250.
 * The same arguments give the same bytes on every machine.
 */
export const drawPeople = (count: number = shipped.count, seed: number = shipped.seed): People => {
  if (!(count > 0) || count % sliceCount !== 0)
    throw new RangeError(`The number of people must be a multiple of ${sliceCount}.`)
  const next = wholeNumbers(seed)
  const slices = new Uint8Array(count * deviateNames.length)
  for (let column = 0; column < deviateNames.length; column++) {
    const start = column * count
    for (let i = 0; i < count; i++) slices[start + i] = i % sliceCount
    for (let i = count - 1; i > 0; i--) {
      const j = below(next, i + 1)
      const kept = slices[start + i] ?? 0
      slices[start + i] = slices[start + j] ?? 0
      slices[start + j] = kept
    }
  }
  return { count, slices }
}
