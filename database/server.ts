import pg from 'pg'
import { codeOf, DatabaseError, DatabaseGone, StartProblem } from './errors.ts'
import { type Prepared, prepared } from './prepared.ts'
import { listenOn } from './server-listen.ts'
import { messageOf } from './server-message.ts'
import { together, wholeWriteOf } from './server-together.ts'
import type { Answer, Connection, Database, Step } from './types.ts'
import { isRollback, sendWhole } from './whole.ts'

export const settingsFor = (url: string): pg.ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  application_name: 'evenkeel',
  // Without jit: compiling a statement takes fifty milliseconds, and none of ours runs that long.
  options:
    '-c timezone=UTC -c datestyle=ISO -c client_min_messages=warning -c idle_in_transaction_session_timeout=60s -c jit=off',
})

/** PostgreSQL 15 or later at `url`. */
export const openServer = async (url: string): Promise<Database> => {
  const place = placeOf(url)
  // All writers of a clinic wait for its audit chain. Sixteen waiting in PostgreSQL cost it a third more than eight there
  // and eight here, which nobody has to wake; those that are whole wait here together (`server-together.ts`).
  const pool = new pg.Pool({ ...settingsFor(url), max: 8, idleTimeoutMillis: 60_000 })
  pool.on('error', () => {}) // An idle connection that breaks is replaced; the next statement tells if none can be had.
  await check(pool, place)
  const listener = listenOn(url)
  const lost = Promise.withResolvers<DatabaseGone>()
  const connect = () => acquire(pool, place)
  const sendTogether = together((steps) => sendWhole(connect, steps))
  return {
    engine: 'server',
    place,
    gone: lost.promise,
    fsyncs: () => 0,
    connect: async () => connectionFrom(connect, sendTogether),
    listen: listener.listen,
    close: async () => {
      await listener.close()
      await pool.end()
    },
  }
}

const placeOf = (url: string): string => {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname || 'localhost'}${port ? `:${port}` : ''}${pathname}`
  } catch {
    throw new StartProblem('DATABASE_URL is not an address such as postgres://user:password@host:5432/evenkeel.')
  }
}

const check = async (pool: pg.Pool, place: string): Promise<void> => {
  let version: number
  try {
    const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version_num') as version`)
    version = Number(rows[0]?.version)
  } catch (error) {
    await pool.end()
    throw new StartProblem(
      `The database server at ${place} could not be reached (${codeOf(error) ?? 'no reason given'}); check DATABASE_URL and that the server runs.`,
    )
  }
  if (version >= 150000) return
  await pool.end()
  throw new StartProblem(
    `The database server at ${place} is PostgreSQL ${Math.floor(version / 10000)}; Evenkeel needs 15 or later.`,
  )
}

const acquire = async (pool: pg.Pool, place: string): Promise<Connection> => {
  try {
    return connectionOver(await pool.connect(), place)
  } catch (error) {
    throw goneFrom(error, place)
  }
}

/** Taken from the pool when something is sent that needs one for itself; a write that is whole leaves with others. */
const connectionFrom = (connect: () => Promise<Connection>, sendTogether: ReturnType<typeof together>): Connection => {
  let own: Promise<Connection> | undefined
  return {
    send: async (steps) => {
      const clinicId = own ? undefined : wholeWriteOf(steps)
      if (clinicId) return sendTogether(clinicId, steps)
      // What left with others is rolled back already.
      if (!own && isRollback(steps)) return []
      own ??= connect()
      return (await own).send(steps)
    },
    release: (broken) => {
      own?.then((connection) => connection.release(broken)).catch(() => {})
    },
  }
}

const connectionOver = (client: pg.PoolClient, place: string): Connection => {
  const onError = (): void => {}
  client.on('error', onError)
  return {
    send: async (steps) => {
      try {
        const answers: Answer[] = []
        for (const message of inMessages(steps)) answers.push(...(await ask(client, message)))
        return answers
      } catch (error) {
        throw errorFrom(error, place)
      }
    },
    release: (broken) => {
      client.off('error', onError)
      client.release(broken === true)
    },
  }
}

/** Steps with values follow one another in one message; text of several statements is a message of its own. */
const inMessages = (steps: readonly Step[]): Step[][] => {
  const messages: Step[][] = []
  for (const step of steps) {
    const last = messages.at(-1)
    if (step.values && last?.[0]?.values) last.push(step)
    else messages.push([step])
  }
  return messages
}

const ask = async (client: pg.PoolClient, steps: readonly Step[]): Promise<Answer[]> => {
  const [first] = steps
  if (!first || first.values) return client.query(messageOf(steps, statementsOf(client))).answers
  const result: unknown = await client.query(first.text)
  const last = (Array.isArray(result) ? result.at(-1) : result) as pg.QueryResult
  return [{ rows: [], affected: last.rowCount ?? 0, tag: last.command }]
}

const statements = new WeakMap<pg.PoolClient, Prepared>()
const statementsOf = (client: pg.PoolClient): Prepared => {
  const known = statements.get(client) ?? prepared()
  statements.set(client, known)
  return known
}

/** SQLSTATEs of class 57P (shutting down) and 08 (connection), and errors of the socket itself. */
const lostCode = /^(57P0|08|E[A-Z]+$)/

const errorFrom = (error: unknown, place: string): unknown => {
  if (error instanceof pg.DatabaseError && error.code && !lostCode.test(error.code))
    return new DatabaseError({ ...error, message: error.message, code: error.code })
  return goneFrom(error, place)
}

const goneFrom = (error: unknown, place: string): DatabaseGone =>
  new DatabaseGone(
    `The database server at ${place} does not answer; what was not confirmed was not saved. Try again.`,
    {
      cause: error,
    },
  )
