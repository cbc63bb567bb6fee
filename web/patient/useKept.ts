import { useCallback, useState } from 'react'
import { newId } from '../api.ts'
import { serverNow } from '../clock.ts'
import { type Answers, findKept, forget, type Kept, keep } from './kept.ts'

/** The answers of one link, saved on this phone at every tap. `names`: what is stored in the end, each with an id. */
export const useKept = (id: string, expiresAt: string, names: readonly string[]) => {
  const [kept, setKept] = useState<Kept>(
    () =>
      findKept(id) ?? {
        answers: {},
        at: -1,
        ids: Object.fromEntries(names.map((name) => [name, newId()])),
        answeredAt: null,
        waiting: false,
        expiresAt,
      },
  )
  const [onPhone, setOnPhone] = useState(true)
  const change = useCallback(
    (part: Partial<Kept>) =>
      setKept((before) => {
        const next = { ...before, ...part }
        setOnPhone(keep(id, next))
        return next
      }),
    [id],
  )
  const answer = useCallback(
    (answers: Answers, at: number) =>
      change({ answers, at, waiting: false, answeredAt: new Date(serverNow()).toISOString() }),
    [change],
  )
  return { kept, onPhone, change, answer, forget: useCallback(() => forget(id), [id]) }
}
