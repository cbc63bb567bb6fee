import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyRoute } from '../decide.ts'
import { sessionLength } from './length.ts'
import { protocols } from './protocols.ts'
import { tighten } from './tighten.ts'

test('a booking is as long as the check, the giving and the shortest stay of its protocol', () => {
  assert.equal(sessionLength(protocols.im).minutes, 30 + 90)
  assert.equal(sessionLength(protocols.iv).minutes, 30 + 40 + 60)
  assert.equal(sessionLength(protocols.lozenge).minutes, 30 + 15 + 120)
  assert.equal(sessionLength(protocols.esketamine, { mg: 56 }).minutes, 30 + 5 + 120, 'one rest between two devices')
  assert.equal(sessionLength(protocols.esketamine, { mg: 84 }).minutes, 30 + 10 + 120, 'two rests between three')
  assert.equal(sessionLength(protocols.esketamine).minutes, 160, 'without a dose, as long as the longest')
})

test('an infusion is booked for as long as the plan says it runs, and for as long as in most studies where it does not say', () => {
  const { minutes, parts } = sessionLength(protocols.iv, { infusionMinutes: 90 })
  assert.equal(minutes, 30 + 90 + 60)
  assert.deepEqual(
    parts.map(({ source }) => Boolean(source)),
    [true, false, true],
    'the plan’s own number has no study behind it',
  )
  assert.equal(sessionLength(protocols.iv, { infusionMinutes: 15 }).minutes, 30 + 15 + 60)
  assert.equal(sessionLength(protocols.iv, { mg: 40 }).minutes, 30 + 40 + 60)
  assert.equal(sessionLength(protocols.im, { infusionMinutes: 90 }).minutes, 30 + 90, 'no other route has one')
})

test('a clinic that keeps patients longer books them longer', () => {
  const { protocol } = tighten(protocols.esketamine, { minimumStayMinutes: 150 })
  assert.equal(sessionLength(protocol, { mg: 56 }).minutes, 185)
})

test('every part says what it is for and where it comes from', () => {
  for (const route of everyRoute)
    for (const part of sessionLength(protocols[route]).parts) {
      assert.ok(part.says && part.source?.label && part.reviewBy, JSON.stringify(part))
      assert.ok(part.minutes > 0)
    }
})
