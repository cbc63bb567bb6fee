import { useState } from 'react'
import { newId } from '../api.ts'
import { findKept, forget, forgetWordsOf, type Kept, keep } from './kept.ts'
import type { OpenLink } from './link.ts'

const begun = (expiresAt: string): Kept => ({
  answers: {},
  at: 0,
  ids: { words: newId() },
  answeredAt: null,
  waiting: false,
  expiresAt,
})

/** Nothing of what was being written behind a link can be sent any more: it does not stay on this phone. */
export const forgetKeptWords = ({ draftId }: OpenLink): void => forgetWordsOf(draftId)

/**
 * What a patient is writing behind a link, kept on this phone until it is sent, and the id it is sent under: the same after
 * a reload, so that whoever sends it again because the answer was lost says it once. Other words are another thing said.
 */
export const useKeptWords = ({ draftId, expiresAt }: OpenLink, name: string) => {
  const id = `${draftId}.${name}`
  const [kept, setKept] = useState<Kept>(() => findKept(id) ?? begun(expiresAt))
  const { words } = kept.answers
  const write = (said: string | undefined) => {
    const next = { ...kept, ids: { words: newId() }, answers: said ? { words: said } : {} }
    setKept(next)
    if (said) keep(id, next)
    else forget(id)
  }
  /** The clinic has `sent`. @returns false where more was written meanwhile: that stays, and is another thing said */
  const drop = (sent: string | undefined): boolean => {
    if (findKept(id)?.answers.words !== sent) return false
    forget(id)
    setKept(begun(expiresAt))
    return true
  }
  return { id: kept.ids.words ?? '', words: typeof words === 'string' ? words : undefined, write, drop }
}
