import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AlertShown } from '../../clinic/safety/queries.ts'
import { Instant } from '../../science/time.ts'
import { type As, testApp } from '../../server/test.ts'
import { watchForLate } from './late-sender.ts'
import { type Booked, checked, dosed, normalSet, recovered } from './test.ts'

const app = await testApp()
const start = Instant.parse('2026-11-23T15:00:00.000Z')

const round = ({ clinic }: Booked) => watchForLate({ db: app.db, clock: () => app.clock.now }, clinic.clinicId)
const alertsOf = async ({ clinic, id }: Booked, closed: 'yes' | 'no' = 'no'): Promise<AlertShown[]> => {
  const { json } = await clinic.monitor.get(`/api/alerts?closed=${closed}`)
  return (json as { alerts: AlertShown[] }).alerts.filter(({ about }) => about.id === id)
}
const rulesOf = async (session: Booked, closed?: 'yes') => (await alertsOf(session, closed)).map(({ ruleId }) => ruleId)
const ok = ({ status, json }: { status: number; json: unknown }) => assert.equal(status, 200, JSON.stringify(json))

const watched = async () => {
  app.clock.now = start
  return dosed(app)
}
/** One device of the nasal spray, the first of two. */
const sprayed = async () => {
  app.clock.now = start
  const session = await checked(app, undefined, {}, { route: 'esketamine', mg: 56 })
  ok(await session.clear())
  await session.later(1)
  ok(await session.dose())
  return session
}

test('an observation that is late has an owner who is told once, and is closed by whoever records it', async () => {
  const session = await watched()
  await session.later(15)
  assert.equal(await round(session), 0, 'at the limit nothing is late')
  await session.later(1)
  assert.equal(await round(session), 1)
  assert.equal(await round(session), 0, 'told once')
  const [alert] = await alertsOf(session)
  assert.equal(alert?.ruleId, 'SB-5')
  assert.deepEqual(alert?.standing.owner, { staff: session.clinic.monitor.staffId })
  assert.match(alert?.says ?? '', /^Not recorded 5 minutes after it was due: blood pressure/)
  assert.equal(alert?.source?.status, 'policy')
  await session.later(6)
  const [escalated] = await alertsOf(session)
  assert.deepEqual(escalated?.standing.owner, { role: 'prescriber' }, 'nobody acknowledged')

  const { prescriber } = session.clinic
  ok(await session.event('vitals', normalSet, {}, prescriber))
  assert.equal(await round(session), 0)
  assert.deepEqual(await alertsOf(session), [])
  const [closed] = await alertsOf(session, 'yes')
  assert.equal(closed?.standing.closed?.words, 'Recorded after all, 12 minutes after it was due.')
  assert.equal(closed?.events.at(-1)?.byId, prescriber.staffId)
})

test('a pressure of 180 is to be taken again after 5 minutes; not taken, it is somebody’s (RL-12)', async () => {
  const session = await watched()
  await session.later(10)
  ok(await session.event('vitals', { ...normalSet, systolic: 184 }))
  await round(session)
  await session.later(8)
  const { moaas, dissociation } = normalSet
  ok(await session.event('vitals', { moaas, dissociation }))
  assert.equal(await round(session), 0, 'at 8 minutes it is due and not late')
  await session.later(3)
  assert.equal(await round(session), 1)
  const late = (await alertsOf(session)).find(({ ruleId }) => ruleId === 'SB-5')
  assert.match(late?.says ?? '', /blood pressure/)
  ok(await session.event('vitals', { systolic: 150, diastolic: 90 }))
  await round(session)
  assert.deepEqual((await rulesOf(session)).includes('SB-5'), false)
})

test('part of what was asked for does not close it, the rest does', async () => {
  const session = await watched()
  await session.later(16)
  await round(session)
  const { systolic, diastolic, ...rest } = normalSet
  ok(await session.event('vitals', { systolic, diastolic }))
  await round(session)
  assert.deepEqual(await rulesOf(session), ['SB-5'])
  ok(await session.event('vitals', rest))
  await round(session)
  assert.deepEqual(await rulesOf(session), [])
})

test('a reason why it could not be taken leaves it late: it is not known', async () => {
  const session = await watched()
  await session.later(10)
  const { systolic, diastolic, ...rest } = normalSet
  ok(await session.event('vitals', { ...rest, notTaken: { bloodPressure: { why: 'patient declined' } } }))
  await session.later(6)
  assert.equal(await round(session), 1)
  assert.match((await alertsOf(session))[0]?.says ?? '', /: blood pressure/)
  ok(await session.event('vitals', { systolic, diastolic }))
  await round(session)
  assert.deepEqual(await rulesOf(session), [])
})

test('after an hour without a server one alert calls for the patient, not one for each time that was missed', async () => {
  const session = await watched()
  await session.later(66)
  assert.equal(await round(session), 1)
  await session.later(20)
  assert.equal(await round(session), 0, 'somebody is called already')
})

test('closed by hand while nobody recorded anything, the next one that is late calls again', async () => {
  const session = await watched()
  await session.later(16)
  await round(session)
  const [alert] = await alertsOf(session)
  const act = (kind: string, words?: string) =>
    session.clinic.monitor.post(`/api/alerts/${alert?.id}/events`, { id: crypto.randomUUID(), kind, words })
  ok(await act('acknowledge'))
  ok(await act('close', 'Asleep, breathing seen.'))
  assert.equal(await round(session), 0, 'the same one does not call twice')
  await session.later(10)
  assert.equal(await round(session), 1)
})

test('without a record it stays open, also when the session ends', async () => {
  const session = await watched()
  await session.later(16)
  await round(session)
  ok(await session.event('stopped', { as: 'sent to emergency care', reason: 'Chest pain.' }))
  await round(session)
  assert.deepEqual(await rulesOf(session), ['SB-5'])
})

test('no pressure at 40 minutes is the owner’s until a prescriber writes what they decide', async () => {
  const session = await sprayed()
  const { systolic: _, diastolic: __, ...withoutPressure } = normalSet
  await session.later(40)
  ok(await session.event('vitals', withoutPressure))
  await session.later(5)
  await round(session)
  assert.ok(!(await rulesOf(session)).includes('RL-20'), 'at 45 minutes there is still time')
  await session.later(1)
  await round(session)
  const found = (await alertsOf(session)).find(({ ruleId }) => ruleId === 'RL-20')
  assert.match(found?.says ?? '', /40 minutes/)
  ok(await session.vitals())
  await round(session)
  assert.deepEqual(await rulesOf(session), ['RL-20'], 'a later pressure makes up for the round and not for the form')
  const decided = { about: 'pressure at 40 minutes', words: 'Cuff failed; measured at 46 minutes.' }
  ok(await session.event('decided', decided, {}, session.clinic.prescriber))
  await round(session)
  assert.deepEqual(await rulesOf(session), [])
})

test('a pressure taken at 40 minutes and entered late closes it', async () => {
  const session = await sprayed()
  await session.later(46)
  await round(session)
  assert.ok((await rulesOf(session)).includes('RL-20'))
  ok(await session.vitals({}, { happenedAt: Instant.parse('2026-11-23T15:42:00.000Z') }))
  await round(session)
  assert.deepEqual(await rulesOf(session), [])
})

test('a pressure that holds the dose is somebody’s until a prescriber decides', async () => {
  app.clock.now = start
  const session = await checked(app)
  ok(await session.vitals({ systolic: 165, diastolic: 95 }))
  assert.deepEqual((await rulesOf(session)).toSorted(), ['RL-10', 'RL-11'])
  ok(await session.vitals({ systolic: 166, diastolic: 95 }))
  assert.equal((await rulesOf(session)).length, 2, 'told once')
  const board = (await session.clinic.monitor.get('/api/board')).json as { sessions: { alerts: object[] }[] }
  assert.deepEqual(board.sessions[0]?.alerts, [], 'nothing was given: the gate holds, nothing sounds')
  const because = { reason: 'Known, benefit outweighs.' }
  ok(await session.clear(['RL-10', 'RL-11'].map((rule) => ({ rule, ...because }))))
  const closed = await alertsOf(session, 'yes')
  assert.deepEqual(
    closed.map(({ standing }) => standing.closed?.by),
    ['Petra Prescriber', 'Petra Prescriber'],
  )
})

test('a pressure that came up after the clearance is closed with the reason a prescriber gives at the dose, and stays where nobody gave one', async () => {
  const upAgain = async () => {
    app.clock.now = start
    const session = await checked(app)
    ok(await session.clear())
    await session.later(1)
    ok(await session.vitals({ systolic: 165, diastolic: 95 }))
    assert.deepEqual((await rulesOf(session)).toSorted(), ['RL-10', 'RL-11'])
    await session.later(1)
    return session
  }
  const reasoned = await upAgain()
  const answers = ['RL-10', 'RL-11'].map((rule) => ({ rule, reason: 'Known, benefit outweighs.' }))
  assert.equal((await reasoned.dose()).status, 423)
  ok(await reasoned.dose({}, { answers }, reasoned.clinic.prescriber))
  assert.deepEqual(await rulesOf(reasoned), [])
  const closed = (await alertsOf(reasoned, 'yes')).map(({ standing }) => standing.closed?.by)
  assert.deepEqual(closed, ['Petra Prescriber', 'Petra Prescriber'])

  const lower = await upAgain()
  ok(await lower.vitals())
  ok(await lower.dose())
  assert.deepEqual((await rulesOf(lower)).toSorted(), ['RL-10', 'RL-11'], 'nobody decided about it')
})

test('a release that red lines refused is somebody’s until the patient leaves with every criterion met', async () => {
  app.clock.now = start
  const session = await recovered(app)
  ok(await session.facts({ escortPresent: false }))
  const refused = [await session.release(), await session.release()]
  assert.deepEqual(
    refused.map(({ status }) => status),
    [423, 423],
  )
  assert.deepEqual(await rulesOf(session), ['RL-23'])
  ok(await session.facts({ escortPresent: true }))
  ok(await session.release())
  assert.deepEqual(await rulesOf(session), [])
  assert.deepEqual(await rulesOf(session, 'yes'), ['RL-23'])
})

test('two hours and what has not resolved refuse a release, and are told too', async () => {
  const session = await sprayed()
  await session.later(60)
  ok(await session.vitals({ moaas: 4 }))
  const as: As = session.clinic.prescriber
  assert.equal((await session.release({}, as)).status, 423)
  const rules = await rulesOf(session)
  for (const rule of ['RL-20', 'RL-21', 'RL-22', 'RL-23']) assert.ok(rules.includes(rule), rule)
})

test('a set that is withdrawn is missing again in the very next round', async () => {
  const session = await watched()
  await session.later(10)
  ok(await session.vitals())
  await session.later(6)
  assert.equal(await round(session), 0, 'nothing can be late now until the next slot')
  const set = (await session.read()).events.findLast(({ kind }) => kind === 'vitals')?.id
  const withdrawn = { reason: 'Another patient’s.', withdrawn: true }
  ok(await session.event('correction', withdrawn, { corrects: set }))
  assert.equal(await round(session), 1)
})

test('limits that the clinic tightens count in the very next round', async () => {
  const session = await watched()
  await session.later(12)
  assert.equal(await round(session), 0)
  const { owner } = session.clinic
  ok(
    await owner.post('/api/clinic/limits', {
      route: 'im',
      limits: { lateAfterMinutes: 1 },
      why: 'Older.',
      signedAs: 'O',
    }),
  )
  assert.equal(await round(session), 1)
})
