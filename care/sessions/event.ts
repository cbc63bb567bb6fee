import { z } from 'zod'
import { Instant } from '../../science/time.ts'
import { Arrived, Booked, Cancelled, HandedOver, NoShow, Rescheduled } from './booking.ts'
import { Cleared, NotCleared } from './clearance.ts'
import { Dose } from './dose.ts'
import { Released, Stopped } from './ending.ts'
import { FactsRecorded } from './facts.ts'
import { Decided, InfusionChanged, LozengeEnded } from './giving.ts'
import { LinePlaced, LineRemoved } from './line.ts'
import { SideEffect, SideEffectEnded } from './side-effect.ts'
import { Vitals } from './vitals.ts'
import { Addendum, Correction, Remark, Signed } from './written.ts'

/** What can happen on a treatment day, and what each entry says. One line a kind; the database knows the same list. */
export const entryData = {
  booked: Booked,
  rescheduled: Rescheduled,
  cancelled: Cancelled,
  'no-show': NoShow,
  arrived: Arrived,
  'handed over': HandedOver,
  facts: FactsRecorded,
  vitals: Vitals,
  'not cleared': NotCleared,
  cleared: Cleared,
  dose: Dose,
  'infusion changed': InfusionChanged,
  'lozenge ended': LozengeEnded,
  'line placed': LinePlaced,
  'line removed': LineRemoved,
  decided: Decided,
  'side effect': SideEffect,
  'side effect ended': SideEffectEnded,
  remark: Remark,
  released: Released,
  stopped: Stopped,
  addendum: Addendum,
  correction: Correction,
  signed: Signed,
} as const satisfies Record<string, z.ZodType>

export type Kind = keyof typeof entryData
export type DataOf<K extends Kind> = z.infer<(typeof entryData)[K]>

/** One row of the log as it is stored: when it happened, when it was written down, by whom. */
export type SessionEvent<K extends Kind = Kind> = K extends Kind
  ? {
      id: string
      sessionId: string
      kind: K
      happenedAt: Instant
      recordedAt: Instant
      recordedBy: string
      data: DataOf<K>
      corrects: string | null
      /** The order in which entries reached the log; only settles which of two at the same moment is later. */
      seq: number
    }
  : never

/** What every new entry carries: an id made where it was entered, and the moment it is about. */
export const NewEntry = z.object({ id: z.uuid(), happenedAt: Instant })

/** Written down more than this many minutes after it happened: shown with both times. */
export const lateAfterMinutes = 3

/** At the same moment, what must come first is read first. */
export const order: readonly Kind[] = [
  'booked',
  'rescheduled',
  'cancelled',
  'no-show',
  'arrived',
  'handed over',
  'facts',
  'vitals',
  'not cleared',
  'cleared',
  'line placed',
  'dose',
  'infusion changed',
  'lozenge ended',
  'line removed',
  'decided',
  'side effect',
  'side effect ended',
  'remark',
  'released',
  'stopped',
  'signed',
  'addendum',
  'correction',
]

/** What can be written anew. A decision stays as it was made: a clearance and an ending get an addendum. */
export const correctable: readonly Kind[] = [
  'arrived',
  'facts',
  'vitals',
  'dose',
  'infusion changed',
  'lozenge ended',
  'line placed',
  'line removed',
  'side effect',
  'side effect ended',
  'remark',
]
