import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { OfSession } from '../../clinic/stock/shown.ts'
import { ok, stocked, vial } from '../../clinic/stock/test.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { type Booked, checked } from './test.ts'

const app = await testApp()
const start = app.clock.now

/** Each on a minute of its own: links are not answered too often at once. */
let started = 0
const treated = async (expiry?: string) => {
  app.clock.now = addMinutes(start, 2 * started++)
  const session = await checked(app)
  ok(await session.clear())
  const stock = await stocked(app, session.clinic, undefined, expiry)
  await session.later(1)
  return { session, stock, from: { stockLotId: stock.lotId, lot: stock.lot, expiry: stock.expiry } }
}
const doses = async (session: Booked) => (await session.read()).events.filter(({ kind }) => kind === 'dose')

test('a dose and its withdrawal are one act', async () => {
  const { session, stock, from } = await treated()
  const id = randomUUID()
  ok(await session.dose(from, { id }))
  ok(await session.dose(from, { id }))
  assert.equal(await stock.balance(), 960)
  const [entry] = (await stock.read()).entries
  assert.deepEqual([entry?.kind, entry?.amount, entry?.id, entry?.sessionId], ['withdrawn', -40, id, session.id])
  assert.deepEqual((await stock.all()).discrepancies, [])
})

test('a dose whose lot cannot give it is not written either', async () => {
  const { session, stock, from } = await treated()
  const refused = async (data: object, status: number, why: RegExp) => {
    const reply = await session.dose(data)
    assert.equal(reply.status, status, JSON.stringify(reply.json))
    assert.match((reply.json as { says: string }).says, why)
    assert.deepEqual(await doses(session), [])
  }
  await refused({ ...from, lot: 'K-2' }, 422, /differs from the ledger/)
  await refused({ ...from, stockLotId: randomUUID() }, 422, /not in the ledger/)
  ok(await stock.entry('wasted', { full: 1, openMl: 9.21 }, { lotId: stock.lotId, words: 'Broken' }))
  await refused(from, 422, /less of this lot than the dose/)
  ok(await stock.count({ full: 0 }))
  await refused({ ...from, mg: 30, differsBecause: 'Asked for less' }, 423, /held/)
  assert.equal(await stock.balance(), 39.5)
})

test('an expired lot gives nothing; on its last day it does', async () => {
  const yesterday = await treated('2026-11-22')
  const late = await yesterday.session.dose(yesterday.from)
  assert.equal(late.status, 422)
  assert.match(JSON.stringify(late.json), /expired/)
  const { lot, expiry } = yesterday.from
  const typed = await yesterday.session.dose({ lot, expiry: '2028-01-31' })
  assert.deepEqual(
    [typed.status, Object.keys((typed.json as { fields: object }).fields)],
    [422, ['data.lotBecause']],
    'by the ledger it has expired, whatever was typed',
  )
  assert.equal((await yesterday.session.dose({ lot, expiry })).status, 422, 'past its date, with or without a ledger')
  ok(await yesterday.session.dose())
  const [open] = (await yesterday.stock.all()).discrepancies
  const drawn = { id: randomUUID(), lotId: yesterday.stock.lotId }
  const later = await yesterday.session.clinic.monitor.post(`/api/stock/doses/${open?.id}/draw`, drawn)
  assert.equal(later.status, 422)
  assert.match((later.json as { says: string }).says, /had expired/)
  assert.equal(await yesterday.stock.balance(), 1000)
  const today = await treated('2026-11-23')
  ok(await today.session.dose(today.from))
})

test('a lot that the ledger does not have is refused, or it is said why; the dose is then listed until it is drawn or settled', async () => {
  const { session, stock } = await treated()
  const refused = await session.dose({ lot: 'typed by hand' })
  assert.deepEqual(
    [refused.status, Object.keys((refused.json as { fields: object }).fields)],
    [422, ['data.lotBecause']],
  )
  assert.match((refused.json as { says: string }).says, /no such lot in stock here/)
  assert.deepEqual(await doses(session), [])
  ok(await session.dose({ lot: 'typed by hand', lotBecause: 'Its delivery note is not entered yet' }))
  const [open] = (await stock.all()).discrepancies
  assert.deepEqual([open?.difference, open?.mg, open?.lot], ['not drawn', 40, 'typed by hand'])
  const draw = { id: randomUUID(), lotId: stock.lotId }
  ok(await session.clinic.monitor.post(`/api/stock/doses/${open?.id}/draw`, draw))
  ok(await session.clinic.monitor.post(`/api/stock/doses/${open?.id}/draw`, draw))
  assert.equal(
    (await session.clinic.monitor.post(`/api/stock/doses/${open?.id}/draw`, { ...draw, id: randomUUID() })).status,
    409,
  )
  assert.equal(await stock.balance(), 960)
  assert.deepEqual((await stock.all()).discrepancies, [])
})

test('a dose that was corrected differs from the ledger until the ledger is corrected or somebody says why', async () => {
  const { session, stock, from } = await treated()
  const id = randomUUID()
  ok(await session.dose(from, { id }))
  const [given] = await doses(session)
  const { prescriber } = session.clinic
  const correct = (data: object) =>
    session.event('correction', { reason: 'Read off again', ...data }, { corrects: id }, prescriber)
  const data = { ...given?.data, mg: 35, differsBecause: 'Smaller syringe', lot: 'another' }
  ok(await correct({ data }))
  const [open] = (await stock.all()).discrepancies
  assert.deepEqual([open?.difference, open?.mg, open?.drawn, open?.lot], ['differs', 35, 40, 'K-1'])
  const fix = { id: randomUUID(), quantity: { full: 0, openMl: 0.7 }, words: 'As the dose says' }
  ok(await prescriber.post(`/api/stock/entries/${id}/correct`, fix))
  assert.equal(await stock.balance(), 965)
  assert.deepEqual((await stock.all()).discrepancies, [])
})

test('a dose that should not have been written stays open in the ledger until somebody says why', async () => {
  const { session, stock, from } = await treated()
  const id = randomUUID()
  ok(await session.dose(from, { id }))
  const { prescriber, monitor } = session.clinic
  ok(await session.event('correction', { reason: 'Wrong patient', withdrawn: true }, { corrects: id }, prescriber))
  const [open] = (await stock.all()).discrepancies
  assert.deepEqual([open?.difference, open?.mg, open?.drawn], ['differs', 0, 40])
  const why = { id: randomUUID(), words: 'It went to the next room; that dose names it' }
  assert.equal((await monitor.post(`/api/stock/doses/${id}/settle`, why)).status, 403)
  ok(await prescriber.post(`/api/stock/doses/${id}/settle`, why))
  ok(await prescriber.post(`/api/stock/doses/${id}/settle`, why))
  assert.deepEqual((await stock.all()).discrepancies, [])
})

test('the log of a period names drug, form, strength, amount, date, patient, address and who gave it', async () => {
  const { session, stock, from } = await treated()
  ok(await session.dose(from))
  const log = (as = session.clinic.monitor, query = 'from=2026-11-23&until=2026-11-23') =>
    as.get(`/api/stock/log?as=csv&${query}`)
  const { status, json } = await log()
  assert.equal(status, 200)
  assert.match(
    String(json),
    /2026-11-23 12:\d\d,[^\n]*Sample,[^\n]*Ketamine,vial,50 mg\/mL,40 mg,40 mg,none recorded,K-1,MM \(Milo Monitor\),drawn 40 mg/,
  )
  assert.doesNotMatch(String((await log(undefined, 'from=2026-11-24&until=2026-11-30')).json), /Ketamine/)
  assert.equal((await log(undefined, 'from=2026-11-24&until=2026-11-23')).status, 422)
  assert.equal((await log(session.clinic.owner)).status, 403)
  assert.equal((await session.clinic.prescriber.get('/api/stock/log?from=2026-11-01&until=2026-11-30')).status, 200)
  assert.equal(await stock.balance(), 960)
})

const device = { drug: 'esketamine', form: 'device', strength: 28, ndc: '50458-028-02' }

/** Cleared, with a lot of its own in stock. */
const ready = async (route: 'iv' | 'lozenge' | 'esketamine', item?: object) => {
  app.clock.now = start
  const session = await checked(app, undefined, {}, { route })
  ok(await session.clear())
  const stock = await stocked(app, session.clinic, item)
  ok(await stock.entry('received', { full: 3 }, { lot: stock.lot, expiry: stock.expiry, party: 'Supplier' }))
  await session.later(1)
  return { session, stock, from: { stockLotId: stock.lotId, lot: stock.lot, expiry: stock.expiry } }
}

test('the log says how much of a dose the patient had and what of it was wasted, seen by whom, as it is after corrections', async () => {
  const logOf = async ({ clinic }: Awaited<ReturnType<typeof checked>>) =>
    String((await clinic.monitor.get('/api/stock/log?as=csv&from=2026-11-23&until=2026-11-23')).json)

  const { session: spray, stock, from } = await ready('esketamine', device)
  const id = randomUUID()
  ok(await spray.dose({ ...from, gave: 'part' }, { id }))
  assert.match(await logOf(spray), /28 mg,1 \(28 mg\),part; how much is not known,none recorded,/)
  const waste = { ofDrawn: 1, doseId: id, lotId: stock.lotId, words: 'Left in the device' }
  ok(await stock.entry('wasted', { full: 0 }, waste))
  assert.match(await logOf(spray), /"1 device of this quantity, no witness yet"/)
  const [given] = await doses(spray)
  const data = { ...given?.data, gave: 'nothing' }
  const correct = { reason: 'It had not sprayed', data }
  ok(await spray.event('correction', correct, { corrects: id }, spray.clinic.prescriber))
  assert.match(await logOf(spray), /1 \(28 mg\),nothing,"1 device of this/)

  const { session: pump } = await ready('iv')
  ok(await pump.event('line placed', { site: 'hand', side: 'left', gauge: 22 }))
  const infusion = randomUUID()
  ok(await pump.dose({}, { id: infusion }))
  assert.match(await logOf(pump), /40 mg,not known: no end was recorded,/)
  await pump.later(20)
  ok(await pump.event('infusion changed', { doseId: infusion, what: 'stopped', reason: 'Asked to stop' }))
  assert.match(await logOf(pump), /40 mg,20 mg,none recorded,/)

  const { session: mouth } = await ready('lozenge', { drug: 'ketamine', form: 'lozenge', strength: 100 })
  const lozenge = randomUUID()
  ok(await mouth.dose({}, { id: lozenge }))
  await mouth.later(5)
  ok(await mouth.event('lozenge ended', { doseId: lozenge, as: 'spat out', whole: false }))
  assert.match(await logOf(mouth), /2 \(200 mg\),not known: spat out before it had dissolved,/)
})

test('each route takes what it takes: mg for the pump, lozenges of their strength, one device', async () => {
  const lozenge = { drug: 'ketamine', form: 'lozenge', strength: 100 }
  const spray = await ready('esketamine', device)
  ok(await spray.session.dose(spray.from))
  assert.equal(await spray.stock.balance(), 4)
  const mouth = await ready('lozenge', lozenge)
  ok(await mouth.session.dose(mouth.from))
  assert.equal(await mouth.stock.balance(), 3)
  const other = await ready('lozenge', { ...lozenge, strength: 200 })
  assert.equal((await other.session.dose(other.from)).status, 422)
  const pump = await ready('iv')
  ok(await pump.session.event('line placed', { site: 'hand', side: 'left', gauge: 22 }))
  ok(await pump.session.dose(pump.from))
  assert.equal(await pump.stock.balance(), 2460)
})

const skip = app.db.engine !== 'server' && 'needs a server'
test('two sessions that take the last of a lot at once: one dose is kept, the other is told', { skip }, async () => {
  const { session, stock, from } = await treated()
  ok(await stock.entry('wasted', { full: 1, openMl: 9 }, { lotId: stock.lotId, words: 'Broken' }))
  const other = await checked(app, session.clinic)
  ok(await other.clear())
  await other.later(1)
  const replies = await Promise.all([session.dose(from), other.dose(from)])
  assert.deepEqual(replies.map(({ status }) => status).toSorted(), [200, 422], JSON.stringify(replies))
  assert.equal(await stock.balance(), 10)
  assert.equal((await doses(session)).length + (await doses(other)).length, 1)
})

test('what is left of the vial and of what was drawn is wasted with its dose, and somebody else has seen it', async () => {
  const { session, stock, from } = await treated()
  const doseId = randomUUID()
  ok(await session.dose(from, { id: doseId }))
  const waste = (more: object) => stock.entry('wasted', { full: 0 }, { lotId: stock.lotId, words: 'Sink', ...more })
  const path = `/api/stock/of-session?session=${session.id}`
  const shown = async () => ((await session.clinic.monitor.get(path)).json as OfSession).doses

  assert.equal((await waste({ ofDrawn: 5 })).status, 422, 'of no dose')
  assert.equal((await waste({ doseId, ofDrawn: 40.01 })).status, 422, 'more than was drawn')
  assert.equal((await waste({ doseId })).status, 422, 'nothing')
  const other = await stocked(app, session.clinic, { ...vial, strength: 100 })
  const wrong = await other.entry('wasted', { full: 0, openMl: 1 }, { lotId: other.lotId, words: 'Sink', doseId })
  assert.equal(wrong.status, 422, 'of another lot than the dose was drawn from')
  assert.deepEqual((await shown())[0]?.wasted, [])

  ok(await waste({ doseId, ofDrawn: 5, quantity: { full: 0, openMl: 9.2 } }))
  assert.equal(await stock.balance(), 500, 'what was drawn has left the lot already')
  assert.equal((await waste({ doseId, ofDrawn: 35.5 })).status, 422, 'together more than was drawn')
  const [dose] = await shown()
  const [entry] = dose?.wasted ?? []
  assert.deepEqual([entry?.amount, entry?.ofDrawn, entry?.witnessNeeded, entry?.doseId], [-460, 5, true, doseId])
  const seen = (as: typeof session.clinic.monitor) =>
    as.post(`/api/stock/entries/${entry?.id}/witness`, { id: randomUUID() })
  assert.equal((await seen(session.clinic.monitor)).status, 403, 'not whoever wrote it')
  ok(await seen(session.clinic.prescriber))
  assert.equal((await shown())[0]?.wasted[0]?.witness?.by, 'Petra Prescriber')
})
