import { type PressureReading, wholeMmhg } from '../../science/devices/blood-pressure.ts'
import type { WithUnnamedBits } from '../../science/devices/cursor.ts'
import { type DeviceTime, timeText } from '../../science/devices/device-time.ts'
import type { OximeterReading } from '../../science/devices/pulse-oximeter.ts'
import { numberOf, type Sfloat } from '../../science/devices/sfloat.ts'
import { judge } from '../../science/plausibility.ts'
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

/** Why this cannot be a measurement, whatever the bytes say: some devices turn their numbers round. */
const impossible = (name: DeviceReading, value: number | undefined): string | undefined => {
  const judged = value === undefined ? 'usual' : judge(name, value)
  return value !== undefined && typeof judged === 'object' && 'refuse' in judged
    ? words.impossible(name, value)
    : undefined
}

const offered = (
  read: Partial<Record<DeviceReading, Sfloat>>,
  whole: (name: DeviceReading, value: number) => number,
  said: readonly string[],
): Pick<Offer, 'values' | 'remarks'> => {
  const found = (Object.entries(read) as [DeviceReading, Sfloat][]).map(([name, one]) => {
    const sent = numberOf(one)
    const value = sent === undefined ? undefined : whole(name, sent)
    return { name, none: 'none' in one ? one.none : undefined, value, wrong: impossible(name, value) }
  })
  return {
    values: Object.fromEntries(
      found.flatMap(({ name, value, wrong }) => (value === undefined || wrong ? [] : [[name, value]])),
    ),
    remarks: [
      ...found.flatMap(({ name, none, wrong = none && words.noNumber(name, none) }) => wrong ?? []),
      ...said,
    ].filter(Boolean),
  }
}

/** A cuff's reading, laid out in whole mmHg; what it sent in kPa is said beside it. */
export const offerOfPressure = (read: WithUnnamedBits<PressureReading>, now: Instant, timeZone: string): Offered => {
  const { systolic, diastolic, pulse, at, user, unit, status, unnamedBits } = read
  const [upper, lower] = [numberOf(systolic), numberOf(diastolic)]
  if (upper === undefined || lower === undefined) return { refuse: words.noPressure }
  const wrong = impossible('systolic', wholeMmhg(upper, unit)) ?? impossible('diastolic', wholeMmhg(lower, unit))
  if (wrong) return { refuse: wrong }
  return {
    offer: {
      ...offered(
        { systolic, diastolic, ...(pulse && { heartRate: pulse }) },
        (name, value) => (name === 'heartRate' ? Math.round(value) : wholeMmhg(value, unit)),
        [
          unit === 'kPa' ? words.converted(upper, lower) : '',
          clockRemark(at, now, timeZone),
          ...(status ?? []).map(words.deviceSays),
          unnamedBits ? words.unnamedBits : '',
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
export const offerOfOximeter = (
  read: WithUnnamedBits<OximeterReading>,
  spot: boolean,
  now: Instant,
  timeZone: string,
): Offered => {
  const said = [...(read.measurement ?? []), ...(read.sensor ?? [])]
  const telling = said.find((one) => notOfThisPatient.has(one))
  if (telling) return { refuse: words.deviceSays(telling) }
  const spo2 = numberOf(read.spo2)
  if (spo2 === undefined) return { refuse: words.noSaturation }
  const wrong = impossible('spo2', Math.round(spo2))
  if (wrong) return { refuse: wrong }
  const clock = read.clockNotSet ? words.clockNotSet : spot ? clockRemark(read.at, now, timeZone) : ''
  return {
    offer: {
      ...offered({ spo2: read.spo2, heartRate: read.pulse }, (_, value) => Math.round(value), [
        clock,
        ...said.filter((one) => !goodWord.has(one)).map(words.deviceSays),
        read.unnamedBits ? words.unnamedBits : '',
      ]),
      ...(read.at && { deviceTime: timeText(read.at) }),
    },
  }
}
