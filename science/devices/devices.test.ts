import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readBloodPressure, wholeMmhg } from './blood-pressure.ts'
import { timeText } from './device-time.ts'
import { readContinuous, readSpotCheck } from './pulse-oximeter.ts'
import { sfloat } from './sfloat.ts'

const view = (...bytes: number[]) => new DataView(Uint8Array.from(bytes).buffer)
const hex = (text: string) => view(...text.split(' ').map((byte) => Number.parseInt(byte, 16)))

describe('SFLOAT', () => {
  for (const [raw, expected] of [
    [0x0078, { value: 120 }],
    [0xf4b5, { value: 120.5 }], // −1 and 1205
    [0x1001, { value: 10 }],
    [0x0fff, { value: -1 }],
    [0x07fd, { value: 2045 }],
    [0x0803, { value: -2045 }],
    [0x8001, { value: 1e-8 }],
    [0x07ff, { none: 'NaN' }],
    [0x0800, { none: 'NRes' }],
    [0x07fe, { none: '+INF' }],
    [0x0802, { none: '-INF' }],
    [0x0801, { none: 'reserved' }],
    [0xf7ff, { none: 'reserved' }], // a special mantissa with an exponent
  ] as const) {
    test(`0x${raw.toString(16).padStart(4, '0')}`, () => assert.deepEqual(sfloat(raw), expected))
  }
})

// Flags 0x1E: mmHg, time, pulse, user, status. 128 (0x0080), 82 (0x0052), mean 97 (0x0061);
// 2026 (0x07EA) 11 28, 14:02:11; pulse 71 (0x0047); user 2; status 0x0005: moved, irregular pulse.
const full = '1e 80 00 52 00 61 00 ea 07 0b 1c 0e 02 0b 47 00 02 05 00'

describe('a blood pressure', () => {
  test('with every field', () =>
    assert.deepEqual(readBloodPressure(hex(full)), {
      reading: {
        unit: 'mmHg',
        systolic: { value: 128 },
        diastolic: { value: 82 },
        mean: { value: 97 },
        at: { year: 2026, month: 11, day: 28, hour: 14, minute: 2, second: 11 },
        pulse: { value: 71 },
        user: 2,
        status: ['body moved', 'irregular pulse'],
      },
    }))
  test('in kPa: 16.0 is 0xF0A0, and becomes 120 mmHg', () => {
    const read = readBloodPressure(hex('01 a0 f0 6b f0 ff 07'))
    assert.deepEqual(read, {
      reading: { unit: 'kPa', systolic: { value: 16 }, diastolic: { value: 10.7 }, mean: { none: 'NaN' } },
    })
    assert.deepEqual([wholeMmhg(16, 'kPa'), wholeMmhg(10.7, 'kPa'), wholeMmhg(120, 'mmHg')], [120, 80, 120])
  })
  test('a year, month and day of 0 are not known; user 255 neither', () => {
    const read = readBloodPressure(hex('0a 80 00 52 00 61 00 00 00 00 00 0e 02 0b ff'))
    assert.ok('reading' in read && read.reading.at)
    assert.equal(timeText(read.reading.at), '????-??-??T14:02:11')
    assert.equal(read.reading.user, undefined)
  })
  for (const [bits, said] of [
    ['00', []],
    ['02', ['cuff too loose']],
    ['08', ['pulse above the range']],
    ['10', ['pulse below the range']],
    ['18', ['pulse range not readable']],
    ['20', ['wrong position']],
  ] as const) {
    test(`status ${bits}`, () => {
      const read = readBloodPressure(hex(`10 80 00 52 00 61 00 ${bits} 00`))
      assert.ok('reading' in read)
      assert.deepEqual(read.reading.status, said)
    })
  }
  for (const [name, bytes, sentence] of [
    ['a reserved flag that announces a field', '20 80 00 52 00 61 00 00', /7 bytes expected, 8 received/],
    ['a byte too many', '00 80 00 52 00 61 00 00', /7 bytes expected, 8 received/],
    ['ends in the pressure', '00 80', /systolic pressure needs 2 bytes from byte 1/],
    ['ends in the time', '02 80 00 52 00 61 00 ea 07 0b', /day needs 1 bytes from byte 10/],
    ['month 13', '02 80 00 52 00 61 00 ea 07 0d 1c 0e 02 0b', /byte 9 has month 13/],
    ['30 February', '02 80 00 52 00 61 00 ea 07 02 1e 0e 02 0b', /byte 10 has day 30/],
    ['hour 24', '02 80 00 52 00 61 00 ea 07 0b 1c 18 02 0b', /byte 11 has hour 24/],
    ['year 1', '02 80 00 52 00 61 00 01 00 0b 1c 0e 02 0b', /byte 7 has year 1,/],
  ] as const) {
    test(`is refused: ${name}`, () => {
      const read = readBloodPressure(hex(bytes))
      assert.ok('refuse' in read)
      assert.match(read.refuse, sentence)
    })
  }
  test('nothing at all is refused', () => assert.ok('refuse' in readBloodPressure(view())))
  test('bits without a meaning change nothing and are told of', () => {
    const read = readBloodPressure(hex('30 80 00 52 00 61 00 45 80'))
    assert.deepEqual(read, {
      reading: {
        unit: 'mmHg',
        systolic: { value: 128 },
        diastolic: { value: 82 },
        mean: { value: 97 },
        status: ['body moved', 'irregular pulse'],
        unnamedBits: [
          { what: 'the flags', bits: [5] },
          { what: 'the measurement status', bits: [6, 15] },
        ],
      },
    })
  })
})

describe('an oximeter', () => {
  // Flags 0x1F; 97 % (0x0061), 71; time as above; status bits 8 and 14; sensor bit 5; amplitude 1.2 (0xF00C).
  test('spot-check with every field', () =>
    assert.deepEqual(readSpotCheck(hex('1f 61 00 47 00 ea 07 0b 1c 0e 02 0b 00 41 20 00 00 0c f0')), {
      reading: {
        spo2: { value: 97 },
        pulse: { value: 71 },
        at: { year: 2026, month: 11, day: 28, hour: 14, minute: 2, second: 11 },
        measurement: ['fully qualified', 'questionable measurement'],
        sensor: ['low perfusion'],
        amplitude: { value: 1.2 },
        clockNotSet: true,
      },
    }))
  test('continuous with fast, slow, both statuses and amplitude', () =>
    assert.deepEqual(readContinuous(hex('1f 61 00 47 00 60 00 48 00 62 00 46 00 20 00 00 08 00 0c f0')), {
      reading: {
        spo2: { value: 97 },
        pulse: { value: 71 },
        fast: { spo2: { value: 96 }, pulse: { value: 72 } },
        slow: { spo2: { value: 98 }, pulse: { value: 70 } },
        measurement: ['measurement ongoing'],
        sensor: ['sensor not on the patient'],
        amplitude: { value: 1.2 },
      },
    }))
  for (const [name, read, sentence] of [
    ['too short', readContinuous(hex('01 61 00 47 00 60 00')), /fast pulse rate needs 2 bytes from byte 7/],
    ['too long', readSpotCheck(hex('00 61 00 47 00 00')), /5 bytes expected, 6 received/],
  ] as const) {
    test(`is refused: ${name}`, () => {
      assert.ok('refuse' in read)
      assert.match(read.refuse, sentence)
    })
  }
})

test('an oximeter’s bits without a meaning change nothing and are told of', () => {
  assert.deepEqual(readSpotCheck(hex('46 61 00 47 00 01 01 20 00 01')), {
    reading: {
      spo2: { value: 97 },
      pulse: { value: 71 },
      measurement: ['fully qualified'],
      sensor: ['low perfusion'],
      unnamedBits: [
        { what: 'the flags', bits: [6] },
        { what: 'the measurement status', bits: [0] },
        { what: 'the sensor status', bits: [16] },
      ],
    },
  })
})

describe('any bytes', () => {
  const parsers = { readBloodPressure, readSpotCheck, readContinuous }
  for (const [name, parse] of Object.entries(parsers)) {
    test(`${name} neither throws nor reads a number that is not finite`, () =>
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
          const read = parse(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
          if ('refuse' in read) return assert.ok(read.refuse.length > 10)
          for (const [, field] of Object.entries(read.reading)) {
            if (typeof field === 'object' && field !== null && 'value' in field) {
              assert.ok(Number.isFinite(field.value))
            }
          }
        }),
      ))
  }

  const number = fc.record({
    mantissa: fc.integer({ min: -2045, max: 2045 }),
    exponent: fc.integer({ min: -8, max: 7 }),
  })
  const encoded = ({ mantissa, exponent }: { mantissa: number; exponent: number }) => {
    const raw = ((exponent & 0xf) << 12) | (mantissa & 0xfff)
    return [raw & 0xff, raw >> 8]
  }
  const said = ({ mantissa, exponent }: { mantissa: number; exponent: number }) => ({
    value: Number(`${mantissa}e${exponent}`),
  })
  test('what an encoder writes is what is read, and one byte less or more is refused', () =>
    fc.assert(
      fc.property(
        fc.tuple(number, number, number, number),
        fc.boolean(),
        fc.option(fc.date({ min: new Date('1582-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), {
          nil: undefined,
        }),
        fc.boolean(),
        fc.option(fc.integer({ min: 0, max: 254 }), { nil: undefined }),
        ([systolic, diastolic, mean, pulse], kpa, at, withPulse, user) => {
          const flags = (kpa ? 1 : 0) | (at ? 2 : 0) | (withPulse ? 4 : 0) | (user === undefined ? 0 : 8)
          const time = at && {
            year: at.getUTCFullYear(),
            month: at.getUTCMonth() + 1,
            day: at.getUTCDate(),
            hour: at.getUTCHours(),
            minute: at.getUTCMinutes(),
            second: at.getUTCSeconds(),
          }
          const timeBytes = time
            ? [time.year & 0xff, time.year >> 8, time.month, time.day, time.hour, time.minute, time.second]
            : []
          const bytes = [
            flags,
            ...[systolic, diastolic, mean].flatMap(encoded),
            ...timeBytes,
            ...(withPulse ? encoded(pulse) : []),
            ...(user === undefined ? [] : [user]),
          ]
          assert.deepEqual(readBloodPressure(view(...bytes)), {
            reading: {
              unit: kpa ? 'kPa' : 'mmHg',
              systolic: said(systolic),
              diastolic: said(diastolic),
              mean: said(mean),
              ...(time && { at: time }),
              ...(withPulse && { pulse: said(pulse) }),
              ...(user !== undefined && { user }),
            },
          })
          assert.ok('refuse' in readBloodPressure(view(...bytes.slice(0, -1))))
          assert.ok('refuse' in readBloodPressure(view(...bytes, 0)))
        },
      ),
    ))
})
