import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { loadSecrets } from '../clinic/accounts/secrets.ts'
import { isLocal } from '../clinic/request/local.ts'
import { StartProblem } from '../database/errors.ts'
import { listClinicIds } from '../database/owner.ts'
import type { Database } from '../database/types.ts'
import { Instant } from '../science/time.ts'
import { createApp } from './app.ts'
import { newLimiter } from './limiter.ts'
import { listenForChanges } from './live.ts'
import { startRounds } from './rounds.ts'

export const clock = (): Instant => Instant.parse(new Date().toISOString())

export type Serving = { port: number; origin: string; stop: () => Promise<void> }

/** Serves on a database that is open and migrated. Answers when the port is listening, or with one sentence why not. */
export const serve = async (at: {
  db: Database
  dataDir: string
  host: string
  port: number
  publicUrl?: string | undefined
}): Promise<Serving> => {
  const live = await listenForChanges(at.db)
  const limiter = newLimiter(clock)
  const secrets = loadSecrets(at.dataDir, (await listClinicIds(at.db)).length === 0)
  // The origin is known once the port is: with port 0 the system chooses one.
  const parts = { db: at.db, secrets, clock, limiter, origin: at.publicUrl ?? '' }
  const app = createApp(parts, live)
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 30_000 }, getRequestListener(app.fetch))
  const port = await listen(server, at.host, at.port)
  parts.origin ||= `http://${isLocal(at.host) || everywhere.includes(at.host) ? 'localhost' : at.host}:${port}`
  const rounds = startRounds(parts)
  return {
    port,
    origin: parts.origin,
    stop: async () => {
      await rounds.stop()
      server.closeIdleConnections()
      const closed = new Promise((resolve) => server.close(resolve))
      // Live streams never end by themselves; what is being written has two seconds to finish.
      setTimeout(() => server.closeAllConnections(), 2_000).unref()
      await closed
    },
  }
}

/** Also from this machine, and only by this name does a browser here keep a sign-in without TLS. */
const everywhere = ['0.0.0.0', '::']

const listen = (server: ReturnType<typeof createServer>, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why: Record<string, string> = {
        EADDRINUSE: `Port ${port} is in use by another program. Start with another one: PORT=${port + 1} npm start`,
        EACCES: `This user may not use port ${port}. Choose one above 1023: PORT=4747 npm start`,
        EADDRNOTAVAIL: `${host} is not an address of this machine. Set HOST to one that is.`,
      }
      reject(
        new StartProblem(why[error.code ?? ''] ?? `The server could not listen on ${host}:${port} (${error.code}).`),
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
