import type { PressureReading } from '../blood-pressure.ts'
import type { WithUnnamedBits } from '../cursor.ts'
import type { OximeterReading } from '../pulse-oximeter.ts'

/**
 * Messages that devices sent, as somebody logged them and published the log. `says` is what the log, the device's display or
 * another program gave for it there; `reading` is everything that is in the bytes. Nobody here saw these devices.
 */
type Recorded<Reading> = {
  device: string
  where: string
  bytes: readonly number[]
  says: { systolic?: number; diastolic?: number; mean?: number; pulse?: number; spo2?: number } | string
} & ({ reading: WithUnnamedBits<Reading> } | { refuse: RegExp })

const hex = (text: string) => text.split(/[ -]/).map((byte) => Number.parseInt(byte, 16))
const noNumber = { none: 'NaN' } as const
const derdilla = 'github.com/derdilla/blood-pressure-monitor-fl'
const derdillaTests = `${derdilla}, app/test/features/bluetooth/logic/characteristics/ble_measurement_data_test.dart`
const beurer96 = (flags: number[], status: number[]) => ({
  unnamedBits: [
    { what: 'the flags', bits: flags },
    { what: 'the measurement status', bits: status },
  ],
})

export const recordedPressures: readonly Recorded<PressureReading>[] = [
  {
    device: 'Medisana BU 570',
    // Its README prints 2024-02-02 12:00:00 beside these bytes, which are another moment.
    where: 'github.com/Hotwheels93/medisana-bu570-ble, README.md',
    bytes: hex('1e 83 00 3d 00 60 00 e9 07 02 02 15 0c 00 56 00 01 04 00'),
    says: { systolic: 131, diastolic: 61, mean: 96, pulse: 86 },
    reading: {
      unit: 'mmHg',
      systolic: { value: 131 },
      diastolic: { value: 61 },
      mean: { value: 96 },
      at: { year: 2025, month: 2, day: 2, hour: 21, minute: 12, second: 0 },
      pulse: { value: 86 },
      user: 1,
      status: ['irregular pulse'],
    },
  },
  {
    device: 'not named',
    where: `${derdillaTests}, “decodes sample data”`,
    bytes: [22, 124, 0, 86, 0, 97, 0, 232, 7, 6, 15, 17, 17, 27, 51, 0, 0, 0],
    says: { systolic: 124, diastolic: 86, mean: 97, pulse: 51 },
    reading: {
      unit: 'mmHg',
      systolic: { value: 124 },
      diastolic: { value: 86 },
      mean: { value: 97 },
      at: { year: 2024, month: 6, day: 15, hour: 17, minute: 17, second: 27 },
      pulse: { value: 51 },
      status: [],
    },
  },
  {
    device: 'boso medicus, moved while it measured',
    where: `${derdilla}/issues/80, 2024-06-23`,
    bytes: [22, 255, 7, 255, 7, 255, 7, 232, 7, 6, 23, 14, 35, 10, 255, 7, 0, 0],
    says: 'its display shows Err; another program took it for a pressure of 2047',
    reading: {
      unit: 'mmHg',
      systolic: noNumber,
      diastolic: noNumber,
      mean: noNumber,
      at: { year: 2024, month: 6, day: 23, hour: 14, minute: 35, second: 10 },
      pulse: noNumber,
      status: [],
    },
  },
  {
    device: 'boso medicus, its cuff too loose',
    where: `${derdilla}/issues/80, 2024-06-23`,
    bytes: [22, 255, 7, 255, 7, 255, 7, 232, 7, 6, 23, 14, 47, 59, 255, 7, 0, 0],
    says: 'its display shows Err CUF, and the status does not say it',
    reading: {
      unit: 'mmHg',
      systolic: noNumber,
      diastolic: noNumber,
      mean: noNumber,
      at: { year: 2024, month: 6, day: 23, hour: 14, minute: 47, second: 59 },
      pulse: noNumber,
      status: [],
    },
  },
  {
    device: 'not named, the same flags as the BM 96 below',
    where: 'stackoverflow.com/questions/78168365 (seen at example-a.com/answer/78168365)',
    bytes: hex('DE-F6-F4-16-F3-FF-07-E4-07-01-14-08-2B-00-B2-F2-01-80-00'),
    says: { systolic: 127 },
    reading: {
      unit: 'mmHg',
      systolic: { value: 127 },
      diastolic: { value: 79 },
      mean: noNumber,
      at: { year: 2020, month: 1, day: 20, hour: 8, minute: 43, second: 0 },
      pulse: { value: 69 },
      user: 1,
      status: [],
      ...beurer96([6, 7], [7]),
    },
  },
  {
    device: 'not named, the same flags as the BM 96 below',
    where: 'stackoverflow.com/questions/78176577 (seen at coderapp.vercel.app/answer/78176577)',
    bytes: [222, 136, 244, 32, 243, 255, 7, 228, 7, 1, 19, 22, 55, 0, 188, 242, 1, 68, 1],
    says: 'raw data without the numbers',
    reading: {
      unit: 'mmHg',
      systolic: { value: 116 },
      diastolic: { value: 80 },
      mean: noNumber,
      at: { year: 2020, month: 1, day: 19, hour: 22, minute: 55, second: 0 },
      pulse: { value: 70 },
      user: 1,
      status: ['irregular pulse'],
      ...beurer96([6, 7], [6, 8]),
    },
  },
  {
    device: 'Beurer BM 96',
    where: 'stackoverflow.com/questions/78184770 (seen at coderapp.vercel.app/answer/78184770)',
    bytes: hex('DE E2 F4 3E F3 FF 07 E8 07 03 13 02 21 00 34 F3 01 C0 00'),
    says: 'a mean pressure of 2047 in nRF Connect, which is the value for none',
    reading: {
      unit: 'mmHg',
      systolic: { value: 125 },
      diastolic: { value: 83 },
      mean: noNumber,
      at: { year: 2024, month: 3, day: 19, hour: 2, minute: 33, second: 0 },
      pulse: { value: 82 },
      user: 1,
      status: [],
      ...beurer96([6, 7], [6, 7]),
    },
  },
  // The BM 85 sends its pulse the wrong way round and a user that its flags do not announce. What it meant can be guessed,
  // and is not: what else it turns round nobody here knows.
  ...(
    [
      [
        { systolic: 106, diastolic: 71, pulse: 63 },
        [86, 106, 0, 71, 0, 0, 0, 234, 7, 8, 11, 18, 31, 0, 0, 63, 0, 0, 0],
      ],
      [
        { systolic: 113, diastolic: 73, pulse: 65 },
        [86, 113, 0, 73, 0, 0, 0, 234, 7, 8, 11, 20, 56, 0, 0, 65, 1, 0, 0],
      ],
      [
        { systolic: 119, diastolic: 70, pulse: 87 },
        [86, 119, 0, 70, 0, 0, 0, 234, 7, 8, 11, 20, 57, 0, 0, 87, 1, 0, 64],
      ],
    ] as const
  ).map(([says, bytes]) => ({
    device: 'Beurer BM 85',
    where: `${derdillaTests}, “recorded from a Beurer BM85”`,
    bytes,
    says,
    refuse: /18 bytes expected, 19 received/,
  })),
  {
    device: 'not named; puts a byte of its own in front',
    where: 'github.com/pauldemarco/flutter_blue/issues/687',
    bytes: [254, 32, 39, 0, 117, 0, 85, 0, 95, 0, 228, 7, 9, 24, 16, 9, 58, 105, 0, 1],
    says: 'its owner reads other bytes in it at one time than at another',
    refuse: /has year 24320/,
  },
]

const choicemmed = {
  device: 'ChoiceMMed',
  where:
    'stackoverflow.com/questions/71264072 (seen at androidbugfix.com/2022/03/how-to-decode-pulse-oximeter-output.html)',
} as const

export const recordedSpotChecks: readonly Recorded<OximeterReading>[] = [
  {
    ...choicemmed,
    // Its owner gives a pulse of 98 for the byte 0x60, which is 96.
    bytes: hex('17-61-00-60-00-E1-07-01-01-01-22-13-20-00-20-00-00'),
    says: { spo2: 97 },
    reading: {
      spo2: { value: 97 },
      pulse: { value: 96 },
      at: { year: 2017, month: 1, day: 1, hour: 1, minute: 34, second: 19 },
      measurement: ['measurement ongoing'],
      sensor: ['low perfusion'],
      clockNotSet: true,
    },
  },
]

export const recordedContinuous: readonly Recorded<OximeterReading>[] = [
  {
    ...choicemmed,
    bytes: hex('0c-62-00-4E-00-20-00-00-00-00'),
    says: { spo2: 98 },
    reading: {
      spo2: { value: 98 },
      pulse: { value: 78 },
      measurement: ['measurement ongoing'],
      sensor: [],
    },
  },
]
