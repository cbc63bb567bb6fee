import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phq9Answers, treated } from '../care/outcomes/test.ts'
import type { Outgoing } from '../clinic/messages/message.ts'
import { registered } from '../clinic/records/test.ts'
import { addMinutes, Instant } from '../science/time.ts'
import { makeRound } from './rounds.ts'
import { testApp } from './test.ts'

const app = await testApp()
// A Monday, 15:00 in New York.
const dosedAt = Instant.parse('2026-11-23T20:00:00.000Z')

/** The mail of this test's patient and staff; other tests' clinics are in the same database. */
const round = async (mine: (to: string) => boolean): Promise<Outgoing[]> => {
  const carried: Outgoing[] = []
  const carry = async (message: Outgoing) => void (mine(message.to) && carried.push(message))
  const { db, secrets, origin, clock } = app
  await makeRound({ db, secrets, origin, clock: () => clock.now, carriers: { mail: carry } })
  return carried
}

test('from the session through the patient’s mail to the prescriber’s, with nobody touching a screen', async () => {
  app.clock.now = dosedAt
  const as = await app.clinicWith()
  const email = `${as.clinicId}@example.test`
  const { id: patientId } = await registered(as.prescriber, { email, reachBy: ['mail'] })
  await treated(app.db, { clinicId: as.clinicId, patientId, staffId: as.prescriber.staffId, dosedAt })
  const people = [email, `${as.prescriber.staffId}@example.test`, `${as.monitor.staffId}@example.test`]
  const mine = (to: string) => people.includes(to)

  assert.deepEqual(await round(mine), [], 'on the evening of the session')
  app.clock.now = Instant.parse('2026-11-24T14:00:00.000Z')
  const to = (messages: Outgoing[]) => messages.map((message) => message.to)
  assert.deepEqual(to(await round(mine)), [email], 'the next-day check')
  assert.deepEqual(await round(mine), [], 'asked already, and one message a day')
  app.clock.now = addMinutes(app.clock.now, 1440)
  const asked = await round(mine)
  assert.deepEqual(to(asked), [email], 'the questionnaires')

  for (const { body } of asked) {
    const holder = app.holding(/https?:\S+/.exec(body)?.[0] ?? '')
    const { json } = await holder.get('/api/link/questions')
    if ((json as { asks: string }).asks !== 'phq-9') continue
    const responses = [{ id: crypto.randomUUID(), instrument: 'phq-9', answers: phq9Answers(12, 2) }]
    assert.equal((await holder.post('/api/link/answers', { answeredAt: app.clock.now, responses })).status, 200)
  }
  const told = await round(mine)
  assert.deepEqual(to(told), [`${as.prescriber.staffId}@example.test`], 'the prescriber has it')
  app.clock.now = addMinutes(app.clock.now, 15)
  const up = await round(mine)
  assert.deepEqual(to(up).sort(), people.slice(1).sort(), 'fifteen minutes later everybody who may act')
})
