import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heardFrom, serverNow } from './clock.ts'

const noon = Date.UTC(2026, 10, 23, 12)
const said = (ms: number) => new Date(ms).toUTCString()

test('a device that is five minutes off follows the server, and answers do not push its clock back and forth', () => {
  const off = 5 * 60_000
  heardFrom(said(noon + off), noon)
  assert.equal(serverNow(noon), noon + off)
  let before = 0
  // Answers name whole seconds only: 12:05:00 is said until 12:05:01.
  for (let ms = 100; ms < 5000; ms += 300) {
    const tap = serverNow(noon + ms)
    assert.ok(tap > before, `at ${ms} ms`)
    before = tap
    heardFrom(said(noon + off + ms), noon + ms)
  }
  heardFrom(said(noon + 10_000), noon + 10_000)
  assert.equal(serverNow(noon + 10_000), noon + 10_000)
})

test('nothing, or what is no date, changes nothing', () => {
  const at = serverNow(noon)
  heardFrom(null, noon)
  heardFrom('yesterday', noon)
  assert.equal(serverNow(noon), at)
})
