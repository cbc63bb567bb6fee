import { z } from 'zod'
import { nextBusinessDay, stockNumbers } from '../../science/stock.ts'
import { addDays, Day, Instant } from '../../science/time.ts'
import { Quantity } from './item.ts'
import { locationId, Words } from './ledger.ts'

/** CS-2: the last day on which the next inventory is in time. */
export const inventoryDue = (takenOn: Day): Day => {
  const [year, ...rest] = takenOn.split('-')
  const day = [Number(year) + stockNumbers.inventoryYears.value, ...rest].join('-')
  // A 29 February has no counterpart in most years; a day earlier is in time.
  return Day.parse(day.replace('-02-29', '-02-28'))
}

const line = z.object({ id: z.uuid(), lotId: z.uuid(), quantity: Quantity, estimated: z.boolean() })
const taken = { id: z.uuid(), locationId, takenAt: Instant, lines: z.array(line).max(2000) }

/** What somebody counted, without having been shown what the ledger says. */
export const NewCount = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('count'), itemId: z.uuid(), ...taken }),
  /** Of everything at one location (CS-2): the date and whether at open or close of business belong to it. */
  z.object({ purpose: z.literal('inventory'), business: z.enum(['open', 'close']), ...taken }),
])
export type NewCount = z.infer<typeof NewCount>

export const outcomes = ['miscounted', 'record completed', 'loss or theft', 'surplus'] as const
export type Outcome = (typeof outcomes)[number]

/** What is done about a count that does not agree. */
export const MismatchAct = z.discriminatedUnion('kind', [
  z.object({ id: z.uuid(), kind: z.literal('taken') }),
  z.object({ id: z.uuid(), kind: z.literal('found'), outcome: z.enum(outcomes), words: Words }),
  z.object({ id: z.uuid(), kind: z.literal('notice sent'), words: Words }),
  z.object({ id: z.uuid(), kind: z.literal('form 106 sent'), words: Words }),
])
export type MismatchAct = z.infer<typeof MismatchAct>

export type MismatchEvent = {
  id: string
  kind: MismatchAct['kind']
  outcome: Outcome | null
  words: string
  at: Instant
  byId: string
  by: string
}

export type Mismatch = {
  id: string
  itemId: string
  locationId: string
  lotId: string
  lot: string
  counted: number
  expected: number
  takenAt: Instant
  /** The clinic's calendar day on which it was found. */
  takenOn: Day
  countedBy: string
  events: MismatchEvent[]
}

export type Task = { what: 'notice' | 'form 106'; dueOn: Day; overdue: boolean; done: MismatchEvent | undefined }

export type MismatchStanding = {
  /** Withdrawals of the item wait until somebody has written what was found. */
  holds: boolean
  owner: { id: string; name: string } | undefined
  found: MismatchEvent | undefined
  /** The clocks of CS-7. They run from the count, and end early only when no loss was found. */
  tasks: Task[]
  open: boolean
}

/** Where a mismatch stands, from what was done and today's date; nothing of it is stored. */
export const standingOf = ({ counted, expected, takenOn, events }: Mismatch, today: Day): MismatchStanding => {
  const found = events.find(({ kind }) => kind === 'found')
  const holder = events.findLast(({ kind }) => kind === 'taken') ?? found
  const clocks = counted < expected && (found === undefined || found.outcome === 'loss or theft')
  const task = (what: Task['what'], kind: MismatchEvent['kind'], dueOn: Day): Task => {
    const done = events.find((event) => event.kind === kind)
    return { what, dueOn, done, overdue: done === undefined && dueOn < today }
  }
  const tasks = clocks
    ? [
        task('notice', 'notice sent', nextBusinessDay(takenOn, stockNumbers.noticeBusinessDays.value)),
        task('form 106', 'form 106 sent', addDays(takenOn, stockNumbers.form106Days.value)),
      ]
    : []
  return {
    holds: found === undefined,
    owner: holder && { id: holder.byId, name: holder.by },
    found,
    tasks,
    open: found === undefined || tasks.some(({ done }) => done === undefined),
  }
}
