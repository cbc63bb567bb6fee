import { maskOf, named, type Read, readWhole } from './cursor.ts'
import { type DeviceTime, readTime } from './device-time.ts'
import type { Sfloat } from './sfloat.ts'

/** Blood Pressure Service and its measurement characteristic, as Bluetooth SIG numbers them. */
export const bloodPressureService = 0x1810
export const bloodPressureMeasurement = 0x2a35

export type PressureUnit = 'mmHg' | 'kPa'
const statusBits = {
  0: 'body moved',
  1: 'cuff too loose',
  2: 'irregular pulse',
  5: 'wrong position',
} as const
const pulseRange = [undefined, 'pulse above the range', 'pulse below the range', 'pulse range not readable'] as const
export type PressureStatus = (typeof statusBits)[keyof typeof statusBits] | NonNullable<(typeof pulseRange)[number]>

export type PressureReading = {
  unit: PressureUnit
  systolic: Sfloat
  diastolic: Sfloat
  mean: Sfloat
  at?: DeviceTime
  pulse?: Sfloat
  /** 255 is "unknown user" and is left out. */
  user?: number
  /** Left out when the device says nothing about the measurement, which is not "nothing wrong". */
  status?: PressureStatus[]
}

/** Blood Pressure Measurement (0x2A35), Bluetooth Blood Pressure Service 1.1 and GATT Specification Supplement. */
export const readBloodPressure = (bytes: DataView): Read<PressureReading> =>
  readWhole(bytes, (from) => {
    const flags = from.bits('the flags', 1, 0b0001_1111)
    const values = {
      unit: flags & 1 ? ('kPa' as const) : ('mmHg' as const),
      systolic: from.sfloat('the systolic pressure'),
      diastolic: from.sfloat('the diastolic pressure'),
      mean: from.sfloat('the mean pressure'),
    }
    const at = flags & 2 ? readTime(from) : undefined
    const pulse = flags & 4 ? from.sfloat('the pulse rate') : undefined
    const user = flags & 8 ? from.uint8('the user') : undefined
    const bits = flags & 16 ? from.bits('the measurement status', 2, maskOf(statusBits) | 0b1_1000) : undefined
    const range = bits === undefined ? undefined : pulseRange[(bits >> 3) & 3]
    return {
      ...values,
      ...(at && { at }),
      ...(pulse && { pulse }),
      ...(user !== undefined && user !== 0xff && { user }),
      ...(bits !== undefined && { status: [...named(bits, statusBits), ...(range ? [range] : [])] }),
    }
  })

/** mmHg per kPa: the conventional millimetre of mercury is 133.322387415 Pa (NIST SP 811, appendix B). */
const mmhgPerKpa = 1000 / 133.322387415

/** In whole mmHg, as the record keeps it. */
export const wholeMmhg = (value: number, unit: PressureUnit): number =>
  Math.round(unit === 'kPa' ? value * mmhgPerKpa : value)
