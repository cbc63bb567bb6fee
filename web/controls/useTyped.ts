import { useState } from 'react'
import { withoutBlanks } from './blanks.ts'
import { type Draft, dropDraft, findDraft, saveDraft } from './drafts.ts'

const typedIn = <Typed>(draft: Draft | undefined, start: Typed): Typed =>
  draft && 'typed' in draft ? (draft.typed as Typed) : start

/**
 * What somebody types outside a form, kept in this tab by `id` over a reload and a dialog that closes.
 * @returns what is typed, the way to change it, the way to drop it once it is saved, and whether it was typed before
 */
export const useTyped = <Typed>(id: string, start: Typed): [Typed, (next: Typed) => void, () => void, boolean] => {
  const [before, setBefore] = useState(() => findDraft(id))
  const [typed, setTyped] = useState(() => typedIn<Typed>(before, start))
  const [of, setOf] = useState(id)
  if (of !== id) {
    // What was typed about one thing is not what is said of the next.
    const found = findDraft(id)
    setOf(id)
    setBefore(found)
    setTyped(typedIn(found, start))
  }
  const change = (next: Typed) => {
    setTyped(next)
    if (withoutBlanks(next) === undefined) dropDraft(id)
    else saveDraft(id, { typed: next })
  }
  const drop = () => {
    setTyped(start)
    setBefore(undefined)
    dropDraft(id)
  }
  return [typed, change, drop, before !== undefined]
}
