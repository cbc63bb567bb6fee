import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { DatabaseError } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { system } from '../accounts/actor.ts'
import { audited } from '../audit/audited.ts'
import { inventorySheet } from '../stock/report.ts'
import type { Overview } from '../stock/shown.ts'
import { type ItemShown, ok, stocked } from '../stock/test.ts'
import type { Location } from './location.ts'
import { branch } from './test.ts'

const app = await testApp()
const refused = ({ status, json }: Reply, expected: number, why: RegExp) => {
  assert.equal(status, expected, JSON.stringify(json))
  assert.match(JSON.stringify(json), why)
}

/** A clinic with stock at its first location and a second one with a room. */
const two = async (more: object = {}) => {
  app.clock.now = addMinutes(app.clock.now, 2)
  const clinic = await app.clinicWith()
  const stock = await stocked(app, clinic)
  const north = await branch(clinic.owner, more)
  const { owner, monitor } = clinic
  const transfer = (quantity: object, about: object = {}) =>
    monitor.post(`/api/stock/items/${stock.itemId}/transfers`, {
      id: randomUUID(),
      inId: randomUUID(),
      happenedAt: app.clock.now,
      lotId: stock.lotId,
      toLocationId: north.locationId,
      quantity,
      ...about,
    })
  const at = async (location: string) =>
    (await monitor.get(`/api/stock/items/${stock.itemId}?location=${location}`)).json as ItemShown
  const all = async () => ((await owner.get('/api/locations')).json as { locations: Location[] }).locations
  const change = async (id: string, typed: object) => {
    const {
      ownName: name,
      address,
      deaNumber,
      remsCertified,
      closed,
    } = (await all()).find((one) => one.id === id) ?? {}
    return owner.post(`/api/locations/${id}`, { name, address, deaNumber, remsCertified, closed, ...typed })
  }
  return { clinic, stock, north, transfer, at, all, change }
}

test('a clinic is its first location, and nobody has made a registration number up', async () => {
  const { clinicId, owner, monitor } = await app.clinicWith()
  const { locations } = (await owner.get('/api/locations')).json as { locations: Location[] }
  assert.deepEqual(
    locations.map(({ id, ownName, deaNumber, remsCertified, closed }) => [
      id,
      ownName,
      deaNumber,
      remsCertified,
      closed,
    ]),
    [[clinicId, '', '', null, false]],
  )
  assert.equal((await monitor.get('/api/locations')).status, 403)
  const log = await monitor.get('/api/stock/inventories')
  assert.equal((log.json as { locations: unknown[] }).locations.length, 1)
})

test('of two who change one location the second is told who was first, and what it was stays in the trail', async () => {
  const { clinic, north, all, change } = await two({ deaNumber: 'FIRST-1' })
  const found = async () => (await all()).find(({ id }) => id === north.locationId) as Location & { mark: string }
  const { mark: seen } = await found()
  ok(await change(north.locationId, { deaNumber: 'SECOND-2', seen }))
  // The answer was lost, and it is sent again: it is so already.
  ok(await change(north.locationId, { deaNumber: 'SECOND-2', seen }))
  refused(
    await change(north.locationId, { deaNumber: 'THIRD-3', seen }),
    409,
    /Owner.* has changed this in the meantime/,
  )
  const now = await found()
  assert.equal(now.deaNumber, 'SECOND-2')
  ok(await change(north.locationId, { deaNumber: 'THIRD-3', seen: now.mark }))
  const trail = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
    q.all<{ dea: string }>(sql`
      select detail #>> '{before,deaNumber}' as dea from audit_entry
      where action = 'locations.change' and subject_id = ${north.locationId} order by seq`),
  )
  assert.deepEqual(trail, [{ dea: 'FIRST-1' }, { dea: 'SECOND-2' }])
})

test('a location and a room sent twice are there once; with something else under their id they are told', async () => {
  const { owner } = await app.clinicWith()
  for (const [path, name] of [
    ['/api/rooms', 'Once'],
    ['/api/locations', 'North'],
  ] as const) {
    const id = randomUUID()
    ok(await owner.post(path, { id, name }))
    ok(await owner.post(path, { id, name }))
    refused(await owner.post(path, { id, name: 'Other' }), 409, /stored/)
  }
})

test('with two, what comes in and what is counted says where; a room too', async () => {
  const { clinic, stock, north, at } = await two()
  const lot = { lot: 'K-9', expiry: '2028-01-31', party: 'Supplier' }
  refused(await stock.entry('received', { full: 1 }, lot), 422, /several locations/)
  ok(await stock.entry('received', { full: 1 }, { ...lot, locationId: north.locationId }))
  refused(await clinic.owner.post('/api/rooms', { id: randomUUID(), name: 'Where' }), 422, /several locations/)
  refused(await stock.count({ full: 2 }), 422, /several locations/)
  assert.deepEqual(
    (await at(north.locationId)).lots.map(({ lot: name, balance }) => [name, balance]),
    [['K-9', 500]],
  )
  assert.deepEqual(
    (await at(clinic.clinicId)).lots.map(({ lot: name, balance }) => [name, balance]),
    [['K-1', 1000]],
  )
})

test('a transfer leaves one ledger and comes into the other, once however often it is sent', async () => {
  const { clinic, stock, north, transfer, at } = await two()
  const ids = { id: randomUUID(), inId: randomUUID() }
  ok(await transfer({ full: 1 }, ids))
  ok(await transfer({ full: 1 }, ids))
  refused(await transfer({ full: 2 }, ids), 409, /under this ID/)
  const there = await at(north.locationId)
  assert.deepEqual(
    there.lots.map(({ lot, expiry, balance }) => [lot, expiry, balance]),
    [['K-1', '2028-01-31', 500]],
  )
  assert.deepEqual(
    there.entries.map(({ kind, amount }) => [kind, amount]),
    [['transferred in', 500]],
  )
  const [out] = (await at(clinic.clinicId)).entries
  assert.deepEqual([out?.kind, out?.amount, out?.after], ['transferred out', -500, 500])
  refused(await transfer({ full: 2 }), 422, /less of this lot/)
  refused(await transfer({ full: 0 }), 422, /Enter an amount/)
  refused(await transfer({ full: 1 }, { toLocationId: clinic.clinicId }), 422, /already at that location/)
  const correction = { id: randomUUID(), quantity: { full: 2 }, words: 'Two went' }
  refused(await clinic.prescriber.post(`/api/stock/entries/${ids.id}/correct`, correction), 422, /cannot be corrected/)
  assert.equal(await stock.balance(), 500)
})

test('a count that does not agree holds the item where it was counted, and nowhere else', async () => {
  const { clinic, stock, north, transfer, at } = await two()
  ok(await transfer({ full: 1 }))
  const [lot] = (await at(north.locationId)).lots
  const line = { id: randomUUID(), lotId: lot?.id, quantity: { full: 0 }, estimated: false }
  const count = { id: randomUUID(), purpose: 'count', itemId: stock.itemId, takenAt: app.clock.now, lines: [line] }
  refused(
    await clinic.monitor.post('/api/stock/counts', { ...count, locationId: clinic.clinicId }),
    409,
    /list of lots/,
  )
  app.clock.now = addMinutes(app.clock.now, 1)
  ok(await clinic.monitor.post('/api/stock/counts', { ...count, takenAt: app.clock.now, locationId: north.locationId }))
  const shown = async (location: string) =>
    (await clinic.prescriber.get(`/api/stock?location=${location}`)).json as Overview
  const [here, away] = [await shown(clinic.clinicId), await shown(north.locationId)]
  assert.deepEqual([here.items[0]?.held, here.mismatches.length, here.openElsewhere], [false, 0, 1])
  assert.deepEqual([away.items[0]?.held, away.mismatches.length, away.openElsewhere], [true, 1, 0])
  refused(await transfer({ full: 1 }, { lotId: lot?.id, toLocationId: clinic.clinicId }), 423, /held/)
})

test('papers say whose records they are: the number as typed, or that none is recorded', async () => {
  const { clinic, stock, north, change } = await two()
  const log = (location = '') => clinic.monitor.get(`/api/stock/log?from=2026-11-01&until=2026-11-30${location}`)
  refused(await log(), 422, /several locations/)
  assert.equal((await log(`&location=${north.locationId}`)).status, 200)
  ok(await change(north.locationId, { deaNumber: 'FN 1234567', address: { city: 'Albany' } }))
  const { locations } = (await clinic.owner.get('/api/locations')).json as { locations: Location[] }
  const sheetOf = (location: Location | undefined) =>
    location &&
    inventorySheet(
      {
        id: '',
        purpose: 'inventory',
        locationId: location.id,
        itemId: null,
        business: 'open',
        takenAt: app.clock.now,
        takenOn: '2026-11-23' as never,
        by: 'Milo',
        lines: [],
      },
      { items: [], lots: [], clinic: 'Clinic', location },
    ).lines.join('\n')
  assert.match(sheetOf(locations[1]) ?? '', /Albany\nDEA registration number: FN 1234567/)
  assert.match(sheetOf(locations[0]) ?? '', /address not recorded\nDEA registration number: not recorded/)
  assert.equal(await stock.balance(), 1000)
})

test('a location closes when it has no room in use and no stock, and a clinic keeps one', async () => {
  const { clinic, north, transfer, at, change } = await two()
  ok(await transfer({ full: 1 }))
  refused(await change(north.locationId, { closed: true }), 422, /rooms in use/)
  ok(await clinic.owner.post(`/api/rooms/${north.roomId}`, { name: 'North', place: 1, retired: true }))
  refused(await change(north.locationId, { closed: true }), 422, /has stock/)
  const [lot] = (await at(north.locationId)).lots
  ok(await transfer({ full: 1 }, { lotId: lot?.id, toLocationId: clinic.clinicId }))
  ok(await change(north.locationId, { closed: true }))
  refused(await change(clinic.clinicId, { closed: true }), 422, /at least one/)
  refused(
    await clinic.owner.post(`/api/rooms/${north.roomId}`, { name: 'North', place: 1, retired: false }),
    422,
    /is closed/,
  )
  refused(await transfer({ full: 1 }), 422, /is closed/)
  refused(await clinic.owner.post('/api/locations', { id: randomUUID(), name: ' ' }), 422, /name/)
})

test('another clinic reaches neither the locations nor the stock there', async () => {
  const { stock, north, transfer } = await two()
  const other = await app.clinicWith()
  const typed = { name: 'Ours now', closed: false }
  refused(await other.owner.post(`/api/locations/${north.locationId}`, typed), 404, /no such location/)
  const theirs = await branch(other.owner)
  const moved = { id: randomUUID(), inId: randomUUID(), happenedAt: app.clock.now, quantity: { full: 1 } }
  const path = `/api/stock/items/${stock.itemId}/transfers`
  const to = { ...moved, lotId: stock.lotId, toLocationId: theirs.locationId }
  refused(await other.monitor.post(path, to), 404, /no such item/)
  refused(await transfer({ full: 1 }, { toLocationId: theirs.locationId }), 404, /no such location/)
  for (const who of [other.frontDesk, other.therapist, other.display])
    assert.equal((await who.get('/api/locations')).status, 403)
})

describe('PostgreSQL refuses by itself', () => {
  const tampering = (clinicId: string, statement: ReturnType<typeof sql>, constraint: string) =>
    assert.rejects(
      audited(app.db, { clinicId, actor: system, action: 'test.tamper', at: app.clock.now }, (tx) => tx.run(statement)),
      (error) => error instanceof DatabaseError && error.constraint === constraint,
    )

  test('half a transfer, and one that comes in otherwise than it went out', async () => {
    const { clinic, stock, north, transfer, at } = await two()
    ok(await transfer({ full: 1 }))
    const [lot] = (await at(north.locationId)).lots
    const half = (kind: string, lotId: string | undefined, amount: number, other: string) => sql`
      insert into stock_entry (clinic_id, id, item_id, lot_id, kind, amount, happened_at, recorded_at, recorded_by, transfer_with)
      values (${clinic.clinicId}, ${randomUUID()}, ${stock.itemId}, ${lotId ?? ''}, ${kind}, ${amount}, ${app.clock.now},
              ${app.clock.now}, ${clinic.monitor.staffId}, ${other})`
    const nobody = randomUUID()
    await tampering(clinic.clinicId, half('transferred in', lot?.id, 5, nobody), 'stock_transfer_whole')
    await tampering(
      clinic.clinicId,
      half('transferred out', stock.lotId, -5, nobody),
      'stock_entry_clinic_id_transfer_with_id_fkey',
    )
  })

  test('a line of a count of another location', async () => {
    const { clinic, stock, north } = await two()
    const count = randomUUID()
    await tampering(
      clinic.clinicId,
      sql`with counted as (
            insert into stock_count (clinic_id, id, purpose, location_id, business, taken_at, recorded_at, recorded_by)
            values (${clinic.clinicId}, ${count}, 'inventory', ${north.locationId}, 'open', ${app.clock.now}, ${app.clock.now},
                    ${clinic.monitor.staffId}) returning 1)
          insert into stock_count_line (clinic_id, id, count_id, taken_at, item_id, lot_id, counted, estimated, expected)
          values (${clinic.clinicId}, ${randomUUID()}, ${count}, ${app.clock.now}, ${stock.itemId}, ${stock.lotId}, 1, false, 0)`,
      'stock_count_elsewhere',
    )
  })
})
