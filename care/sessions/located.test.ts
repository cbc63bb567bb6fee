import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { branch } from '../../clinic/locations/test.ts'
import { ok, stocked } from '../../clinic/stock/test.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { booked, checked } from './test.ts'

const app = await testApp()

test('a session draws from the stock where its room is, and from no other', async () => {
  const session = await checked(app)
  ok(await session.clear())
  const stock = await stocked(app, session.clinic)
  const north = await branch(session.clinic.owner)
  await session.later(1)
  ok(
    await session.clinic.monitor.post(`/api/stock/items/${stock.itemId}/transfers`, {
      id: randomUUID(),
      inId: randomUUID(),
      happenedAt: app.clock.now,
      lotId: stock.lotId,
      toLocationId: north.locationId,
      quantity: { full: 1 },
    }),
  )
  const lotsAt = async (location: string) =>
    (
      (await session.clinic.monitor.get(`/api/stock/lots?drug=ketamine&form=vial&location=${location}`)).json as {
        lots: { id: string }[]
      }
    ).lots
  const [away] = await lotsAt(north.locationId)
  const [here] = await lotsAt(session.clinic.clinicId)
  assert.equal(here?.id, stock.lotId)
  const { lot, expiry } = stock
  const refused = await session.dose({ lot, expiry, stockLotId: away?.id })
  assert.equal(refused.status, 422, JSON.stringify(refused.json))
  assert.match(JSON.stringify(refused.json), /different registered location/)
  assert.equal((await session.read()).events.filter(({ kind }) => kind === 'dose').length, 0)
  ok(await session.dose({ lot, expiry, stockLotId: stock.lotId }))
  const log = (location: string) =>
    session.clinic.monitor.get(`/api/stock/log?as=csv&from=2026-11-01&until=2026-11-30&location=${location}`)
  assert.match(String((await log(session.clinic.clinicId)).json), /Ketamine/)
  assert.doesNotMatch(String((await log(north.locationId)).json), /Ketamine/)
})

test('esketamine is not booked where the setting is recorded as not certified', async () => {
  app.clock.now = addMinutes(app.clock.now, 5)
  const session = await booked(app, undefined, {}, { route: 'esketamine' })
  const { owner, frontDesk } = session.clinic
  const north = await branch(owner, { remsCertified: 'no' })
  const again = { ...session.booking, id: randomUUID(), eventId: randomUUID(), day: '2026-11-30', roomId: north.roomId }
  const reply = await frontDesk.post('/api/sessions', again)
  assert.equal(reply.status, 423, JSON.stringify(reply.json))
  assert.match(JSON.stringify(reply.json), /not certified/)
  ok(await frontDesk.post('/api/sessions', { ...again, roomId: session.booking.roomId }))
})
