import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { everyRoute } from '../../science/decide.ts'
import { houseNumbers } from '../../science/house.ts'
import { addDays, addMinutes, Day, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { listWaiting, type Waiting } from './queries-of-waiting.ts'
import { shipped } from './shipped.ts'
import { askedToSign, clinicWords, consented, published, signature, startedWith, understoodBy } from './test.ts'

const app = await testApp()

const started = () => startedWith(app)

describe('publishing', () => {
  test('makes version after version; of two who publish at once the second is told', async () => {
    const { owner, prescriber } = await started()
    assert.equal((await published(owner)).version, 1)
    const late = await prescriber.post('/api/consent/documents/im', {
      id: randomUUID(),
      expected: 0,
      additions: clinicWords,
      whatChanged: 'Mine',
    })
    assert.equal(late.status, 409)
    assert.equal((late.json as { first: { by: string } }).first.by, 'Olive Owner')
    assert.equal((await published(prescriber, 1)).version, 2)
  })
  test('waits for what only the clinic can say', async () => {
    const { owner } = await started()
    const body = { id: randomUUID(), expected: 0, additions: { under: {}, own: [] }, whatChanged: 'First' }
    const reply = await owner.post('/api/consent/documents/im', body)
    assert.equal(reply.status, 422)
    assert.ok('additions.under.costs' in (reply.json as { fields: object }).fields)
  })
  test('is not for the front desk, and every route has a text of its own', async () => {
    const { frontDesk, owner } = await started()
    assert.equal((await frontDesk.get('/api/consent/documents/im')).status, 403)
    for (const route of everyRoute) {
      const { json } = await owner.get(`/api/consent/documents/${route}`)
      assert.equal((json as { shipped: { route: string } }).shipped.route, route)
    }
  })
})

describe('asking', () => {
  test('is held until a document was published', async () => {
    const { monitor, at } = await started()
    const body = { id: randomUUID(), route: 'im', how: 'tablet', treatedFor: 'x', aim: 'y' }
    assert.equal((await monitor.post(at, body)).status, 423)
  })
  test('goes by mail only to somebody who said that mail is fine, and the mail names no treatment', async () => {
    const { clinicId, owner, monitor, at } = await started()
    await published(owner)
    const body = { route: 'im', how: 'mail', treatedFor: 'Depression', aim: 'y' }
    assert.equal((await monitor.post(at, { id: randomUUID(), ...body })).status, 422)
    const { id } = await registered(monitor, { givenName: 'Mia', email: 'mia@example.test', reachBy: ['mail'] })
    const reply = await monitor.post(`/api/patients/${id}/consent`, { id: randomUUID(), ...body })
    assert.equal(reply.status, 200, JSON.stringify(reply.json))
    assert.deepEqual(reply.json, {})
    const [mail] = await reading(app.db, { clinicId }, (q) =>
      q.all<{ recipient: string; subject: string; sealed_body: string }>(
        sql`select * from message where patient_id = ${id}`,
      ),
    )
    assert.equal(mail?.recipient, 'mia@example.test')
    const text = `${mail?.subject} ${app.secrets.open(mail?.sealed_body ?? '')}`
    assert.doesNotMatch(text, /ketamine|depression|consent|treatment/i)
    assert.match(text, /\/l#[\w-]{43}/)
  })
  test('shows the front desk where it stands but not what the patient is treated for', async () => {
    const { owner, monitor, frontDesk, patientId, at } = await started()
    await published(owner)
    await askedToSign(monitor, patientId)
    const seen = await frontDesk.get(`${at}?route=im`)
    assert.equal(seen.status, 200)
    assert.doesNotMatch(JSON.stringify(seen.json), /Depression/)
    assert.match(JSON.stringify((await monitor.get(`${at}?route=im`)).json), /Depression/)
  })
})

describe('after signing', () => {
  test('a newer version makes it outdated, and the old request can no longer be signed', async () => {
    const clinic = await started()
    const { owner, monitor, patientId, standing } = clinic
    await consented(clinic, app.holding, patientId)
    assert.equal((await standing()).inForce, true)
    await published(owner, 1)
    assert.deepEqual([(await standing()).state, (await standing()).inForce], ['outdated', false])
    const next = await askedToSign(monitor, patientId)
    const { textHash, asked } = await understoodBy(app.holding(next.url))
    assert.equal(asked.version, 2)
    await published(owner, 2)
    const late = await app.holding(next.url).post('/api/link/consent/sign', signature(textHash))
    assert.equal(late.status, 409)
    assert.match((late.json as { says: string }).says, /newer version/)
  })

  test('whom a newer version has to be put before is listed, until they were asked, said no, or it was long ago', async () => {
    const clinic = await started()
    const { owner, monitor, prescriber, frontDesk, patientId } = clinic
    const { id: other } = await registered(monitor, { givenName: 'Ida', familyName: 'Sample' })
    const { id: third } = await registered(monitor, { givenName: 'Una', familyName: 'Sample' })
    await consented(clinic, app.holding, patientId)
    const { requestId } = await askedToSign(monitor, other)
    await consented(clinic, app.holding, third, 'iv')
    const again = async () => {
      const { waiting } = (await prescriber.get('/api/consent/waiting')).json as { waiting: Waiting[] }
      return waiting.filter(({ waitsFor }) => waitsFor === 'asking again').map(({ name }) => name)
    }
    assert.deepEqual(await again(), [])
    await published(owner, 1)
    assert.deepEqual(
      (await again()).sort(),
      ['Ida Sample', 'Tést Sample'],
      'signed or not; another treatment is another text',
    )
    await askedToSign(monitor, patientId)
    assert.deepEqual(await again(), ['Ida Sample'])
    const inDays = (days: number) =>
      reading(app.db, { clinicId: clinic.clinicId }, (q) =>
        listWaiting(q, null, addMinutes(app.clock.now, days * 1440)),
      )
    const { value: longest } = houseNumbers.waitsForFirstDose
    assert.deepEqual(
      [(await inDays(longest - 1)).length, (await inDays(longest + 1)).length],
      [1, 0],
      'asked long ago, and no plan was made of it',
    )
    const no = { id: randomUUID(), reason: 'Not now.', withdrawnAt: app.clock.now }
    assert.equal((await frontDesk.post(`/api/patients/${other}/consent/${requestId}/withdraw`, no)).status, 200)
    assert.deepEqual(await again(), [])
  })

  test('the patient takes it back, once, with a time that can be', async () => {
    const clinic = await started()
    const { frontDesk, patientId, standing, at } = clinic
    const { requestId } = await consented(clinic, app.holding, patientId)
    const withdrawal = { id: randomUUID(), reason: 'Changed their mind', withdrawnAt: app.clock.now }
    const early = { ...withdrawal, withdrawnAt: Instant.parse('2026-11-22T17:00:00.000Z') }
    assert.equal((await frontDesk.post(`${at}/${requestId}/withdraw`, early)).status, 422)
    assert.equal((await frontDesk.post(`${at}/${requestId}/withdraw`, withdrawal)).status, 200)
    assert.equal((await standing()).state, 'withdrawn')
    assert.equal((await frontDesk.post(`${at}/${requestId}/withdraw`, { ...withdrawal, id: randomUUID() })).status, 409)
  })

  test('what was signed prints as a PDF, for those who may read the text', async () => {
    const clinic = await started()
    const { requestId } = await consented(clinic, app.holding, clinic.patientId)
    const pdf = await clinic.prescriber.get(`${clinic.at}/${requestId}/pdf`)
    assert.equal(pdf.status, 200)
    assert.match(String(pdf.json), /^%PDF-1\.7/)
    assert.equal(pdf.headers.get('content-type'), 'application/pdf')
    assert.equal((await clinic.frontDesk.get(`${clinic.at}/${requestId}/pdf`)).status, 403)
  })

  test('a clinic never reaches another clinic’s consent', async () => {
    const [here, there] = [await started(), await started()]
    const { requestId } = await consented(here, app.holding, here.patientId)
    assert.equal((await there.prescriber.get(`${here.at}?route=im`)).status, 404)
    assert.equal((await there.prescriber.get(`${there.at}/${requestId}/pdf`)).status, 404)
  })
})

test('that a source of the text is out of date is said by the clinic’s day, not by the day in London', async () => {
  const days = shipped.im.sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ reviewBy }) => reviewBy ?? []))
  const last = Day.parse(days.toSorted()[0])
  const stale = async (hour: string) => {
    app.clock.now = Instant.parse(`${addDays(last, 1)}T${hour}:00:00.000Z`)
    const { owner, prescriber, at } = await started()
    await published(owner)
    const [text, asking] = [await owner.get('/api/consent/documents/im'), await prescriber.get(`${at}?route=im`)]
    return [text, asking].map(({ json }) => (json as { stale: object[] }).stale.length > 0)
  }
  assert.deepEqual(await stale('01'), [false, false], 'in New York it is still the evening before')
  assert.deepEqual(await stale('12'), [true, true])
})
