import { loadSecrets } from '../clinic/accounts/secrets.ts'
import type { Database } from '../database/types.ts'
import { createApp } from '../server/app.ts'
import { doorsInto } from '../server/in-process.ts'
import { newLimiter } from '../server/limiter.ts'
import { clock } from '../server/start.ts'
import { newClient } from './asking.ts'
import { median, quantile } from './timing.ts'

/** `queries`: the page and its entry in the trail; `atTheDoor`: who is asking, and are they on the team. */
export type ChartResult = { milliseconds: number; p95: number; queries: number; atTheDoor: number; kB: number }

/** What every request asks before it is known what it is about. */
const door = /enter_by_sign_in|^\s*select p\.id from patient p\b/
/** What opens and ends a transaction. */
const frame = /^(begin|commit|rollback)\b|set_config\(/

/** A database that counts what it is asked, but for the statements that open and end a transaction. */
const counting = (db: Database) => {
  const asked = { queries: 0, atTheDoor: 0 }
  const connect: Database['connect'] = async () => {
    const connection = await db.connect()
    return {
      ...connection,
      send: (steps) => {
        for (const { text, values } of steps) {
          if (values === undefined || frame.test(text)) continue
          if (door.test(text)) asked.atTheDoor += 1
          else asked.queries += 1
        }
        return connection.send(steps)
      },
    }
  }
  return { db: { ...db, connect }, asked }
}

/** Statements that opening one chart takes. */
export const countQueries = async (
  db: Database,
  dataDir: string,
  headers: Record<string, string>,
  patientId: string,
): Promise<{ queries: number; atTheDoor: number }> => {
  const counted = counting(db)
  const origin = 'http://localhost:4747'
  const parts = { db: counted.db, secrets: loadSecrets(dataDir), clock, origin, limiter: newLimiter(clock) }
  const as = doorsInto(createApp(parts, { subscribe: () => () => undefined }), origin)(headers)
  const { status } = await as.get(`/api/patients/${patientId}/chart`)
  if (status !== 200) throw new Error(`The chart was answered with ${status}`)
  return counted.asked
}

/** Milliseconds to open the chart over HTTP, one client. */
export const measureChart = async (
  origin: string,
  headers: Record<string, string>,
  patientId: string,
  { times = 120, warmUp = 30 } = {},
): Promise<Omit<ChartResult, 'queries' | 'atTheDoor'>> => {
  const client = newClient(origin, headers)
  const took: number[] = []
  let kB = 0
  for (let i = -warmUp; i < times; i++) {
    const started = performance.now()
    const { text } = await client.ask('GET', `/api/patients/${patientId}/chart`)
    if (i >= 0) took.push(performance.now() - started)
    kB = text.length / 1024
  }
  client.close()
  return { milliseconds: median(took), p95: quantile(took, 0.95), kB }
}
