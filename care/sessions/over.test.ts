import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMinutes, Instant } from '../../science/time.ts'
import type { SessionEvent } from './event.ts'
import { givenIn } from './given.ts'
import { overBefore, pumpAfterStop } from './over.ts'
import { sessionFrom } from './session.ts'

const start = Instant.parse('2026-11-23T15:00:00.000Z')
const uuid = (of: number): string => `00000000-0000-4000-8000-${String(of).padStart(12, '0')}`
const doseId = uuid(1)
const event = (of: number, minute: number, kind: string, data: object) =>
  ({
    id: uuid(of),
    sessionId: uuid(0),
    kind,
    happenedAt: addMinutes(start, minute),
    recordedAt: addMinutes(start, minute),
    recordedBy: uuid(0),
    data,
    corrects: null,
    seq: of,
  }) as unknown as SessionEvent
const dose = event(1, 0, 'dose', { route: 'iv', number: 1, mg: 40, volumeMl: 50, rateMlPerH: 75, minutes: 40 })

/** What is on record when these reach the clinic in this order, each refused or taken as the log then is. */
const onRecord = (delivered: readonly SessionEvent[]): SessionEvent[] => {
  const log = [dose]
  for (const one of delivered) if (!overBefore(sessionFrom(log), one as never)) log.push(one)
  return log
}

const change = fc.oneof(
  fc.record({ what: fc.constantFrom('paused', 'resumed') }),
  fc.record({ what: fc.constant('stopped'), reason: fc.constant('Enough.') }),
  fc.record({ what: fc.constant('rate changed'), rateMlPerH: fc.constantFrom(20, 60, 120) }),
)
const changes = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 45 }), change), { maxLength: 8 })
  .map((all) => all.map(([minute, data], index) => event(index + 2, minute, 'infusion changed', { doseId, ...data })))

test('whatever is refused, what went in is the same in whatever order the entries reach the clinic', () => {
  let refused = 0
  fc.assert(
    fc.property(
      changes.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        const [one, other, whole] = [onRecord(all), onRecord(shuffled), [dose, ...all]].map(sessionFrom)
        assert.ok(one && other && whole)
        const end = addMinutes(start, 100)
        assert.deepEqual(givenIn(one, end)[0]?.infusion, givenIn(other, end)[0]?.infusion)
        assert.deepEqual(givenIn(one, end)[0]?.infusion, givenIn(whole, end)[0]?.infusion, 'nothing refused counted')
        assert.equal(one.givenAt, other.givenAt)
        refused += whole.pump.length - one.pump.length
      },
    ),
    { numRuns: 500 },
  )
  assert.ok(refused > 100, 'the rule was used')
})

test('what came before its stop did stays on record and is named as not counted', () => {
  const stop = event(3, 10, 'infusion changed', { doseId, what: 'stopped', reason: 'Enough.' })
  const session = sessionFrom(onRecord([event(2, 20, 'infusion changed', { doseId, what: 'paused' }), stop]))
  assert.deepEqual(
    pumpAfterStop(session, doseId).map(({ id }) => id),
    [uuid(2)],
  )
  assert.deepEqual(pumpAfterStop(sessionFrom(onRecord([stop])), doseId), [])
})
