import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whichOfTwice } from './twice-in.ts'

const newYork = (at: string) => whichOfTwice('America/New_York', at)

test('of the hour that comes twice when clocks go back it is said which, at its edges too', () => {
  const said = ['04:59:59', '05:00:00', '05:59:59', '06:00:00', '06:59:59', '07:00:00'].map((time) =>
    newYork(`2027-11-07T${time}.000Z`),
  )
  assert.deepEqual(said, [undefined, 'EDT', 'EDT', 'EST', 'EST', undefined])
})
test('at every other time nothing is said: at noon, at midnight, when clocks go on, where they never move', () => {
  for (const at of [
    '2027-11-07T17:00:00.000Z',
    '2027-07-01T04:00:00.000Z',
    '2027-03-14T06:59:00.000Z',
    '2027-03-14T07:00:00.000Z',
  ])
    assert.equal(newYork(at), undefined, at)
  assert.equal(whichOfTwice('America/Phoenix', '2027-11-07T08:30:00.000Z'), undefined)
})
