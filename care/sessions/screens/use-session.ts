import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Protocol } from '../../../science/routes/protocol.ts'
import { Instant } from '../../../science/time.ts'
import { api, newId, useRead } from '../../../web/api.ts'
import { serverNow, useNow } from '../../../web/clock.ts'
import { useSignedIn } from '../../../web/me.ts'
import { ApiProblem } from '../../../web/problem.ts'
import type { Kind, SessionEvent } from '../event.ts'
import { protocolFor } from '../protocol.ts'
import { type Session, sessionFrom } from '../session.ts'
import type { SessionAnswer } from './answers.ts'
import { record, sendFirst, useSending, useTaken, useUnsent, whenConfirmed } from './unsent.ts'
import type { Unsent } from './unsent-store.ts'

/** The moment of the tap; what the screen shows as "now" may be seconds old. */
export const atThisMoment = (): string => new Date(serverNow()).toISOString()

const asEvent = ({ id, sessionId, staffId, kind, happenedAt, data, corrects, enteredAt }: Unsent) =>
  ({
    id,
    sessionId,
    kind,
    happenedAt,
    recordedAt: enteredAt,
    recordedBy: staffId,
    data,
    corrects: corrects ?? null,
    // After everything that the clinic has numbered.
    seq: Number.MAX_SAFE_INTEGER,
  }) as SessionEvent

/** What every part of the session's screen works with. */
export type Here = {
  answer: SessionAnswer
  session: Session
  protocol: Protocol
  now: Instant
  timeZone: string
  nameOf: (id: string) => string
  unsentIds: ReadonlySet<string>
  refresh: () => Promise<unknown>
  /** Takes a step that only one person can take. Whoever comes second is told at the top of the screen. */
  step: (step: 'arrive' | 'clear' | 'dose' | 'release', body: object) => Promise<void>
  /** Keeps an entry on this device and sends it. */
  write: (kind: Kind, data: object, more?: { happenedAt?: string; corrects?: string }) => Promise<void>
}

/**
 * The session as the clinic has it, with what was entered here and is not in its last answer laid over it: what is still
 * on this device, and what the clinic has taken since.
 */
export const useSession = (id: string) => {
  const path = `/api/sessions/${id}`
  const read = useRead<SessionAnswer>(path)
  const { staff } = useSignedIn()
  const unsent = useUnsent()
  const taken = useTaken()
  const now = Instant.parse(useNow(5))
  const queries = useQueryClient()
  // Kept here: the other's step takes the form away that this one was tried in, and what it would have said with it.
  const [second, setSecond] = useState<ApiProblem>()
  useSending(staff.id)
  useEffect(() => {
    return whenConfirmed((sessionId) => void queries.invalidateQueries({ queryKey: [`/api/sessions/${sessionId}`] }))
  }, [queries])

  const own = unsent.filter(({ sessionId }) => sessionId === id)
  const { data } = read
  const session = useMemo(() => {
    if (!data) return undefined
    const known = new Set(data.events.map((event) => event.id))
    const over = [...taken, ...unsent].filter(
      (entry) => entry.sessionId === id && !entry.refused && !known.has(entry.id),
    )
    return sessionFrom([...data.events, ...over.map(asEvent)])
  }, [data, taken, unsent, id])
  const protocol = data ? protocolFor(data.row.route, data.clinic.policy) : undefined
  const here: Here | undefined =
    data && session && protocol
      ? {
          answer: data,
          session,
          protocol,
          now,
          timeZone: data.clinic.timeZone,
          nameOf: (staffId) => (staffId === staff.id ? staff.name : (data.people[staffId] ?? staffId)),
          unsentIds: new Set(own.map((entry) => entry.id)),
          refresh: () => queries.invalidateQueries({ queryKey: [path] }),
          step: async (step, body) => {
            setSecond(undefined)
            await sendFirst(id)
            try {
              await api.post(`${path}/${step}`, body)
            } catch (error) {
              if (error instanceof ApiProblem && error.kind === 'conflict') {
                setSecond(error)
                // What they did not know of is to be on the screen with the sentence that says so.
                void queries.invalidateQueries({ queryKey: [path] })
              }
              throw error
            }
          },
          write: (kind, entry, more = {}) =>
            record(
              {
                id: newId(),
                sessionId: id,
                kind,
                happenedAt: more.happenedAt ?? atThisMoment(),
                data: entry as Record<string, unknown>,
                ...(more.corrects ? { corrects: more.corrects } : {}),
              },
              staff.id,
            ),
        }
      : undefined
  return { read, here, own, second, onRead: () => setSecond(undefined) }
}
