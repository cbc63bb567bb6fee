import { useEffect, useState } from 'react'
import { dropDraft, findDraft, saveDraft } from '../../../web/controls/drafts.ts'

/** Readings belong to a moment: what was typed longer ago than this is not offered again, in milliseconds. */
const longestMs = 5 * 60_000

/** Where a session's pad keeps what is typed. What was read before the dose is no reading after it. */
export const padDraftId = (sessionId: string, dosed: boolean): string =>
  `vitals.${dosed ? 'after' : 'before'}.${sessionId}`

export type PadDraft<Typed, Rest> = { typed: Typed; rest: Rest }
type Kept<Typed, Rest> = PadDraft<Typed, Rest> & { at: number }

const recent = <Typed, Rest>(id: string | undefined): PadDraft<Typed, Rest> | undefined => {
  const found = id === undefined ? undefined : (findDraft(id) as Kept<Typed, Rest> | undefined)
  return found && Date.now() - found.at <= longestMs ? found : undefined
}

/** What stood in a pad a moment ago, before a reload or a tap that led away; undefined when there is nothing. */
export const useKeptPad = <Typed, Rest>(id: string | undefined): PadDraft<Typed, Rest> | undefined =>
  useState(() => recent<Typed, Rest>(id))[0]

/**
 * Keeps what stands in the pad, in this tab; an empty one keeps nothing. The answer drops it at once: a pad that goes away
 * as it is saved never gets to keep its emptiness, and what was saved must not be offered again as new.
 */
export const useKeepPad = <Typed extends object, Rest extends object>(
  id: string | undefined,
  draft: PadDraft<Typed, Rest> | undefined,
): (() => void) => {
  const text = draft && JSON.stringify(draft)
  useEffect(() => {
    if (id === undefined) return
    if (text === undefined) dropDraft(id)
    else saveDraft(id, { ...(JSON.parse(text) as PadDraft<Typed, Rest>), at: Date.now() })
  }, [id, text])
  return () => {
    if (id !== undefined) dropDraft(id)
  }
}
