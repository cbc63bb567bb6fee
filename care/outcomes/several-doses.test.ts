import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { givenMg, had } from '../../web/words/en/given.ts'
import { readChart } from '../chart/queries.ts'
import { readOwnCourse } from '../over-time/queries.ts'
import { readLongTerm } from '../over-time/queries-of-long-term.ts'
import { checked } from '../sessions/test.ts'
import { readOutcomes } from './queries.ts'
import { listBorne } from './tolerability.ts'

const app = await testApp()
const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))

test('three devices of one session are one treatment of 84 mg, for whoever decides and for the patient', async () => {
  const session = await checked(app, undefined, {}, { route: 'esketamine', mg: 84 })
  ok(await session.clear())
  for (const number of [1, 2, 3]) {
    await session.later(number === 1 ? 1 : 6)
    ok(await session.dose({ number }))
  }
  const { patientId, planId } = session
  await reading(app.db, { clinicId: session.clinic.clinicId }, async (q) => {
    const { now } = app.clock
    const [borne] = await listBorne(q, planId)
    assert.deepEqual([borne?.mg, borne?.route], [84, 'esketamine'])
    const outcomes = await readOutcomes(q, patientId, now)
    assert.deepEqual(
      outcomes.doses.map(({ mg, sessionId }) => [mg, sessionId]),
      [[84, session.id]],
    )
    assert.deepEqual(
      (await readOwnCourse(q, patientId, now)).doses.map(({ mg }) => mg),
      [84],
    )
    const { exposure } = await readLongTerm(q, patientId, outcomes, now)
    assert.deepEqual(
      exposure.map(({ mg, sessions }) => [mg, sessions]),
      [[84, 1]],
    )
  })
})

test('whoever decides how to go on reads what of an infusion went in, and that it is not known while it has no end', async () => {
  const session = await checked(app, undefined, {}, { route: 'iv' })
  ok(await session.clear())
  ok(await session.event('line placed', { site: 'hand', side: 'left', gauge: 22 }))
  ok(await session.dose())
  const borne = () =>
    reading(app.db, { clinicId: session.clinic.clinicId }, async (q) => (await listBorne(q, session.planId))[0])
  const { clinic, patientId } = session
  const own = async () =>
    (await reading(app.db, { clinicId: clinic.clinicId }, (q) => readOwnCourse(q, patientId, app.clock.now))).doses.map(
      ({ mg }) => mg,
    )
  const inChart = () =>
    reading(app.db, { clinicId: clinic.clinicId }, async (q) => {
      const chart = await readChart(q, patientId, app.clock.now)
      const [of] = chart?.sessions ?? []
      return [chart?.doses[0]?.mg, of?.doseMg, of && had(of.doseMg ?? 0, of.route, of.receivedMg)]
    })
  const total = () =>
    reading(app.db, { clinicId: clinic.clinicId }, async (q) => {
      const outcomes = await readOutcomes(q, patientId, app.clock.now)
      const { exposure } = await readLongTerm(q, patientId, outcomes, app.clock.now)
      return exposure.map(({ mg, unknown }) => [mg, unknown])
    })
  assert.deepEqual([(await borne())?.mg, (await borne())?.receivedMg], [40, null])
  assert.deepEqual(await total(), [[0, 1]])
  assert.deepEqual(await inChart(), [null, 40, 'amount infused not recorded, 40 mg programmed'])
  assert.deepEqual(await own(), [null], 'nor does the patient hear of what was only programmed')
  await session.later(10)
  const doseId = (await session.read()).events.find(({ kind }) => kind === 'dose')?.id
  ok(await session.event('infusion changed', { doseId, what: 'stopped', reason: 'Enough for today.' }))
  assert.deepEqual([(await borne())?.mg, (await borne())?.receivedMg], [40, 10])
  assert.deepEqual(await inChart(), [10, 40, '10 of 40 mg infused'])
  assert.deepEqual(await own(), [10])
  assert.deepEqual(await total(), [[10, 0]], 'and the total has what went in')
})

test('no patient reads that all of a device or a lozenge went in where only a part did, or nobody knows', async () => {
  const own = ({ clinic, patientId }: Awaited<ReturnType<typeof checked>>) =>
    reading(app.db, { clinicId: clinic.clinicId }, async (q) =>
      (await readOwnCourse(q, patientId, app.clock.now)).doses.map(({ mg }) => mg),
    )
  const ready = async (route: 'esketamine' | 'lozenge') => {
    const session = await checked(app, undefined, {}, { route })
    ok(await session.clear())
    await session.later(1)
    return session
  }
  const spray = await ready('esketamine')
  ok(await spray.dose({ number: 1 }))
  await spray.later(6)
  const second = randomUUID()
  ok(await spray.dose({ number: 2, gave: 'nothing' }, { id: second }))
  assert.deepEqual(await own(spray), [28], 'the second device gave nothing')
  const [borne] = await reading(app.db, { clinicId: spray.clinic.clinicId }, (q) => listBorne(q, spray.planId))
  assert.equal(borne && had(borne.mg, borne.route, borne.receivedMg), '28 of 56 mg in devices', 'nor whoever decides')
  const [{ data } = { data: {} }] = (await spray.read()).events.filter(({ id }) => id === second)
  const correct = { reason: 'It gave one of the two', data: { ...data, gave: 'part' } }
  ok(await spray.event('correction', correct, { corrects: second }, spray.clinic.prescriber))
  assert.deepEqual(await own(spray), [null])

  const mouth = await ready('lozenge')
  const lozenge = randomUUID()
  ok(await mouth.dose({}, { id: lozenge }))
  assert.deepEqual(await own(mouth), [null], 'still in the mouth')
  await mouth.later(5)
  const end = randomUUID()
  ok(await mouth.event('lozenge ended', { doseId: lozenge, as: 'spat out', whole: false }, { id: end }))
  assert.deepEqual(await own(mouth), [null])
  const swallowed = { reason: 'Seen again', data: { doseId: lozenge, as: 'swallowed', whole: true } }
  ok(await mouth.event('correction', swallowed, { corrects: end }))
  assert.deepEqual(await own(mouth), [200])
})

test('an amount that may not have gone in whole says so', () => {
  assert.equal(givenMg(84, 'esketamine'), '84 mg in devices')
  assert.equal(givenMg(1200, 'lozenge'), '1,200 mg in lozenges')
  assert.equal(givenMg(40, 'iv'), '40 mg programmed')
  assert.equal(givenMg(40, 'im'), '40 mg')
})
