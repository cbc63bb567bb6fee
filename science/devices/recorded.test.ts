import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readBloodPressure } from './blood-pressure.ts'
import { readContinuous, readSpotCheck } from './pulse-oximeter.ts'
import { recordedContinuous, recordedPressures, recordedSpotChecks } from './testing/recorded.ts'

describe('what devices were recorded sending', () => {
  for (const [kind, read, all] of [
    ['a cuff', readBloodPressure, recordedPressures],
    ['an oximeter, once', readSpotCheck, recordedSpotChecks],
    ['an oximeter, as it goes on', readContinuous, recordedContinuous],
  ] as const) {
    for (const one of all) {
      const read1 = read(new DataView(Uint8Array.from(one.bytes).buffer))
      test(`${kind}: ${one.device} (${one.where})`, () => {
        if ('refuse' in one) {
          assert.ok('refuse' in read1, JSON.stringify(read1))
          assert.match(read1.refuse, one.refuse)
          return
        }
        assert.deepEqual(read1, { reading: one.reading })
        if (typeof one.says === 'string') return
        const values: Readonly<Record<string, unknown>> = one.reading
        for (const [name, value] of Object.entries(one.says)) assert.deepEqual(values[name], { value }, name)
      })
    }
  }
})
