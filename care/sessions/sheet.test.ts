import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { protocols } from '../../science/routes/protocols.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import type { SessionEvent } from './event.ts'
import { sessionFrom } from './session.ts'
import { besides, plannedRows, sheetRows } from './sheet.ts'
import { checked, dosed } from './test.ts'

const app = await testApp()
const start = app.clock.now
const { im } = protocols

test('what has no column of its own stands beside the table, what was taken back and what is in it does not', () => {
  const at = (minutes: number, kind: string, data: object, more: object = {}) =>
    ({
      id: `${kind} ${minutes}`,
      sessionId: 'one',
      kind,
      happenedAt: addMinutes(start, minutes),
      recordedAt: addMinutes(start, minutes),
      recordedBy: 'somebody',
      data,
      corrects: null,
      seq: minutes,
      ...more,
    }) as unknown as SessionEvent
  const session = sessionFrom([
    at(0, 'booked', {}),
    at(1, 'arrived', {}),
    at(2, 'facts', { facts: { alcoholToday: false } }),
    at(3, 'vitals', { systolic: 120, diastolic: 80 }),
    at(4, 'vitals', { crisisSymptoms: ['chest pain'] }),
    at(4.5, 'vitals', { notTaken: { spo2: { why: 'equipment failed' } } }),
    at(4.6, 'vitals', { notTaken: { pain: { why: 'patient declined' } } }),
    at(5, 'side effect', { effect: 'nausea', severity: 'mild' }),
    at(6, 'side effect ended', { effectId: 'side effect 5' }),
    at(7, 'remark', { words: 'Wrong patient.' }),
    at(8, 'correction', { reason: 'Not hers.', withdrawn: true }, { corrects: 'remark 7' }),
  ])
  assert.deepEqual(
    besides(session).map(({ id }) => id),
    ['arrived 1', 'facts 2', 'vitals 4', 'vitals 4.6', 'side effect 5', 'side effect ended 6'],
  )
})

describe('a paper sheet', () => {
  test('before the dose has the baseline, and the protocol’s times as minutes', async () => {
    app.clock.now = start
    const session = await checked(app)
    const { events } = (await session.read()) as unknown as { events: SessionEvent[] }
    const rows = sheetRows(im, sessionFrom(events), app.clock.now)
    assert.deepEqual(
      rows.map(({ set, minutesAfter }) => (set ? 'set' : (minutesAfter ?? 'blank'))),
      ['set', ...plannedRows(im).map(({ minutesAfter }) => minutesAfter), 'blank', 'blank', 'blank', 'blank'],
    )
  })

  test('after it has what was taken up to this minute, then every time that is open or coming, once', async () => {
    app.clock.now = start
    const session = await dosed(app)
    const dosedAt = app.clock.now
    await session.later(10)
    assert.equal((await session.vitals()).status, 200)
    await session.later(11)
    const { events } = (await session.read()) as unknown as { events: SessionEvent[] }
    const rows = sheetRows(im, sessionFrom(events), app.clock.now)
    const times = rows.flatMap(({ dueAt }) => (dueAt ? [dueAt] : []))
    assert.equal(rows.filter(({ set }) => set).length, 2)
    assert.equal(times[0], addMinutes(dosedAt, 20), 'open since a minute')
    assert.ok(times.length > 8 && times.slice(1).every((at) => at > app.clock.now))
    assert.equal(new Set(times).size, times.length)
  })

  test('of every route has times to write at', () => {
    for (const protocol of Object.values(protocols)) assert.ok(plannedRows(protocol).length >= 4, protocol.id)
    const running = plannedRows(protocols.iv).filter((row) => row.running)
    assert.equal(running.length, protocols.iv.during?.length, 'while an infusion runs too')
  })
})
