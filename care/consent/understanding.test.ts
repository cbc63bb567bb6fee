import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { reading } from '../../database/read.ts'
import { everyRoute } from '../../science/decide.ts'
import { type As, testApp } from '../../server/test.ts'
import { consentInForce } from './queries.ts'
import { shipped } from './shipped.ts'
import { askedToSign, opened, published, signature, understoodBy } from './test.ts'
import { toTalkThrough, understood } from './understanding.ts'

describe('the questions on our texts', () => {
  for (const route of everyRoute) {
    const { sections, checks = [], points = [] } = shipped[route]
    test(`for ${route} each asks what a section of the text says, in the words of that text`, () => {
      assert.ok(checks.length >= 4)
      for (const { id, section, choices, right, because } of checks) {
        assert.ok(
          choices.some((choice) => choice.id === right),
          id,
        )
        const said = sections.find((one) => one.id === section)?.paragraphs.map(({ text }) => text)
        assert.ok(said, `${id}: there is no section ${section}`)
        // Every number and every telling word of the answer stands in the section.
        const text = said.join(' ').toLowerCase()
        for (const word of because.toLowerCase().match(/\d+|[a-z]{6,}/g) ?? [])
          assert.ok(text.includes(word), `${id}: “${word}” is not in the section ${section}`)
      }
    })
    test(`for ${route} each point has a source and a date for its review`, () => {
      assert.ok(points.length > 0)
      for (const { source, reviewBy } of points) assert.ok(source && reviewBy)
    })
  }
  test('the FDA’s warning on home use and the programme’s enrollment are points of their own', () => {
    const points = (route: keyof typeof shipped) => shipped[route].points?.map(({ id }) => id)
    assert.ok(points('lozenge')?.includes('fda-home-use'))
    assert.ok(points('esketamine')?.includes('rems'))
  })
})

describe('how a question was answered', () => {
  const checks = shipped.im.checks ?? []
  const [first] = checks
  assert.ok(first)
  const wrong = first.choices.find(({ id }) => id !== first.right)?.id ?? ''
  const given = (...choices: string[]) => choices.map((choice) => ({ checkId: first.id, choice }))
  for (const [answers, as, tries, talk] of [
    [[], undefined, 0, 0],
    [given(first.right), 'the text says', 1, 0],
    [given(wrong), 'otherwise', 1, 1],
    [given(wrong, first.right), 'the text says', 2, 0],
    [given(first.right, wrong), 'otherwise', 2, 1],
  ] as const)
    test(`${answers.map(({ choice }) => choice).join(', then ') || 'not at all'}: ${as ?? 'unknown'}`, () => {
      const [standing] = understood({ checks }, answers)
      assert.deepEqual([standing?.as, standing?.tries], [as, tries])
      assert.equal(toTalkThrough({ checks }, answers).length, talk)
    })
})

const app = await testApp()
const started = async () => {
  const clinic = await app.clinicWith()
  await published(clinic.owner)
  const { id: patientId } = await registered(clinic.monitor, { givenName: 'Test', familyName: 'Sample' })
  const standing = () => reading(app.db, { clinicId: clinic.clinicId }, (q) => consentInForce(q, patientId, 'im'))
  return { ...clinic, patientId, standing, at: `/api/patients/${patientId}/consent` }
}
const sign = (patient: Pick<As, 'post'>, body: object) => patient.post('/api/link/consent/sign', body)
const fields = ({ json }: { json: unknown }) => Object.keys((json as { fields?: object }).fields ?? {})

describe('signing', () => {
  test('waits until each question was answered, however, and until each point is ticked', async () => {
    const { monitor, patientId, standing } = await started()
    const patient = app.holding((await askedToSign(monitor, patientId)).url)
    const { textHash, asked } = await opened(patient)
    const early = await sign(patient, signature(textHash))
    assert.deepEqual([early.status, (early.json as { problem: string }).problem], [423, 'rule-held'])
    await understoodBy(patient)
    const without = await sign(patient, { ...signature(textHash), confirmed: [] })
    assert.deepEqual([without.status, fields(without)], [422, ['confirmed']])
    assert.equal((await standing()).state, 'asked')
    assert.equal((await sign(patient, signature(textHash))).status, 200)
    const [check] = asked.content.checks ?? []
    const late = { id: randomUUID(), checkId: check?.id, choice: check?.right }
    assert.notEqual((await patient.post('/api/link/consent/check', late)).status, 200)
  })
  test('refuses an answer to no question, and a choice nobody offered; the same answer twice is kept once', async () => {
    const { monitor, patientId } = await started()
    const patient = app.holding((await askedToSign(monitor, patientId)).url)
    const [check] = (await opened(patient)).asked.content.checks ?? []
    const answer = (body: object) => patient.post('/api/link/consent/check', { id: randomUUID(), ...body })
    assert.deepEqual(fields(await answer({ checkId: 'nothing', choice: 'yes' })), ['checkId'])
    assert.deepEqual(fields(await answer({ checkId: check?.id, choice: 'nothing' })), ['choice'])
    const id = randomUUID()
    const given = { id, checkId: check?.id, choice: check?.choices[0]?.id }
    for (let i = 0; i < 2; i++) assert.equal((await answer(given)).status, 200)
    assert.equal((await opened(patient)).answered.length, 1)
    assert.equal((await answer({ ...given, choice: check?.choices[1]?.id })).status, 409)
  })
  test('an answer that is not what the text says waits for the prescriber’s words', async () => {
    const { monitor, prescriber, patientId, at, standing } = await started()
    const { requestId, url } = await askedToSign(monitor, patientId)
    const patient = app.holding(url)
    const { asked, textHash } = await understoodBy(patient)
    const [check] = asked.content.checks ?? []
    const wrong = check?.choices.find(({ id }) => id !== check.right)?.id
    const answer = { id: randomUUID(), checkId: check?.id, choice: wrong }
    assert.equal((await patient.post('/api/link/consent/check', answer)).status, 200)
    assert.equal((await sign(patient, signature(textHash))).status, 200)
    const counter = (more: object) =>
      prescriber.post(`${at}/${requestId}/countersign`, { id: randomUUID(), textHash, ...more })
    assert.deepEqual(fields(await counter({})), ['talkedThrough'])
    assert.equal((await counter({ talkedThrough: 'We went through approval again.' })).status, 200)
    assert.equal((await standing()).inForce, true)
    const { json } = await prescriber.get(`${at}?route=im`)
    const { request } = json as { request: { signature: { talkedThrough: string } } }
    assert.equal(request.signature.talkedThrough, 'We went through approval again.')
  })
})

describe('a therapist', () => {
  test('whom the request names signs too, and nobody else; in force only when all three have', async () => {
    const { monitor, frontDesk, prescriber, therapist, another, patientId, at, standing } = await started()
    const ask = (therapistId: string) =>
      monitor.post(at, {
        id: randomUUID(),
        route: 'im',
        how: 'tablet',
        treatedFor: 'Depression',
        aim: 'Feeling better',
        therapistId,
      })
    assert.deepEqual(fields(await ask(therapist.staffId)), ['therapistId'])
    for (const { staffId } of [therapist, await another(['therapist'], 'Tom Therapist')])
      assert.ok((await frontDesk.post(`/api/patients/${patientId}/team`, { id: randomUUID(), staffId })).status < 300)
    const asked = await ask(therapist.staffId)
    assert.equal(asked.status, 200, JSON.stringify(asked.json))
    const requestId = (await standing()).requestId
    const patient = app.holding((asked.json as { url: string }).url)
    const { textHash, asked: text } = await understoodBy(patient)
    assert.equal(text.therapistName, 'Thea Therapist')
    const own = (as: As) => as.post(`${at}/${requestId}/therapist-sign`, { id: randomUUID(), textHash })
    assert.equal((await own(therapist)).status, 423, 'not before the patient')
    assert.equal((await sign(patient, signature(textHash))).status, 200)
    assert.match(JSON.stringify((await therapist.get('/api/consent/waiting')).json), /the therapist/)
    await prescriber.post(`${at}/${requestId}/countersign`, { id: randomUUID(), textHash })
    assert.deepEqual([(await standing()).state, (await standing()).inForce], ['signed', false])
    assert.match((await standing()).because, /Thea Therapist has not signed/)
    assert.equal((await own(prescriber)).status, 403)
    const tom = await another(['therapist'], 'Tessa Therapist')
    assert.equal((await own(tom)).status, 404, 'not on the team')
    assert.equal((await own(therapist)).status, 200)
    assert.equal((await standing()).inForce, true)
    assert.equal((await own(therapist)).status, 423, 'once')
  })
  test('who can sign no more holds nobody for good: it says so, and the patient is asked again; nobody asks with their name', async () => {
    for (const leaves of ['the clinic', 'the team'] as const) {
      const { owner, monitor, frontDesk, prescriber, therapist, patientId, at, standing } = await started()
      const team = `/api/patients/${patientId}/team`
      const memberId = randomUUID()
      assert.ok((await frontDesk.post(team, { id: memberId, staffId: therapist.staffId })).status < 300)
      const ask = (therapistId?: string) => {
        const said = { treatedFor: 'Depression', aim: 'Feeling better' }
        return monitor.post(at, { id: randomUUID(), route: 'im', how: 'tablet', ...said, therapistId })
      }
      const asked = await ask(therapist.staffId)
      const { requestId } = await standing()
      const patient = app.holding((asked.json as { url: string }).url)
      const { textHash } = await understoodBy(patient)
      assert.equal((await sign(patient, signature(textHash))).status, 200)
      await prescriber.post(`${at}/${requestId}/countersign`, { id: randomUUID(), textHash })
      assert.equal((await ask()).status, 423)
      const gone =
        leaves === 'the clinic'
          ? await owner.post(`/api/staff/${therapist.staffId}/deactivate`)
          : await prescriber.post(`${team}/${memberId}/end`)
      assert.ok(gone.status < 300, JSON.stringify(gone.json))
      assert.match((await standing()).because, /Thea Therapist .* no longer/)
      assert.deepEqual(fields(await ask(therapist.staffId)), ['therapistId'])
      assert.equal((await ask()).status, 200)
      assert.deepEqual([(await standing()).state, (await standing()).inForce], ['asked', false])
    }
  })
  test('sees what waits for them, and not what waits for others', async () => {
    const { monitor, therapist, patientId } = await started()
    const patient = app.holding((await askedToSign(monitor, patientId)).url)
    const { textHash } = await understoodBy(patient)
    assert.equal((await sign(patient, signature(textHash))).status, 200)
    assert.deepEqual((await therapist.get('/api/consent/waiting')).json, { waiting: [] })
  })
})
