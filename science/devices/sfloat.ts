/** Why a device sent no number: IEEE 11073-20601, the five special values; anything else outside ±2045 is reserved too. */
export type NoNumber = 'NaN' | 'NRes' | '+INF' | '-INF' | 'reserved'
export type Sfloat = { value: number } | { none: NoNumber }

const special: Readonly<Record<number, NoNumber>> = {
  2047: 'NaN',
  2048: 'NRes',
  2046: '+INF',
  2050: '-INF',
  2049: 'reserved',
}

/** 4 bits exponent of ten, 12 bits mantissa, both two's complement. Mantissas 0x7FE to 0x802 never make a number. */
export const sfloat = (raw: number): Sfloat => {
  const none = special[raw]
  if (none) return { none }
  const mantissa = raw & 0x0fff
  if (mantissa >= 0x07fe && mantissa <= 0x0802) return { none: 'reserved' }
  const signed = mantissa >= 0x0800 ? mantissa - 0x1000 : mantissa
  const exponent = raw >> 12 >= 8 ? (raw >> 12) - 16 : raw >> 12
  // Through decimal text: 1205 × 10⁻¹ is 120.5 and not a neighbour of it.
  return { value: Number(`${signed}e${exponent}`) }
}

export const numberOf = (read: Sfloat): number | undefined => ('value' in read ? read.value : undefined)
