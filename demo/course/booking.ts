import { randomUUID } from 'node:crypto'
import type { Which } from '../../care/sessions/booking-time.ts'
import type { Reply } from '../../server/in-process.ts'
import { done, type Hands } from './hands.ts'

/** A place and a wall time in the clinic’s zone; of one that happens twice the earlier, unless `which` says. */
export type Slot = { roomId: string; day: string; time: string; which?: Which; minutes: number }

/** With the first person who may still watch one more: the desk chooses somebody else where the clinic's limit holds. */
export const book = async (
  { frontDesk, watchers }: Pick<Hands, 'frontDesk' | 'watchers'>,
  patientId: string,
  slot: Slot,
): Promise<string> => {
  const id = randomUUID()
  const eventId = randomUUID()
  const body = { id, eventId, patientId, which: 'earlier', ...slot }
  let reply: Reply | undefined
  for (const responsibleId of watchers) {
    reply = await frontDesk.post('/api/sessions', { ...body, responsibleId })
    if (reply.status !== 423) break
  }
  done(reply ?? { status: 0, json: {} }, 'Booking')
  return id
}

const atDesk = async (
  { frontDesk, now }: Pick<Hands, 'frontDesk' | 'now'>,
  sessionId: string,
  what: 'arrive' | 'cancel' | 'no-show',
  more: object = {},
): Promise<void> => {
  const body = { id: randomUUID(), happenedAt: now(), ...more }
  done(await frontDesk.post(`/api/sessions/${sessionId}/${what}`, body), `The day list (${what})`)
}

type Desk = Pick<Hands, 'frontDesk' | 'now'>

export const arrive = (hands: Desk, sessionId: string): Promise<void> => atDesk(hands, sessionId, 'arrive')

export const cancel = (hands: Desk, sessionId: string, reason: string): Promise<void> =>
  atDesk(hands, sessionId, 'cancel', { reason })

export const noShow = (hands: Desk, sessionId: string, words: string): Promise<void> =>
  atDesk(hands, sessionId, 'no-show', { words })
