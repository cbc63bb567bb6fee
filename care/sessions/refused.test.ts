import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { stocked } from '../../clinic/stock/test.ts'
import { sql } from '../../database/sql.ts'
import type { Route } from '../../science/decide.ts'
import { addMinutes } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { allMet, type Booked, booked, checked, dosed, recovered, refuses, straight } from './test.ts'

/** Each kind of bad input twice: as a screen sends it, and written straight into the table. */
let app: Awaited<ReturnType<typeof testApp>>
let straightOf: ReturnType<typeof straight>
before(async () => {
  app = await testApp()
  straightOf = straight(app)
})

const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
const idOf = async (session: Booked, kind: string) =>
  (await session.read()).events.findLast((event) => event.kind === kind)?.id
const fail = () => assert.fail('nothing to send')
const infusing = async (of: typeof app) => {
  const session = await checked(of, undefined, {}, { route: 'iv' })
  ok(await session.clear())
  ok(await session.event('line placed', { site: 'forearm', side: 'left', gauge: 22 }))
  await session.later(1)
  ok(await session.dose())
  return session
}
const cleared = async (route: Route = 'im') => {
  const session = await checked(app, undefined, {}, { route })
  ok(await session.clear())
  await session.later(1)
  return session
}
/** The screen is told why, and nothing more is in the log. */
const told = async (session: Booked, sent: () => Promise<Reply>, status: number, why: RegExp) => {
  const before = (await session.read()).events.length
  const reply = await sent()
  assert.equal(reply.status, status, JSON.stringify(reply.json))
  assert.match(JSON.stringify(reply.json), why)
  assert.equal((await session.read()).events.length, before, 'nothing was stored')
}

describe('refused with a reason, by the server and by PostgreSQL', () => {
  test('a dose before a clearance', async () => {
    const session = await checked(app)
    await told(session, () => session.dose(), 423, /not cleared|clearance|cleared/i)
    await assert.rejects(
      straightOf.write(session, 'dose', { route: 'im', number: 1 }),
      refuses('session_event_dose_cleared'),
    )
  })

  test('a second dose of the same device', async () => {
    const session = await cleared('esketamine')
    ok(await session.dose())
    await session.later(6)
    await told(session, () => session.dose(), 409, /2/)
    const [clearanceId, device] = [await idOf(session, 'cleared'), { route: 'esketamine', mg: 28, gave: 'both sprays' }]
    const again = { ...device, clearanceId, number: 1, planMg: 56, expiry: '2028-01-31' }
    await assert.rejects(straightOf.write(session, 'dose', again), refuses('session_event_one_dose'))
  })

  for (const route of ['im', 'esketamine'] as const)
    test(`a lot past its date, ${route}; on its last day it is given`, async () => {
      const session = await cleared(route)
      const lot = { lot: 'A1', expiry: '2026-11-22' }
      await told(session, () => session.dose(lot), 422, /expired on November 22, 2026/)
      const clearanceId = await idOf(session, 'cleared')
      const amount = route === 'im' ? { mg: 40 } : { mg: 28, planMg: 56, gave: 'both sprays' }
      const row = { route, number: 1, clearanceId, ...amount, ...lot }
      await assert.rejects(straightOf.write(session, 'dose', row), refuses('session_event_expired'))
      ok(await session.dose({ ...lot, expiry: '2026-11-23' }))
    })

  test('a lot that is not in stock, or by the ledger past its date', async () => {
    const session = await cleared()
    const insert = (lot: string, because = '') =>
      straightOf.direct(session, (tx) =>
        tx.run(sql`
          insert into stock_dose (clinic_id, id, session_id, patient_id, drug, form, lot, lot_because, given_at, recorded_at,
                                  given_by)
          values (${session.clinic.clinicId}, ${randomUUID()}, ${session.id}, ${session.patientId}, 'ketamine', 'vial',
                  ${lot}, ${because}, ${app.clock.now}, ${app.clock.now}, ${session.clinic.monitor.staffId})`),
      )
    assert.equal(await insert('X-9'), 1, 'a ledger that keeps no ketamine says nothing about lots')
    const good = await stocked(app, session.clinic)
    const old = { drug: 'ketamine', form: 'vial', strength: 10, volumeMl: 20 }
    const past = await stocked(app, session.clinic, old, '2026-11-22')
    assert.equal(past.lot, good.lot, 'two lots of one name: one in date is enough')
    await told(session, () => session.dose({ lot: 'X-9' }), 422, /no such lot in stock/)
    await assert.rejects(insert('X-9'), refuses('stock_dose_not_in_stock'))
    assert.equal(await insert('k-1 '), 1)
    assert.equal(await insert('X-9', 'Not entered yet'), 1)
    ok(await good.entry('wasted', { full: 2 }, { lotId: good.lotId, words: 'Broken' }))
    await told(
      session,
      () => session.dose({ lot: 'K-1', expiry: '2028-01-31' }),
      422,
      /According to the ledger.* expired/,
    )
    await assert.rejects(insert('K-1'), refuses('stock_dose_expired'))
  })

  test('a time in the future, or before the arrival', async () => {
    const session = await dosed(app)
    const at = (minutes: number) => ({ happenedAt: addMinutes(app.clock.now, minutes) })
    await told(session, () => session.vitals({}, at(3)), 422, /is in the future/)
    await assert.rejects(straightOf.write(session, 'vitals', {}, 3), refuses('session_event_not_future'))
    await told(session, () => session.vitals({}, at(-60)), 422, /arriv/)
    await assert.rejects(straightOf.write(session, 'vitals', {}, -60), refuses('session_event_before_arrival'))
  })

  test('a release before the shortest stay, or anything but what was seen before it', async () => {
    const early = await dosed(app)
    await told(early, () => early.release(), 423, /B6-time/)
    const row = { doseId: await idOf(early, 'dose'), toName: 'Sam', criteria: allMet('im') }
    await assert.rejects(straightOf.write(early, 'released', row, 0), refuses('session_event_before_stay'))

    const session = await recovered(app)
    ok(await session.release())
    await session.later(5)
    await told(session, () => session.vitals(), 409, /released/i)
    await assert.rejects(straightOf.write(session, 'vitals', {}), refuses('session_event_after_end'))
    await assert.rejects(
      straightOf.write(session, 'dose', { route: 'im', number: 2, clearanceId: await idOf(session, 'cleared') }),
      refuses('session_event_after_end'),
    )
    await told(session, () => session.dose({ number: 2 }), 409, /released/i)
  })

  test('a correction to a time at which the entry itself would have been refused', async () => {
    const session = await dosed(app)
    await session.later(5)
    ok(await session.vitals())
    const [dose, set, arrived] = await Promise.all(['dose', 'vitals', 'arrived'].map((kind) => idOf(session, kind)))
    const at = (minutes: number) => addMinutes(app.clock.now, minutes)
    const prescriber = session.clinic.prescriber
    const cases = [
      [set, 10, /is in the future/, 'session_event_not_future'],
      [set, -60, /arriv/, 'session_event_before_arrival'],
      [dose, -6.5, /before the clearance/, 'session_event_before_clearance'],
      [arrived, -2, /recorded before that time/, 'session_event_arrival_too_late'],
    ] as const
    for (const [corrects, minutes, why, constraint] of cases) {
      const data = { reason: 'The clock.', happenedAt: at(minutes) }
      await told(session, () => session.event('correction', data, { corrects }, prescriber), 422, why)
      await assert.rejects(
        straightOf.write(session, 'correction', data, 0, { corrects: corrects ?? '' }),
        refuses(constraint),
      )
    }
    const moved = { reason: 'The clock.', happenedAt: at(-1) }
    ok(await session.event('correction', moved, { corrects: set }))
    const again = (await session.read()).events.findLast(({ kind }) => kind === 'correction')?.id ?? ''
    const future = { reason: 'Once more.', happenedAt: at(10) }
    await assert.rejects(
      straightOf.write(session, 'correction', future, 0, { corrects: again }),
      refuses('session_event_not_future'),
      'nor a correction of a correction',
    )
  })

  test('an arrival moved past a line, and what was seen before an arrival as it was corrected', async () => {
    const session = await booked(app, undefined, {}, { route: 'iv' })
    ok(await session.arrive())
    await session.later(3)
    ok(await session.event('line placed', { site: 'forearm', side: 'left', gauge: 22 }))
    await session.later(10)
    const arrived = await idOf(session, 'arrived')
    const at = (minutes: number) => addMinutes(app.clock.now, minutes)
    const move = (minutes: number) =>
      session.event('correction', { reason: 'Here earlier.', happenedAt: at(minutes) }, { corrects: arrived })
    await told(session, () => move(-5), 422, /recorded before that time/)
    await told(session, () => session.vitals({}, { happenedAt: at(-18) }), 422, /arriv/)
    ok(await move(-20))
    ok(await session.vitals({}, { happenedAt: at(-18) }))
    await told(session, () => session.vitals({}, { happenedAt: at(-22) }), 422, /arriv/)
    await assert.rejects(straightOf.write(session, 'vitals', {}, -22), refuses('session_event_before_arrival'))
  })

  test('anything done to a pump after its stop; what was done before it is taken late, and so is an earlier stop', async () => {
    const session = await infusing(app)
    const doseId = await idOf(session, 'dose')
    await session.later(20)
    const pump = (data: object, minutes = 0) =>
      session.event('infusion changed', { doseId, ...data }, { happenedAt: addMinutes(app.clock.now, minutes) })
    const row = (data: object, minutes = 0, more: object = {}) =>
      straightOf.write(session, 'infusion changed', { doseId, ...data }, minutes, more)
    const [rate, stop] = [
      { what: 'rate changed', rateMlPerH: 20 },
      { what: 'stopped', reason: 'Enough.' },
    ]
    ok(await pump(stop, -10))
    const stopped = await idOf(session, 'infusion changed')
    for (const late of [rate, { what: 'paused' }, { what: 'resumed' }]) {
      await told(session, () => pump(late, -9), 422, /The pump was stopped before this time/)
      await assert.rejects(row(late, -9), refuses('session_event_after_pump_stop'))
    }
    await told(session, () => pump(stop), 422, /had ended by then/)
    await assert.rejects(row(stop), refuses('session_event_ended_already'))

    ok(await pump({ what: 'paused' }, -10))
    ok(await pump(rate, -15))
    const slowed = await idOf(session, 'infusion changed')
    const correct = (corrects: string | undefined, data: object) => [
      () => session.event('correction', { reason: 'The clock.', ...data }, { corrects }),
      () => straightOf.write(session, 'correction', { reason: 'The clock.', ...data }, 0, { corrects: corrects ?? '' }),
    ]
    const [moved = fail, movedRow = fail] = correct(slowed, { happenedAt: addMinutes(app.clock.now, -5) })
    await told(session, moved as never, 422, /The pump was stopped before this time/)
    await assert.rejects(movedRow(), refuses('session_event_after_pump_stop'))
    const [meant = fail, meantRow = fail] = correct(slowed, {
      happenedAt: addMinutes(app.clock.now, -5),
      data: { doseId, ...stop },
    })
    await told(session, meant as never, 422, /had ended by then/)
    await assert.rejects(meantRow(), refuses('session_event_ended_already'))

    ok(await session.event('correction', { reason: 'Went on.', withdrawn: true }, { corrects: stopped }))
    ok(await pump({ what: 'resumed' }, -9))
    ok(await pump(stop, -2))
    ok(await pump(stop, -4))
    await told(session, () => pump({ what: 'paused' }, -3), 422, /The pump was stopped before this time/)
    await assert.rejects(row({ what: 'paused' }, -3), refuses('session_event_after_pump_stop'))
  })

  test('a second end of a lozenge, a line or a side effect', async () => {
    const session = await infusing(app)
    await session.later(5)
    ok(await session.event('side effect', { effect: 'nausea', severity: 'mild' }))
    await session.later(5)
    const [lineId, effectId] = [await idOf(session, 'line placed'), await idOf(session, 'side effect')]
    for (const [kind, data] of [
      ['line removed', { lineId }],
      ['side effect ended', { effectId }],
    ] as const) {
      ok(await session.event(kind, data))
      await told(session, () => session.event(kind, data), 422, /had ended by then/)
      await assert.rejects(straightOf.write(session, kind, data), refuses('session_event_ended_already'))
      ok(await session.event(kind, data, { happenedAt: addMinutes(app.clock.now, -1) }))
    }
    const lozenge = await cleared('lozenge')
    ok(await lozenge.dose())
    await lozenge.later(10)
    const doseId = await idOf(lozenge, 'dose')
    ok(await lozenge.event('lozenge ended', { doseId, as: 'swallowed', whole: true }))
    const other = { doseId, as: 'spat out', whole: false }
    await told(lozenge, () => lozenge.event('lozenge ended', other), 422, /had ended by then/)
    await assert.rejects(straightOf.write(lozenge, 'lozenge ended', other), refuses('session_event_ended_already'))
  })

  test('an end before the dose, also of a session that was stopped', async () => {
    const session = await dosed(app)
    await session.later(20)
    const early = { happenedAt: addMinutes(app.clock.now, -21) }
    const data = { as: 'sent to emergency care', reason: 'Chest pain.' }
    await told(session, () => session.event('stopped', data, early), 422, /before the dose/)
    await assert.rejects(straightOf.write(session, 'stopped', data, -21), refuses('session_event_before_dose'))
    ok(await session.event('stopped', data, { happenedAt: addMinutes(app.clock.now, -19) }))
  })
})
