import { type PressureReading, wholeMmhg } from '../../science/devices/blood-pressure.ts'
import { type DeviceTime, timeText } from '../../science/devices/device-time.ts'
import type { OximeterReading } from '../../science/devices/pulse-oximeter.ts'
import { numberOf, type Sfloat } from '../../science/devices/sfloat.ts'
import { type Instant, minutesBetween } from '../../science/time.ts'
import { deviceWords as words } from '../../web/words/en/devices.ts'
import { clinicTime } from './booking-time.ts'
import type { DeviceReading, FromDevice } from './from-device.ts'

/** Values to be confirmed by a person; `refuse`: the device itself says that there are none. */
export type Offer = { values: FromDevice['values']; remarks: string[]; deviceTime?: string; user?: number }
export type Offered = { offer: Offer } | { refuse: string }

/** Clinic policy, as for entries made late: a clock further away than this is said. */
const clockToleranceMinutes = 3

const clockRemark = (at: DeviceTime | undefined, now: Instant, timeZone: string): string => {
  if (!at) return words.noTime
  if (!at.year || !at.month || !at.day) return words.partOfTime
  const [day = '', time = ''] = timeText(at).split('T')
  const local = clinicTime(day, time, timeZone)
  if ('refuse' in local) return words.clockOff
  const moments = 'at' in local ? [local.at] : [local.earlier, local.later]
  const away = Math.min(...moments.map((moment) => Math.abs(minutesBetween(moment, now))))
  return away > clockToleranceMinutes ? words.clockOff : ''
}

const offered = (
  read: Partial<Record<DeviceReading, Sfloat>>,
  whole: (name: DeviceReading, value: number) => number,
  said: readonly string[],
): Pick<Offer, 'values' | 'remarks'> => {
  const found = Object.entries(read) as [DeviceReading, Sfloat][]
  return {
    values: Object.fromEntries(
      found.flatMap(([name, one]) => {
        const value = numberOf(one)
        return value === undefined ? [] : [[name, whole(name, value)]]
      }),
    ),
    remarks: [
      ...found.flatMap(([name, one]) => ('none' in one ? [words.noNumber(name, one.none)] : [])),
      ...said,
    ].filter(Boolean),
  }
}

/** A cuff's reading, laid out in whole mmHg; what it sent in kPa is said beside it. */
export const offerOfPressure = (read: PressureReading, now: Instant, timeZone: string): Offered => {
  const { systolic, diastolic, pulse, at, user, unit, status } = read
  const [upper, lower] = [numberOf(systolic), numberOf(diastolic)]
  if (upper === undefined || lower === undefined) return { refuse: words.noPressure }
  return {
    offer: {
      ...offered(
        { systolic, diastolic, ...(pulse && { heartRate: pulse }) },
        (name, value) => (name === 'heartRate' ? Math.round(value) : wholeMmhg(value, unit)),
        [
          unit === 'kPa' ? words.converted(upper, lower) : '',
          clockRemark(at, now, timeZone),
          ...(status ?? []).map(words.deviceSays),
        ],
      ),
      ...(at && { deviceTime: timeText(at) }),
      ...(user !== undefined && { user }),
    },
  }
}

const notOfThisPatient: ReadonlySet<string> = new Set([
  'demonstration data',
  'test data',
  'calibration ongoing',
  'measurement unavailable',
  'invalid measurement',
  'sensor not on the patient',
  'sensor disconnected',
])
const goodWord: ReadonlySet<string> = new Set(['validated', 'fully qualified', 'measurement ongoing'])

/** An oximeter's reading. A continuous one carries no time: it was made now. */
export const offerOfOximeter = (read: OximeterReading, spot: boolean, now: Instant, timeZone: string): Offered => {
  const said = [...(read.measurement ?? []), ...(read.sensor ?? [])]
  const telling = said.find((one) => notOfThisPatient.has(one))
  if (telling) return { refuse: words.deviceSays(telling) }
  if (numberOf(read.spo2) === undefined) return { refuse: words.noSaturation }
  const clock = read.clockNotSet ? words.clockNotSet : spot ? clockRemark(read.at, now, timeZone) : ''
  return {
    offer: {
      ...offered({ spo2: read.spo2, heartRate: read.pulse }, (_, value) => Math.round(value), [
        clock,
        ...said.filter((one) => !goodWord.has(one)).map(words.deviceSays),
      ]),
      ...(read.at && { deviceTime: timeText(read.at) }),
    },
  }
}
