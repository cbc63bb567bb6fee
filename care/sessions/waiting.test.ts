import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { Day, Instant } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { asqNo } from '../outcomes/test.ts'
import { booked, nothingNew } from './test.ts'
import { waitingFindings } from './waiting.ts'

describe('an open alert holds the next session', () => {
  const today = Day.parse('2026-11-23')
  const raisedAt = Instant.parse('2026-11-22T05:00:00.000Z')
  const cases = [
    ['S3', 'urgent', true],
    ['S6', 'urgent', true],
    ['S6', 'high', false],
    ['M1', 'review', true],
    ['M2', 'review', true],
    ['S1', 'urgent', false],
    ['W1', 'review', false],
  ] as const
  for (const [rule, level, holds] of cases)
    test(`${rule} ${level}: ${holds ? 'held' : 'not held'}`, () => {
      const found = waitingFindings([{ rule, level, says: 'It says so.', raisedAt }], today)
      assert.deepEqual(
        found.map((finding) => [finding.rule, finding.answer, finding.overriddenBy]),
        holds ? [[rule, 'not met', ['prescriber']]] : [],
      )
    })
  test('two of one rule are one finding with both sentences, and none is none', () => {
    const both = ['One.', 'Two.'].map((says) => ({ rule: 'M2', level: 'review', says, raisedAt }))
    const [finding, ...more] = waitingFindings(both, today)
    assert.match(finding?.says ?? '', /One\. Two\./)
    assert.equal(more.length, 0)
    assert.deepEqual([waitingFindings([], today), waitingFindings(undefined, today)], [[], []])
  })
})

test('an acute screen from home holds the clearance until it is closed, or a prescriber gives a reason', async () => {
  const app = await testApp()
  const held = ({ json }: Reply) => ((json as { because?: { id: string }[] }).because ?? []).map(({ id }) => id)
  const session = await booked(app)
  const { clinic, patientId } = session
  const answers = { ...asqNo, '1': 'yes', '5': 'yes' }
  const sent = { id: randomUUID(), instrument: 'asq-since-last', answers, answeredAt: app.clock.now }
  await clinic.monitor.post(`/api/patients/${patientId}/responses`, { ...sent, contextKind: 'between' })
  await session.arrive()
  await session.later(1)
  await session.facts(nothingNew(app.clock.now))
  await session.vitals()
  assert.deepEqual(held(await session.clear()), ['S6'])
  const { alerts } = (await clinic.prescriber.get('/api/alerts')).json as { alerts: { id: string }[] }
  const close = { id: randomUUID(), kind: 'close', words: 'Called, seen, safety plan made with the sister.' }
  assert.equal((await clinic.prescriber.post(`/api/alerts/${alerts[0]?.id}/events`, close)).status, 200)
  assert.equal((await session.clear()).status, 200)
})
