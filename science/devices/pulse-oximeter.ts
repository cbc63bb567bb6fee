import { type Cursor, maskOf, named, type Read, readWhole } from './cursor.ts'
import { type DeviceTime, readTime } from './device-time.ts'
import type { Sfloat } from './sfloat.ts'

/** Pulse Oximeter Service and its two measurement characteristics, as Bluetooth SIG numbers them. */
export const pulseOximeterService = 0x1822
export const spotCheckMeasurement = 0x2a5e
export const continuousMeasurement = 0x2a5f

const measurementBits = {
  5: 'measurement ongoing',
  6: 'early estimate',
  7: 'validated',
  8: 'fully qualified',
  9: 'from the device’s storage',
  10: 'demonstration data',
  11: 'test data',
  12: 'calibration ongoing',
  13: 'measurement unavailable',
  14: 'questionable measurement',
  15: 'invalid measurement',
} as const
const sensorBits = {
  0: 'extended display update',
  1: 'equipment malfunction',
  2: 'signal processing irregular',
  3: 'inadequate signal',
  4: 'poor signal',
  5: 'low perfusion',
  6: 'erratic signal',
  7: 'no pulse in the signal',
  8: 'questionable pulse',
  9: 'signal analysis ongoing',
  10: 'sensor interference',
  11: 'sensor not on the patient',
  12: 'unknown sensor',
  13: 'sensor displaced',
  14: 'sensor malfunction',
  15: 'sensor disconnected',
} as const
export type OximeterStatus =
  | (typeof measurementBits)[keyof typeof measurementBits]
  | (typeof sensorBits)[keyof typeof sensorBits]

type Pair = { spo2: Sfloat; pulse: Sfloat }
export type OximeterReading = Pair & {
  fast?: Pair
  slow?: Pair
  at?: DeviceTime
  /** The device itself says that its clock was never set. */
  clockNotSet?: true
  measurement?: OximeterStatus[]
  sensor?: OximeterStatus[]
  amplitude?: Sfloat
}

const pair = (from: Cursor, which: string): Pair => ({
  spo2: from.sfloat(`the ${which}SpO2`),
  pulse: from.sfloat(`the ${which}pulse rate`),
})

/** The three optional fields at the end, in this order in both characteristics. */
const tail = (from: Cursor, flags: number, first: 1 | 2) => {
  const has = (place: number) => (flags & (1 << (first + place))) !== 0
  const measurement = has(0) ? from.bits('the measurement status', 2, maskOf(measurementBits)) : undefined
  const sensor = has(1) ? from.bits('the sensor status', 3, maskOf(sensorBits)) : undefined
  const amplitude = has(2) ? from.sfloat('the pulse amplitude') : undefined
  return {
    ...(measurement !== undefined && { measurement: named(measurement, measurementBits) }),
    ...(sensor !== undefined && { sensor: named(sensor, sensorBits) }),
    ...(amplitude && { amplitude }),
  }
}

/** PLX Spot-Check Measurement (0x2A5E), Bluetooth Pulse Oximeter Service 1.0.1. */
export const readSpotCheck = (bytes: DataView): Read<OximeterReading> =>
  readWhole(bytes, (from) => {
    const flags = from.bits('the flags', 1, 0b0001_1111)
    const values = pair(from, '')
    const at = flags & 1 ? readTime(from) : undefined
    return { ...values, ...(at && { at }), ...tail(from, flags, 1), ...(flags & 16 && { clockNotSet: true as const }) }
  })

/** PLX Continuous Measurement (0x2A5F), the same service. It carries no time. */
export const readContinuous = (bytes: DataView): Read<OximeterReading> =>
  readWhole(bytes, (from) => {
    const flags = from.bits('the flags', 1, 0b0001_1111)
    const values = pair(from, '')
    const fast = flags & 1 ? pair(from, 'fast ') : undefined
    const slow = flags & 2 ? pair(from, 'slow ') : undefined
    return { ...values, ...(fast && { fast }), ...(slow && { slow }), ...tail(from, flags, 2) }
  })
