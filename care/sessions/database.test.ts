import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { DatabaseError } from '../../database/errors.ts'
import { sql } from '../../database/sql.ts'
import { testApp } from '../../server/test.ts'
import { allMet, type Booked, booked, checked, recovered, refuses, straight } from './test.ts'

let app: Awaited<ReturnType<typeof testApp>>
let direct: ReturnType<typeof straight>['direct']
let write: ReturnType<typeof straight>['write']
before(async () => {
  app = await testApp()
  ;({ direct, write } = straight(app))
})
const idOf = async (session: Booked, kind: string) =>
  (await session.read()).events.find((event) => event.kind === kind)?.id

describe('PostgreSQL itself refuses', () => {
  test('a dose without a clearance, or with another session’s', async () => {
    const session = await checked(app)
    const other = await checked(app, session.clinic)
    await other.clear()
    await assert.rejects(write(session, 'dose', { number: 1 }), refuses('session_event_dose_cleared'))
    await assert.rejects(
      write(session, 'dose', { number: 1, clearanceId: randomUUID() }),
      refuses('session_event_clearance'),
    )
    const borrowed = { number: 1, clearanceId: await idOf(other, 'cleared') }
    await assert.rejects(write(session, 'dose', borrowed), refuses('session_event_clearance'))
    const facts = { number: 1, clearanceId: await idOf(session, 'facts') }
    await assert.rejects(write(session, 'dose', facts), refuses('session_event_clearance'))
    await session.clear()
    const clearanceId = await idOf(session, 'cleared')
    await assert.rejects(write(session, 'dose', { clearanceId }), refuses('session_event_dose_numbered'))
    await assert.rejects(
      write(session, 'dose', { number: 1, clearanceId }, -1),
      refuses('session_event_before_clearance'),
    )
    const stockLotId = randomUUID()
    await assert.rejects(
      write(session, 'dose', { number: 1, clearanceId, stockLotId }),
      refuses('session_event_dose_drawn'),
      'said to be from the ledger, and not drawn from it',
    )
    assert.equal(await write(session, 'dose', { number: 1, clearanceId }), 1)
    await assert.rejects(write(session, 'dose', { number: 1, clearanceId }), refuses('session_event_one_dose'))
  })
  test('a second clearance, arrival or booking', async () => {
    const session = await checked(app)
    await session.clear()
    await assert.rejects(write(session, 'cleared', {}), refuses('session_event_one_clearance'))
    await assert.rejects(write(session, 'arrived', {}), refuses('session_event_one_arrival'))
    await assert.rejects(write(session, 'booked', {}), refuses('session_event_one_booking'))
  })
  test('a release without a dose, to nobody, twice, or anything after it', async () => {
    const session = await recovered(app)
    const doseId = await idOf(session, 'dose')
    const clearance = await idOf(session, 'cleared')
    const criteria = allMet('im')
    await assert.rejects(
      write(session, 'released', { toName: 'Sam', criteria }),
      refuses('session_event_release_dosed'),
    )
    await assert.rejects(
      write(session, 'released', { toName: 'Sam', criteria, doseId: clearance }),
      refuses('session_event_dose'),
    )
    await assert.rejects(
      write(session, 'released', { toName: ' ', criteria, doseId }),
      refuses('session_event_release_to_somebody'),
    )
    await assert.rejects(
      write(session, 'released', { toName: 'Sam', doseId }, -91),
      refuses('session_event_before_dose'),
    )
    await write(session, 'released', { toName: 'Sam', doseId, criteria })
    await assert.rejects(write(session, 'stopped', {}), refuses('session_event_after_end'))
    await assert.rejects(write(session, 'vitals', {}, 1), refuses('session_event_after_end'))
    assert.equal(await write(session, 'vitals', {}, -1), 1, 'seen before, delivered after')
    assert.equal(await write(session, 'addendum', { words: 'x' }, 1), 1)
  })
  test('what is in the future, before the arrival, or without one', async () => {
    const session = await booked(app)
    await assert.rejects(write(session, 'vitals', {}), refuses('session_event_no_arrival'))
    await session.arrive()
    await assert.rejects(write(session, 'vitals', {}, 3), refuses('session_event_not_future'))
    await assert.rejects(write(session, 'vitals', {}, -2), refuses('session_event_before_arrival'))
  })
  test('a correction of another session’s entry', async () => {
    const session = await checked(app)
    const other = await checked(app, session.clinic)
    const corrects = await idOf(other, 'vitals')
    const correct = direct(session, (tx) =>
      tx.run(sql`insert into session_event (clinic_id, id, session_id, kind, happened_at, recorded_at, recorded_by, data, corrects)
        values (${session.clinic.clinicId}, ${randomUUID()}, ${session.id}, 'correction', ${app.clock.now}, ${app.clock.now},
                ${session.clinic.monitor.staffId}, '{}', ${corrects ?? null})`),
    )
    await assert.rejects(correct, refuses('session_event_same_session'))
  })
  test('changing or removing what is in the log', async () => {
    const session = await checked(app)
    const denied = (error: unknown) => error instanceof DatabaseError && error.code === '42501'
    await assert.rejects(
      direct(session, (tx) => tx.run(sql`update session_event set data = '{}'`)),
      denied,
    )
    await assert.rejects(
      direct(session, (tx) => tx.run(sql`delete from session_event`)),
      denied,
    )
    await assert.rejects(
      direct(session, (tx) => tx.run(sql`delete from session`)),
      denied,
    )
  })
  test('moving a booking other than by an entry in its log', async () => {
    const session = await booked(app)
    const move = direct(session, (tx) => tx.run(sql`update session set ended_at = now(), ended_as = 'released'`))
    await assert.rejects(move, refuses('session_moves_by_log_only'))
  })
})

describe('PostgreSQL itself refuses, of a nasal spray', () => {
  const device = (session: Booked, clearanceId: string | undefined, more: object = {}) => ({
    route: 'esketamine',
    clearanceId,
    number: 1,
    drug: 'esketamine',
    mg: 28,
    planMg: 56,
    gave: 'both sprays',
    expiry: '2028-01-31',
    planVersionId: session.planVersionId,
    ...more,
  })
  test('anything but whole devices of 28 mg in date and within the plan, and a number twice', async () => {
    const session = await checked(app, undefined, {}, { route: 'esketamine' })
    await assert.rejects(write(session, 'dose', device(session, undefined)), refuses('session_event_dose_cleared'))
    await session.clear()
    const clearanceId = await idOf(session, 'cleared')
    const cases: [object, string][] = [
      [{ mg: 56 }, 'session_event_device'],
      [{ mg: 14 }, 'session_event_device'],
      [{ gave: undefined }, 'session_event_device'],
      [{ number: 4, planMg: 112 }, 'session_event_device'],
      [{ number: 3 }, 'session_event_beyond_plan'],
      [{ planMg: undefined }, 'session_event_beyond_plan'],
      [{ expiry: '2026-11-22' }, 'session_event_expired'],
      [{ expiry: undefined }, 'session_event_expired'],
      [{ route: 'im' }, 'session_event_dose_route'],
    ]
    for (const [more, constraint] of cases)
      await assert.rejects(write(session, 'dose', device(session, clearanceId, more)), refuses(constraint))
    assert.equal(await write(session, 'dose', device(session, clearanceId)), 1)
    await assert.rejects(write(session, 'dose', device(session, clearanceId)), refuses('session_event_one_dose'))
    const about = { about: 'device', doseId: randomUUID(), words: 'x' }
    await assert.rejects(write(session, 'decided', about), refuses('session_event_same_session'))
  })
})
