import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { system } from '../accounts/actor.ts'
import { audited } from '../audit/audited.ts'
import { ok, stocked, vial } from './test.ts'

const app = await testApp()
const start = app.clock.now

const clinic = async (item?: object, expiry?: string) => {
  app.clock.now = start
  const as = await app.clinicWith()
  return { ...as, ...(await stocked(app, as, item, expiry)) }
}
const waste = { words: 'Rest of a dose, into the sink with a binder' }
const saysOf = (json: unknown) => (json as { says: string }).says

test('the balance is the sum of what was written down', async () => {
  const as = await clinic()
  assert.equal(await as.balance(), 1000)
  ok(await as.entry('wasted', { full: 0, openMl: 1.5 }, { lotId: as.lotId, ...waste }))
  ok(await as.entry('returned', { full: 1 }, { lotId: as.lotId, party: 'Reverse distributor', words: 'Recalled' }))
  assert.equal(await as.balance(), 425)
  const { entries } = await as.read()
  assert.deepEqual(
    entries.map(({ kind, amount, after }) => [kind, amount, after]),
    [
      ['returned', -500, 425],
      ['wasted', -75, 925],
      ['received', 1000, 1000],
    ],
  )
})

test('the same entry sent twice counts once; another content under its id is refused', async () => {
  const as = await clinic()
  const body = { id: randomUUID(), lotId: as.lotId, ...waste }
  ok(await as.entry('wasted', { full: 1 }, body))
  ok(await as.entry('wasted', { full: 1 }, body))
  assert.equal(await as.balance(), 500)
  assert.equal((await as.entry('wasted', { full: 0, openMl: 1 }, body)).status, 409)
})

test('what happened “now” is sent again later and still counts once, at the time when it was heard first', async () => {
  const as = await clinic()
  const body = { id: randomUUID(), lotId: as.lotId, happenedAt: undefined, ...waste }
  const first = app.clock.now
  ok(await as.entry('wasted', { full: 1 }, body))
  app.clock.now = addMinutes(first, 3)
  ok(await as.entry('wasted', { full: 1 }, body))
  assert.equal(await as.balance(), 500)
  assert.equal((await as.entry('wasted', { full: 1 }, { ...body, happenedAt: app.clock.now })).status, 409)
  app.clock.now = first
})

test('no more leaves a lot than it holds, exactly all of it does', async () => {
  const as = await clinic()
  const { status, json } = await as.entry('wasted', { full: 2, openMl: 0.01 }, { lotId: as.lotId, ...waste })
  assert.equal(status, 422)
  assert.match(saysOf(json), /less of this lot/)
  ok(await as.entry('wasted', { full: 2 }, { lotId: as.lotId, ...waste }))
  assert.equal(await as.balance(), 0)
})

test('of two at once that both take the last of a lot one is refused', {
  skip: app.db.engine !== 'server' && 'needs a server',
}, async () => {
  for (let round = 0; round < 5; round += 1) {
    const as = await clinic()
    const both = await Promise.all(
      [as.monitor, as.prescriber].map((who) => as.entry('wasted', { full: 2 }, { lotId: as.lotId, ...waste }, who)),
    )
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 422])
    assert.equal(await as.balance(), 0)
  }
})

test('bad input is refused with its place and changes nothing', async () => {
  const as = await clinic()
  const wrong = async (kind: string, quantity: object, more: object) => {
    const { status, json } = await as.entry(kind, quantity, more)
    assert.equal(status, 422, JSON.stringify(json))
    return Object.keys((json as { fields: object }).fields)
  }
  assert.deepEqual(await wrong('wasted', { full: 0 }, { lotId: as.lotId, ...waste }), ['quantity.full'])
  assert.deepEqual(await wrong('wasted', { full: 1 }, { lotId: as.lotId, words: '' }), ['words'])
  assert.deepEqual(await wrong('received', { full: 1 }, { lot: 'k-1', expiry: '2027-01-01', party: 'Supplier' }), [
    'expiry',
  ])
  const later = addMinutes(start, 5)
  assert.deepEqual(
    await wrong('received', { full: 1 }, { lot: 'K-2', expiry: '2027-01-01', party: 'S.', happenedAt: later }),
    ['happenedAt'],
  )
  assert.equal((await as.entry('wasted', { full: 1 }, { lotId: randomUUID(), ...waste })).status, 404)
  const other = await stocked(app, as, { ...vial, strength: 100 })
  assert.equal((await as.entry('wasted', { full: 1 }, { lotId: other.lotId, ...waste })).status, 404)
  assert.equal(await as.balance(), 1000)
  const again = await as.monitor.post('/api/stock/items', { id: randomUUID(), ...vial })
  assert.equal(again.status, 409)
})

test('waste waits for somebody else who saw it, where the clinic has not decided otherwise', async () => {
  const as = await clinic()
  const id = randomUUID()
  ok(await as.entry('wasted', { full: 0, openMl: 1 }, { id, lotId: as.lotId, ...waste }))
  const see = (who: typeof as.monitor, sent = randomUUID()) =>
    who.post(`/api/stock/entries/${id}/witness`, { id: sent })
  assert.equal((await as.all()).unwitnessed.length, 1)
  const own = await see(as.monitor)
  assert.equal(own.status, 403)
  assert.match(saysOf(own.json), /Someone else/)
  const sent = randomUUID()
  ok(await see(as.prescriber, sent))
  ok(await see(as.prescriber, sent))
  assert.equal((await see(await as.another(['monitor'], 'Mona Monitor'))).status, 409)
  assert.deepEqual((await as.all()).unwitnessed, [])
  assert.equal((await as.read()).entries[0]?.witness?.by, 'Petra Prescriber')
})

test('the trail names the item of what was done to one of its entries', async () => {
  const stock = await clinic()
  const id = randomUUID()
  ok(await stock.entry('wasted', { full: 1 }, { id, lotId: stock.lotId, words: 'Broken' }))
  ok(await stock.prescriber.post(`/api/stock/entries/${id}/witness`, { id: randomUUID() }))
  const words = 'Two were broken.'
  ok(
    await stock.prescriber.post(`/api/stock/entries/${id}/correct`, { id: randomUUID(), quantity: { full: 2 }, words }),
  )
  ok(await stock.count({ full: 0 }))
  const acts = await reading(app.db, { clinicId: stock.clinicId }, (q) =>
    q.all<{ action: string; subject: string; of: string | null }>(sql`
      select action, subject_id as subject, detail ->> 'stock entry' as of from audit_entry
      where action in ('stock.witness', 'stock.correct', 'stock.count') order by seq`),
  )
  assert.deepEqual(acts, [
    { action: 'stock.witness', subject: stock.itemId, of: id },
    { action: 'stock.correct', subject: stock.itemId, of: id },
    { action: 'stock.count', subject: stock.itemId, of: null },
  ])
})

test('a clinic that asks for no witness gets none', async () => {
  const as = await clinic()
  await audited(app.db, { clinicId: as.clinicId, actor: system, action: 'test.policy', at: start }, (tx) =>
    tx.run(sql`update clinic set policy = ${{ wasteWitness: 'no' }}`),
  )
  ok(await as.entry('wasted', { full: 1 }, { lotId: as.lotId, ...waste }))
  assert.deepEqual((await as.all()).unwitnessed, [])
})

test('a correction names what it corrects, and both are kept', async () => {
  const as = await clinic()
  const received = (await as.read()).entries[0]
  const correct = (quantity: object, more: object = {}, who = as.prescriber) =>
    who.post(`/api/stock/entries/${received?.id}/correct`, {
      id: randomUUID(),
      quantity,
      words: 'Three came, not two',
      ...more,
    })
  assert.equal((await correct({ full: 3 }, {}, as.monitor)).status, 403)
  const id = randomUUID()
  ok(await correct({ full: 3 }, { id }))
  ok(await correct({ full: 3 }, { id }))
  assert.equal(await as.balance(), 1500)
  assert.equal((await correct({ full: 3 })).status, 422, 'it says so already')
  ok(await correct({ full: 1 }))
  assert.equal(await as.balance(), 500)
  const { entries } = await as.read()
  assert.deepEqual(
    entries.map(({ kind, amount, standing, corrects }) => [kind, amount, standing, corrects === received?.id]),
    [
      ['corrected', -1000, -1000, true],
      ['corrected', 500, 500, true],
      ['received', 1000, 500, false],
    ],
  )
})

test('who counts is not told what the ledger says before', async () => {
  const as = await clinic()
  const sheet = await as.monitor.get(`/api/stock/sheet?itemId=${as.itemId}`)
  assert.deepEqual((sheet.json as { lots: object[] }).lots, [
    { id: as.lotId, itemId: as.itemId, lot: 'K-1', expiry: as.expiry },
  ])
  assert.doesNotMatch(JSON.stringify(sheet.json), /1000|balance|expected/)
})

test('a count that agrees holds nothing; one that does not holds the item until what was found is written', async () => {
  const as = await clinic()
  ok(await as.count({ full: 2 }))
  assert.equal((await as.all()).items[0]?.held, false)
  app.clock.now = addMinutes(start, 1)
  ok(await as.count({ full: 1, openMl: 9 }))
  const { items, mismatches } = await as.all()
  assert.equal(items[0]?.held, true)
  const [mismatch] = mismatches
  assert.deepEqual([mismatch?.counted, mismatch?.expected], [950, 1000])
  assert.deepEqual(
    mismatch?.standing.tasks.map(({ what, dueOn }) => [what, dueOn]),
    [
      ['notice', '2026-11-24'],
      ['form 106', '2027-01-07'],
    ],
  )
  const found = (outcome: string, who = as.prescriber, id = randomUUID()) =>
    as.settle(mismatch?.id ?? '', 'found', { id, outcome, words: 'Looked for it with two people' }, who)
  assert.equal((await found('loss or theft', as.monitor)).status, 403)
  assert.equal((await found('miscounted')).status, 422)
  assert.equal((await found('surplus')).status, 422)
  const unwritten = await found('record completed')
  assert.match(saysOf(unwritten.json), /1,000 mg \(20 mL\), and 950 mg/)
  ok(await as.settle(mismatch?.id ?? '', 'taken', {}, as.owner))
  const id = randomUUID()
  ok(await found('loss or theft', as.owner, id))
  ok(await found('loss or theft', as.owner, id))
  assert.equal((await found('loss or theft')).status, 409)
  assert.equal(await as.balance(), 950)
  assert.equal((await as.read()).entries[0]?.kind, 'lost')
  const after = await as.all()
  assert.deepEqual([after.items[0]?.held, after.mismatches.length], [false, 1])
  ok(await as.settle(mismatch?.id ?? '', 'notice sent', { words: 'Fax to the field office, 10:15' }))
  ok(await as.settle(mismatch?.id ?? '', 'form 106 sent', { words: 'Online, number 123' }))
  assert.deepEqual((await as.all()).mismatches, [])
})

test('a miscount is settled by a later count that agrees', async () => {
  const as = await clinic()
  ok(await as.count({ full: 1 }))
  const [mismatch] = (await as.all()).mismatches
  const found = () => as.settle(mismatch?.id ?? '', 'found', { outcome: 'miscounted', words: 'One stood behind' })
  assert.equal((await found()).status, 422)
  app.clock.now = addMinutes(start, 2)
  ok(await as.count({ full: 2 }))
  ok(await found())
  assert.deepEqual((await as.all()).mismatches, [])
  assert.equal(await as.balance(), 1000)
  assert.equal((await as.settle(mismatch?.id ?? '', 'notice sent', { words: 'None needed' })).status, 409)
})

test('what was not written down is written down, and then the count agrees', async () => {
  const as = await clinic()
  app.clock.now = addMinutes(start, 6)
  ok(await as.count({ full: 1 }))
  const [mismatch] = (await as.all()).mismatches
  app.clock.now = addMinutes(start, 8)
  const found = () => as.settle(mismatch?.id ?? '', 'found', { outcome: 'record completed', words: 'It was broken' })
  assert.equal((await found()).status, 422)
  ok(await as.entry('wasted', { full: 1 }, { lotId: as.lotId, ...waste, happenedAt: addMinutes(start, 5) }))
  ok(await found())
  assert.equal((await as.all()).items[0]?.held, false)
})

test('a count of other lots than are there is refused', async () => {
  const as = await clinic()
  const body = { id: randomUUID(), purpose: 'count', itemId: as.itemId, takenAt: app.clock.now, lines: [] }
  assert.equal((await as.monitor.post('/api/stock/counts', body)).status, 409)
})

test('a count whose answer was lost is taken once; other numbers under its id are told', async () => {
  const as = await clinic()
  const id = randomUUID()
  const send = (full: number, minutes: number) =>
    as.monitor.post('/api/stock/counts', {
      id,
      purpose: 'count',
      itemId: as.itemId,
      takenAt: addMinutes(start, minutes),
      lines: [{ id: randomUUID(), lotId: as.lotId, quantity: { full }, estimated: false }],
    })
  app.clock.now = addMinutes(start, 3)
  ok(await send(1, 2))
  ok(await send(1, 3))
  assert.equal((await send(2, 2)).status, 409)
  const [mismatch, ...more] = (await as.all()).mismatches
  assert.deepEqual([mismatch?.takenAt, mismatch?.counted, more], [addMinutes(start, 2), 500, []])
})

test('an inventory of everything is there as PDF and CSV, and says open or close of business', async () => {
  const as = await clinic()
  const id = randomUUID()
  const line = { id: randomUUID(), lotId: as.lotId, quantity: { full: 1, openMl: 10 }, estimated: true }
  const body = { id, purpose: 'inventory', business: 'close', takenAt: app.clock.now, lines: [line] }
  assert.equal((await as.monitor.post('/api/stock/counts', { ...body, business: undefined })).status, 422)
  ok(await as.monitor.post('/api/stock/counts', body))
  ok(await as.monitor.post('/api/stock/counts', body))
  const text = await file(as.owner, `/api/stock/inventories/${id}?as=csv`)
  assert.match(text, /Ketamine,vial,"50 mg\/mL, 10 mL",not recorded,K-1,2028-01-31,1000,mg,yes/)
  for (const line of [
    /^Inventory of controlled substances\r\n/,
    /\r\n"Taken on \d{4}-\d\d-\d\d, close of business"/,
    /\r\nDEA registration number: /,
  ])
    assert.match(text, line, 'whose it is and of when')
  const pdf = await file(as.owner, `/api/stock/inventories/${id}`)
  assert.match(pdf, /^%PDF/)
})

/** What a route answers that is a file. */
const file = async (as: Awaited<ReturnType<typeof clinic>>['owner'], path: string) => {
  const { status, json } = await as.get(path)
  assert.equal(status, 200)
  return String(json)
}

test('what is in the ledger cannot be changed, not even by us', async () => {
  const as = await clinic()
  for (const statement of [
    sql`update stock_entry set amount = 1`,
    sql`delete from stock_entry`,
    sql`update stock_count_line set expected = counted`,
    sql`delete from stock_dose`,
  ])
    await assert.rejects(
      audited(app.db, { clinicId: as.clinicId, actor: system, action: 'test.tamper', at: start }, (tx) =>
        tx.run(statement),
      ),
      { code: '42501' },
    )
})

test('another clinic sees none of it', async () => {
  const as = await clinic()
  const other = await app.clinicWith()
  assert.equal((await other.prescriber.get(`/api/stock/items/${as.itemId}`)).status, 404)
  assert.deepEqual(((await other.prescriber.get('/api/stock')).json as { items: unknown[] }).items, [])
  for (const who of [as.frontDesk, as.therapist, as.display]) assert.equal((await who.get('/api/stock')).status, 403)
  assert.equal((await as.owner.get('/api/stock/log?from=2026-11-01&until=2026-11-30')).status, 403)
})
