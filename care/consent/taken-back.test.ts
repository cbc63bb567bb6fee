import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { findStandingOf } from '../sessions/queries-standing.ts'
import { standingFindings } from '../sessions/standing.ts'
import { consentInForce } from './queries.ts'
import { findWithdrawal } from './queries-of-request.ts'
import { askedToSign, consented, opened, published, signature, understoodBy } from './test.ts'

const app = await testApp()
const start = app.clock.now

type Shown = { takenBackAt: string | null; mayTakeBack: boolean }

const clinic = async () => {
  app.clock.now = start
  const as = await app.clinicWith()
  const more = { email: 'sam@example.test', reachBy: ['mail'] }
  const { id: patientId } = await registered(as.monitor, more)
  const read = <T>(what: Parameters<typeof reading<T>>[2]) => reading(app.db, { clinicId: as.clinicId }, what)
  const standing = () => read((q) => consentInForce(q, patientId, 'im'))
  const booking = async () => {
    const found = await read((q) => findStandingOf(q, patientId, 'im', app.clock.now))
    return standingFindings(found.standing, '2026-11-23' as never).find(({ rule }) => rule === 'SB-2')
  }
  const alerts = async () =>
    ((await as.prescriber.get('/api/alerts')).json as { alerts: { ruleId: string; says: string; inputs: object }[] })
      .alerts
  const at = `/api/patients/${patientId}/consent`
  const link = async (requestId: string, how: 'mail' | 'tablet' = 'tablet') => {
    const { status, json } = await as.frontDesk.post(`${at}/${requestId}/send`, { how, present: false })
    assert.equal(status, 200, JSON.stringify(json))
    const { url } = json as { url?: string }
    return app.holding(url ?? (await mailed()))
  }
  const mailed = async () => {
    const { body } = await read((q) =>
      q.one<{ body: string }>(sql`select sealed_body as body from message order by queued_at desc, id limit 1`),
    )
    return /https?:\S+\/l#[\w-]{43}/.exec(app.secrets.open(body))?.[0] ?? ''
  }
  return { ...as, patientId, at, read, standing, booking, alerts, link }
}

describe('a patient takes a consent back on their own phone', () => {
  test('once, without a reason; sessions are held from then on, the team is told, and the record says whose word it was', async () => {
    const as = await clinic()
    const { requestId } = await consented(as, app.holding, as.patientId)
    assert.equal((await as.booking())?.answer, 'met')
    const phone = await as.link(requestId)
    assert.deepEqual(
      [(await opened(phone)).signed !== null, ((await opened(phone)) as never as Shown).mayTakeBack],
      [true, true],
    )
    app.clock.now = addMinutes(start, 5)
    const id = randomUUID()
    for (const _ of ['sent', 'sent again'])
      assert.equal((await phone.post('/api/link/consent/withdraw', { id })).status, 200)
    assert.equal((await as.standing()).state, 'withdrawn')
    assert.deepEqual([(await as.booking())?.answer, (await as.booking())?.holds], ['not met', true])
    const shown = (await opened(phone)) as never as Shown
    assert.deepEqual([shown.takenBackAt, shown.mayTakeBack], [app.clock.now, false])
    const kept = await as.read((q) => findWithdrawal(q, requestId))
    assert.deepEqual([kept?.recordedBy, kept?.reason, kept?.withdrawnAt], [null, '', app.clock.now])
    const alerts = await as.alerts()
    assert.deepEqual(
      alerts.map(({ ruleId, inputs }) => [ruleId, inputs]),
      [['CS-back', { route: 'im' }]],
    )
    const trail = await as.read((q) =>
      q.all<{ kind: string }>(sql`select actor_kind as kind from audit_entry where action = 'consent.withdraw'`),
    )
    assert.deepEqual(
      trail.map(({ kind }) => kind),
      ['link'],
    )
    const other = await phone.post('/api/link/consent/withdraw', { id: randomUUID() })
    assert.equal(other.status, 409)
    const desk = await as.frontDesk.post(`${as.at}/${requestId}/withdraw`, { id: randomUUID(), reason: 'Called' })
    assert.equal(desk.status, 409)
    assert.match(String((await as.prescriber.get(`${as.at}/${requestId}/pdf`)).json), /^%PDF-1\.7/)
  })

  test('through the link they signed with while its days last, unless that was on the clinic’s tablet', async () => {
    const as = await clinic()
    await published(as.prescriber)
    const { requestId, url } = await askedToSign(as.monitor, as.patientId)
    const tablet = app.holding(url)
    const { textHash } = await understoodBy(tablet)
    assert.equal((await tablet.post('/api/link/consent/sign', signature(textHash))).status, 200)
    assert.equal(((await opened(tablet)) as never as Shown).mayTakeBack, false)
    assert.equal((await tablet.post('/api/link/consent/withdraw', { id: randomUUID() })).status, 403)
    assert.equal((await as.standing()).state, 'signed')
    const fresh = await as.link(requestId)
    app.clock.now = addMinutes(start, 4 * 60)
    assert.equal((await fresh.post('/api/link/consent/withdraw', { id: randomUUID() })).status, 403, 'run out')
    assert.equal((await as.standing()).state, 'signed')

    const by = await clinic()
    await published(by.prescriber)
    const asked = await askedToSign(by.monitor, by.patientId)
    const phone = await by.link(asked.requestId, 'mail')
    const text = (await understoodBy(phone)).textHash
    assert.equal((await phone.post('/api/link/consent/sign', signature(text))).status, 200)
    app.clock.now = addMinutes(start, 7 * 24 * 60)
    assert.equal((await phone.get('/api/link/consent')).status, 403, 'its days are over')
    assert.equal((await phone.post('/api/link/consent/withdraw', { id: randomUUID() })).status, 403)
    app.clock.now = addMinutes(start, 7 * 24 * 60 - 1)
    assert.equal(((await opened(phone)) as never as Shown).mayTakeBack, true)
    assert.equal((await phone.post('/api/link/consent/withdraw', { id: randomUUID() })).status, 200)
    assert.equal((await by.standing()).state, 'withdrawn')
  })

  test('why they say no is heard of when it may speak of suicide, also where it comes too late to be written down', async () => {
    const as = await clinic()
    const { requestId } = await consented(as, app.holding, as.patientId)
    const phone = await as.link(requestId)
    const say = (reason: string) => phone.post('/api/link/consent/withdraw', { id: randomUUID(), reason })
    await as.link(requestId)
    const rules = async () => (await as.alerts()).map(({ ruleId }) => ruleId)
    assert.equal((await say('Not for me')).status, 403, 'a newer link was made')
    assert.deepEqual(await rules(), [])
    assert.equal((await say('I want to end my life')).status, 403)
    assert.deepEqual(await rules(), ['RL-07'])
    assert.equal((await as.standing()).state, 'countersigned')

    const by = await clinic()
    const old = await consented(by, app.holding, by.patientId)
    const tablet = await by.link(old.requestId)
    const no = { id: randomUUID(), reason: 'Called us' }
    assert.equal((await by.monitor.post(`${by.at}/${old.requestId}/withdraw`, no)).status, 200)
    const reason = 'I want to end my life'
    assert.equal((await tablet.post('/api/link/consent/withdraw', { id: randomUUID(), reason })).status, 409)
    assert.deepEqual(
      (await by.alerts()).map(({ ruleId }) => ruleId),
      ['RL-07'],
    )
  })

  test('before signing it is a no: nothing can be signed any more, and nothing counts as signed', async () => {
    const as = await clinic()
    await published(as.prescriber)
    const { requestId, url } = await askedToSign(as.monitor, as.patientId)
    const tablet = app.holding(url)
    const { textHash } = await understoodBy(tablet)
    const reason = 'Not for me 😀'
    assert.equal((await tablet.post('/api/link/consent/withdraw', { id: randomUUID(), reason })).status, 200)
    assert.equal((await tablet.post('/api/link/consent/sign', signature(textHash))).status, 409)
    assert.equal((await as.standing()).state, 'withdrawn')
    assert.equal((await as.read((q) => findWithdrawal(q, requestId)))?.reason, reason)
    assert.doesNotMatch(JSON.stringify(await as.alerts()), /Not for me/, 'an alert holds no words of a patient')
  })
})
