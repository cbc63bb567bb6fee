import assert from 'node:assert/strict'
import { test } from 'node:test'
import { esketamineProtocol } from '../../science/routes/esketamine.ts'
import { addDays, Instant } from '../../science/time.ts'
import { at, rests } from './coded/testing.ts'
import { waitsFor } from './next-dose.ts'
import { sessionFrom } from './session.ts'

test('that the source of the rest between devices is out of date is said by the clinic’s day, not by the day in London', () => {
  const { reviewBy } = esketamineProtocol.limits.deviceRestMinutes ?? assert.fail('no rest')
  const dose = { ...rests, route: 'esketamine', number: 1, drug: 'esketamine', mg: 28, gave: 'both sprays' }
  const session = sessionFrom([at(1, 0, 'arrived'), at(2, 10, 'dose', dose)])
  const evening = Instant.parse(new Date(Date.parse(session.lastDoseAt ?? '') + 60_000).toISOString())
  const says = (today: typeof reviewBy) => waitsFor(esketamineProtocol, session, 56, { at: evening, today }) ?? ''
  assert.match(says(reviewBy), /^[^.]+\.$/)
  assert.match(says(addDays(reviewBy, 1)), /out of date/)
})
