import { randomUUID } from 'node:crypto'
import { addDays, Day, type Instant } from '../../science/time.ts'
import { done, type Somebody } from './hands.ts'

const cabinet = [
  { item: { drug: 'ketamine', form: 'vial', strength: 50, volumeMl: 10 }, lot: 'DEMO-0147', full: 60, goodFor: 45 },
  { item: { drug: 'ketamine', form: 'vial', strength: 10, volumeMl: 20 }, lot: 'DEMO-0310', full: 60, goodFor: 300 },
  { item: { drug: 'ketamine', form: 'lozenge', strength: 50 }, lot: 'DEMO-0522', full: 200, goodFor: 300 },
  {
    item: { drug: 'esketamine', form: 'device', strength: 28, ndc: '50458-028-02' },
    lot: 'DEMO-0728',
    full: 100,
    goodFor: 300,
  },
] as const

/** Fills the cabinet before anybody is treated; one vial breaks and a second person sees it. */
export const fillCabinet = async (
  { monitor, witness }: { monitor: Somebody; witness: Somebody },
  { at, now }: { at: Instant; now: Instant },
): Promise<void> => {
  for (const { item, lot, full, goodFor } of cabinet) {
    const itemId = randomUUID()
    done(await monitor.post('/api/stock/items', { id: itemId, ...item }), 'Adding a drug')
    const path = `/api/stock/items/${itemId}/entries`
    const expiry = addDays(Day.parse(now.slice(0, 10)), goodFor)
    const received = { id: randomUUID(), kind: 'received', happenedAt: at, quantity: { full }, lot, expiry }
    done(await monitor.post(path, { ...received, party: 'Example Supply, invoice 1001' }), 'Receiving')
    if (lot !== 'DEMO-0147') continue
    const { lotId } = await findLot(monitor, { ...item, lot })
    const wasted = { id: randomUUID(), kind: 'wasted', happenedAt: at, quantity: { full: 1 }, lotId }
    done(await monitor.post(path, { ...wasted, words: 'One vial broke while it was put away.' }), 'Wasting')
    done(await witness.post(`/api/stock/entries/${wasted.id}/witness`, { id: randomUUID() }), 'Seeing waste')
  }
}

type Wanted = { drug: string; form: string; lot: string }
type Lot = { id: string; lot: string; expiry: string }

/** A lot of the ledger by its number; nothing where the clinic keeps none of it. */
export const findLot = async (as: Somebody, { drug, form, lot }: Wanted) => {
  const { lots } = done<{ lots: Lot[] }>(await as.get(`/api/stock/lots?drug=${drug}&form=${form}`), 'Looking for a lot')
  const found = lots.find((one) => one.lot === lot)
  return { lotId: found?.id, picked: found ? { stockLotId: found.id, lot, expiry: found.expiry } : {} }
}
