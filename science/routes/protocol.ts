import type { Route } from '../decide.ts'
import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'
import type { Limits } from './limits.ts'
import { filledIn, type Line } from './lines.ts'

/** What a monitor can be asked to look at during a session. */
export type ObservationKind =
  | 'bloodPressure'
  | 'heartRate'
  | 'spo2'
  | 'respiratoryRate'
  | 'sedation'
  | 'sideEffects'
  | 'dissociation'

/** One observation due at a fixed time. */
export type Slot = {
  id: string
  minutes: number
  what: readonly ObservationKind[]
  why: string
  source: Source
  further?: readonly Source[]
  reviewBy: Day
}

/**
 * How one route is given and watched, as data. The rules are the same for every route and are built from `limits`
 * (before-dose.ts, vitals.ts, release.ts); a further route is a further object of this type.
 */
export type Protocol = {
  id: string
  route: Route
  title: string
  version: string
  limits: Limits
  /** What is looked at before the dose. */
  baseline: readonly ObservationKind[]
  beforeDose: readonly Line[]
  /** What is observed while an infusion goes in, counted from its start; absent where nothing goes in over time. */
  during?: readonly Slot[]
  /** Fixed observations, in order of time, counted from the last dose or from the end of the infusion. */
  schedule: readonly Slot[]
  /** What is repeated every `limits.repeatEveryMinutes` after the last slot, until release. */
  repeated: readonly ObservationKind[]
  instructions: { before: readonly Line[]; after: readonly Line[]; getHelp: readonly Line[] }
}

/** The protocol with its limits written into its sentences. */
export const written = (protocol: Protocol): Protocol => {
  const { limits, beforeDose, instructions } = protocol
  const { before, after, getHelp } = instructions
  return {
    ...protocol,
    beforeDose: filledIn(beforeDose, limits),
    instructions: {
      before: filledIn(before, limits),
      after: filledIn(after, limits),
      getHelp: filledIn(getHelp, limits),
    },
  }
}
