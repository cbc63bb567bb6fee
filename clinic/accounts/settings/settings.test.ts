import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { testApp } from '../../../server/test.ts'
import { clinicForTests } from '../testing/clinic.ts'
import { ClinicSettings, isTimeZone } from './clinic-settings.ts'

describe('the clinic’s settings', () => {
  test('are kept as they were given, and what was not decided stays undecided', async () => {
    const app = await testApp()
    const { owner, monitor } = await app.clinicWith()
    const before = (await monitor.get('/api/clinic')).json as { policy: object; messageCover: object }
    assert.deepEqual([before.policy, before.messageCover], [{}, {}])
    const saved = await owner.post('/api/clinic', clinicForTests)
    assert.equal(saved.status, 200, JSON.stringify(saved.json))
    const { id: _, isDemo, createdAt, ...kept } = (await monitor.get('/api/clinic')).json as Record<string, unknown>
    assert.deepEqual(kept, { ...clinicForTests, policy: {} })
    assert.equal(isDemo, false)
    assert.ok(createdAt)
  })

  test('are changed in the trail by part, without their text', async () => {
    const app = await testApp()
    const { owner, clinicId } = await app.clinicWith()
    await owner.post('/api/clinic', clinicForTests)
    const changed = {
      ...clinicForTests,
      emergencyPlan: 'Call 911, then the medical director.',
      policy: { patientsPerMonitor: 2 },
    }
    await owner.post('/api/clinic', changed)
    await owner.post('/api/clinic', changed)
    const entries = await reading(app.db, { clinicId }, (q) =>
      q.all<{ detail: { changed: string[] } }>(
        sql`select detail from audit_entry where action = 'clinic.set' order by seq`,
      ),
    )
    assert.deepEqual(
      entries.map(({ detail }) => detail.changed),
      [
        ['name', 'address', 'emergencyPlan', 'messageCover'],
        ['emergencyPlan', 'policy'],
      ],
    )
    assert.ok(!JSON.stringify(entries).includes('911'))
  })

  test('are the owner’s to change', async () => {
    const app = await testApp()
    const { prescriber } = await app.clinicWith()
    assert.equal((await prescriber.post('/api/clinic', clinicForTests)).status, 403)
  })

  test('that cannot be are refused beside their field', async () => {
    const app = await testApp()
    const { owner } = await app.clinicWith()
    const hours = { days: ['monday'], from: '17:00', until: '09:00' }
    const wrong: [string, object][] = [
      ['name', { name: '  ' }],
      ['timeZone', { timeZone: 'Mars/Olympus' }],
      ['emergencyPlan', { emergencyPlan: '' }],
      ['address.phone', { address: { ...clinicForTests.address, phone: '' } }],
      ['messageCover.hours.0.until', { messageCover: { ...clinicForTests.messageCover, hours: [hours] } }],
      [
        'messageCover.hours.0.days',
        { messageCover: { ...clinicForTests.messageCover, hours: [{ ...hours, days: [], until: '18:00' }] } },
      ],
      ['policy.patientsPerMonitor', { policy: { patientsPerMonitor: 0 } }],
      ['policy.patientsPerMonitor', { policy: { patientsPerMonitor: 2.5 } }],
    ]
    for (const [field, part] of wrong) {
      const { status, json } = await owner.post('/api/clinic', { ...clinicForTests, ...part })
      assert.deepEqual([status, Object.keys((json as { fields: object }).fields)], [422, [field]])
    }
  })
})

test('a time zone is one the clock knows', () => {
  for (const zone of ['America/New_York', 'Europe/Berlin', 'America/Argentina/Ushuaia', 'Asia/Kolkata', 'UTC']) {
    assert.ok(isTimeZone(zone), zone)
  }
  for (const zone of ['', 'Mars/Olympus', '+02:00', 'new york', 'america/new_york']) assert.ok(!isTimeZone(zone), zone)
})

test('the settings used in tests are what the form takes', () => {
  assert.ok(ClinicSettings.safeParse(clinicForTests).success)
})
