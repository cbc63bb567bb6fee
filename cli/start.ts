import { parseArgs } from 'node:util'
import { ensureFirstRun } from '../clinic/accounts/first-run.ts'
import type { DatabaseGone } from '../database/errors.ts'
import { clock, serve } from '../server/start.ts'
import { buildWeb } from '../web/build.ts'
import { openPlace } from './open.ts'
import { placeFrom } from './place.ts'

const help = `evenkeel start [--demo]

Builds what the browser needs when it changed, opens the database, brings it to this version, and serves.

  --demo   a synthetic clinic in a folder of its own (data-demo), made the first time

  PORT          where to listen (4747)
  HOST          the address to listen on (127.0.0.1: this machine only)
  DATA_DIR      where the embedded database and the keys live (./data)
  DATABASE_URL  a PostgreSQL server to use instead of the embedded database
  PUBLIC_URL    the https address people reach the clinic at, when a proxy stands in front
  SMTP_URL      the mail server that sends links; without it they wait in the outbox`

/** Serves until it is told to stop. The exit code is 0 after Ctrl-C, 1 when the database is lost underneath. */
export const run = async (args: string[]): Promise<number> => {
  const { values } = parseArgs({ args, options: { demo: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) {
    console.log(help)
    return 0
  }
  const place = placeFrom(process.env, values.demo)
  await buildWeb()
  const db = await openPlace(place)
  const { host, port, publicUrl, dataDir } = place
  const serving = await serve({ db, dataDir, host, port, publicUrl })
  console.log(`\nEvenkeel is serving at ${serving.origin}`)
  console.log(db.engine === 'embedded' ? `The records are in ${db.place}` : `The records are on ${db.place}`)

  const firstRun = await ensureFirstRun(db, dataDir, clock())
  if (firstRun) {
    console.log(`\nSet up the clinic with this link. It works once, for a day, and only for whoever has it:\n`)
    console.log(`  ${serving.origin}/setup#${firstRun.token}\n`)
  }
  return Promise.race([stopped(), db.gone.then(lost)]).then(async (code) => {
    await serving.stop()
    await db.close().catch(() => undefined)
    return code
  })
}

const stopped = (): Promise<number> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(0))
  })

const lost = (why: DatabaseGone): number => {
  console.error(`${why.message} Stopping; what was answered as saved is saved.`)
  return 1
}
