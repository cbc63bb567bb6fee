import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Route } from '../../science/decide.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { listPlanSessions } from '../plans/queries.ts'
import { standingDoses, wasDosed } from './doses.ts'
import { receivedMgOf, treatedAt } from './given.ts'
import { listSessions } from './queries.ts'
import { sessionFrom } from './session.ts'
import { type Booked, checked, straight } from './test.ts'

const app = await testApp()
const { write } = straight(app)

/** What each way of asking the database says of the first dose of which they had something, beside what the log says. */
const asked = async (session: Booked) => {
  const { clinicId } = session.clinic
  const [{ events }, found] = await Promise.all([
    session.read(),
    reading(app.db, { clinicId }, async (q) => ({
      many: await q.all<{ at: Instant }>(
        sql`with recursive ${standingDoses(sql`s.id = ${session.id}`)} select at from dose`,
      ),
      was: await q.one<{ dosed: boolean }>(
        sql`select ${wasDosed('s')} as dosed from session s where s.id = ${session.id}`,
      ),
      listed: (await listSessions(q, session.patientId)).find(({ id }) => id === session.id),
      planned: (await listPlanSessions(q, session.planId)).filter(({ dosedOn }) => dosedOn).length,
    })),
  ])
  const log = sessionFrom(events as never)
  const { firstDoseAt, doses } = log
  const at = treatedAt(log)
  assert.deepEqual(
    [found.many[0]?.at, found.was.dosed, found.listed?.treatedAt ?? undefined, found.planned],
    [at, at !== undefined, at, at ? 1 : 0],
  )
  const mg = doses.reduce((sum, { data }) => sum + data.mg, 0)
  assert.deepEqual(
    [found.listed?.dosedAt ?? undefined, found.listed?.doseMg, found.listed?.receivedMg],
    [firstDoseAt, firstDoseAt === undefined ? null : mg, receivedMgOf(log)],
  )
  return at
}

/** Cleared, with doses and corrections written straight into the log. */
const given = async (route: Route) => {
  const session = await checked(app, undefined, {}, { route })
  assert.equal((await session.clear()).status, 200)
  await session.later(30)
  const clearanceId = (await session.read()).events.find(({ kind }) => kind === 'cleared')?.id
  const entry = async (kind: string, minutes: number, data: object, corrects = '') => {
    const id = randomUUID()
    await write(session, kind, data, minutes, { id, corrects })
    return id
  }
  return {
    session,
    entry,
    dose: (minutes: number, data: object) => entry('dose', minutes, { route, number: 1, clearanceId, ...data }),
    correct: (corrects: string, data: object) => entry('correction', 0, { reason: 'x', ...data }, corrects),
    at: (minutes: number) => addMinutes(app.clock.now, minutes),
  }
}

test('a dose is what its corrections left of it, however it is asked for', async () => {
  const { session, dose: write, correct, at } = await given('im')
  const dose = (number: number, minutes: number) => write(minutes, { mg: 40, number })
  assert.equal(await asked(session), undefined)
  const first = await dose(1, -20)
  assert.equal(await asked(session), at(-20))
  const second = await dose(2, -10)
  const moved = await correct(first, { happenedAt: at(-18) })
  assert.equal(await asked(session), at(-18))
  const withdrawn = await correct(moved, { withdrawn: true })
  assert.equal(await asked(session), at(-10), 'the first was never given')
  const other = await correct(second, { withdrawn: true })
  assert.equal(await asked(session), undefined, 'neither was the second')
  await correct(other, { data: { route: 'im', mg: 35, number: 2 } })
  assert.equal(await asked(session), at(-10), 'and then it was')
  await correct(withdrawn, { happenedAt: at(-15) })
  assert.equal(await asked(session), at(-15))
})

test('a device that gave nothing is no treatment, one that gave a part is; the next one that gave something begins it', async () => {
  const { session, dose, correct, at } = await given('esketamine')
  const device = { drug: 'esketamine', mg: 28, planMg: 56, lot: 'A1', expiry: '2099-01-31' }
  const first = await dose(-20, { ...device, gave: 'nothing' })
  assert.equal(await asked(session), undefined)
  await dose(-10, { ...device, number: 2, gave: 'both sprays' })
  assert.equal(await asked(session), at(-10))
  const part = await correct(first, { data: { route: 'esketamine', number: 1, ...device, gave: 'part' } })
  assert.equal(await asked(session), at(-20), 'how much is not known, and something was')
  const moved = await correct(part, { happenedAt: at(-18) })
  assert.equal(await asked(session), at(-18))
  await correct(moved, { data: { route: 'esketamine', number: 1, ...device, gave: 'nothing' } })
  assert.equal(await asked(session), at(-10))
})

test('an infusion whose pump never ran is no treatment; one that ran, or runs, is', async () => {
  const { session, dose, entry, correct, at } = await given('iv')
  await entry('line placed', -25, { site: 'hand', side: 'left', gauge: 22 })
  const doseId = await dose(-20, { drug: 'ketamine', mg: 40, volumeMl: 50, rateMlPerH: 75, minutes: 40 })
  assert.equal(await asked(session), at(-20), 'it runs')
  const stop = { doseId, what: 'stopped', reason: 'The line had slipped' }
  const stopped = await entry('infusion changed', -19, stop)
  assert.equal(await asked(session), at(-20))
  const atOnce = await correct(stopped, { happenedAt: at(-20) })
  assert.equal(await asked(session), undefined)
  const later = await correct(atOnce, { happenedAt: at(-15) })
  assert.equal(await asked(session), at(-20))
  const paused = await entry('infusion changed', -20, { doseId, what: 'paused' })
  assert.equal(await asked(session), undefined, 'paused from the first moment until the stop')
  await entry('infusion changed', -18, { doseId, what: 'resumed' })
  assert.equal(await asked(session), at(-20))
  await correct(paused, { withdrawn: true })
  await correct(later, { withdrawn: true })
  assert.equal(await asked(session), at(-20), 'nobody stopped it')
})

test('a lozenge of which nobody knows how much went in is a treatment', async () => {
  const { session, dose, entry, at } = await given('lozenge')
  const doseId = await dose(-20, { drug: 'ketamine', mg: 200, strengthMg: 100, count: 2 })
  assert.equal(await asked(session), at(-20))
  await entry('lozenge ended', -15, { doseId, as: 'spat out', whole: false })
  assert.equal(await asked(session), at(-20))
})
