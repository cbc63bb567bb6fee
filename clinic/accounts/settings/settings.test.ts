import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { everyRoute } from '../../../science/decide.ts'
import { protocols } from '../../../science/routes/protocols.ts'
import { tighten } from '../../../science/routes/tighten.ts'
import { testApp } from '../../../server/test.ts'
import { dueMinutes } from '../../safety/due.ts'
import { clinicForTests } from '../testing/clinic.ts'
import { ClinicSettings } from './clinic-settings.ts'
import { ClinicLimits, limitsOf, rangeOf } from './limits.ts'

describe('the clinic’s settings', () => {
  test('are kept as they were given, and what was not decided stays undecided', async () => {
    const app = await testApp()
    const { owner, monitor } = await app.clinicWith()
    const before = (await monitor.get('/api/clinic')).json as { policy: object; messageCover: object }
    assert.deepEqual([before.policy, before.messageCover], [{}, {}])
    const saved = await owner.post('/api/clinic', clinicForTests)
    assert.equal(saved.status, 200, JSON.stringify(saved.json))
    const {
      id: _,
      otherwise,
      marks: __,
      isDemo,
      drillOf,
      createdAt,
      ...kept
    } = (await monitor.get('/api/clinic')).json as Record<string, unknown>
    assert.deepEqual(kept, { ...clinicForTests, policy: {}, rhythm: null, definitions: {} })
    assert.deepEqual([isDemo, drillOf], [false, null])
    assert.deepEqual(otherwise, { urgentAlertMinutes: dueMinutes.urgent, highAlertMinutes: dueMinutes.high })
    assert.ok(createdAt)
  })

  test('are not written over by somebody who looked at them before a colleague changed them', async () => {
    const app = await testApp()
    const { owner, another } = await app.clinicWith()
    const second = await another(['owner'], 'Otto Owner')
    type Shown = { emergencyPlan: string; marks: Record<'settings' | 'orders' | 'limits', string> }
    const look = async () => (await owner.get('/api/clinic')).json as Shown
    const told = ({ status, json }: { status: number; json: unknown }) => {
      assert.equal(status, 409)
      const { says, first } = json as { says: string; first: { by: string; at: string } }
      assert.match(says, /^Otto Owner has changed this in the meantime/)
      assert.deepEqual(first, { by: 'Otto Owner', at: app.clock.now })
    }
    await owner.post('/api/clinic', clinicForTests)
    const { marks } = await look()
    const save = (as: typeof owner, emergencyPlan: string, seen?: string) =>
      as.post('/api/clinic', { ...clinicForTests, emergencyPlan, seen })
    assert.equal((await save(second, 'Call 911. Crash cart in room 2.', marks.settings)).status, 200)
    told(await save(owner, 'Call 911. Ask for Olive.', marks.settings))
    assert.equal((await look()).emergencyPlan, 'Call 911. Crash cart in room 2.')
    assert.equal((await save(second, 'Call 911. Crash cart in room 2.', marks.settings)).status, 200, 'sent again')
    assert.equal((await save(owner, 'Call 911. Ask for Olive.', (await look()).marks.settings)).status, 200)

    const order = (as: typeof owner, panic: string) =>
      as.post('/api/clinic/standing-orders', { orders: { panic }, seen: marks.orders })
    assert.equal((await order(second, 'Sit with them.')).status, 200)
    told(await order(owner, 'Call the prescriber.'))

    const limit = (as: typeof owner, minimumStayMinutes: number) => {
      const signed = { why: 'Older patients.', signedAs: 'O. Owner' }
      return as.post('/api/clinic/limits', {
        route: 'im',
        limits: { minimumStayMinutes },
        ...signed,
        seen: marks.limits,
      })
    }
    assert.equal((await limit(second, 150)).status, 200)
    told(await limit(owner, 130))
  })

  test('that were saved while the answer was lost are saved once, whoever sends them again as they stand', async () => {
    const app = await testApp()
    const { owner, clinicId, another } = await app.clinicWith()
    const second = await another(['owner'], 'Otto Owner')
    type Shown = { marks: Record<'limits', string> }
    const look = async () => ((await owner.get('/api/clinic')).json as Shown).marks.limits
    const seen = await look()
    const limits = { route: 'im', limits: { minimumStayMinutes: 150 }, why: 'Older patients.', signedAs: 'O. Owner' }
    const sign = async (as: typeof owner, more: object) =>
      (await as.post('/api/clinic/limits', { ...limits, ...more })).status
    assert.deepEqual([await sign(owner, { seen }), await sign(owner, { seen })], [200, 200])
    const signed = () =>
      reading(app.db, { clinicId }, (q) => q.all(sql`select from audit_entry where action = 'clinic.set-limits'`))
    assert.equal((await signed()).length, 1, 'sent again')
    assert.equal(await sign(second, { seen }), 409, 'a colleague has not signed')
    assert.equal(await sign(owner, { seen, why: 'Frail patients.' }), 409, 'other words')
    assert.equal(await sign(owner, { seen, limits: { minimumStayMinutes: 160 } }), 409, 'other numbers')
    assert.equal(await sign(owner, { seen: await look() }), 200)
    assert.equal((await signed()).length, 2, 'whoever looks at them and signs once more signs anew')
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

describe('the clinic’s own limits', () => {
  type Stored = { policy: { limits?: Record<string, object>; limitsSigned?: object; patientsPerMonitor?: number } }
  const signed = { why: 'Older patients.', signedAs: 'O. Owner' }

  test('may ask for more caution, and outlive a change of the other settings', async () => {
    const app = await testApp()
    const { owner, monitor } = await app.clinicWith()
    const limits = { preDoseSystolicAbove: 135, minimumStayMinutes: 120 }
    assert.equal((await owner.post('/api/clinic/limits', { route: 'im', limits, ...signed })).status, 200)
    await owner.post('/api/clinic', { ...clinicForTests, policy: { patientsPerMonitor: 3 } })
    const { policy } = (await monitor.get('/api/clinic')).json as Stored
    const { limitsSigned, ...own } = policy
    assert.deepEqual(own, { patientsPerMonitor: 3, limits: { im: limits } })
    assert.deepEqual(limitsSigned, { im: { ...signed, signedBy: 'Olive Owner', signedAt: app.clock.now } })
  })

  test('are taken by the protocol as they are taken here', () => {
    for (const route of everyRoute) {
      for (const [key, limit] of limitsOf(route)) {
        const { least, most } = rangeOf(limit)
        for (const value of [least - 1, least, most, most + 1]) {
          const { protocol, refused } = tighten(protocols[route], { [key]: value })
          const taken = ClinicLimits(route).safeParse({ [key]: value }).success
          const kept = protocol.limits[key]?.value === value
          assert.deepEqual([key in refused, kept], [!taken, taken], `${route} ${key} ${value}`)
        }
      }
    }
  })

  test('may not ask for less, on either side of each limit', () => {
    for (const route of everyRoute) {
      for (const [key, limit] of limitsOf(route)) {
        const { least, most } = rangeOf(limit)
        for (const [value, taken] of [
          [least, true],
          [most, true],
          [least - 1, false],
          [most + 1, false],
        ] as const) {
          assert.equal(ClinicLimits(route).safeParse({ [key]: value }).success, taken, `${route} ${key} ${value}`)
        }
      }
    }
  })

  test('hold for a session only once somebody signed for them and said why, number by number, on every route', async () => {
    const app = await testApp()
    const { owner, monitor } = await app.clinicWith()
    const unsigned = await owner.post('/api/clinic/limits', { route: 'im', limits: { spo2Below: 95 } })
    assert.deepEqual(
      [unsigned.status, Object.keys((unsigned.json as { fields: object }).fields)],
      [422, ['why', 'signedAs']],
    )
    for (const route of everyRoute)
      for (const [key, limit] of limitsOf(route)) {
        const looser = limit.value - Math.sign(limit.tightest - limit.value)
        const beyond = limit.tightest + Math.sign(limit.tightest - limit.value)
        for (const value of [looser, beyond]) {
          const reply = await owner.post('/api/clinic/limits', { route, limits: { [key]: value }, ...signed })
          assert.deepEqual(
            [reply.status, Object.keys((reply.json as { fields: object }).fields)],
            [422, [`limits.${key}`]],
            `${route} ${key} ${value}`,
          )
        }
        const tightest = { route, limits: { [key]: limit.tightest }, ...signed }
        assert.equal((await owner.post('/api/clinic/limits', tightest)).status, 200, `${route} ${key}`)
        const { policy } = (await monitor.get('/api/clinic')).json as Stored
        assert.deepEqual(policy.limits?.[route], { [key]: limit.tightest })
      }
  })

  test('that loosen are refused beside their field; nobody but the owner sets them', async () => {
    const app = await testApp()
    const { owner, prescriber } = await app.clinicWith()
    const loose = { route: 'im', limits: { preDoseSystolicAbove: 150 }, ...signed }
    const { status, json } = await owner.post('/api/clinic/limits', loose)
    assert.deepEqual(
      [status, (json as { fields: object }).fields],
      [422, { 'limits.preDoseSystolicAbove': 'A clinic may choose 110 to 140 mmHg.' }],
    )
    const spray = { route: 'esketamine', limits: { minimumStayMinutes: 119 }, ...signed }
    assert.equal((await owner.post('/api/clinic/limits', spray)).status, 422, 'a label requirement')
    const foreign = { route: 'im', limits: { deviceRestMinutes: 6 }, ...signed }
    assert.equal((await owner.post('/api/clinic/limits', foreign)).status, 422, 'a number of another route')
    assert.equal((await prescriber.post('/api/clinic/limits', { route: 'im', limits: {}, ...signed })).status, 403)
  })

  test('are in the trail, with the numbers before and after', async () => {
    const app = await testApp()
    const { owner, clinicId } = await app.clinicWith()
    await owner.post('/api/clinic/limits', { route: 'im', limits: { spo2Below: 95 }, ...signed })
    await owner.post('/api/clinic/limits', { route: 'im', limits: {}, ...signed })
    const entries = await reading(app.db, { clinicId }, (q) =>
      q.all<{ detail: object }>(sql`select detail from audit_entry where action = 'clinic.set-limits' order by seq`),
    )
    assert.deepEqual(
      entries.map(({ detail }) => detail),
      [
        { route: 'im', before: {}, after: { spo2Below: 95 }, ...signed },
        { route: 'im', before: { spo2Below: 95 }, after: {}, ...signed },
      ],
    )
  })
})

test('the settings used in tests are what the form takes', () => {
  assert.ok(ClinicSettings.safeParse(clinicForTests).success)
})
