import { loadSecrets } from '../clinic/accounts/secrets.ts'
import type { Database } from '../database/types.ts'
import { createApp } from '../server/app.ts'
import { doorsInto } from '../server/in-process.ts'
import { newLimiter } from '../server/limiter.ts'
import { clock } from '../server/start.ts'
import { newClient } from './asking.ts'
import { median, quantile } from './timing.ts'

export type ChartResult = { milliseconds: number; p95: number; queries: number; kB: number }

/** A database that counts what it is asked, but for the statements that open and end a transaction. */
const counting = (db: Database): { db: Database; asked: () => number } => {
  let asked = 0
  const connect: Database['connect'] = async () => {
    const connection = await db.connect()
    return {
      ...connection,
      send: (steps) => {
        asked += steps.filter(({ values }) => values !== undefined).length
        return connection.send(steps)
      },
    }
  }
  return { db: { ...db, connect }, asked: () => asked }
}

/** Statements that opening one chart takes, with who is asking, may they, and the entry in the trail. */
export const countQueries = async (
  db: Database,
  dataDir: string,
  headers: Record<string, string>,
  patientId: string,
): Promise<number> => {
  const counted = counting(db)
  const origin = 'http://localhost:4747'
  const parts = { db: counted.db, secrets: loadSecrets(dataDir), clock, origin, limiter: newLimiter(clock) }
  const as = doorsInto(createApp(parts, { subscribe: () => () => undefined }), origin)(headers)
  const { status } = await as.get(`/api/patients/${patientId}/chart`)
  if (status !== 200) throw new Error(`The chart was answered with ${status}`)
  return counted.asked()
}

/** Milliseconds to open the chart over HTTP, one client. */
export const measureChart = async (
  origin: string,
  headers: Record<string, string>,
  patientId: string,
  { times = 120, warmUp = 30 } = {},
): Promise<Omit<ChartResult, 'queries'>> => {
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
