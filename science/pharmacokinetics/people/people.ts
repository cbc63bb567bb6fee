import { type DeviateName, type Deviates, deviateNames } from './deviates.ts'
import { normalDensity, normalDeviate } from './normal.ts'

/**
 * A virtual population. Each column says, for each person, in which of 250 equally likely slices of the normal
 * distribution that person lies: one byte each. Every slice is used equally often in every column (a Latin hypercube),
 * so the population has no luck of the draw in any single parameter.
 */
export type People = { count: number; slices: Uint8Array }

export const sliceCount = 250

/** The mean deviate of each slice, scaled so that the population has variance one. */
export const sliceDeviates: Float64Array = (() => {
  const edges = Array.from({ length: sliceCount - 1 }, (_, i) => normalDeviate((i + 1) / sliceCount))
  const density = [0, ...edges.map(normalDensity), 0]
  const means = Float64Array.from(
    { length: sliceCount },
    (_, i) => sliceCount * ((density[i] ?? 0) - (density[i + 1] ?? 0)),
  )
  const variance = means.reduce((sum, mean) => sum + mean * mean, 0) / sliceCount
  return means.map((mean) => mean / Math.sqrt(variance))
})()

const columnOf = Object.fromEntries(deviateNames.map((name, column) => [name, column])) as Record<DeviateName, number>

/** The deviates of one person, 0 ≤ person < count. */
export const deviatesOf =
  ({ count, slices }: People, person: number): Deviates =>
  (name) =>
    sliceDeviates[slices[columnOf[name] * count + person] ?? 0] ?? 0

const magic = [0x45, 0x4b, 0x50, 0x31] // "EKP1"
const headerBytes = 12

/** people.bin: "EKP1", people and columns as 32-bit little-endian, then one byte a person, column by column. */
export const writePeople = ({ count, slices }: People): Uint8Array => {
  const bytes = new Uint8Array(headerBytes + slices.length)
  bytes.set(magic)
  const view = new DataView(bytes.buffer)
  view.setUint32(4, count, true)
  view.setUint32(8, slices.length / count, true)
  bytes.set(slices, headerBytes)
  return bytes
}

/** Refuses a file of another kind, of another version's columns, or cut short. */
export const readPeople = (bytes: Uint8Array): People => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < headerBytes || magic.some((byte, i) => bytes[i] !== byte))
    throw new Error('This is not a file of virtual people.')
  const count = view.getUint32(4, true)
  const columns = view.getUint32(8, true)
  if (columns !== deviateNames.length || bytes.length !== headerBytes + count * columns)
    throw new Error('This file of virtual people is cut short or was made by another version.')
  const slices = bytes.subarray(headerBytes)
  if (slices.some((slice) => slice >= sliceCount)) throw new Error('This file of virtual people is damaged.')
  return { count, slices }
}
