import { z } from 'zod'
import { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { hundredths, Quantity } from './item.ts'

export const entryKinds = [
  'opening',
  'received',
  'withdrawn',
  'wasted',
  'returned',
  'lost',
  'surplus',
  'corrected',
  'transferred out',
  'transferred in',
] as const
export type EntryKind = (typeof entryKinds)[number]

export const Words = z.string().trim().min(3, says.words).max(2000, says.tooMuch)
const Party = z.string().trim().min(2, says.party).max(200, says.tooMuch)
const Lot = z.string().trim().min(1, says.lot).max(60, says.tooMuch)

/** Where there are several registered locations: at which. */
export const locationId = z.uuid().optional()

/** `happenedAt` absent: now, when the clinic hears of it first. */
const moved = { id: z.uuid(), happenedAt: Instant.optional(), quantity: Quantity }

/** Of what a dose had taken already and was not given: mg of a vial, pieces of the rest. Changes no balance. */
const ofDrawn = z
  .number(says.positive)
  .positive(says.positive)
  .max(100_000, says.tooMuch)
  .refine(hundredths, says.hundredths)
  .optional()

/** What somebody writes into the ledger. What a dose takes is written with the dose. */
export const NewEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opening'), ...moved, locationId, lot: Lot, expiry: z.iso.date(says.expiry) }),
  z.object({
    kind: z.literal('received'),
    ...moved,
    locationId,
    lot: Lot,
    expiry: z.iso.date(says.expiry),
    party: Party,
  }),
  z.object({
    kind: z.literal('wasted'),
    ...moved,
    lotId: z.uuid(),
    words: Words,
    doseId: z.uuid().optional(),
    ofDrawn,
  }),
  z.object({ kind: z.literal('returned'), ...moved, lotId: z.uuid(), party: Party, words: Words }),
])
export type NewEntry = z.infer<typeof NewEntry>

/** Out of a lot of one registered location and into the same lot of another. */
export const Transfer = z.object({ ...moved, lotId: z.uuid(), toLocationId: z.uuid(says.toWhere) })

export const Correct = z.object({ id: z.uuid(), quantity: Quantity, words: Words })

/** One row of the ledger, as a screen shows it. `standing` is its amount after every correction. */
export type Entry = {
  id: string
  itemId: string
  locationId: string
  lotId: string
  lot: string
  kind: EntryKind
  amount: number
  standing: number
  /** What the ledger said of this lot when it was written. */
  after: number
  happenedAt: Instant
  recordedAt: Instant
  byId: string
  by: string
  party: string
  words: string
  sessionId: string | null
  doseId: string | null
  /** Of what its dose had taken already: wasted without changing the balance. */
  ofDrawn: number
  corrects: string | null
  witnessNeeded: boolean
  witness: { by: string; at: Instant } | null
}

/** Whether somebody else still has to say that they saw it. */
export const awaitsWitness = ({ witnessNeeded, witness }: Pick<Entry, 'witnessNeeded' | 'witness'>): boolean =>
  witnessNeeded && witness === null

export type LotNow = { id: string; itemId: string; locationId: string; lot: string; expiry: string; balance: number }

/** A lot with what its date means today. */
export const expiryOf = (expiry: string, today: string, soonFrom: string): 'expired' | 'soon' | 'later' =>
  expiry < today ? 'expired' : expiry <= soonFrom ? 'soon' : 'later'
