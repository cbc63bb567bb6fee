import { useState } from 'react'
import { dropDraft, findDraft, saveDraft } from './drafts.ts'

/**
 * What somebody types outside a form, kept in this tab by `id` over a reload and a dialog that closes.
 * @returns what is typed, the way to change it, the way to drop it once it is saved, and whether it was typed before
 */
export const useTyped = <Typed>(id: string, start: Typed): [Typed, (next: Typed) => void, () => void, boolean] => {
  const [before, setBefore] = useState(() => findDraft(id))
  const [typed, setTyped] = useState<Typed>(before && 'typed' in before ? (before.typed as Typed) : start)
  const change = (next: Typed) => {
    setTyped(next)
    if (next === undefined || next === '') dropDraft(id)
    else saveDraft(id, { typed: next })
  }
  const drop = () => {
    setTyped(start)
    setBefore(undefined)
    dropDraft(id)
  }
  return [typed, change, drop, before !== undefined]
}
