import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { discardLeftovers } from '../../care/drills/leftover.ts'
import { findPlay } from '../../care/drills/queries.ts'
import { findScript, scripts } from '../../care/drills/scripts.ts'
import { dosed } from '../../care/sessions/test.ts'
import { system } from '../../clinic/accounts/actor.ts'
import { demoMade } from '../../clinic/accounts/demo-clinic.ts'
import { drillCookieName } from '../../clinic/accounts/sign-in/cookie.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { DatabaseError } from '../../database/errors.ts'
import { listDrillClinics } from '../../database/owner.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Statement } from '../../database/types.ts'
import { writing } from '../../database/write.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { type Doors, doorsInto, type Reply } from '../../server/in-process.ts'
import { type As, testApp } from '../../server/test.ts'

const app = await testApp()
const { db, clock } = app

const answered = <T>(reply: Reply, status = 200): T => {
  assert.equal(reply.status, status, JSON.stringify(reply.json))
  return reply.json as T
}

const start = async (as: As, script = 'hypertensive-spike'): Promise<string> => {
  // Starting is limited by the minute.
  clock.now = addMinutes(clock.now, 2)
  return answered<{ id: string }>(await as.post('/api/drills', { id: randomUUID(), script })).id
}

/** Into the drill: what somebody with the drill's cookie can ask. */
const enter = async (as: As, id: string): Promise<Doors & { sessionId: string }> => {
  const reply = await as.post(`/api/drills/${id}/enter`)
  const { sessionId } = answered<{ sessionId: string }>(reply)
  const token = new RegExp(`${drillCookieName}=([\\w-]{43});`).exec(reply.headers.get('set-cookie') ?? '')?.[1]
  assert.ok(token)
  return { sessionId, ...doorsInto(app.app, app.origin)({ cookie: `${drillCookieName}=${token}` }) }
}

type Panel = { beganAt: Instant; sessionId: string; drillId: string }
const goOn = async (inside: Doors, minute: number): Promise<Reply> => {
  const { beganAt } = answered<Panel>(await inside.get('/api/drill'))
  return inside.post('/api/drill/on', { to: addMinutes(beganAt, minute) })
}

const record = (inside: Doors, sessionId: string, kind: string, data: object, happenedAt: Instant) =>
  inside.post(`/api/sessions/${sessionId}/events`, { id: randomUUID(), kind, happenedAt, data })

const rowsOf = (clinicId: string) =>
  reading(db, { clinicId }, (q) =>
    q.one<Record<string, number>>(sql`
      select (select count(*) from session) as sessions, (select count(*) from patient) as patients,
             (select count(*) from alert) as alerts, (select count(*) from stock_entry) as stock`),
  )

describe('a drill from start to sign-off', () => {
  test('is played in a clinic of its own, and what is kept of it stands in the training record', async () => {
    const clinic = await app.clinicWith()
    const { monitor, prescriber, owner } = clinic
    const id = await start(monitor)
    answered(await monitor.post('/api/drills', { id: randomUUID(), script: 'hypertensive-spike' }), 409)
    assert.deepEqual(await rowsOf(clinic.clinicId), { sessions: 0, patients: 0, alerts: 0, stock: 0 })

    const inside = await enter(monitor, id)
    const me = answered<{ staff: { name: string; roles: string[] }; clinic: { isDrill: boolean; name: string } }>(
      await inside.get('/api/me'),
    )
    assert.deepEqual([me.staff.name, me.staff.roles, me.clinic.isDrill], ['Milo Monitor', ['monitor'], true])
    assert.match(me.clinic.name, /^DRILL/)

    const play = await reading(app.db, { clinicId: await played(clinic.clinicId) }, findPlay)
    assert.deepEqual(play?.played, JSON.parse(JSON.stringify(findScript('hypertensive-spike'))))

    const { sessionId } = inside
    for (const stop of [9, 10, 19]) answered(await goOn(inside, stop))
    answered(await goOn(inside, 19), 409)
    const panel = answered<Panel>(await inside.get('/api/drill'))
    const at = addMinutes(panel.beganAt, 19)
    const { signs } = findScript('hypertensive-spike')?.moments[2] ?? assert.fail()
    const set = await record(inside, sessionId, 'vitals', { ...signs, crisisSymptoms: [], nausea: 'none' }, at)
    assert.deepEqual(
      answered<{ raised: { rule: string }[] }>(set).raised.map(({ rule }) => rule),
      ['RL-12'],
    )
    const { alerts } = answered<{ alerts: { id: string; ruleId: string }[] }>(await inside.get('/api/alerts?closed=no'))
    const alert = alerts.find(({ ruleId }) => ruleId === 'RL-12') ?? assert.fail()
    answered(await inside.post(`/api/alerts/${alert.id}/events`, { id: randomUUID(), kind: 'acknowledge' }))
    assert.deepEqual(await rowsOf(clinic.clinicId), { sessions: 0, patients: 0, alerts: 0, stock: 0 })

    answered(await inside.post('/api/drill/leave'))
    answered(await inside.get('/api/drill'), 401)
    answered(await monitor.post(`/api/drills/${id}/keep`))
    const { drill } = answered<{ drill: { report: { lines: { id: string; result: string; minutes?: number }[] } } }>(
      await prescriber.get(`/api/drills/${id}`),
    )
    const results = Object.fromEntries(drill.report.lines.map((line) => [line.id, line.result]))
    assert.deepEqual(results, {
      'set-19': 'met',
      asked: 'met',
      'taken-up-RL-12': 'met',
      'passed-on-RL-12': 'unknown',
      'again-RL-12': 'unknown',
      'on-time': 'not met',
    })
    assert.ok(!(await listDrillClinics(db)).some(({ drillOf }) => drillOf === clinic.clinicId))

    const words = { answer: 'not signed off', words: 'Called nobody to the bedside.' }
    answered(await monitor.post(`/api/drills/${id}/sign-off`, { id: randomUUID(), ...words }), 403)
    answered(await prescriber.post(`/api/drills/${id}/sign-off`, { id: randomUUID(), ...words }))
    const second = await owner.post(`/api/drills/${id}/sign-off`, { id: randomUUID(), ...words, answer: 'signed off' })
    assert.equal(answered<{ first: { by: string } }>(second, 409).first.by, 'Petra Prescriber')
    const trail = await reading(db, { clinicId: clinic.clinicId }, (q) =>
      q.all<{ action: string }>(sql`select action from audit_entry where action like 'drills.%' order by seq`),
    )
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['drills.start', 'drills.keep', 'drills.sign'],
    )
  })
})

const played = async (clinicId: string): Promise<string> =>
  (await listDrillClinics(db)).find(({ drillOf }) => drillOf === clinicId)?.clinicId ?? assert.fail()

const refused = (clinicId: string, statement: Statement, code: string) =>
  assert.rejects(
    writing(db, { clinicId }, (tx) => tx.run(statement)),
    (error) => error instanceof DatabaseError && error.code === code,
  )

for (const { id: scriptId, moments, route } of scripts)
  test(`${scriptId}: its clinic is made, and begins with the patient just treated and everything due ahead`, async () => {
    const clinic = await app.clinicWith()
    const id = await start(clinic.monitor, scriptId)
    const inside = await enter(clinic.monitor, id)
    type Session = { row: { route: string; responsibleName: string }; events: { kind: string; data: object }[] }
    const { row, events } = answered<Session>(await inside.get(`/api/sessions/${inside.sessionId}`))
    assert.deepEqual([row.route, row.responsibleName], [route, 'Milo Monitor'])
    const kinds = new Set(events.map(({ kind }) => kind))
    assert.ok(['arrived', 'vitals', 'cleared', 'dose'].every((kind) => kinds.has(kind)))
    const { shown } = answered<{ shown: object[] }>(await inside.get('/api/drill'))
    assert.equal(shown.length, moments.length)
    answered(await clinic.monitor.post(`/api/drills/${id}/keep`))
  })

test('a drill is kept apart: no list of the clinic knows it, nothing leaves it, no row of it can be moved', async () => {
  const clinic = await app.clinicWith()
  const { prescriber, monitor, clinicId } = clinic
  const id = await start(monitor, 'network-loss')
  const inside = await enter(monitor, id)
  const inDrill = await played(clinicId)
  const { row } = answered<{ row: { patientId: string } }>(await inside.get(`/api/sessions/${inside.sessionId}`))

  for (const [path, list] of [
    ['/api/board', 'sessions'],
    ['/api/patients', 'patients'],
    ['/api/stock', 'items'],
  ] as const)
    assert.deepEqual(answered<Record<string, object[]>>(await prescriber.get(path))[list], [], path)
  answered(await prescriber.get(`/api/sessions/${inside.sessionId}`), 404)
  assert.deepEqual(answered<{ drills: object[] }>(await inside.get('/api/drills')).drills, [])
  answered(await inside.get(`/api/drills/${id}`), 404)
  answered(await inside.post('/api/drills', { id: randomUUID(), script: 'panic' }), 409)

  answered(await inside.post(`/api/patients/${row.patientId}/ask`, { asks: 'phq-9', by: 'here' }), 409)
  await refused(
    inDrill,
    sql`insert into message (clinic_id, id, channel, recipient, subject, sealed_body, queued_at, not_before, next_try_at)
      values (${inDrill}, ${randomUUID()}, 'mail', 'a@example.test', 's', 'b', now(), now(), now())`,
    '23001',
  )

  await refused(inDrill, sql`update session set clinic_id = ${clinicId}`, '42501')
  await refused(inDrill, sql`update clinic set drill_of = null`, '23001')
  await refused(inDrill, sql`update clinic set is_demo = false, drill_of = null`, '23001')
  await refused(clinicId, sql`update clinic set is_demo = true`, '23001')
  await refused(
    clinicId,
    sql`insert into drill_play (clinic_id, drill_id, script, version, session_id, trainee_id, began_at)
      values (${clinicId}, ${randomUUID()}, 'panic', 1, ${randomUUID()}, ${randomUUID()}, now())`,
    '23001',
  )

  // While its network is away every screen hears nothing, and the panel beside it goes on.
  answered(await inside.get('/api/me'))
  answered(await goOn(inside, 8))
  for (const path of ['/api/me', '/api/sessions', `/api/sessions/${inside.sessionId}`, '/api/live'])
    assert.equal(answered<{ problem: string }>(await inside.get(path), 503).problem, 'unavailable')
  answered(await monitor.get('/api/me'))
  for (const stop of [9, 10, 19, 20, 29, 30, 34]) answered(await goOn(inside, stop))
  answered(await inside.get('/api/me'))

  // A stop in the wrong moment: the report is kept and its clinic still there. One under way is left alone.
  const there = async () => (await listDrillClinics(db)).some((one) => one.clinicId === inDrill)
  await discardLeftovers(db, addMinutes(clock.now, 3 * 24 * 60))
  assert.ok(await there())
  await writing(db, { clinicId }, (tx) =>
    tx.run(sql`insert into drill_report (clinic_id, drill_id, at, by_id, report)
      values (${clinicId}, ${id}, now(), ${monitor.staffId}, '{}')`),
  )
  await discardLeftovers(db, clock.now)
  assert.ok(!(await there()))
})

test('a drill of a demo that is being made is old by its clock, and left alone until the demo is whole', async () => {
  const { clinicId } = await app.clinicWith({ isDemo: true })
  const played = randomUUID()
  await writing(db, { clinicId: played }, (tx) =>
    tx.run(sql`insert into clinic (clinic_id, name, time_zone, is_demo, drill_of, created_at)
      values (${played}, 'Drill', 'America/New_York', true, ${clinicId}, ${addMinutes(clock.now, -200 * 24 * 60)})`),
  )
  const there = async () => (await listDrillClinics(db)).some((one) => one.clinicId === played)
  await discardLeftovers(db, clock.now)
  assert.ok(await there())
  const act = { clinicId, actor: system, action: demoMade, at: clock.now }
  await audited(db, act, async () => undefined)
  await discardLeftovers(db, clock.now)
  assert.ok(!(await there()))
})

describe('who may', () => {
  test('nobody goes into, reads or ends somebody else’s drill, has two, or signs off their own', async () => {
    const clinic = await app.clinicWith()
    const { prescriber, monitor, clinicId, owner } = clinic
    const id = await start(prescriber)
    answered(await prescriber.post('/api/drills', { id: randomUUID(), script: 'panic' }), 409)
    answered(await monitor.post(`/api/drills/${id}/enter`), 404)
    answered(await monitor.get(`/api/drills/${id}`), 404)
    answered(await monitor.post(`/api/drills/${id}/keep`), 404)
    assert.deepEqual(answered<{ drills: object[] }>(await monitor.get('/api/drills')).drills, [])
    assert.equal(answered<{ drills: object[] }>(await owner.get('/api/drills')).drills.length, 1)

    const body = { id: randomUUID(), answer: 'signed off', words: 'Went well.' }
    answered(await owner.post(`/api/drills/${id}/sign-off`, body), 409)
    answered(await prescriber.post(`/api/drills/${id}/keep`))
    answered(await prescriber.post(`/api/drills/${id}/enter`), 409)
    answered(await prescriber.post(`/api/drills/${id}/sign-off`, body), 403)
    await refused(
      clinicId,
      sql`insert into drill_sign_off (clinic_id, id, drill_id, staff_id, by_id, at, answer, words)
        values (${clinicId}, ${randomUUID()}, ${id}, ${prescriber.staffId}, ${prescriber.staffId}, now(), 'signed off', 'Me.')`,
      '23514',
    )
    answered(await owner.post(`/api/drills/${id}/sign-off`, { ...body, words: ' ' }), 422)
    answered(await owner.post(`/api/drills/${id}/sign-off`, body))
    await refused(clinicId, sql`update drill_sign_off set words = 'Better'`, '42501')
  })

  test('whoever has a patient here hands them over first', async () => {
    const clinic = await app.clinicWith()
    const home = await dosed(app, clinic)
    const held = await clinic.monitor.post('/api/drills', { id: randomUUID(), script: 'panic' })
    assert.match(answered<{ says: string }>(held, 409).says, /1 patient who is here/)
    assert.ok(home.id)
  })
})
