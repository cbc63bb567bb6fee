import { findKept, forget, keep } from '../../../web/patient/kept.ts'
import type { Asked } from '../questions.ts'
import type { Value } from '../value.ts'

/** One answer on its way to the clinic. The id is made once, so that sending it twice stores it once. */
export type Given = { id: string; question: Asked; entry: string | null; value: Value; answeredAt: string }
/** What is being typed, field by field, by the place it is typed in. */
export type Typed = Readonly<Record<string, string>>

/** What this phone holds for one link that the clinic does not have yet. */
export type Waiting = { given: readonly Given[]; typed: Readonly<Record<string, Typed>> }

const nothing: Waiting = { given: [], typed: {} }
const typedKey = 'typed '

/** Kept as every patient form keeps what is unsent (web/patient/kept.ts), so a dead link can say that something is left. */
export const findWaiting = (draftId: string): Waiting => {
  const kept = findKept(draftId)
  if (!kept) return nothing
  const given: Given[] = []
  const typed: Record<string, Typed> = {}
  for (const [key, text] of Object.entries(kept.answers)) {
    const value: unknown = JSON.parse(String(text))
    if (key.startsWith(typedKey)) typed[key.slice(typedKey.length)] = value as Typed
    else given.push(value as Given)
  }
  return { given, typed }
}

/** @returns false when the phone itself could not keep it: then it lasts as long as the page */
export const keepWaiting = (draftId: string, expiresAt: string, { given, typed }: Waiting): boolean => {
  const answers = {
    ...Object.fromEntries(given.map((one) => [one.id, JSON.stringify(one)])),
    ...Object.fromEntries(Object.entries(typed).map(([place, fields]) => [typedKey + place, JSON.stringify(fields)])),
  }
  if (Object.keys(answers).length > 0)
    return keep(draftId, { answers, at: 0, ids: {}, answeredAt: null, waiting: given.length > 0, expiresAt })
  forget(draftId)
  return true
}
