import type { Day, Instant } from '../../science/time.ts'
import type { Place } from '../locations/location.ts'
import type { Mismatch, MismatchStanding } from './count.ts'
import type { DoseNow } from './dose.ts'
import type { Item } from './item.ts'
import type { Entry, LotNow } from './ledger.ts'

/** What the screens are given. */
export type LotShown = LotNow & { dated: 'expired' | 'soon' | 'later' }
export type MismatchShown = Mismatch & { standing: MismatchStanding }
export type Discrepancy = DoseNow & { difference: 'not drawn' | 'differs' }

/** Which registered location a page shows; where there is one only, nothing is said of it. */
type At = { location: string; locations: Place[] }

export type Overview = At & {
  /** What is open at the other locations. */
  openElsewhere: number
  today: Day
  timeZone: string
  witness: 'yes' | 'no' | null
  items: (Item & { held: boolean; lastCount: Instant | null; lots: LotShown[] })[]
  mismatches: MismatchShown[]
  unwitnessed: Entry[]
  discrepancies: Discrepancy[]
  lastInventory: Day | null
}

export type ItemPage = At & {
  item: Item
  today: Day
  witness: 'yes' | 'no' | null
  lots: LotShown[]
  entries: Entry[]
  more: boolean
  mismatches: MismatchShown[]
}

/** A dose that was drawn, with the lot it came from and what was wasted with it. */
export type DrawnDose = DoseNow & { balance: number; item: Item; wasted: Entry[] }
export type OfSession = { witness: 'yes' | 'no' | null; doses: DrawnDose[] }

/** What nobody has finished: counts that did not agree, waste nobody confirmed, doses that differ from the ledger. */
export const openMatters = ({
  mismatches,
  unwitnessed,
  discrepancies,
}: Pick<Overview, 'mismatches' | 'unwitnessed' | 'discrepancies'>): number =>
  mismatches.length + unwitnessed.length + discrepancies.length

/** What to look for: lots, and nothing of how much there should be. */
export type ToCount = { id: string; itemId: string; lot: string; expiry: string }
export type Sheet = { location: string; items: Item[]; lots: ToCount[] }
export type Inventories = At & {
  inventories: { id: string; business: 'open' | 'close' | null; takenOn: Day; by: string }[]
}

export type LotForDose = LotNow & Pick<Item, 'drug' | 'form' | 'strength' | 'volumeMl'> & { held: boolean }
