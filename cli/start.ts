import { parseArgs } from 'node:util'
import { ensureFirstRun } from '../clinic/accounts/first-run.ts'
import { isLocal } from '../clinic/request/local.ts'
import { serveControl } from '../database/control.ts'
import { isMade } from '../database/embedded/folder.ts'
import { codeOf, type DatabaseGone, StartProblem } from '../database/errors.ts'
import type { Database } from '../database/types.ts'
import { showDemo } from '../demo/start.ts'
import { clock, serve } from '../server/start.ts'
import { watchForStumbles } from '../server/stumble.ts'
import { buildWeb } from '../web/build.ts'
import { controlCommands } from './control.ts'
import { openPlace } from './open.ts'
import { placeFrom } from './place.ts'

const help = `evenkeel start [--demo [--anew]]

Builds what the browser needs when it changed, opens the database, brings it to this version, and serves.

  --demo   a synthetic clinic in a folder of its own (data-demo), made the first time
  --anew   with --demo: throws it away and makes it again, with today’s sessions around this hour

  PORT          where to listen (4747)
  HOST          the address to listen on (127.0.0.1: this machine only)
  DATA_DIR      where the embedded database and the keys live (./data)
  DATABASE_URL  a PostgreSQL server to use instead of the embedded database
  PUBLIC_URL    the https address people reach the clinic at, when a proxy stands in front
  SMTP_URL      the mail server that sends links; without it they wait in the outbox`

/** Serves until it is told to stop. The exit code is 0 after Ctrl-C, 1 when the database is lost underneath. */
export const run = async (args: string[]): Promise<number> => {
  const options = { demo: { type: 'boolean' }, anew: { type: 'boolean' }, help: { type: 'boolean' } } as const
  const { values } = parseArgs({ args, options })
  if (values.help) {
    console.log(help)
    return 0
  }
  watchForStumbles()
  const place = placeFrom(process.env, values.demo)
  await buildWeb().catch(notBuilt)
  // Making it takes half a minute on a small machine: nobody is left to wonder.
  const made = place.url !== undefined || isMade(place.dataDir)
  console.log(made ? 'Opening the database …' : 'Making the database (the first time only, up to half a minute) …')
  const db = await openPlace(place)
  const { host, port, publicUrl, dataDir } = place
  const serving = await serve({ db, dataDir, host, port, publicUrl })
  const stopControl = await serveControl(dataDir, controlCommands(db, dataDir, serving.origin))
  console.log(`\nEvenkeel is serving at ${serving.origin}`)
  if (!publicUrl && !isLocal(host))
    console.log(
      'Nobody can sign in from another machine yet: browsers keep a sign-in only over https. Put a proxy in front, and set PUBLIC_URL.',
    )
  console.log(db.engine === 'embedded' ? `The records are in ${db.place}` : `The records are on ${db.place}`)

  const end = Promise.race([stopped(), db.gone.then(lost)])
  const ready = values.demo
    ? showDemo(db, { dataDir, origin: serving.origin, anew: values.anew ?? false })
    : tellFirstRun(db, dataDir, serving.origin)
  // Told to stop while a demo is made: the half-made one is thrown away at the next start.
  await Promise.race([ready, end])
  return end.then(async (code) => {
    await stopControl()
    await serving.stop()
    await db.close().catch(() => undefined)
    return code
  })
}

const tellFirstRun = async (db: Database, dataDir: string, origin: string): Promise<void> => {
  const firstRun = await ensureFirstRun(db, dataDir, clock())
  if (!firstRun) return
  console.log(`\nSet up the clinic with this link. It works once, for a day, and only for whoever has it:\n`)
  console.log(`  ${origin}/setup#${firstRun.token}\n`)
}

/** The program's own folder is read-only, or its disk full; anything else is a mistake in the code. */
const notBuilt = (error: unknown): never => {
  const code = codeOf(error)
  if (!code || !['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code)) throw error
  throw new StartProblem(
    `The screens could not be built in Evenkeel's own folder (${code}). Start it once as a user who may write there, with room on the disk.`,
  )
}

const stopped = (): Promise<number> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve(0))
  })

const lost = (why: DatabaseGone): number => {
  console.error(`${why.message} Stopping; what was answered as saved is saved.`)
  return 1
}
