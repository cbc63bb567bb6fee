import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../../web/api.ts'
import { serverNow } from '../../../web/clock.ts'
import type { OpenLink } from '../../../web/patient/link.ts'
import { ApiProblem } from '../../../web/problem.ts'
import type { Asked } from '../questions.ts'
import type { IntakeOnPhone, Told } from '../routes-of-link.ts'
import { type Value, type Wrong, wrongWith } from '../value.ts'
import { findWaiting, type Given, keepWaiting, type Typed, type Waiting } from './waiting.ts'

const asProblem = (error: unknown): ApiProblem => {
  if (error instanceof ApiProblem) return error
  throw error
}
const isLost = ({ kind }: ApiProblem): boolean => kind === 'offline' || kind === 'unavailable'
const placeOf = ({ question, entry }: Pick<Told, 'question' | 'entry'>): string => `${question} ${entry ?? ''}`

/** What the clinic has and what is on its way there, the newest of each place. */
const together = (told: readonly Told[], given: readonly Given[]): Told[] => {
  const all = new Map(told.map((one) => [placeOf(one), one]))
  for (const one of given)
    all.set(placeOf(one), { ...one, closed: all.get(placeOf(one))?.closed ?? false, from: null } as Told)
  return [...all.values()]
}

/**
 * The answers behind one link. Each is kept on this phone the moment it is given and sent at once; without a connection
 * it waits, and goes out by itself. What is typed and not yet saved is kept too.
 */
export const useIntake = (link: OpenLink) => {
  const { get, post, draftId, expiresAt } = link
  const waiting = useRef<Waiting>(findWaiting(draftId))
  const [shown, setShown] = useState(waiting.current)
  const [told, setTold] = useState<IntakeOnPhone>()
  const [onPhone, setOnPhone] = useState(true)
  const [problem, setProblem] = useState<ApiProblem>()
  const [refused, setRefused] = useState(false)
  const [lost, setLost] = useState(false)
  const sending = useRef<Promise<void>>(undefined)

  const set = useCallback(
    (next: Waiting) => {
      waiting.current = next
      setShown(next)
      setOnPhone(keepWaiting(draftId, expiresAt, next))
    },
    [draftId, expiresAt],
  )
  const load = useCallback(async () => {
    try {
      setTold(await get<IntakeOnPhone>('/api/link/intake'))
      setProblem(undefined)
    } catch (error) {
      setProblem(asProblem(error))
    }
  }, [get])

  const sendAll = useCallback(async () => {
    try {
      while (waiting.current.given.length > 0) {
        const batch = waiting.current.given.slice(0, 100)
        const reply = await post<{ stored: string[]; closed: string[] }>('/api/link/intake/answers', { answers: batch })
        const settled = new Set([...reply.stored, ...reply.closed])
        setTold(
          (before) =>
            before && {
              ...before,
              answers: together(
                before.answers,
                batch.filter(({ id }) => reply.stored.includes(id)),
              ),
            },
        )
        set({ ...waiting.current, given: waiting.current.given.filter(({ id }) => !settled.has(id)) })
        setProblem(undefined)
        setLost(false)
        if (reply.closed.length > 0) {
          setRefused(true)
          await load()
        }
      }
    } catch (error) {
      const failed = asProblem(error)
      setLost(isLost(failed))
      if (!isLost(failed)) setProblem(failed)
    }
  }, [post, set, load])
  /** Whoever asks for it while it is under way waits for the same. */
  const sync = useCallback((): Promise<void> => {
    sending.current ??= sendAll().finally(() => {
      sending.current = undefined
    })
    return sending.current
  }, [sendAll])

  useEffect(() => void load().then(sync), [load, sync])
  const unsent = shown.given.length > 0
  // The phone may not say that it is online again, so it is tried every 20 seconds too.
  useEffect(() => {
    if (!unsent) return
    const again = () => void sync()
    window.addEventListener('online', again)
    const every = setInterval(again, 20_000)
    return () => {
      window.removeEventListener('online', again)
      clearInterval(every)
    }
  }, [unsent, sync])

  const give = useCallback(
    (question: Asked, value: Value, entry: string | null = null) => {
      setRefused(false)
      const answeredAt = new Date(serverNow()).toISOString()
      const one: Given = { id: newId(), question, entry, value, answeredAt }
      const { [placeOf(one)]: _, ...typed } = waiting.current.typed
      set({ given: [...waiting.current.given, one], typed })
      void sync()
    },
    [set, sync],
  )
  const type = useCallback(
    (question: Asked, entry: string | null, fields: Typed | undefined) => {
      const { [placeOf({ question, entry })]: _, ...others } = waiting.current.typed
      const typed = fields ? { ...others, [placeOf({ question, entry })]: fields } : others
      set({ ...waiting.current, typed })
    },
    [set],
  )
  const finish = useCallback(async () => {
    await sync()
    if (waiting.current.given.length > 0) throw new ApiProblem('offline', '')
    const { doneAt } = await post<{ doneAt: string }>('/api/link/intake/done', { id: newId() })
    setTold((before) => before && { ...before, doneAt })
  }, [sync, post])

  return {
    ready: told !== undefined,
    doneAt: told?.doneAt ?? null,
    /** The clinic's, for the day that something was told before. */
    timeZone: link.clinic.timeZone,
    answers: together(told?.answers ?? [], shown.given),
    /** What is wrong with an answer, before it is given. */
    wrongWith: (question: Asked, value: Value, entry: string | null = null): Wrong[] =>
      told ? wrongWith(question, entry, value, told.limits) : [],
    unsent: shown.given.length,
    /** The last sending did not reach the clinic. */
    lost,
    typedAt: (question: Asked, entry: string | null = null): Typed | undefined =>
      shown.typed[placeOf({ question, entry })],
    onPhone,
    problem,
    refused,
    load,
    give,
    type,
    finish,
  }
}

export type PhoneIntake = ReturnType<typeof useIntake>
