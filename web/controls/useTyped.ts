import { useState } from 'react'
import { dropDraft, findDraft, saveDraft } from './drafts.ts'

/**
 * What somebody types outside a form, kept in this tab by `id` over a reload and a dialog that closes.
 * @returns what is typed, the way to change it, and the way to drop it once it is saved
 */
export const useTyped = <Typed>(id: string, start: Typed): [Typed, (next: Typed) => void, () => void] => {
  const [typed, setTyped] = useState<Typed>(() => {
    const kept = findDraft(id)
    return kept && 'typed' in kept ? (kept.typed as Typed) : start
  })
  const change = (next: Typed) => {
    setTyped(next)
    if (next === undefined || next === '') dropDraft(id)
    else saveDraft(id, { typed: next })
  }
  const drop = () => {
    setTyped(start)
    dropDraft(id)
  }
  return [typed, change, drop]
}
