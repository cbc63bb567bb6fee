import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../database/read.ts'
import { measureById } from '../../science/instruments/catalogue.ts'
import type { Measure } from '../../science/instruments/instrument.ts'
import type { ContentPack } from '../../science/instruments/pack.ts'
import { packFor } from '../../science/instruments/testing.ts'
import { Instant } from '../../science/time.ts'
import { type As, testApp } from '../../server/test.ts'
import { registered } from '../records/test.ts'
import { listAlertsOf } from '../safety/queries.ts'
import { listResponses } from './queries.ts'
import type { Listed } from './shown.ts'

const app = await testApp()
const madrs = measureById.madrs as Measure
const pack = packFor(madrs)

const clinic = async () => {
  const as = await app.clinicWith()
  const { id: patientId } = await registered(as.prescriber)
  const sign = (by: As = as.owner, given: ContentPack = pack) =>
    by.post('/api/questionnaires/madrs/pack', { id: randomUUID(), pack: given, licenceHeld: true })
  const list = async (): Promise<Listed | undefined> => {
    const { json } = await as.monitor.get('/api/questionnaires')
    return (json as { questionnaires: Listed[] }).questionnaires.find(({ id }) => id === 'madrs')
  }
  const answer = (what: object, more: object = {}) =>
    as.monitor.post(`/api/patients/${patientId}/responses`, {
      id: randomUUID(),
      instrument: 'madrs',
      answeredAt: app.clock.now,
      contextKind: 'between',
      ...what,
      ...more,
    })
  const stored = () => reading(app.db, { clinicId: as.clinicId }, (q) => listResponses(q, patientId))
  const alerts = () => reading(app.db, { clinicId: as.clinicId }, (q) => listAlertsOf(q, patientId, app.clock.now))
  return { ...as, patientId, sign, list, answer, stored, alerts }
}
const ten = (value: number, last = value) =>
  Object.fromEntries(madrs.items.map(({ linkId }) => [linkId, linkId === '10' ? last : value]))

describe('the words of a licensed questionnaire', () => {
  test('are used once the owner signed for them, with their version; before, only totals', async () => {
    const { sign, list, answer, stored, alerts } = await clinic()
    assert.equal((await list())?.words, 'none')
    const refused = await answer({ answers: ten(3) })
    assert.equal(refused.status, 422)
    assert.equal((await sign()).status, 200)
    assert.deepEqual([(await list())?.words, (await list())?.signed?.holder], ['clinic', 'Invented Press'])
    assert.equal((await answer({ answers: ten(3, 4) })).status, 200)
    const [one] = await stored()
    assert.deepEqual([one?.instrumentVersion, one?.score], ['2026', 31])
    assert.deepEqual(
      (await alerts()).map(({ ruleId }) => ruleId),
      ['S7'],
    )
  })

  test('are signed for by the owner only, and refused where they do not fit, saying where', async () => {
    const { sign, owner, prescriber, list } = await clinic()
    assert.equal((await sign(prescriber)).status, 403)
    const { 10: _, ...nine } = pack.questions
    const wrong = await sign(owner, { ...pack, questions: nine })
    assert.equal(wrong.status, 422)
    assert.match(JSON.stringify(wrong.json), /pack\.questions\.10/)
    const unheld = await owner.post('/api/questionnaires/madrs/pack', { id: randomUUID(), pack })
    assert.equal(unheld.status, 422)
    const shipped = await owner.post('/api/questionnaires/phq-9/pack', { id: randomUUID(), pack, licenceHeld: true })
    assert.equal(shipped.status, 422)
    assert.equal((await list())?.words, 'none')
  })

  test('count no more once withdrawn, or when the licence has run out', async () => {
    const { sign, owner, list, answer } = await clinic()
    await sign()
    const withdrawn = await owner.post('/api/questionnaires/madrs/withdraw', { id: randomUUID(), reason: 'Ended' })
    assert.equal(withdrawn.status, 200)
    assert.deepEqual([(await list())?.words, (await list())?.signed], ['none', null])
    assert.equal((await answer({ answers: ten(3) })).status, 422)
    const today = app.clock.now.slice(0, 10)
    await sign(owner, { ...pack, licence: { ...pack.licence, until: today } })
    assert.equal((await list())?.words, 'clinic')
    await sign(owner, { ...pack, licence: { ...pack.licence, until: '2020-01-01' } })
    assert.equal((await list())?.words, 'none')
    assert.equal((await list())?.signed?.until, '2020-01-01')
  })

  test('count to the end of the last day of their licence, by the clinic’s own calendar', async () => {
    const was = app.clock.now
    for (const [now, words] of [
      ['2026-12-01T01:30:00.000Z', 'clinic'],
      ['2026-12-01T05:10:00.000Z', 'none'],
    ] as const) {
      app.clock.now = Instant.parse(now)
      const { sign, owner, list } = await clinic()
      await sign(owner, { ...pack, licence: { ...pack.licence, until: '2026-11-30' } })
      assert.equal((await list())?.words, words, now)
    }
    app.clock.now = was
  })

  test('of one clinic are not another’s', async () => {
    const [one, other] = [await clinic(), await clinic()]
    await one.sign()
    assert.deepEqual([(await one.list())?.words, (await other.list())?.words], ['clinic', 'none'])
  })
})

describe('a total from paper', () => {
  test('is stored as a total and read like a score', async () => {
    const { answer, stored } = await clinic()
    assert.equal((await answer({ total: 35 })).status, 200)
    const [one] = await stored()
    assert.deepEqual([one?.score, one?.lowest, one?.highest, one?.answers], [35, 35, 35, { total: 35 }])
  })

  test('that nobody can have is refused with the range; so are a total and answers at once', async () => {
    const { answer, stored } = await clinic()
    const refused = await answer({ total: 61 })
    assert.equal(refused.status, 422)
    assert.match(JSON.stringify(refused.json), /0 to 60/)
    assert.equal((await answer({ total: 3, answers: {} })).status, 422)
    assert.equal((await answer({ total: 3 }, { instrument: 'urinary' })).status, 422)
    assert.equal((await stored()).length, 0)
  })

  test('raises the alert of its limit, and sent twice is stored once', async () => {
    const { answer, alerts, stored } = await clinic()
    const id = randomUUID()
    for (const _ of [1, 2]) assert.equal((await answer({ total: 6 }, { id, instrument: 'asrm' })).status, 200)
    assert.equal((await stored()).length, 1)
    assert.deepEqual(
      (await alerts()).map(({ ruleId }) => ruleId),
      ['M2'],
    )
    const other = await answer({ total: 7 }, { id, instrument: 'asrm' })
    assert.equal(other.status, 409)
  })
})

test('AUDIT-C takes the patient’s sex from the record, and the lower limit where it is not known', async () => {
  const { monitor, prescriber, clinicId } = await clinic()
  const answers = { 1: 1, 2: 1, 3: 1 }
  for (const [sex, flags] of [
    ['male', []],
    ['female', ['A1']],
    [null, ['A1']],
  ] as const) {
    const { id: patientId } = await registered(prescriber, { sex })
    const sent = { id: randomUUID(), instrument: 'audit-c', answers, answeredAt: app.clock.now, contextKind: 'between' }
    assert.equal((await monitor.post(`/api/patients/${patientId}/responses`, sent)).status, 200)
    const raised = await reading(app.db, { clinicId }, (q) => listAlertsOf(q, patientId, app.clock.now))
    assert.deepEqual(
      raised.map(({ ruleId }) => ruleId),
      flags,
    )
  }
})
