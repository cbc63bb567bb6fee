import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBloodPressure } from '../../science/devices/blood-pressure.ts'
import { readContinuous, readSpotCheck } from '../../science/devices/pulse-oximeter.ts'
import { recordedPressures } from '../../science/devices/testing/recorded.ts'
import { Instant } from '../../science/time.ts'
import { deviceWords as words } from '../../web/words/en/devices.ts'
import { type Offered, offerOfOximeter, offerOfPressure } from './device-offer.ts'
import { type FromDevice, stillAsSent } from './from-device.ts'
import { deviceText } from './note/sentence.ts'
import { Vitals } from './vitals.ts'

const zone = 'America/New_York'
const hex = (text: string) => new DataView(Uint8Array.from(text.split(' '), (byte) => Number.parseInt(byte, 16)).buffer)
const pressure = (bytes: string, now: string): Offered => {
  const read = readBloodPressure(hex(bytes))
  return 'refuse' in read ? read : offerOfPressure(read.reading, Instant.parse(now), zone)
}
const oximeter = (spot: boolean, bytes: string): Offered => {
  const read = spot ? readSpotCheck(hex(bytes)) : readContinuous(hex(bytes))
  return 'refuse' in read ? read : offerOfOximeter(read.reading, spot, Instant.parse('2026-11-28T19:02:30.000Z'), zone)
}
const offer = (offered: Offered) => {
  assert.ok('offer' in offered, JSON.stringify(offered))
  return offered.offer
}

// 128/82, mean 97, 2026-11-28 14:02:11, pulse 71. 14:02 in New York is 19:02 UTC.
const timed = '06 80 00 52 00 61 00 ea 07 0b 1c 0e 02 0b 47 00'

describe('what a cuff offers', () => {
  test('its numbers, its time and nothing more', () =>
    assert.deepEqual(offer(pressure(timed, '2026-11-28T19:02:30.000Z')), {
      values: { systolic: 128, diastolic: 82, heartRate: 71 },
      remarks: [],
      deviceTime: '2026-11-28T14:02:11',
    }))
  for (const [now, said] of [
    ['2026-11-28T19:05:11.000Z', []],
    ['2026-11-28T19:05:12.000Z', [words.clockOff]],
    ['2026-11-28T18:59:11.000Z', []],
    ['2026-11-28T18:59:10.000Z', [words.clockOff]],
    ['2025-11-28T19:02:11.000Z', [words.clockOff]],
  ] as const) {
    test(`read at ${now}: ${said[0] ?? 'nothing'}`, () => assert.deepEqual(offer(pressure(timed, now)).remarks, said))
  }
  test('in the hour that happens twice either one fits', () => {
    // 2026-11-01 01:30:00 is 05:30 and 06:30 UTC.
    const twice = '02 80 00 52 00 61 00 ea 07 0b 01 01 1e 00'
    for (const now of ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'])
      assert.deepEqual(offer(pressure(twice, now)).remarks, [])
  })
  test('without a time, or without its date, it says so', () => {
    const now = '2026-11-28T19:02:30.000Z'
    assert.deepEqual(offer(pressure('00 80 00 52 00 61 00', now)).remarks, [words.noTime])
    assert.deepEqual(offer(pressure('02 80 00 52 00 61 00 00 00 0b 1c 0e 02 0b', now)).remarks, [words.partOfTime])
  })
  test('kPa becomes mmHg and is said', () => {
    const { values, remarks } = offer(pressure('01 a0 f0 6b f0 ff 07', '2026-11-28T19:02:30.000Z'))
    assert.deepEqual(values, { systolic: 120, diastolic: 80 })
    assert.equal(remarks[0], words.converted(16, 10.7))
  })
  test('a pulse that is no number is not there, and said; a pressure that is none offers nothing', () => {
    const now = '2026-11-28T19:02:30.000Z'
    const { values, remarks } = offer(pressure('04 80 00 52 00 61 00 ff 07', now))
    assert.deepEqual(values, { systolic: 128, diastolic: 82 })
    assert.equal(remarks[0], words.noNumber('heartRate', 'NaN'))
    assert.deepEqual(pressure('00 ff 07 ff 07 ff 07', now), { refuse: words.noPressure })
  })
  test('what the device says of the measurement stands beside it', () =>
    assert.ok(
      offer(pressure('10 80 00 52 00 61 00 01 00', '2026-11-28T19:02:30.000Z')).remarks.includes(
        words.deviceSays('body moved'),
      ),
    ))
})

// As cuffs were recorded sending them, and an oximeter (`science/devices/testing/recorded.ts`).
describe('of what was recorded', () => {
  const now = '2026-11-28T19:02:30.000Z'
  const offered = (part: string) => {
    const one = recordedPressures.find(({ device }) => device.includes(part))
    assert.ok(one)
    const read = readBloodPressure(new DataView(Uint8Array.from(one.bytes).buffer))
    return 'refuse' in read ? read : offerOfPressure(read.reading, Instant.parse(now), zone)
  }
  test('a measurement that failed on the cuff offers nothing', () => {
    assert.deepEqual(offered('moved while it measured'), { refuse: words.noPressure })
    assert.deepEqual(offered('too loose'), { refuse: words.noPressure })
  })
  test('a BM 96 offers its numbers, and says that it set bits without a meaning', () => {
    const { values, remarks } = offer(offered('Beurer BM 96'))
    assert.deepEqual(values, { systolic: 125, diastolic: 83, heartRate: 82 })
    assert.deepEqual(remarks, [words.clockOff, words.unnamedBits])
  })
  test('a BU 570 offers its numbers and what it says of the pulse', () => {
    const { values, remarks } = offer(offered('BU 570'))
    assert.deepEqual(values, { systolic: 131, diastolic: 61, heartRate: 86 })
    assert.deepEqual(remarks, [words.clockOff, words.deviceSays('irregular pulse')])
  })
  test('a BM 85 offers nothing', () => assert.ok('refuse' in offered('BM 85')))
})

test('a number that cannot be is not offered: a pressure takes the whole reading with it, a pulse only itself', () => {
  const now = '2026-11-28T19:02:30.000Z'
  // A pulse of 63 sent the wrong way round: 0x3f00 is -256 times a thousand.
  const { values, remarks } = offer(pressure('04 80 00 52 00 61 00 00 3f', now))
  assert.deepEqual(values, { systolic: 128, diastolic: 82 })
  assert.deepEqual(remarks, [words.impossible('heartRate', -256_000), words.noTime])
  assert.deepEqual(pressure('00 00 80 00 52 00 61', now), { refuse: words.impossible('systolic', 0) })
  assert.deepEqual(pressure('00 80 00 10 00 61 00', now), { refuse: words.impossible('diastolic', 16) })
  assert.deepEqual(oximeter(false, '00 65 00 47 00'), { refuse: words.impossible('spo2', 101) })
})

describe('what an oximeter offers', () => {
  test('continuous: measured now, without a remark', () =>
    assert.deepEqual(offer(oximeter(false, '00 61 00 47 00')), { values: { spo2: 97, heartRate: 71 }, remarks: [] }))
  test('a clock that was never set is said', () =>
    assert.deepEqual(offer(oximeter(true, '11 61 00 47 00 ea 07 0b 1c 0e 02 0b')).remarks, [words.clockNotSet]))
  for (const [bytes, said] of [
    ['04 61 00 47 00 00 04', 'demonstration data'],
    ['04 61 00 47 00 00 80', 'invalid measurement'],
    ['08 61 00 47 00 00 08 00', 'sensor not on the patient'],
  ] as const) {
    test(`${said}: nothing`, () => assert.deepEqual(oximeter(false, bytes), { refuse: words.deviceSays(said) }))
  }
  test('no SpO2: nothing', () => assert.deepEqual(oximeter(false, '00 ff 07 47 00'), { refuse: words.noSaturation }))
})

describe('a set with values of a device', () => {
  test('says in the timeline and the note which values, from what, and when it says', () => {
    const said = deviceText({
      device: 'Cuff',
      model: 'BP-100',
      values: { systolic: 128, diastolic: 82, heartRate: 71 },
      deviceTime: '2026-11-28T10:52:11',
      user: 2,
      remarks: [words.clockOff],
    })
    assert.equal(
      said,
      `BP and HR from Cuff (BP-100), its time 2026-11-28 10:52:11. User 2 of the device. ${words.clockOff}`,
    )
    assert.equal(
      deviceText({ device: 'Cuff', values: { diastolic: 82 } }),
      'diastolic pressure from Cuff, which sent no time',
    )
  })
  const from: FromDevice = { device: 'Cuff', values: { systolic: 128, diastolic: 82 } }
  const set = { systolic: 128, diastolic: 82, devices: [from] }
  test('is kept with where they came from', () => assert.deepEqual(Vitals.parse(set), set))
  test('does not call a changed value the device’s', () => {
    const refused = Vitals.safeParse({ ...set, systolic: 129 })
    assert.deepEqual(refused.error?.issues[0]?.path, ['systolic'])
    assert.deepEqual(stillAsSent({ systolic: 129, diastolic: 82 }, [from]), [{ ...from, values: { diastolic: 82 } }])
    assert.deepEqual(stillAsSent({ systolic: 129, diastolic: 83 }, [from]), [])
  })
  test('a device alone is no set, and an unlikely value is asked about as when typed', () => {
    assert.ok(!Vitals.safeParse({ devices: [{ device: 'Cuff', values: {} }] }).success)
    const unlikely = { spo2: 84, devices: [{ device: 'Oximeter', values: { spo2: 84 } }] }
    assert.match(Vitals.safeParse(unlikely).error?.issues[0]?.message ?? '', /unusual/)
  })
})
