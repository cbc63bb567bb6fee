import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { As, Reply, testApp } from '../../server/test.ts'
import type { Entry, LotNow } from './ledger.ts'
import type { Discrepancy, MismatchShown } from './shown.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Clinic = Awaited<ReturnType<App['clinicWith']>>

export const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
export const vial = { drug: 'ketamine', form: 'vial', strength: 50, volumeMl: 10 } as const

export type ItemShown = { lots: LotNow[]; entries: Entry[]; mismatches: MismatchShown[] }
export type StockShown = {
  items: { id: string; held: boolean; lots: LotNow[] }[]
  mismatches: MismatchShown[]
  unwitnessed: Entry[]
  discrepancies: Discrepancy[]
}

/** What can be done with one item of a clinic, by the one who usually does it. For tests only. */
export const stocked = async (app: App, clinic: Clinic, item: object = vial, expiry = '2028-01-31') => {
  const itemId = randomUUID()
  ok(await clinic.monitor.post('/api/stock/items', { id: itemId, ...item }))
  const entry = (kind: string, quantity: object, more: object = {}, as: As = clinic.monitor) =>
    as.post(`/api/stock/items/${itemId}/entries`, {
      id: randomUUID(),
      kind,
      happenedAt: app.clock.now,
      quantity,
      ...more,
    })
  const read = async () => (await clinic.monitor.get(`/api/stock/items/${itemId}`)).json as ItemShown
  ok(await entry('received', { full: 2 }, { lot: 'K-1', expiry, party: 'Supplier, form 1' }))
  const lotId = (await read()).lots[0]?.id ?? ''
  return {
    itemId,
    lotId,
    lot: 'K-1',
    expiry,
    entry,
    read,
    balance: async () => (await read()).lots.find(({ id }) => id === lotId)?.balance,
    all: async () => (await clinic.prescriber.get('/api/stock')).json as StockShown,
    count: async (quantity: object, as: As = clinic.monitor) =>
      as.post('/api/stock/counts', {
        id: randomUUID(),
        purpose: 'count',
        itemId,
        takenAt: app.clock.now,
        lines: [{ id: randomUUID(), lotId, quantity, estimated: false }],
      }),
    settle: (lineId: string, kind: string, more: object = {}, as: As = clinic.prescriber) =>
      as.post(`/api/stock/mismatches/${lineId}/events`, { id: randomUUID(), kind, ...more }),
  }
}
