import type { Instant } from '../../science/time.ts'
import type { Doors, Reply } from '../../server/in-process.ts'

export type Somebody = Pick<Doors, 'get' | 'post'>

/** Who acts in a course of treatment. Tests and measurements bring their own people; the demo brings its own. */
export type Hands = {
  prescriber: Somebody & { staffId: string }
  monitor: Somebody
  frontDesk: Somebody
  /** Ids of who may watch a patient, whoever is asked first in front. */
  watchers: readonly string[]
  /** Whoever opens a patient's link. */
  holding: (url: string) => Somebody
  now: () => Instant
}

/** The answer to a request that has to succeed here; anything else ends the making of the demo, saying where. */
export const done = <Answer>(reply: Pick<Reply, 'status' | 'json'>, what: string): Answer => {
  if (reply.status !== 200 && reply.status !== 204)
    throw new Error(`${what} was answered with ${reply.status}: ${JSON.stringify(reply.json)}`)
  return reply.json as Answer
}
