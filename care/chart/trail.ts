import type { Instant } from '../../science/time.ts'

/** One line of a patient's trail: who did what, when. The action is a code that the screen has words for. */
export type TrailEntry = {
  seq: number
  at: Instant
  by: { kind: string; name: string | null }
  action: string
  subjectKind: string | null
  subjectId: string | null
  /** Codes, ids and numbers; never a patient's words. */
  detail: Record<string, unknown>
}

export const trailPage = 100
