import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes, Day } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { treated } from '../outcomes/test.ts'
import { planned } from '../plans/test.ts'
import type { DecisionWaiting } from '../plans/waiting.ts'
import { booked, nextDay } from './test.ts'
import { type ToBook, unbooked } from './to-book.ts'

const app = await testApp()
const daysAgo = (days: number) => addMinutes(app.clock.now, -days * 1440)

const start = async () => {
  const clinic = await app.clinicWith()
  const toBook = async (as = clinic.frontDesk) => {
    const { status, json } = await as.get('/api/sessions/to-book')
    assert.equal(status, 200, JSON.stringify(json))
    return (json as { toBook: ToBook[] }).toBook
  }
  const decisions = async (as = clinic.prescriber) =>
    ((await as.get('/api/plans/waiting')).json as { waiting: DecisionWaiting[] }).waiting
  const patient = async (change: object = {}) => planned(clinic, app.holding as never, app.clock.now, change)
  const dosed = (patientId: string, days: number) =>
    treated(app.db, { clinicId: clinic.clinicId, patientId, staffId: clinic.monitor.staffId, dosedAt: daysAgo(days) })
  return { ...clinic, toBook, decisions, patient, dosed }
}

test('whoever has a next session and none booked is listed with the plan’s days, the soonest first', async () => {
  const { toBook, patient, dosed } = await start()
  assert.deepEqual(await toBook(), [])
  const [first, late, soon] = [await patient(), await patient(), await patient()]
  await dosed(late.patientId, 9)
  await dosed(soon.patientId, 1)
  const found = await toBook()
  assert.deepEqual(
    found.map(({ patientId, next, planned: of, window, held, awaits }) => [patientId, next, of, !window, held, awaits]),
    [
      [late.patientId, 2, 6, false, [], null],
      [soon.patientId, 2, 6, false, [], null],
      [first.patientId, 1, 6, true, [], null],
    ],
  )
})

test('a booking takes them off the list; one of a day that is over with nothing recorded does not', async () => {
  const clinic = await start()
  const session = await booked(app, clinic)
  assert.deepEqual(await clinic.toBook(), [])
  const { bookedOn } = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
    q.one<{ bookedOn: Day }>(sql`
      select (s.booked_for at time zone c.time_zone)::date as "bookedOn" from session s cross join clinic c`),
  )
  await nextDay(app, clinic)
  assert.deepEqual(
    (await clinic.toBook()).map(({ leftOpen }) => leftOpen),
    [{ id: session.id, bookedOn }],
  )
  const noShow = { id: randomUUID(), happenedAt: app.clock.now }
  const reply = await clinic.frontDesk.post(`${session.path}/no-show`, noShow)
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
  assert.deepEqual(
    (await clinic.toBook()).map(({ leftOpen }) => leftOpen),
    [null],
  )
})

test('what a booking would be refused for is said, and not what the determination rests on', async () => {
  const { toBook, patient, prescriber } = await start()
  const { patientId } = await patient()
  const { json } = await prescriber.get(`/api/patients/${patientId}/consent?route=im`)
  const { request } = json as { request: { id: string } }
  const path = `/api/patients/${patientId}/consent/${request.id}/withdraw`
  const reply = await prescriber.post(path, { id: randomUUID(), reason: 'Not for now' })
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
  const [line] = await toBook()
  assert.deepEqual(line?.held, ['Consent for this route is in force.'])
})

test('a review that is due, and a change that was decided and not signed, wait for a prescriber and hold the desk', async () => {
  const { toBook, decisions, patient, dosed, prescriber } = await start()
  const { patientId, planId, plan } = await patient()
  for (const days of [9, 6, 3]) await dosed(patientId, days)
  assert.equal((await toBook())[0]?.awaits, 'review')
  const [due] = await decisions()
  assert.deepEqual(
    [due?.patientId, due?.reviewsDue, due?.changeAwaited, due?.signedBy],
    [patientId, [{ point: 'after session', afterSession: 3 }], null, 'Petra Prescriber'],
  )
  const review = {
    point: 'after session',
    afterSession: 3,
    decision: 'change dose or interval',
    reason: 'Half as far.',
    version: 1,
  }
  const path = `/api/patients/${patientId}/plan/${planId}/review`
  app.clock.now = addMinutes(app.clock.now, 1)
  assert.equal((await prescriber.post(path, { id: randomUUID(), ...review })).status, 200)
  assert.equal((await toBook())[0]?.awaits, 'change')
  const [change] = await decisions()
  assert.deepEqual([change?.reviewsDue, change?.changeAwaited?.decision], [[], 'change dose or interval'])
  app.clock.now = addMinutes(app.clock.now, 1)
  const next = { ...plan, id: randomUUID(), expected: 1, why: 'Less', prescribed: { ...plan.prescribed, doseMg: 35 } }
  const signed = await prescriber.post(`/api/patients/${patientId}/plan?route=im`, next)
  assert.equal(signed.status, 200, JSON.stringify(signed.json))
  assert.deepEqual([(await toBook())[0]?.awaits, await decisions()], [null, []])
})

test('a stopped plan and a course given whole ask for no booking; the end asks for a decision', async () => {
  const { toBook, decisions, patient, dosed, prescriber } = await start()
  const { patientId, planId } = await patient({ sessions: 2 })
  for (const days of [6, 3]) await dosed(patientId, days)
  assert.deepEqual(await toBook(), [])
  assert.deepEqual((await decisions())[0]?.reviewsDue, [{ point: 'at the end', afterSession: 2 }])
  const ending = { point: 'at the end', afterSession: 2, version: 1 }
  const stop = { id: randomUUID(), decision: 'stop', reason: 'Well again.', ...ending }
  assert.equal((await prescriber.post(`/api/patients/${patientId}/plan/${planId}/review`, stop)).status, 200)
  assert.deepEqual([await toBook(), await decisions()], [[], []])
})

test('a session booked for today is ahead whatever its hour; yesterday’s is not', () => {
  const today = Day.parse('2026-11-30')
  const version = { sessions: 6, daysBetweenLeast: 2, daysBetweenMost: 5, reviewAfter: [3] }
  const open = (bookedOn: string) =>
    unbooked(
      [
        {
          plan: { patientId: 'p' },
          version,
          reviews: [],
          patientName: 'A',
          patientNumber: 1,
          sessions: [{ id: 's', bookedOn: Day.parse(bookedOn), dosedOn: null, ended: false }],
        } as never,
      ],
      today,
    ).length
  assert.deepEqual([open('2026-11-29'), open('2026-11-30'), open('2026-12-01')], [1, 0, 0])
})
