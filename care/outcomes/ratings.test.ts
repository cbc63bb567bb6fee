import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { listResponses } from '../../clinic/responses/queries.ts'
import { reading } from '../../database/read.ts'
import { measureById } from '../../science/instruments/catalogue.ts'
import type { Measure } from '../../science/instruments/instrument.ts'
import { packFor } from '../../science/instruments/testing.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { type As, testApp } from '../../server/test.ts'
import { evaluated } from '../evaluation/test.ts'
import { booked } from '../sessions/test.ts'
import type { RatingsOfPatient, RatingsWaiting } from './routes-of-ratings.ts'
import { phq9Answers, treated } from './test.ts'

const app = await testApp()
const start = app.clock.now
const ago = (days: number): Instant => addMinutes(start, -days * 1440)

const waitingFor = async (as: As) => {
  const { status, json } = await as.get('/api/ratings')
  assert.equal(status, 200, JSON.stringify(json))
  return (json as RatingsWaiting).waiting
}
const ids = async (as: As) => (await waitingFor(as)).map(({ instrument }) => instrument)
const ofPatient = async (as: As, patientId: string) =>
  (await as.get(`/api/patients/${patientId}/ratings`)).json as RatingsOfPatient

const clinicWithOne = async (dosedDaysAgo: number[]) => {
  app.clock.now = start
  const clinic = await app.clinicWith()
  const { id: patientId } = await registered(clinic.monitor)
  for (const days of dosedDaysAgo)
    await treated(app.db, {
      clinicId: clinic.clinicId,
      patientId,
      staffId: clinic.prescriber.staffId,
      dosedAt: ago(days),
    })
  const rate = (instrument: string, answers: object, by: As = clinic.prescriber, more: object = {}) =>
    by.post(`/api/patients/${patientId}/responses`, {
      id: randomUUID(),
      instrument,
      answers,
      answeredAt: app.clock.now,
      contextKind: 'between',
      ...more,
    })
  const stored = () => reading(app.db, clinic, (q) => listResponses(q, patientId))
  return { ...clinic, patientId, rate, stored }
}

describe('what the schedule asks clinicians for', () => {
  test('stands before whoever signed the plan, and is done by rating it: theirs, with their name, on the chart', async () => {
    const as = await clinicWithOne([10, 3])
    const [row, ...more] = await waitingFor(as.prescriber)
    assert.deepEqual(
      [row?.instrument, row?.patientId, row?.why, row?.state, row?.lastAt],
      ['cgi-i', as.patientId, 'induction', 'due', null],
    )
    assert.equal(more.length, 0)
    assert.deepEqual(await ids(as.monitor), [], 'it is not the monitor’s')
    assert.equal((await as.rate('cgi-i', { '1': 2 })).status, 200)
    assert.deepEqual(await ids(as.prescriber), [])
    const [stored] = await as.stored()
    assert.deepEqual(
      [stored?.instrument, stored?.score, stored?.answeredByKind, stored?.answeredBy],
      ['cgi-i', 2, 'staff', as.prescriber.staffId],
    )
    const { ratings, rated } = await ofPatient(as.prescriber, as.patientId)
    assert.deepEqual(
      rated.map(({ instrument, score, by }) => [instrument, score, by]),
      [['cgi-i', 2, 'Petra Prescriber']],
    )
    assert.deepEqual(
      ratings.map(({ instrument, state, lastAt }) => [instrument, state, lastAt]),
      [['cgi-i', 'ahead', start]],
    )
  })

  test('“not assessed” and nothing at all leave it due: they are no rating', async () => {
    const as = await clinicWithOne([10, 3])
    assert.equal((await as.rate('cgi-i', { '1': 0 })).status, 200)
    assert.equal((await as.rate('cgi-i', {})).status, 422)
    assert.deepEqual(await ids(as.prescriber), ['cgi-i'])
    const { rated } = await ofPatient(as.prescriber, as.patientId)
    assert.deepEqual(
      rated.map(({ score }) => score),
      [null],
    )
  })

  test('is overdue a week later, there and in the registry', async () => {
    const as = await clinicWithOne([18, 11])
    assert.equal((await waitingFor(as.prescriber))[0]?.state, 'overdue')
    const overdue = async () => {
      const { json } = await as.prescriber.get('/api/registry')
      return (json as { rows: { overdue: { what: string }[] }[] }).rows[0]?.overdue.map(({ what }) => what)
    }
    assert.ok((await overdue())?.includes('ratings'))
    await as.rate('cgi-i', { '1': 4 })
    assert.equal((await overdue())?.includes('ratings'), false)
  })

  test('of somebody who left is every prescriber’s; nobody else’s list has it meanwhile', async () => {
    const as = await clinicWithOne([10, 3])
    const second = await as.another(['prescriber'])
    assert.deepEqual(await ids(second), [])
    const left = await as.owner.post(`/api/staff/${as.prescriber.staffId}/deactivate`, {})
    assert.equal(left.status, 204)
    assert.deepEqual(await ids(second), ['cgi-i'])
  })

  test('is for those who record: a therapist reads it of their own patients, the desk does not', async () => {
    const as = await clinicWithOne([10, 3])
    const path = `/api/patients/${as.patientId}/ratings`
    assert.equal((await as.therapist.get('/api/ratings')).status, 403)
    assert.equal((await as.frontDesk.get('/api/ratings')).status, 403)
    assert.equal((await as.frontDesk.get(path)).status, 403)
    assert.equal((await as.therapist.get(path)).status, 404)
    await as.frontDesk.post(`/api/patients/${as.patientId}/team`, { id: randomUUID(), staffId: as.therapist.staffId })
    assert.equal((await as.therapist.get(path)).status, 200)
    assert.equal((await as.rate('cgi-i', { '1': 2 }, as.therapist)).status, 403)
  })

  test('what the patient was asked and did not answer is beside it', async () => {
    const as = await clinicWithOne([10, 3])
    const asked = async () => (await ofPatient(as.monitor, as.patientId)).asked.map(({ instruments }) => instruments)
    assert.deepEqual(await asked(), [['phq-9']])
    await as.rate('phq-9', phq9Answers(8), as.monitor)
    assert.deepEqual(await asked(), [])
  })
})

describe('while somebody is evaluated', () => {
  test('CGI-S and the mania check are for whoever began; something new raises M2 and says so', async () => {
    app.clock.now = start
    const clinic = await app.clinicWith()
    const { patientId, evaluationId } = await evaluated(clinic.prescriber, app.clock.now, {})
    assert.deepEqual(await ids(clinic.prescriber), ['cgi-s', 'mania-psychosis-check'])
    const about = { contextKind: 'evaluation', contextId: evaluationId }
    const send = (instrument: string, answers: object) =>
      clinic.prescriber.post(`/api/patients/${patientId}/responses`, {
        id: randomUUID(),
        instrument,
        answers,
        answeredAt: app.clock.now,
        ...about,
      })
    assert.equal((await send('cgi-s', { '1': 5 })).status, 200)
    assert.equal((await send('mania-psychosis-check', { mood: 'no', sleep: 'no' })).status, 200)
    assert.deepEqual(await ids(clinic.prescriber), ['mania-psychosis-check'], 'one with open questions is not done')
    const raised = await send('mania-psychosis-check', { mood: 'new', sleep: 'no', energy: 'no', perception: 'no' })
    assert.deepEqual(
      (raised.json as { flags: { id: string }[] }).flags.map(({ id }) => id),
      ['M2'],
    )
    assert.deepEqual(await ids(clinic.prescriber), [])
  })
})

test('where the clinic holds C-SSRS it is due on the day of a session, before whoever is responsible, until it is done', async () => {
  const cssrs = measureById['c-ssrs-screener'] as Measure
  const session = await booked(app)
  const { clinic, patientId } = session
  assert.deepEqual((await ids(clinic.monitor)).includes(cssrs.id), false)
  const pack = { id: randomUUID(), pack: packFor(cssrs), licenceHeld: true }
  assert.equal((await clinic.owner.post(`/api/questionnaires/${cssrs.id}/pack`, pack)).status, 200)
  const [row] = (await waitingFor(clinic.monitor)).filter(({ instrument }) => instrument === cssrs.id)
  assert.deepEqual([row?.why, row?.about], ['before a dose', { kind: 'session', id: session.id }])
  const answers = { ...Object.fromEntries(['1', '2', '3', '4', '5'].map((id) => [id, 'no'])), '6': 'never' }
  const sent = { id: randomUUID(), instrument: cssrs.id, answers, answeredAt: app.clock.now }
  const here = { contextKind: 'session', contextId: session.id }
  assert.equal((await clinic.monitor.post(`/api/patients/${patientId}/responses`, { ...sent, ...here })).status, 200)
  assert.equal((await ids(clinic.monitor)).includes(cssrs.id), false)
})

test('C-SSRS is still due after midnight for whoever arrived before it, and not for whoever never came', async () => {
  const cssrs = measureById['c-ssrs-screener'] as Measure
  const was = app.clock.now
  // 23:50 in New York.
  app.clock.now = Instant.parse('2026-12-10T04:50:00.000Z')
  const session = await booked(app)
  const { clinic } = session
  const never = await booked(app, clinic)
  assert.equal((await session.arrive()).status, 200)
  const pack = { id: randomUUID(), pack: packFor(cssrs), licenceHeld: true }
  assert.equal((await clinic.owner.post(`/api/questionnaires/${cssrs.id}/pack`, pack)).status, 200)
  const of = async () =>
    (await waitingFor(clinic.monitor)).flatMap(({ why, about }) => (why === 'before a dose' ? [about?.id] : []))
  assert.deepEqual((await of()).toSorted(), [session.id, never.id].toSorted())
  await session.later(20)
  assert.deepEqual(await of(), [session.id])
  app.clock.now = was
})

test('MADRS the day after goes on where it was begun', async () => {
  const as = await clinicWithOne([8])
  const ten = Object.fromEntries((measureById.madrs as Measure).items.map(({ linkId }) => [linkId, 1]))
  const pack = { id: randomUUID(), pack: packFor(measureById.madrs as Measure), licenceHeld: true }
  assert.equal((await as.owner.post('/api/questionnaires/madrs/pack', pack)).status, 200)
  const once = await as.rate('madrs', ten, as.prescriber, { answeredAt: ago(7) })
  assert.equal(once.status, 200, JSON.stringify(once.json))
  await treated(app.db, {
    clinicId: as.clinicId,
    patientId: as.patientId,
    staffId: as.prescriber.staffId,
    dosedAt: ago(1),
  })
  const after = async () => (await waitingFor(as.prescriber)).filter(({ why }) => why === 'day after')
  assert.deepEqual(
    (await after()).map(({ instrument }) => instrument),
    ['madrs'],
  )
  await as.rate('madrs', ten)
  assert.deepEqual(await after(), [])
})
