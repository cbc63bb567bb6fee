import { deviceWords as words } from '../words.ts'
import { type Sfloat, sfloat } from './sfloat.ts'

/** Bytes that do not say what the specification allows. The message says what and where. */
export class NotReadable extends Error {}

/** Set bits to which the specification gives no meaning. */
type UnnamedBits = { what: string; bits: number[] }
export type WithUnnamedBits<Reading> = Reading & { unnamedBits?: UnnamedBits[] }
export type Read<Reading> = { reading: WithUnnamedBits<Reading> } | { refuse: string }

/** Reads little-endian fields one after the other. Past the end, and with bytes left over, it refuses. */
export const cursor = (bytes: DataView) => {
  let at = 0
  const unnamedBits: UnnamedBits[] = []
  const take = (what: string, size: number): number => {
    if (at + size > bytes.byteLength) throw new NotReadable(words.short(what, at, size, bytes.byteLength))
    at += size
    return at - size
  }
  const uint8 = (what: string) => bytes.getUint8(take(what, 1))
  const uint16 = (what: string) => bytes.getUint16(take(what, 2), true)
  /**
   * A receiver ignores bits reserved for future use (Bluetooth Core Specification, vol. 1 part E), and cuffs that set them are
   * sold. A field that such a bit announces makes the message longer than is expected, so it is refused all the same.
   */
  const bits = (what: string, size: 1 | 2 | 3, known: number): number => {
    const from = take(what, size)
    let value = 0
    for (let index = 0; index < size; index += 1) value |= bytes.getUint8(from + index) << (8 * index)
    const unnamed = [...Array(size * 8).keys()].filter((bit) => (value & ~known & (1 << bit)) !== 0)
    if (unnamed.length > 0) unnamedBits.push({ what, bits: unnamed })
    return value & known
  }
  return {
    uint8,
    uint16,
    bits,
    sfloat: (what: string): Sfloat => sfloat(uint16(what)),
    where: () => at,
    unnamedBits: () => unnamedBits,
    end: () => {
      if (at !== bytes.byteLength) throw new NotReadable(words.long(at, bytes.byteLength))
    },
  }
}
export type Cursor = ReturnType<typeof cursor>

/** A reading of the whole message, or the sentence why there is none. */
export const readWhole = <Reading>(bytes: DataView, read: (from: Cursor) => Reading): Read<Reading> => {
  if (bytes.byteLength === 0) return { refuse: words.empty }
  try {
    const from = cursor(bytes)
    const reading = read(from)
    from.end()
    const unnamedBits = from.unnamedBits()
    return { reading: { ...reading, ...(unnamedBits.length > 0 && { unnamedBits }) } }
  } catch (error) {
    if (error instanceof NotReadable) return { refuse: error.message }
    throw error
  }
}

/** The names of the bits that are set. */
export const named = <Name extends string>(value: number, names: Readonly<Record<number, Name>>): Name[] =>
  Object.entries(names).flatMap(([bit, name]) => (value & (1 << Number(bit)) ? [name] : []))

/** All bits that have a name. */
export const maskOf = (names: Readonly<Record<number, string>>): number =>
  Object.keys(names).reduce((mask, bit) => mask | (1 << Number(bit)), 0)
