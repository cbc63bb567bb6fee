import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { sha256 } from '../../clinic/print/sha256.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { askedToSign, opened, published, signature, startedWith, understoodBy } from './test.ts'

const app = await testApp()

const started = () => startedWith(app)

describe('signing', () => {
  test('keeps the exact text under its hash, and who signed on what', async () => {
    const { clinicId, owner, monitor, prescriber, patientId, standing, at } = await started()
    await published(owner)
    const { requestId, url } = await askedToSign(monitor, patientId)
    const patient = app.holding(url)
    const { asked, textHash } = await understoodBy(patient)
    assert.equal(asked.patientName, 'Tést Sample')
    assert.equal((await standing()).state, 'asked')
    const signed = await patient.post('/api/link/consent/sign', signature(textHash, 'Test Sample'))
    assert.equal(signed.status, 200, JSON.stringify(signed.json))
    const row = await reading(app.db, { clinicId }, (q) =>
      q.one<Record<string, string>>(sql`
        select r.rendered, s.text_hash, s.signed_name, s.device_kind, s.present from consent_signature s
        join consent_request r on r.id = s.request_id where r.id = ${requestId}`),
    )
    assert.equal(sha256(row.rendered ?? ''), textHash)
    assert.deepEqual(
      [row.text_hash, row.signed_name, row.device_kind, row.present],
      [textHash, 'Test Sample', 'phone', monitor.staffId],
    )
    assert.equal((await standing()).state, 'signed')
    assert.equal((await standing()).inForce, false)
    assert.equal((await monitor.post(`${at}/${requestId}/countersign`, { id: randomUUID(), textHash })).status, 403)
    const wrong = await prescriber.post(`${at}/${requestId}/countersign`, { id: randomUUID(), textHash: sha256('x') })
    assert.equal(wrong.status, 409)
    const counter = await prescriber.post(`${at}/${requestId}/countersign`, { id: randomUUID(), textHash })
    assert.equal(counter.status, 200)
    assert.equal((await standing()).inForce, true)
    const again = await prescriber.post(`${at}/${requestId}/countersign`, { id: randomUUID(), textHash })
    assert.equal(again.status, 409)
  })

  test('twice with the same id is once; with another id it is a conflict; another text is refused', async () => {
    const { owner, monitor, patientId } = await started()
    await published(owner)
    const patient = app.holding((await askedToSign(monitor, patientId)).url)
    const { textHash } = await understoodBy(patient)
    assert.equal((await patient.post('/api/link/consent/sign', signature(sha256('another')))).status, 409)
    const body = signature(textHash)
    const first = await patient.post('/api/link/consent/sign', body)
    const second = await patient.post('/api/link/consent/sign', body)
    assert.equal(first.status, 200)
    assert.deepEqual(second, { ...first, headers: second.headers })
    assert.equal((await patient.post('/api/link/consent/sign', signature(textHash))).status, 409)
    assert.equal((await opened(patient)).signed?.id, body.id)
  })

  test('asks for a name and a tick', async () => {
    const { owner, monitor, patientId } = await started()
    await published(owner)
    const patient = app.holding((await askedToSign(monitor, patientId)).url)
    const { textHash } = await understoodBy(patient)
    const reply = await patient.post('/api/link/consent/sign', { ...signature(textHash, ' . '), confirms: false })
    assert.equal(reply.status, 422)
    assert.deepEqual(Object.keys((reply.json as { fields: object }).fields).sort(), ['confirms', 'signedName'])
  })

  test('waits while a question is open, and goes on when a clinician has answered', async () => {
    const { owner, monitor, prescriber, frontDesk, patientId, standing, at } = await started()
    await published(owner)
    const { requestId, url } = await askedToSign(monitor, patientId)
    const patient = app.holding(url)
    const { textHash } = await understoodBy(patient)
    const asking = { id: randomUUID(), section: 'serious', words: 'What about my heart?' }
    assert.equal((await patient.post('/api/link/consent/question', asking)).status, 200)
    assert.equal((await patient.post('/api/link/consent/question', asking)).status, 200)
    assert.equal((await patient.post('/api/link/consent/question', { ...asking, words: 'Other' })).status, 409)
    assert.equal((await standing()).state, 'question open')
    assert.equal((await patient.post('/api/link/consent/sign', signature(textHash))).status, 409)
    const waiting = await prescriber.get('/api/consent/waiting')
    assert.match(JSON.stringify(waiting.json), /an answer/)
    const answer = { id: randomUUID(), questionId: asking.id, words: 'We checked it.' }
    assert.equal((await frontDesk.post(`${at}/${requestId}/answer`, answer)).status, 403)
    assert.equal((await prescriber.post(`${at}/${requestId}/answer`, answer)).status, 200)
    const late = await monitor.post(`${at}/${requestId}/answer`, { ...answer, id: randomUUID() })
    assert.equal(late.status, 409)
    assert.equal((late.json as { first: { by: string } }).first.by, 'Petra Prescriber')
    const seen = await opened(patient)
    assert.deepEqual(
      seen.questions.map(({ answer: words }) => words),
      ['We checked it.'],
    )
    assert.equal((await patient.post('/api/link/consent/sign', signature(textHash))).status, 200)
    assert.equal((await patient.post('/api/link/consent/question', { ...asking, id: randomUUID() })).status, 403)
  })

  test('a question that may speak of suicide pages whoever is on call, once; another pages nobody', async () => {
    const { owner, monitor, prescriber, patientId } = await started()
    await published(owner)
    const patient = app.holding((await askedToSign(monitor, patientId)).url)
    await understoodBy(patient)
    const ask = (words: string, id: string = randomUUID()) =>
      patient.post('/api/link/consent/question', { id, section: 'serious', words })
    const raised = async () =>
      ((await prescriber.get('/api/alerts')).json as { alerts: { ruleId: string; level: string }[] }).alerts.map(
        ({ ruleId, level }) => `${ruleId} ${level}`,
      )
    assert.equal((await ask('What about my heart?')).status, 200)
    assert.deepEqual(await raised(), [])
    const id = randomUUID()
    for (let sent = 0; sent < 2; sent += 1)
      assert.equal((await ask('I want to end my life. Will it help?', id)).status, 200)
    assert.deepEqual(await raised(), ['RL-07 urgent'])
  })

  test('another such question pages them anew once the first was acknowledged; the same one sent again does not', async () => {
    const { owner, monitor, prescriber, patientId } = await started()
    await published(owner)
    const patient = app.holding((await askedToSign(monitor, patientId)).url)
    const ask = (words: string, id: string) =>
      patient.post('/api/link/consent/question', { id, section: 'serious', words })
    const alerts = async () => ((await prescriber.get('/api/alerts')).json as { alerts: { id: string }[] }).alerts
    const [one, other] = [randomUUID(), randomUUID()]
    assert.equal((await ask('I want to end my life. Will it help?', one)).status, 200)
    const [first] = await alerts()
    const taken = { id: randomUUID(), kind: 'acknowledge' }
    assert.equal((await prescriber.post(`/api/alerts/${first?.id}/events`, taken)).status, 200)
    assert.equal((await ask('I want to end my life. Will it help?', one)).status, 200)
    assert.equal((await alerts()).length, 1)
    assert.equal((await ask('I bought a gun.', other)).status, 200)
    assert.equal((await alerts()).length, 2)
  })

  test('a question that comes after the signature is refused, and heard of when it may speak of suicide', async () => {
    const { owner, monitor, prescriber, patientId } = await started()
    await published(owner)
    const patient = app.holding((await askedToSign(monitor, patientId)).url)
    await understoodBy(patient)
    const { textHash } = await opened(patient)
    assert.equal((await patient.post('/api/link/consent/sign', signature(textHash))).status, 200)
    const ask = (words: string) =>
      patient.post('/api/link/consent/question', { id: randomUUID(), section: 'serious', words })
    const raised = async () =>
      ((await prescriber.get('/api/alerts')).json as { alerts: { ruleId: string }[] }).alerts.map(
        ({ ruleId }) => ruleId,
      )
    assert.equal((await ask('What about my heart?')).status, 403)
    assert.deepEqual(await raised(), [])
    assert.equal((await ask('I want to end my life.')).status, 403)
    assert.deepEqual(await raised(), ['RL-07'])
  })

  test('is over when the link is too old, replaced, or made for something else', async () => {
    const { owner, monitor, patientId, at } = await started()
    await published(owner)
    const { requestId, url } = await askedToSign(monitor, patientId)
    const { textHash } = await opened(app.holding(url))
    const next = await monitor.post(`${at}/${requestId}/send`, { how: 'tablet' })
    assert.equal(next.status, 200)
    assert.equal((await app.holding(url).post('/api/link/consent/sign', signature(textHash))).status, 403)
    const now = app.clock.now
    app.clock.now = addMinutes(now, 4 * 60 + 1)
    const old = await app
      .holding((next.json as { url: string }).url)
      .post('/api/link/consent/sign', signature(textHash))
    app.clock.now = now
    assert.equal(old.status, 403)
    assert.match((old.json as { says: string }).says, /too old/)
  })
})

describe('the database itself refuses', () => {
  const insert = async (clinicId: string, statement: ReturnType<typeof sql>) => {
    const { audited } = await import('../../clinic/audit/audited.ts')
    const { system } = await import('../../clinic/accounts/actor.ts')
    return audited(app.db, { clinicId, actor: system, action: 'test', at: app.clock.now }, (tx) => tx.run(statement))
  }
  test('a changed text, a wrong hash, and a signature under another text', async () => {
    const { clinicId, owner, monitor, patientId } = await started()
    await published(owner)
    const { requestId, url } = await askedToSign(monitor, patientId)
    await assert.rejects(
      insert(clinicId, sql`update consent_request set rendered = 'x' where id = ${requestId}`),
      /denied/,
    )
    await assert.rejects(insert(clinicId, sql`delete from consent_request where id = ${requestId}`), /denied/)
    const sign = (hash: string, confirmed: string[] = []) => sql`
      insert into consent_signature (clinic_id, id, request_id, text_hash, signed_name, device_kind, link_id, signed_at, confirmed)
      values (${clinicId}, ${randomUUID()}, ${requestId}, ${hash}, 'x', 'phone', ${randomUUID()}, ${app.clock.now}, ${confirmed})`
    await assert.rejects(insert(clinicId, sign(sha256('another'))), /was not answered/)
    const { asked, textHash } = await understoodBy(app.holding(url))
    await assert.rejects(insert(clinicId, sign(textHash)), /was not confirmed/)
    const confirmed = asked.content.points?.map(({ id }) => id)
    await assert.rejects(insert(clinicId, sign(sha256('another'), confirmed)), /foreign key/)
    await assert.rejects(
      insert(
        clinicId,
        sql`insert into consent_document (clinic_id, id, route, language, version, content, hash, what_changed, published_at, published_by)
            values (${clinicId}, ${randomUUID()}, 'im', 'en', 9, 'text', ${sha256('other')}, 'x', ${app.clock.now}, ${owner.staffId})`,
      ),
      /check constraint/,
    )
  })
})
