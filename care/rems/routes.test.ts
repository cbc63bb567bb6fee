import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { branch } from '../../clinic/locations/test.ts'
import { tellOfAlerts } from '../../clinic/safety/sender.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { dayIn } from '../../science/day-in.ts'
import { remsDeadline } from '../../science/rems/form.ts'
import { addDays, addMinutes, Day, Instant } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { type Booked, type Clinic, checked, touched } from '../sessions/test.ts'
import { remindOfForms } from './sender.ts'

let app: Awaited<ReturnType<typeof testApp>>
let clinic: Clinic
before(async () => {
  app = await testApp()
  clinic = await app.clinicWith()
})

/** Calendar days are the clinic's. */
const today = (minutes = 0) => dayIn('America/New_York', addMinutes(app.clock.now, minutes))
const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
const fieldsOf = ({ json }: Reply) => (json as { fields?: Record<string, string> }).fields ?? {}

/** One device given, watched for two hours, and ended; nobody released it, which the form need not know. */
const treated = async (): Promise<Booked & { form: string }> => {
  app.clock.now = addMinutes(app.clock.now, 24 * 60)
  await touched(app, clinic)
  const session = await checked(app, clinic, {}, { route: 'esketamine' })
  ok(await session.clear())
  await session.later(1)
  ok(await session.dose())
  for (const wait of [40, 40, 45]) {
    await session.later(wait)
    ok(await session.vitals())
  }
  return { ...session, form: `/api/patients/${session.patientId}/sessions/${session.id}/rems` }
}
const end = (session: Booked) => session.event('stopped', { as: 'left against advice', reason: 'Wanted to go home.' })
const stateOf = async (form: string) => {
  const { json } = await clinic.monitor.get(form)
  const { fields, dueOn, overdue, sendings } = json as {
    fields: { id: string; state: string; value?: string }[]
    dueOn: string
    overdue: boolean
    sendings: { missing: string[]; by: string }[]
  }
  return { of: Object.fromEntries(fields.map((one) => [one.id, one])), dueOn, overdue, sendings }
}
const sent = (more: object = {}) => ({
  id: randomUUID(),
  form: 'pmf-2026',
  how: 'portal',
  sentOn: today(),
  confirmation: 'C-1',
  ...more,
})

describe('the form of a session', () => {
  test('says what the log says, asks for the rest once, and is marked as sent with what was missing', async () => {
    const session = await treated()
    const { form } = session
    const early = await clinic.monitor.post(`${form}/sent`, sent({ words: 'Too early' }))
    assert.equal(early.status, 423)
    ok(await end(session))
    const { of } = await stateOf(form)
    assert.deepEqual([of.doseMg?.value, of.pressureAt40?.value, of.opioids?.state], ['28', '124/78', 'missing'])

    const answer = { id: randomUUID(), form: 'pmf-2026', field: 'opioids', value: 'no' }
    ok(await clinic.monitor.post(`${form}/answers`, answer))
    ok(await clinic.monitor.post(`${form}/answers`, answer))
    assert.equal((await stateOf(form)).of.opioids?.value, 'no')

    const without = await clinic.monitor.post(`${form}/sent`, sent())
    assert.deepEqual([without.status, Object.keys(fieldsOf(without))], [422, ['words']])
    ok(await clinic.monitor.post(`${form}/sent`, sent({ words: 'The telephone number follows.' })))
    const { sendings } = await stateOf(form)
    assert.equal(sendings.length, 1)
    assert.ok(sendings[0]?.missing.includes('monitorPhone') && !sendings[0].missing.includes('opioids'))
  })

  test('refuses what cannot be an answer, and says where', async () => {
    const { form } = await treated()
    const wrong = async (more: object) => {
      const reply = await clinic.monitor.post(`${form}/answers`, {
        id: randomUUID(),
        form: 'pmf-2026',
        field: 'opioids',
        value: 'no',
        ...more,
      })
      return [reply.status, Object.keys(fieldsOf(reply))]
    }
    assert.deepEqual(await wrong({ value: 'perhaps' }), [422, ['value']])
    assert.deepEqual(await wrong({ value: ' ' }), [422, ['value']])
    assert.deepEqual(await wrong({ field: 'doseMg', value: '84' }), [422, ['value']])
    assert.deepEqual(await wrong({ form: 'pmf-1999' }), [422, ['form']])
  })

  test('a day in the future or before the treatment is refused', async () => {
    const session = await treated()
    ok(await end(session))
    for (const by of [24 * 60, -24 * 60]) {
      const sentOn = today(by)
      const reply = await clinic.monitor.post(`${session.form}/sent`, sent({ sentOn, words: 'x' }))
      assert.deepEqual([reply.status, Object.keys(fieldsOf(reply))], [422, ['sentOn']], sentOn)
    }
  })

  test('is there as a PDF, and not for a session of another route', async () => {
    const { form } = await treated()
    const pdf = await clinic.monitor.get(`${form}.pdf`)
    assert.deepEqual([pdf.status, pdf.headers.get('content-type')], [200, 'application/pdf'])
    const other = await checked(app, clinic)
    assert.equal((await clinic.monitor.get(`/api/patients/${other.patientId}/sessions/${other.id}/rems`)).status, 404)
  })
})

describe('a form that nobody sent', () => {
  const alertsOf = async (sessionId: string) => {
    const { json } = await clinic.prescriber.get('/api/alerts')
    const { alerts } = json as { alerts: { ruleId: string; level: string; about: { id: string } }[] }
    return alerts.filter(({ ruleId, about }) => ruleId === 'RL-32' && about.id === sessionId).map(({ level }) => level)
  }
  const round = () => remindOfForms({ db: app.db, clock: () => app.clock.now }, clinic.clinicId)

  test('is called to mind on day 5, again on day 7, once each, and never after it was sent', async () => {
    const session = await treated()
    ok(await end(session))
    await round()
    const days = async (n: number) => session.later(n * 24 * 60)
    await days(4)
    await round()
    assert.deepEqual(await alertsOf(session.id), [])
    await days(1)
    await round()
    await round()
    assert.deepEqual(await alertsOf(session.id), ['high'])
    assert.equal((await stateOf(session.form)).overdue, false)
    await days(2)
    await round()
    assert.deepEqual((await alertsOf(session.id)).toSorted(), ['high', 'urgent'])
    const { json } = await clinic.monitor.get('/api/rems/due')
    const due = (json as { unsent: { sessionId: string }[] }).unsent
    assert.ok(due.some(({ sessionId }) => sessionId === session.id))

    ok(await clinic.monitor.post(`${session.form}/sent`, sent({ words: 'Late.' })))
    assert.deepEqual(await alertsOf(session.id), [])
    await round()
    assert.deepEqual(await alertsOf(session.id), [])
  })

  test('is called to mind by mail: whoever watched that session days ago is in no room where an alert would be seen', async () => {
    const session = await treated()
    ok(await end(session))
    await session.later(5 * 24 * 60)
    await round()
    await tellOfAlerts(
      { db: app.db, secrets: app.secrets, origin: app.origin, clock: () => app.clock.now },
      clinic.clinicId,
    )
    const told = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
      q.all<{ staff: string }>(sql`
        select m.staff_id as staff from message m join alert a on m.once like 'alert ' || a.id || ' %'
        where a.rule_id = 'RL-32' and a.about_id = ${session.id}`),
    )
    assert.deepEqual(told, [{ staff: clinic.monitor.staffId }])
  })
})

describe('an enrolment', () => {
  test('stands where the last step says, and nowhere before the first', async () => {
    const { patientId } = await checked(app, clinic)
    const path = `/api/patients/${patientId}/rems`
    const state = async () => ((await clinic.monitor.get(path)).json as { state: string }).state
    assert.equal(await state(), 'unknown')
    const step = (what: string, more: object = {}) =>
      clinic.monitor.post(path, { id: randomUUID(), step: what, day: today(), ...more })
    ok(await step('signed'))
    ok(await step('confirmed', { number: 'P-7' }))
    assert.equal(await state(), 'confirmed')
    assert.deepEqual(Object.keys(fieldsOf(await step('ended'))), ['words'])
    assert.deepEqual(Object.keys(fieldsOf(await step('sent', { day: '2030-01-01' }))), ['day'])
    assert.equal(await state(), 'confirmed')
  })

  test('stands where its newest day says: what is written down later about an earlier day does not undo an end', async () => {
    const { patientId } = await checked(app, clinic)
    const path = `/api/patients/${patientId}/rems`
    const state = async () => ((await clinic.monitor.get(path)).json as { state: string }).state
    const step = async (what: string, daysAgo: number) => {
      const day = addDays(Day.parse(today()), -daysAgo)
      ok(await clinic.monitor.post(path, { id: randomUUID(), step: what, day, words: 'As the letter says.' }))
      return state()
    }
    assert.equal(await step('ended', 10), 'ended')
    assert.equal(await step('confirmed', 40), 'ended', 'a paper from before, found later')
    assert.equal(await step('confirmed', 2), 'confirmed')
    assert.equal(await step('signed', 9), 'confirmed')
    assert.equal(await step('ended', 5), 'ended', 'whoever ends it last has the last word, whichever day they name')
  })

  test('of the setting is written by the owner', async () => {
    const step = { id: randomUUID(), step: 'confirmed', day: today() }
    assert.equal((await clinic.monitor.post('/api/rems/setting', step)).status, 403)
    ok(await clinic.owner.post('/api/rems/setting', step))
    assert.equal(((await clinic.monitor.get('/api/rems/setting')).json as { state: string }).state, 'confirmed')
  })

  test('of the setting stands for one registered location, and says nothing of another', async () => {
    const own = await app.clinicWith()
    const { locationId } = await branch(own.owner)
    const step = { id: randomUUID(), step: 'confirmed', day: today() }
    const which = await own.owner.post('/api/rems/setting', step)
    assert.deepEqual(Object.keys(fieldsOf(which)), ['locationId'], 'with two, it is asked which')
    ok(await own.owner.post('/api/rems/setting', { ...step, locationId }))
    const state = async (of: string) =>
      ((await own.monitor.get(`/api/rems/setting?location=${of}`)).json as { state: string }).state
    assert.deepEqual([await state(locationId), await state(own.clinicId)], ['confirmed', 'unknown'])
  })
})

test('beside the question whether the enrolment was verified stands what the record says of it, and that nobody wrote it down', async () => {
  const session = await treated()
  const { patientId } = session
  const said = async () => {
    const plan = (await clinic.prescriber.get(`/api/patients/${patientId}/plan?route=esketamine`)).json
    const room = await session.read()
    return [plan, room].map((one) => (one as { enrolment?: object }).enrolment)
  }
  assert.deepEqual(await said(), [{ state: 'unknown' }, { state: 'unknown' }])
  for (const step of ['confirmed', 'ended'] as const) {
    const body = { id: randomUUID(), step, day: today(), words: 'As the program wrote' }
    ok(await clinic.monitor.post(`/api/patients/${patientId}/rems`, body))
    const now = { state: step, day: today(), by: 'Milo Monitor' }
    assert.deepEqual(await said(), [now, now])
  }
  await clinic.prescriber.post(`/api/patients/${patientId}/team`, {
    id: randomUUID(),
    staffId: clinic.therapist.staffId,
  })
  const { status, json } = await clinic.therapist.get(`/api/patients/${patientId}/plan?route=esketamine`)
  assert.deepEqual([status, (json as { enrolment?: object }).enrolment], [200, undefined])
})

test('above the questions about medicines stands what the record says, and they stay open', async () => {
  const { form, patientId } = await treated()
  const read = async () =>
    (await clinic.monitor.get(form)).json as { medicines: { is: string; facts: { name: string }[] } }
  assert.deepEqual((await read()).medicines, { is: 'none known', facts: [] })
  const body = { change: 'recorded', id: randomUUID(), fact: { name: 'Lorazepam 0.5 mg' } }
  ok(await clinic.monitor.post(`/api/patients/${patientId}/medicines`, body))
  const { is, facts } = (await read()).medicines
  assert.deepEqual([is, facts.map(({ name }) => name)], ['listed', ['Lorazepam 0.5 mg']])
  assert.equal((await stateOf(form)).of.benzodiazepines?.state, 'missing')
})

test('that the source of the deadline is out of date is said by the clinic’s day, not by the day in London', async () => {
  const { reviewBy } = remsDeadline.rule
  app.clock.now = addMinutes(Instant.parse(`${reviewBy}T20:00:00.000Z`), -7 * 24 * 60)
  const session = await treated()
  ok(await session.event('stopped', { as: 'left against advice', reason: 'Had to catch a bus.' }))
  const said = async (hour: string) => {
    app.clock.now = Instant.parse(`${addDays(reviewBy, 1)}T${hour}:00:00.000Z`)
    await touched(app, clinic)
    await remindOfForms({ db: app.db, clock: () => app.clock.now }, clinic.clinicId)
    const { json } = await clinic.prescriber.get('/api/alerts')
    const { alerts } = json as { alerts: { level: string; says: string; ruleId: string; about: { id: string } }[] }
    return alerts
      .filter(({ ruleId, about }) => ruleId === 'RL-32' && about.id === session.id)
      .map(({ level, says }) => [level, /out of date/.test(says)])
      .toSorted()
  }
  assert.deepEqual(await said('01'), [['high', false]], 'in New York it is still the evening before')
  assert.deepEqual(await said('12'), [
    ['high', false],
    ['urgent', true],
  ])
})

test('under one id nothing else is taken: whoever changes an answer whose saving they did not hear of is told', async () => {
  const session = await treated()
  ok(await end(session))
  const { form } = session
  const enrolment = `/api/patients/${session.patientId}/rems`
  const answer = { id: randomUUID(), form: 'pmf-2026', field: 'opioids', value: 'yes' }
  const sending = sent({ words: 'The telephone number follows.' })
  const step = { id: randomUUID(), step: 'signed', day: today(), number: '17' }
  for (const [path, body, changed] of [
    [`${form}/answers`, answer, { value: 'no' }],
    [`${form}/sent`, sending, { confirmation: 'C-2' }],
    [enrolment, step, { number: '71' }],
  ] as const) {
    ok(await clinic.monitor.post(path, body))
    ok(await clinic.monitor.post(path, body))
    assert.equal((await clinic.monitor.post(path, { ...body, ...changed })).status, 409, path)
  }
  assert.equal((await stateOf(form)).of.opioids?.value, 'yes')
})
