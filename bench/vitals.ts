import { randomUUID } from 'node:crypto'
import { clock } from '../server/start.ts'
import { newClient } from './asking.ts'
import { engineAlone } from './engine.ts'
import type { Place } from './place.ts'
import { median, rate } from './timing.ts'

/** One set of observations: nine values. */
const vitals = () => ({
  id: randomUUID(),
  happenedAt: clock(),
  kind: 'vitals',
  data: {
    systolic: 124,
    diastolic: 78,
    heartRate: 72,
    spo2: 98,
    respiratoryRate: 14,
    moaas: 5,
    dissociation: 'a little',
    nausea: 'none',
    pain: 0,
    crisisSymptoms: [],
  },
})

export type VitalsResult = { insert: number; one: number; tenRows: number; sixteen: number }

/**
 * Sets of observations a second over HTTP, stored with their audit entry, against what the engine does alone. The four
 * take turns, so that whatever else this machine does meanwhile falls on all of them alike.
 */
export const measureVitals = async (
  place: Place,
  origin: string,
  headers: Record<string, string>,
  sessions: readonly string[],
  { rounds = 5, seconds = 1.5 } = {},
): Promise<VitalsResult> => {
  const clients = sessions.map(() => newClient(origin, headers))
  const { db, close } = await place.alone()
  const alone = await engineAlone(db)
  let turn = 0
  const post = async (client: number) => {
    // Each client has its own connection; a session has few entries, as a real one.
    turn += 1
    await clients[client]?.ask('POST', `/api/sessions/${sessions[turn % sessions.length]}/events`, vitals())
  }
  const found: VitalsResult[] = []
  for (let round = -1; round < rounds; round++) {
    const result = {
      insert: await alone.insert(seconds),
      one: await rate(1, seconds, post),
      tenRows: await alone.tenRows(seconds),
      sixteen: await rate(clients.length, seconds, post),
    }
    // The first round warms up.
    if (round >= 0) found.push(result)
  }
  for (const client of clients) client.close()
  await close()
  const of = (key: keyof VitalsResult) => median(found.map((result) => result[key]))
  return { insert: of('insert'), one: of('one'), tenRows: of('tenRows'), sixteen: of('sixteen') }
}
