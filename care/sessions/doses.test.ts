import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { listPlanSessions } from '../plans/queries.ts'
import { standingDoses, wasDosed } from './doses.ts'
import { listSessions } from './queries.ts'
import { sessionFrom } from './session.ts'
import { type Booked, checked, straight } from './test.ts'

const app = await testApp()
const { write } = straight(app)

/** What each way of asking the database says of the first dose that stands, beside what the log says. */
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
  const { firstDoseAt, doses } = sessionFrom(events as never)
  assert.deepEqual(
    [found.many[0]?.at, found.was.dosed, found.listed?.dosedAt ?? undefined, found.planned],
    [firstDoseAt, firstDoseAt !== undefined, firstDoseAt, firstDoseAt ? 1 : 0],
  )
  const mg = doses.reduce((sum, { data }) => sum + data.mg, 0)
  assert.equal(found.listed?.doseMg, firstDoseAt === undefined ? null : mg)
  return firstDoseAt
}

test('a dose is what its corrections left of it, however it is asked for', async () => {
  const session = await checked(app)
  assert.equal((await session.clear()).status, 200)
  await session.later(30)
  const clearanceId = (await session.read()).events.find(({ kind }) => kind === 'cleared')?.id
  const dose = async (number: number, minutes: number) => {
    const id = randomUUID()
    await write(session, 'dose', { route: 'im', mg: 40, number, clearanceId }, minutes, { id })
    return id
  }
  const correct = async (corrects: string, data: object) => {
    const id = randomUUID()
    await write(session, 'correction', { reason: 'x', ...data }, 0, { id, corrects })
    return id
  }
  const at = (minutes: number) => addMinutes(app.clock.now, minutes)
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
  await correct(other, { data: { route: 'im', mg: 35, number: 2, clearanceId } })
  assert.equal(await asked(session), at(-10), 'and then it was')
  await correct(withdrawn, { happenedAt: at(-15) })
  assert.equal(await asked(session), at(-15))
})
