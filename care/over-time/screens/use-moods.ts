import { useCallback, useEffect, useRef, useState } from 'react'
import type { Instant } from '../../../science/time.ts'
import { newId } from '../../../web/api.ts'
import { serverNow } from '../../../web/clock.ts'
import { findKept, forget, type Kept, keep } from '../../../web/patient/kept.ts'
import type { OpenLink } from '../../../web/patient/link.ts'
import { ApiProblem } from '../../../web/problem.ts'
import type { Mood } from '../mood.ts'

/** What waits on this phone: values by the moment they were tapped, each with the id it will be stored under. */
const nothing = (expiresAt: string): Kept => ({
  answers: {},
  at: 0,
  ids: {},
  answeredAt: null,
  waiting: false,
  expiresAt,
})

const waitingIn = ({ answers, ids }: Kept) =>
  Object.entries(answers).flatMap(([at, value]) => {
    const id = ids[at]
    return typeof value === 'number' && id !== undefined ? [{ id, at: at as Instant, value }] : []
  })

/** Moods behind one link: each is kept on this phone at the tap and sent at once; without a connection it waits. */
export const useMoods = (link: OpenLink, onSent: (moods: Mood[]) => void) => {
  const { post, draftId, expiresAt } = link
  const kept = useRef<Kept>(findKept(draftId) ?? nothing(expiresAt))
  const [shown, setShown] = useState(kept.current)
  const [onPhone, setOnPhone] = useState(true)
  const [problem, setProblem] = useState<ApiProblem>()
  const busy = useRef(false)

  const set = useCallback(
    (next: Kept) => {
      kept.current = next
      setShown(next)
      if (next.waiting) setOnPhone(keep(draftId, next))
      else forget(draftId)
    },
    [draftId],
  )

  const send = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    try {
      for (let moods = waitingIn(kept.current); moods.length > 0; moods = waitingIn(kept.current)) {
        const batch = moods.slice(0, 100)
        await post('/api/link/course/moods', { moods: batch })
        const sent = new Set<string>(batch.map(({ at }) => at))
        const left = Object.entries(kept.current.answers).filter(([at]) => !sent.has(at))
        set({ ...kept.current, answers: Object.fromEntries(left), waiting: left.length > 0 })
        setProblem(undefined)
        onSent(batch.map(({ at, value }) => ({ at, value })))
      }
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    } finally {
      busy.current = false
    }
  }, [post, set, onSent])

  useEffect(() => {
    void send()
    const again = () => void send()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [send])

  const note = (value: number) => {
    const at = new Date(serverNow()).toISOString() as Instant
    const { answers, ids } = kept.current
    set({
      ...kept.current,
      answers: { ...answers, [at]: value },
      ids: { ...ids, [at]: newId() },
      answeredAt: at,
      waiting: true,
    })
    void send()
  }
  return { note, waiting: waitingIn(shown), onPhone, problem, send }
}
