import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../database/read.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import type { RegistryAnswer } from '../registry/routes.ts'
import { booked } from '../sessions/test.ts'
import type { Outcomes } from './queries.ts'
import { listAtOnce } from './queries-of-at-once.ts'
import { asqNo, phq9Answers, treated } from './test.ts'

const app = await testApp()
const start = app.clock.now
const tried = { ...asqNo, 4: 'yes' }

const arrived = async () => {
  app.clock.now = start
  const session = await booked(app)
  assert.equal((await session.arrive()).status, 200)
  const { clinic, patientId } = session
  const answer = async (instrument: string, answers: object, days: number, more: object = {}) => {
    const id = randomUUID()
    const answeredAt = addMinutes(start, -days * 1440)
    const sent = { id, instrument, answers, answeredAt, contextKind: 'between', ...more }
    const { status, json } = await clinic.monitor.post(`/api/patients/${patientId}/responses`, sent)
    assert.equal(status, 200, JSON.stringify(json))
    return id
  }
  const told = async () =>
    ((await reading(app.db, { clinicId: clinic.clinicId }, (q) => listAtOnce(q))).get(patientId) ?? []).map(
      ({ at }) => at,
    )
  /** The alerts of this rule that are raised about this patient. */
  const alertsOf = async (rule: string) => {
    const { alerts } = (await clinic.prescriber.get('/api/alerts')).json as {
      alerts: { patientId: string; ruleId: string; level: string; says: string }[]
    }
    return alerts.filter((alert) => alert.ruleId === rule && alert.patientId === patientId)
  }
  return { ...session, answer, told, alertsOf }
}

describe('an attempt is told of', () => {
  test('behind a link or by staff in the suicide questions since the last contact, and not in those of the whole life', async () => {
    const here = await arrived()
    await here.answer('asq', { ...tried, 5: 'no' }, 9)
    await here.answer('asq-since-last', asqNo, 8)
    await here.answer('asq-since-last', { ...asqNo, 4: null, 1: 'yes' }, 7)
    assert.deepEqual(await here.told(), [])
    await here.answer('asq-since-last', tried, 6)
    assert.deepEqual(await here.told(), [addMinutes(start, -6 * 1440)])
    const other = await app.clinicWith()
    assert.equal((await reading(app.db, { clinicId: other.clinicId }, (q) => listAtOnce(q))).size, 0)
  })

  test('in the room, where the newest answer of the session counts, as it was corrected', async () => {
    const here = await arrived()
    const entered = { id: randomUUID(), happenedAt: app.clock.now, kind: 'facts', data: { facts: { suicide: tried } } }
    assert.equal((await here.clinic.monitor.post(`${here.path}/events`, entered)).status, 200)
    assert.deepEqual(await here.told(), [app.clock.now])
    await here.later(1)
    assert.equal((await here.facts({ alcoholToday: false })).status, 200)
    assert.equal((await here.told()).length, 1, 'another fact says nothing of it')
    const open = {
      id: randomUUID(),
      happenedAt: app.clock.now,
      kind: 'facts',
      data: { facts: { suicide: { 1: 'no' } } },
    }
    assert.equal((await here.clinic.monitor.post(`${here.path}/events`, open)).status, 200)
    assert.equal((await here.told()).length, 1, 'nor does a list in which the question was left open')
    const again = { id: randomUUID(), happenedAt: app.clock.now, kind: 'facts', data: { facts: { suicide: asqNo } } }
    assert.equal((await here.clinic.monitor.post(`${here.path}/events`, again)).status, 200)
    assert.deepEqual(await here.told(), [], 'asked again in the same session')
    await here.later(1)
    const data = { reason: 'The other patient', data: { facts: { suicide: tried } } }
    const corrected = await here.event('correction', data, { corrects: again.id })
    assert.equal(corrected.status, 200, JSON.stringify(corrected.json))
    assert.equal((await here.told()).length, 1, 'a correction says so')
  })
})

/** Somebody whose PHQ-9 went from 20 to 4 after a dose, and how the chart and the registry read it. */
const improved = async () => {
  const here = await arrived()
  const { clinicId, prescriber } = here.clinic
  await here.answer('phq-9', phq9Answers(20), 40)
  const dosedAt = addMinutes(start, -39 * 1440)
  await treated(app.db, { clinicId, patientId: here.patientId, staffId: prescriber.staffId, dosedAt })
  await here.answer('phq-9', phq9Answers(4), 20)
  const path = `/api/patients/${here.patientId}`
  const standing = async () => {
    const outcomes = (await prescriber.get(`${path}/outcomes`)).json as Outcomes
    const { rows } = (await prescriber.get('/api/registry')).json as RegistryAnswer
    const row = rows.find(({ patientId }) => patientId === here.patientId)
    return [outcomes.series[0]?.relapse?.state, row?.change.state, row?.reasons.includes('worse')]
  }
  return { ...here, ...here.clinic, path, standing }
}

test('after improvement it is a relapse at once, on the chart and in the registry alike', async () => {
  const here = await improved()
  assert.deepEqual(await here.standing(), ['no', 'not worse', false])
  await here.answer('asq-since-last', tried, 5)
  assert.deepEqual(await here.standing(), ['attempted', 'relapse attempted', true])
  await here.answer('phq-9', phq9Answers(12), 3)
  assert.deepEqual(await here.standing(), ['attempted', 'relapse attempted', true])
  await here.answer('phq-9', phq9Answers(4), 1)
  assert.deepEqual(await here.standing(), ['no', 'not worse', false])
})

test('told of after improvement it raises the suicide-risk check by itself; before, or as a lifetime, it does not', async () => {
  const here = await improved()
  const risk = () => here.alertsOf('RL-08')
  await here.answer('asq-since-last', tried, 30)
  await here.answer('asq', { ...tried, 5: 'no' }, 6)
  await here.answer('asq-since-last', asqNo, 5)
  assert.deepEqual(await risk(), [])
  await here.answer('asq-since-last', tried, 4)
  const [raised, ...more] = await risk()
  assert.deepEqual([raised?.level, more], ['high', []])
  assert.match(raised?.says ?? '', /suicide attempt/)
  await here.answer('asq-since-last', tried, 3)
  assert.equal((await risk()).length, 1, 'not asked for again')
})

test('suicidal behavior by C-SSRS has no day and need not be an attempt: it is shown, holds the dose, and is no relapse by itself', async () => {
  const here = await improved()
  const cssrs = { 1: 'no', 2: 'no', 6: 'in the past 3 months' }
  await here.answer('c-ssrs-screener', { ...cssrs, 6: 'more than 3 months ago' }, 8)
  const undated = async (path: string) => ((await here.prescriber.get(path)).json as Outcomes).undated
  const paths = [`${here.path}/outcomes`, `${here.path}/chart`]
  for (const path of paths) assert.deepEqual(await undated(path), [])
  await here.answer('c-ssrs-screener', cssrs, 5)
  for (const path of paths) assert.deepEqual(await undated(path), [{ at: addMinutes(start, -5 * 1440) }])
  assert.deepEqual(await here.standing(), ['no', 'not worse', false])
  const raised = await here.alertsOf('S3')
  assert.deepEqual(
    raised.map(({ level }) => level),
    ['urgent'],
  )
  await here.answer('asq-since-last', tried, 4)
  assert.deepEqual(await here.standing(), ['attempted', 'relapse attempted', true])
})

describe('a psychiatric admission', () => {
  const dayAgo = (days: number) => addMinutes(start, -days * 1440).slice(0, 10)
  const admission = (days: number) => ({ admittedOn: dayAgo(days), stay: 'still there', knownFrom: 'family' })
  const recorded = (fact: object) => ({ change: 'recorded', id: randomUUID() as string, fact })

  test('after improvement is a relapse at once, and raises the suicide-risk check; a mistake takes it back', async () => {
    const here = await improved()
    const risk = () => here.alertsOf('RL-08')
    assert.deepEqual(await risk(), [])
    const before = recorded(admission(30))
    assert.equal((await here.monitor.post(`${here.path}/admissions`, before)).status, 200)
    assert.deepEqual(await here.standing(), ['no', 'not worse', false], 'before PHQ-9 had improved')
    assert.deepEqual(await risk(), [])
    const since = recorded(admission(5))
    assert.equal((await here.monitor.post(`${here.path}/admissions`, since)).status, 200)
    assert.deepEqual(await here.standing(), ['admitted', 'relapse admitted', true])
    const [raised, ...more] = await risk()
    assert.deepEqual([raised?.level, more], ['high', []])
    assert.match(raised?.says ?? '', /psychiatric admission is on record/)
    const fact = { ...admission(5), stay: 'discharged', dischargedOn: dayAgo(1), hospital: 'Example Hospital' }
    const corrected = { change: 'corrected', id: randomUUID(), corrects: since.id, fact, why: 'Home since yesterday' }
    assert.equal((await here.prescriber.post(`${here.path}/admissions`, corrected)).status, 200)
    assert.equal((await risk()).length, 1, 'not asked for again')
    assert.deepEqual(await here.standing(), ['admitted', 'relapse admitted', true], 'home again is not well again')
    const { admissions } = (await here.prescriber.get(`${here.path}/chart`)).json as {
      admissions: { stay: string; hospital: string }[]
    }
    const shown = admissions.map(({ stay, hospital }) => `${stay} ${hospital}`.trim()).sort()
    assert.deepEqual(shown, ['discharged Example Hospital', 'still there'])
    const mistake = { change: 'entered in error', id: randomUUID(), corrects: corrected.id, why: 'Another patient' }
    assert.equal((await here.prescriber.post(`${here.path}/admissions`, mistake)).status, 200)
    assert.deepEqual(await here.standing(), ['no', 'not worse', false])
  })

  test('counts beside the answers of its own day, and ends with a later score that is well', async () => {
    const here = await improved()
    await here.answer('phq-9', phq9Answers(4), 5)
    assert.equal((await here.monitor.post(`${here.path}/admissions`, recorded(admission(5)))).status, 200)
    assert.deepEqual(await here.standing(), ['admitted', 'relapse admitted', true])
    await here.answer('phq-9', phq9Answers(4), 1)
    assert.deepEqual(await here.standing(), ['no', 'not worse', false])
  })

  test('of days that cannot be is refused; the front desk writes none, and another clinic sees none', async () => {
    const here = await improved()
    for (const [more, field] of [
      [{ admittedOn: dayAgo(-2) }, 'fact.admittedOn'],
      [{ stay: undefined }, 'fact.stay'],
      [{ dischargedOn: dayAgo(1) }, 'fact.dischargedOn'],
      [{ stay: 'discharged', dischargedOn: dayAgo(6) }, 'fact.dischargedOn'],
      [{ knownFrom: 'rumor' }, 'fact.knownFrom'],
    ] as const) {
      const sent = recorded({ ...admission(5), ...more })
      const { status, json } = await here.prescriber.post(`${here.path}/admissions`, sent)
      assert.equal(status, 422)
      assert.ok((json as { fields: Record<string, string> }).fields[field], JSON.stringify(json))
    }
    assert.equal((await here.frontDesk.post(`${here.path}/admissions`, recorded(admission(5)))).status, 403)
    assert.equal((await here.monitor.post(`${here.path}/admissions`, recorded(admission(5)))).status, 200)
    const other = await app.clinicWith()
    assert.equal((await reading(app.db, { clinicId: other.clinicId }, (q) => listAtOnce(q))).size, 0)
    assert.equal((await other.prescriber.post(`${here.path}/admissions`, recorded(admission(4)))).status, 404)
  })
})
