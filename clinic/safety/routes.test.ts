import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { system } from '../accounts/actor.ts'
import { audited } from '../audit/audited.ts'
import { listMessages } from '../messages/queries.ts'
import { registered } from '../records/test.ts'
import { type NewAlert, raiseAlert } from './changes.ts'
import type { AlertShown } from './queries.ts'
import { tellOfAlerts } from './sender.ts'

const app = await testApp()
const start = app.clock.now

const clinic = async () => {
  app.clock.now = start
  const as = await app.clinicWith()
  const { id: patientId } = await registered(as.prescriber)
  const raise = async (
    more: Partial<Pick<NewAlert, 'level' | 'dueMinutes' | 'ruleId' | 'says' | 'patientId' | 'about'>> = {},
  ) => {
    const act = { clinicId: as.clinicId, actor: system, action: 'test.raise', at: app.clock.now }
    const alert = await audited(app.db, act, (tx) =>
      raiseAlert(tx, {
        patientId,
        ruleId: 'RL-01',
        level: 'high',
        about: { kind: 'response', id: randomUUID() },
        now: app.clock.now,
        dueMinutes: 60,
        ownerRole: 'monitor',
        inputs: { item9: 1 },
        ...more,
      }),
    )
    return alert.id
  }
  return { ...as, patientId, raise }
}
const act = (kind: string, more: object = {}) => ({ id: randomUUID(), kind, ...more })
const listed = async (as: Awaited<ReturnType<typeof clinic>>) =>
  ((await as.monitor.get('/api/alerts')).json as { alerts: AlertShown[] }).alerts

test('one tap acknowledges; the second person is told who was first, and when', async () => {
  const as = await clinic()
  const id = await as.raise()
  app.clock.now = addMinutes(start, 3)
  const first = await as.monitor.post(`/api/alerts/${id}/events`, act('acknowledge'))
  assert.equal(first.status, 200)
  const second = await as.prescriber.post(`/api/alerts/${id}/events`, act('acknowledge'))
  assert.equal(second.status, 409)
  assert.deepEqual((second.json as { first: unknown }).first, { by: 'Milo Monitor', at: addMinutes(start, 3) })
})

test('whom an alert is about can be called from it; where nobody knows a number, that is what it says', async () => {
  const as = await clinic()
  await as.raise()
  const on = async (phone: string) => {
    const { id } = await registered(as.prescriber, { phone })
    await as.raise({ patientId: id })
    return (await listed(as)).find(({ patientId }) => patientId === id)?.patientPhone
  }
  assert.equal(await on('+1 212 555 0136'), '+1 212 555 0136')
  assert.equal(await on(''), '')
})

test('the same tap sent twice counts once', async () => {
  const as = await clinic()
  const id = await as.raise()
  const tap = act('acknowledge')
  const first = await as.monitor.post(`/api/alerts/${id}/events`, tap)
  const again = await as.monitor.post(`/api/alerts/${id}/events`, tap)
  assert.deepEqual([first.status, again.status], [200, 200])
  assert.equal((again.json as AlertShown).events.length, 1)
})

test('of two taps at the same moment one wins', { skip: app.db.engine !== 'server' && 'needs a server' }, async () => {
  const as = await clinic()
  for (let round = 0; round < 5; round += 1) {
    const id = await as.raise()
    const replies = await Promise.all([
      as.monitor.post(`/api/alerts/${id}/events`, act('acknowledge')),
      as.prescriber.post(`/api/alerts/${id}/events`, act('acknowledge')),
    ])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
  }
})

test('closing says what was done, and nothing is closed twice', async () => {
  const as = await clinic()
  const id = await as.raise()
  for (const words of [undefined, '', '  ', 'ok']) {
    const { status, json } = await as.monitor.post(`/api/alerts/${id}/events`, act('close', { words }))
    assert.equal(status, 422, JSON.stringify(words))
    assert.ok((json as { fields: Record<string, string> }).fields.words)
  }
  const words = 'Called at 12:10. ASQ negative. Sister stays tonight. 🙏 <b>'
  assert.equal((await as.monitor.post(`/api/alerts/${id}/events`, act('close', { words }))).status, 200)
  assert.deepEqual(await listed(as), [])
  const again = await as.prescriber.post(`/api/alerts/${id}/events`, act('close', { words: 'Me too' }))
  assert.equal(again.status, 409)
  const closed = await as.monitor.get('/api/alerts?closed=yes')
  assert.equal((closed.json as { alerts: AlertShown[] }).alerts[0]?.standing.closed?.words, words)
})

test('nobody answered: it goes up by the clock, and a late acknowledgement still counts', async () => {
  const as = await clinic()
  const id = await as.raise()
  const owners = []
  for (const minutes of [0, 59, 60, 119, 120]) {
    app.clock.now = addMinutes(start, minutes)
    // Acting staff touch their screen, so that none of them is locked.
    await touch(as)
    owners.push((await listed(as))[0]?.standing.owner)
  }
  assert.deepEqual(owners, [
    { role: 'monitor' },
    { role: 'monitor' },
    { role: 'prescriber' },
    { role: 'prescriber' },
    'everyone',
  ])
  const late = await as.monitor.post(`/api/alerts/${id}/events`, act('acknowledge'))
  assert.deepEqual((late.json as AlertShown).standing.owner, { staff: as.monitor.staffId })
})

test('whoever has it is told once for each step, without a name or a number in it', async () => {
  const as = await clinic()
  await as.raise()
  await as.raise({ level: 'review' })
  const tell = () =>
    tellOfAlerts({ db: app.db, secrets: app.secrets, origin: app.origin, clock: () => app.clock.now }, as.clinicId)
  assert.equal(await tell(), 1)
  assert.equal(await tell(), 0)
  app.clock.now = addMinutes(start, 61)
  assert.equal(await tell(), 1)
  const mail = await reading(app.db, { clinicId: as.clinicId }, (q) => listMessages(q))
  assert.deepEqual(mail.map(({ name }) => name).sort(), ['Milo Monitor', 'Petra Prescriber'])
  for (const { subject, sealedBody } of mail) {
    const text = subject + app.secrets.open(sealedBody ?? '')
    assert.doesNotMatch(text, /Sample|PHQ|suicid|RL-01|ketamine/i)
  }
})

test('what a session raised is on the screens of the room; nobody acknowledged it in time, whoever has it next is mailed', async () => {
  const as = await clinic()
  const inSession = { about: { kind: 'session', id: randomUUID() }, level: 'urgent', dueMinutes: 15 } as const
  const handed = await as.raise(inSession)
  await as.raise(inSession)
  const tell = () =>
    tellOfAlerts({ db: app.db, secrets: app.secrets, origin: app.origin, clock: () => app.clock.now }, as.clinicId)
  app.clock.now = addMinutes(start, 14)
  assert.equal(await tell(), 0)
  // Handed on it is with somebody who may be in no room at all.
  const hand = { words: 'End of my shift', toId: as.prescriber.staffId }
  assert.equal((await as.monitor.post(`/api/alerts/${handed}/events`, act('reassign', hand))).status, 200)
  assert.equal(await tell(), 1)
  app.clock.now = addMinutes(start, 15)
  assert.equal(await tell(), 1)
  assert.equal(await tell(), 0)
  const mailed = await reading(app.db, { clinicId: as.clinicId }, (q) => listMessages(q))
  assert.deepEqual(
    mailed.map(({ name }) => name),
    ['Petra Prescriber', 'Petra Prescriber'],
  )
})

test('handing on names one person or one role who can take it', async () => {
  const as = await clinic()
  const id = await as.raise()
  const hand = (more: object) =>
    as.monitor.post(`/api/alerts/${id}/events`, act('reassign', { words: 'End of my shift', ...more }))
  assert.equal((await hand({})).status, 422)
  assert.equal((await hand({ toRole: 'prescriber', toId: as.prescriber.staffId })).status, 422)
  assert.equal((await hand({ toRole: 'front-desk' })).status, 422)
  assert.equal((await hand({ toId: as.frontDesk.staffId })).status, 422)
  assert.equal((await hand({ toId: randomUUID() })).status, 422)
  const { status, json } = await hand({ toId: as.prescriber.staffId })
  assert.equal(status, 200)
  assert.deepEqual((json as AlertShown).standing.owner, { staff: as.prescriber.staffId })
})

test('whoever is handed what somebody acknowledged is told, and acknowledges it; of two of them the first wins', async () => {
  const as = await clinic()
  const id = await as.raise({ level: 'urgent' })
  const path = `/api/alerts/${id}/events`
  const counted = async () => (await as.monitor.get('/api/alerts/waiting')).json
  const told = () =>
    tellOfAlerts({ db: app.db, secrets: app.secrets, origin: app.origin, clock: () => app.clock.now }, as.clinicId)
  assert.equal(await told(), 1)
  assert.equal((await as.monitor.post(path, act('acknowledge'))).status, 200)
  assert.deepEqual(await counted(), { waiting: 0, urgent: 0 })
  assert.equal(
    (await as.monitor.post(path, act('reassign', { words: 'End of my shift', toRole: 'prescriber' }))).status,
    200,
  )
  assert.deepEqual(await counted(), { waiting: 1, urgent: 1 })
  assert.equal(await told(), 1)
  assert.equal((await as.prescriber.post(path, act('acknowledge'))).status, 200)
  const second = await as.monitor.post(path, act('acknowledge'))
  assert.deepEqual([second.status, (second.json as { first: { by: string } }).first.by], [409, 'Petra Prescriber'])
  assert.deepEqual(await counted(), { waiting: 0, urgent: 0 })
})

test('what somebody had who leaves, or may act on alerts no more, waits for the prescribers with a clock of their own', async () => {
  for (const leaves of ['deactivate', 'roles'] as const) {
    const as = await clinic()
    const nurse = await as.another(['monitor'])
    const [taken, handed, done, others] = [await as.raise(), await as.raise(), await as.raise(), await as.raise()]
    const at = (id: string) => `/api/alerts/${id}/events`
    assert.equal((await nurse.post(at(taken), act('acknowledge'))).status, 200)
    const hand = { words: 'Lunch', toId: nurse.staffId }
    assert.equal((await as.monitor.post(at(handed), act('reassign', hand))).status, 200)
    assert.equal((await nurse.post(at(done), act('close', { words: 'Called' }))).status, 200)
    assert.equal((await as.monitor.post(at(others), act('acknowledge'))).status, 200)
    app.clock.now = addMinutes(start, 10)
    const body = leaves === 'roles' ? { roles: ['front-desk'] } : undefined
    assert.ok((await as.owner.post(`/api/staff/${nurse.staffId}/${leaves}`, body)).status < 300)
    const standing = new Map(
      (await listed(as)).map(({ id, standing: { state, owner, dueAt } }) => [id, { state, owner, dueAt }]),
    )
    const waits = { state: 'waiting', owner: { role: 'prescriber' }, dueAt: addMinutes(start, 70) }
    assert.deepEqual([standing.get(taken), standing.get(handed), standing.has(done)], [waits, waits, false], leaves)
    assert.deepEqual(standing.get(others)?.owner, { staff: as.monitor.staffId })
  }
})

test('the list is by severity and age, with the rule’s own words', async () => {
  const as = await clinic()
  const ids = [await as.raise({ level: 'review' }), await as.raise()]
  app.clock.now = addMinutes(start, 1)
  ids.push(await as.raise({ level: 'urgent', ruleId: 'S1', says: 'Asked for now' }))
  const alerts = await listed(as)
  assert.deepEqual(
    alerts.map(({ id }) => id),
    [ids[2], ids[1], ids[0]],
  )
  assert.equal(alerts[0]?.says, 'Asked for now')
  assert.match(alerts[1]?.says ?? '', /question 9/)
})

test('the menu counts what nobody has acknowledged', async () => {
  const as = await clinic()
  const counted = async () => (await as.monitor.get('/api/alerts/waiting')).json
  assert.deepEqual(await counted(), { waiting: 0, urgent: 0 })
  const id = await as.raise({ level: 'urgent' })
  await as.raise()
  assert.deepEqual(await counted(), { waiting: 2, urgent: 1 })
  await as.monitor.post(`/api/alerts/${id}/events`, act('note', { words: 'Looking' }))
  assert.deepEqual(await counted(), { waiting: 2, urgent: 1 })
  await as.monitor.post(`/api/alerts/${id}/events`, act('acknowledge'))
  assert.deepEqual(await counted(), { waiting: 1, urgent: 0 })
})

test('another clinic sees none of it, and only those who may act on alerts see any', async () => {
  const as = await clinic()
  const id = await as.raise()
  const other = await app.clinicWith()
  assert.equal((await other.prescriber.get(`/api/alerts/${id}`)).status, 404)
  assert.equal((await other.prescriber.post(`/api/alerts/${id}/events`, act('acknowledge'))).status, 404)
  assert.deepEqual(((await other.prescriber.get('/api/alerts')).json as { alerts: unknown[] }).alerts, [])
  for (const who of [as.therapist, as.frontDesk, as.display, as.owner])
    assert.equal((await who.get('/api/alerts')).status, 403)
})

test('what happened to an alert cannot be changed afterwards', async () => {
  const as = await clinic()
  const id = await as.raise()
  await as.monitor.post(`/api/alerts/${id}/events`, act('acknowledge'))
  const tamper = (statement: ReturnType<typeof sql>) =>
    audited(app.db, { clinicId: as.clinicId, actor: system, action: 'test.tamper', at: start }, (tx) =>
      tx.run(statement),
    )
  await assert.rejects(tamper(sql`update alert set due_at = ${addMinutes(start, 999)}`), { code: '42501' })
  await assert.rejects(tamper(sql`delete from alert_event`), { code: '42501' })
})

const touch = async (as: Awaited<ReturnType<typeof clinic>>) => {
  const at = { clinicId: as.clinicId, actor: system, action: 'test.touch', at: app.clock.now }
  await audited(app.db, at, (tx) => tx.run(sql`update sign_in set seen_at = ${app.clock.now}`))
}
