import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { listAlertsOf } from '../../clinic/safety/queries.ts'
import { reading } from '../../database/read.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'

const app = await testApp()
const start = Instant.parse('2026-11-23T17:00:00.000Z')
const none = { frequency: 'none', urgency: 'none', nocturia: 'none', dysuria: 'none', pain: 'none', blood: 'none' }

/** The alerts after these answers, a day apart. */
const alertsAfter = async (...given: object[]) => {
  app.clock.now = start
  const as = await app.clinicWith()
  const { id: patientId } = await registered(as.prescriber)
  for (const [index, answers] of given.entries()) {
    const { status, json } = await as.monitor.post(`/api/patients/${patientId}/responses`, {
      id: randomUUID(),
      instrument: 'urinary',
      answers: { ...none, ...answers },
      answeredAt: addMinutes(start, (index - given.length) * 1440),
      contextKind: 'between',
    })
    assert.equal(status, 200, JSON.stringify(json))
  }
  const alerts = await reading(app.db, { clinicId: as.clinicId }, (q) => listAlertsOf(q, patientId, app.clock.now))
  return alerts.map(({ ruleId, level }) => `${ruleId} ${level}`)
}

test('U1 is raised by blood once, or by something new or worse on two visits in a row; not by one', async () => {
  assert.deepEqual(await alertsAfter({}), [])
  assert.deepEqual(await alertsAfter({ blood: 'new' }), ['U1 review'])
  assert.deepEqual(await alertsAfter({ urgency: 'new' }), [])
  assert.deepEqual(await alertsAfter({ urgency: 'new' }, { pain: 'worse' }), ['U1 review'])
  assert.deepEqual(await alertsAfter({ urgency: 'new' }, {}, { pain: 'worse' }), [])
  assert.deepEqual(await alertsAfter({ urgency: 'same' }, { urgency: 'same' }), [])
})
