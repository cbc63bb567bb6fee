import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Instant } from '../science/time.ts'
import { newOpenings } from './openings.ts'

const at = (minutes: number) => Instant.parse(new Date(Date.UTC(2026, 10, 23, 17, minutes)).toISOString())
const key = 'petra patient chart.open'

test('every opening is written down; a page that asks again is not a new opening, for a quarter of an hour', () => {
  const openings = newOpenings()
  assert.equal(openings.isAgain(key, at(0), false), false)
  openings.written(key, at(0))
  assert.equal(openings.isAgain(key, at(1), false), false)
  openings.written(key, at(1))
  assert.equal(openings.isAgain(key, at(15), true), true)
  assert.equal(openings.isAgain(key, at(16), true), false)
})

test('a first request that says it is not the first is written down all the same', () => {
  assert.equal(newOpenings().isAgain('milo patient chart.open', at(0), true), false)
})

test('an opening that could not be written down makes the next one no second', () => {
  const openings = newOpenings()
  assert.equal(openings.isAgain(key, at(0), false), false)
  assert.equal(openings.isAgain(key, at(1), true), false)
})
