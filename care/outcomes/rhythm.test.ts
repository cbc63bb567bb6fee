import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { registered } from '../../clinic/records/test.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import type { DueHere } from './queries.ts'
import type { RhythmShown } from './rhythm.ts'
import { phq9Answers, treated } from './test.ts'

const app = await testApp()
const dosedAt = Instant.parse('2026-11-23T20:00:00.000Z')
const signed = (more: object = {}) => ({
  id: randomUUID(),
  inductionDays: 4,
  why: 'Two sessions a week: once between each two.',
  signedAs: 'Petra Prescriber',
  ...more,
})

const clinic = async () => {
  app.clock.now = addMinutes(dosedAt, 120)
  const as = await app.clinicWith()
  const { clinicId } = as
  const { id: patientId } = await registered(as.prescriber)
  await treated(app.db, { clinicId, patientId, staffId: as.prescriber.staffId, dosedAt })
  const answers = { id: randomUUID(), instrument: 'phq-9', answers: phq9Answers(12), contextKind: 'between' }
  await as.monitor.post(`/api/patients/${patientId}/responses`, { ...answers, answeredAt: dosedAt })
  const next = async () =>
    ((await as.frontDesk.get('/api/outcomes/due')).json as DueHere).due.find(({ asks }) => asks === 'phq-9')?.dueAt
  return { ...as, next }
}

test('days that a prescriber signed for hold, are shown with the reason, and what held before stays on record', async () => {
  const as = await clinic()
  assert.equal(await as.next(), '2026-11-30T14:00:00.000Z')
  assert.equal((await as.prescriber.post('/api/outcomes/rhythm', signed())).status, 200)
  assert.equal(await as.next(), '2026-11-27T14:00:00.000Z')
  const second = signed({ inductionDays: null, laterDays: 14, why: 'Back to weekly.' })
  assert.equal((await as.prescriber.post('/api/outcomes/rhythm', second)).status, 200)
  assert.equal((await as.prescriber.post('/api/outcomes/rhythm', second)).status, 200)
  assert.equal(await as.next(), '2026-11-30T14:00:00.000Z')
  const { signed: all } = (await as.frontDesk.get('/api/outcomes/rhythm')).json as RhythmShown
  assert.deepEqual(
    all.map(({ inductionDays, laterDays, why, signedAs, signedBy }) => [
      inductionDays,
      laterDays,
      why,
      signedAs,
      signedBy,
    ]),
    [
      [null, 14, 'Back to weekly.', 'Petra Prescriber', 'Petra Prescriber'],
      [4, null, 'Two sessions a week: once between each two.', 'Petra Prescriber', 'Petra Prescriber'],
    ],
  )
})

test('nobody but a prescriber signs, and not without a reason, a name, or within the range', async () => {
  const as = await clinic()
  for (const other of [as.monitor, as.frontDesk, as.owner])
    assert.equal((await other.post('/api/outcomes/rhythm', signed())).status, 403)
  for (const wrong of [{ why: '' }, { signedAs: ' ' }, { inductionDays: 2 }, { inductionDays: 15 }, { laterDays: 36 }])
    assert.equal((await as.prescriber.post('/api/outcomes/rhythm', signed(wrong))).status, 422, JSON.stringify(wrong))
  assert.equal(await as.next(), '2026-11-30T14:00:00.000Z')
})

test('days from the settings hold until somebody signs for others, and say that nobody signed for them', async () => {
  const as = await clinic()
  const act = { clinicId: as.clinicId, actor: system, action: 'test.policy', at: app.clock.now }
  await audited(app.db, act, (tx) => tx.run(sql`update clinic set policy = ${{ inductionQuestionDays: 5 }}`))
  assert.equal(await as.next(), '2026-11-28T14:00:00.000Z')
  const { signed: all, unsigned } = (await as.frontDesk.get('/api/outcomes/rhythm')).json as RhythmShown
  assert.deepEqual([all, unsigned], [[], { inductionDays: 5, laterDays: null }])
  await as.prescriber.post('/api/outcomes/rhythm', signed({ inductionDays: null }))
  assert.equal(await as.next(), '2026-11-30T14:00:00.000Z')
})

test('of two who sign upon the same days the second is told who was first, and what was sent twice is there once', async () => {
  const as = await clinic()
  const other = await as.another(['prescriber'], 'Paul Prescriber')
  const path = '/api/outcomes/rhythm'
  const shown = async () => (await as.prescriber.get(path)).json as RhythmShown
  const { mark: seen } = await shown()
  const first = signed({ inductionDays: 5, seen })
  assert.equal((await other.post(path, first)).status, 200)
  assert.equal((await other.post(path, first)).status, 200)
  const late = await as.prescriber.post(path, signed({ inductionDays: 6, seen }))
  assert.equal(late.status, 409)
  assert.deepEqual((late.json as { first: object }).first, { by: 'Paul Prescriber', at: app.clock.now })
  const { mark, signed: all } = await shown()
  assert.deepEqual(
    all.map(({ inductionDays }) => inductionDays),
    [5],
  )
  assert.equal((await as.prescriber.post(path, signed({ inductionDays: 6, seen: mark }))).status, 200)
})
