import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { evaluated } from '../evaluation/test.ts'
import { phq9Answers, treated } from '../outcomes/test.ts'
import { dosed } from '../sessions/test.ts'
import type { LongTerm } from './long-term.ts'

const app = await testApp()
const start = Instant.parse('2026-03-02T17:00:00.000Z')
const day = (days: number) => addMinutes(start, days * 1440)

const clinic = async (onDay = 10) => {
  app.clock.now = day(onDay)
  const as = await app.clinicWith()
  const { patientId, evaluationId, answer } = await evaluated(as.prescriber, app.clock.now, {})
  const respond = async (instrument: string, answers: object, at: Instant) => {
    const sent = { id: randomUUID(), instrument, answers, answeredAt: at, contextKind: 'between' }
    const { status, json } = await as.prescriber.post(`/api/patients/${patientId}/responses`, sent)
    assert.equal(status, 200, JSON.stringify(json))
  }
  const phq9 = (days: number, total: number) => respond('phq-9', phq9Answers(total), day(days))
  const dose = (days: number) =>
    treated(app.db, { clinicId: as.clinicId, patientId, staffId: as.prescriber.staffId, dosedAt: day(days) })
  const entry = async (kind: string, content: object) => {
    const sent = { evaluationId, entry: { kind, change: 'recorded', id: randomUUID(), content } }
    const { status, json } = await as.prescriber.post(`/api/patients/${patientId}/evaluation/entries`, sent)
    assert.ok(status < 300, JSON.stringify(json))
  }
  const read = async () => {
    const { status, json } = await as.prescriber.get(`/api/patients/${patientId}/over-time`)
    assert.equal(status, 200, JSON.stringify(json))
    return (json as { longTerm: LongTerm }).longTerm
  }
  return { ...as, patientId, respond, phq9, dose, entry, answer, read }
}
const stateOf = ({ checks }: LongTerm, id: string) => checks.find((check) => check.id === id)?.state

describe('long treatment, of one patient', () => {
  test('before a dose there is nothing to say, and nothing is said to be well', async () => {
    const { exposure, checks, patterns, returns } = await (await clinic()).read()
    assert.deepEqual([exposure, checks, patterns, returns], [[], [], [], { is: 'no dose' }])
  })

  test('from each dose’s own return of symptoms comes a band, beside the plan', async () => {
    const as = await clinic(70)
    await as.phq9(-5, 20)
    for (const from of [0, 21, 42]) {
      await as.dose(from)
      await as.phq9(from + 7, 6)
      await as.phq9(from + 14, 7)
      await as.phq9(from + 20, 13)
    }
    const { returns, exposure } = await as.read()
    assert.ok(returns.is === 'read')
    assert.deepEqual(returns.band, {
      is: 'band',
      doses: 3,
      returns: 3,
      middle: { from: 14, to: 20 },
      band: { from: 14, to: 20, percent: 75 },
    })
    assert.deepEqual(returns.plan, { least: 2, most: 7 })
    assert.deepEqual(exposure, [
      { route: 'im', mg: 150, unknown: 0, sessions: 3, first: '2026-03-02', last: '2026-04-13' },
    ])
  })

  test('without a baseline it says so; with too few doses what is missing', async () => {
    const as = await clinic()
    await as.dose(0)
    assert.deepEqual((await as.read()).returns, { is: 'no baseline' })
    await as.phq9(-1, 20)
    const { returns } = await as.read()
    assert.deepEqual(returns.is === 'read' && returns.band, {
      is: 'not enough',
      missing: { doses: 3, returns: 2, notAsked: 1, noResponse: 0, tooSoon: 0 },
    })
  })

  test('checks are unknown until they are on record; a liver test alone is not the four', async () => {
    const as = await clinic()
    await as.dose(0)
    const ids = ['LT-1', 'LT-2', 'LT-3', 'LT-4', 'LT-5']
    const unknown = await as.read()
    assert.deepEqual(
      ids.map((id) => stateOf(unknown, id)?.is),
      Array(5).fill('unknown'),
    )
    const liver = (test: string, takenOn: string) =>
      as.entry('result', { test, value: 20, lowest: 5, highest: 40, takenOn, note: '' })
    for (const name of ['alt', 'ast', 'alp']) await liver(name, '2026-03-01')
    assert.deepEqual(stateOf(await as.read(), 'LT-2'), { is: 'unknown' })
    await liver('ggt', '2026-02-20')
    assert.deepEqual(stateOf(await as.read(), 'LT-2'), { is: 'done', last: '2026-02-20', next: '2026-05-21' })
    const bladder = { frequency: 'none', urgency: 'none', nocturia: 'none', dysuria: 'none', pain: 'none' }
    await as.respond('urinary', { ...bladder, blood: null }, day(1))
    assert.deepEqual(stateOf(await as.read(), 'LT-1'), { is: 'unknown' }, 'a question left open')
    await as.respond('urinary', { ...bladder, blood: 'none' }, day(1))
    assert.deepEqual(stateOf(await as.read(), 'LT-1'), { is: 'done', last: '2026-03-03', next: null })
  })

  test('what a session asked and measured itself counts, on its day', async () => {
    const session = await dosed(app)
    const { json } = await session.clinic.prescriber.get(`/api/patients/${session.patientId}/over-time`)
    const { longTerm } = json as { longTerm: LongTerm }
    assert.deepEqual(
      ['LT-1', 'LT-3'].map((id) => stateOf(longTerm, id)?.is),
      ['done', 'done'],
    )
  })

  test('of what was corrected the correction counts, and of what was withdrawn nothing', async () => {
    const session = await dosed(app)
    const { prescriber } = session.clinic
    const states = async () => {
      const { json } = await prescriber.get(`/api/patients/${session.patientId}/over-time`)
      const { longTerm } = json as { longTerm: LongTerm }
      return ['LT-1', 'LT-3'].map((id) => stateOf(longTerm, id)?.is)
    }
    const { events } = await session.read()
    const [facts, vitals] = ['facts', 'vitals'].map((kind) => events.find((one) => one.kind === kind))
    const correct = async (corrects: string | undefined, data: object) => {
      const { status, json } = await session.event('correction', { reason: 'A slip', ...data }, { corrects })
      assert.equal(status, 200, JSON.stringify(json))
    }
    await correct(vitals?.id, { data: { ...vitals?.data, heartRate: 82 } })
    await correct(facts?.id, { data: facts?.data })
    assert.deepEqual(await states(), ['done', 'done'])
    const newest = (await session.read()).events.filter(({ kind }) => kind === 'correction').map(({ id }) => id)
    await correct(newest[0], { withdrawn: true })
    const asked = (facts?.data ?? {}) as { facts?: object }
    await correct(newest[1], { data: { facts: { ...asked.facts, urinary: null } } })
    assert.deepEqual(await states(), ['unknown', 'unknown'])
  })
  test('an early refill and lost doses are patterns, from what stands on record; what was dispensed is not what was given', async () => {
    const as = await clinic(60)
    await as.dose(0)
    const supply = { drug: 'ketamine', dispensedBy: 'pharmacy', knownFrom: 'pdmp', units: 8, mgPerUnit: 100 }
    const tell = async (list: string, fact: object) => {
      const id = randomUUID()
      const { status } = await as.monitor.post(`/api/patients/${as.patientId}/${list}`, {
        change: 'recorded',
        id,
        fact,
      })
      assert.equal(status, 200)
      return id
    }
    assert.deepEqual((await as.read()).takenHome, {
      dispensed: { mg: 0, supplies: 0, unknown: 0 },
      refills: [],
      losses: [],
    })
    await tell('supplies', { ...supply, dispensedOn: '2026-03-02', coversDays: 28 })
    const second = await tell('supplies', { ...supply, dispensedOn: '2026-03-20', units: null })
    await tell('supplies', { ...supply, dispensedOn: '2026-04-20' })
    const early = await as.read()
    assert.deepEqual(early.patterns, ['LT-P4'])
    assert.deepEqual(early.takenHome, {
      dispensed: { mg: 1600, supplies: 3, unknown: 1 },
      refills: [
        { is: 'early', on: '2026-03-20', before: '2026-03-02', ends: '2026-03-30', days: 10 },
        { is: 'unknown', on: '2026-04-20', before: '2026-03-20' },
      ],
      losses: [],
    })
    assert.deepEqual(early.exposure, [
      { route: 'im', mg: 50, unknown: 0, sessions: 1, first: '2026-03-02', last: '2026-03-02' },
    ])
    const path = `/api/patients/${as.patientId}/supplies`
    const mistake = { change: 'entered in error', id: randomUUID(), corrects: second, why: 'Seen twice' }
    assert.equal((await as.monitor.post(path, mistake)).status, 200)
    await tell('losses', { what: 'lost', units: 3, lostOn: '2026-04', knownFrom: 'patient' })
    const lost = await as.read()
    assert.deepEqual(lost.patterns, ['LT-P5'])
    assert.deepEqual(lost.takenHome.losses, [{ what: 'lost', units: 3, on: '2026-04' }])
  })

  test('what comes from elsewhere is what was answered, and otherwise nothing', async () => {
    const as = await clinic()
    await as.dose(0)
    assert.deepEqual((await as.read()).elsewhere, [])
    await as.answer({ otherKetaminePrescriber: true })
    const { elsewhere } = await as.read()
    assert.deepEqual(
      elsewhere.map(({ key, value }) => [key, value]),
      [['otherKetaminePrescriber', true]],
    )
  })
})
