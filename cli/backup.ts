import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type BackupDone, backUp } from '../database/backup.ts'
import { askControl } from '../database/control.ts'
import { passphraseFrom } from './backup-key.ts'
import { openKept } from './open.ts'
import { placeFrom } from './place.ts'

const help = `evenkeel backup [FILE] [--key-file FILE]

Writes everything to one file: every row of every clinic, and the installation's key. Works while Evenkeel runs and while
it does not. FILE may be a folder; without it the file goes into the present one, named after the time. It is read back
before it gets its name. An existing file is never overwritten.

  --key-file FILE      encrypt with the passphrase in this file (its first and last white space does not count)
  EVENKEEL_BACKUP_KEY  the passphrase, when there is no --key-file

Without a passphrase the file is NOT encrypted: whoever has it can read all records. Prints what was written as JSON.`

/** Asks the running Evenkeel, which alone may touch its folder; without one, opens the database itself. */
export const run = async (args: string[]): Promise<number> => {
  const options = { help: { type: 'boolean' }, 'key-file': { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (values.help) {
    console.log(help)
    return 0
  }
  if (positionals.length > 1) {
    console.error('Name one file, or none. evenkeel backup --help says more.')
    return 2
  }
  const now = new Date()
  const to = fileFor(positionals[0], now)
  const passphrase = passphraseFrom(values['key-file'], process.env)
  const done = await take(to, passphrase, now)
  console.log(JSON.stringify(done, null, 2))
  if (!done.encrypted) console.error('The backup is not encrypted: whoever has the file can read all records.')
  if (!done.holdsKey)
    console.error(
      'The installation’s key is not in it, because there is no secret.key in DATA_DIR. Keep that file beside the backup: without it codes for signing in and what waits to be sent cannot be read after a restore.',
    )
  return 0
}

const take = async (to: string, passphrase: string | undefined, now: Date): Promise<BackupDone> => {
  const place = placeFrom(process.env)
  if (!place.url) {
    const asked = await askControl(place.dataDir, { command: 'backup', to, ...(passphrase ? { key: passphrase } : {}) })
    if (asked) return asked.done as BackupDone
  }
  const db = await openKept(place)
  try {
    return await backUp(db, { to, dataDir: place.dataDir, passphrase, now })
  } finally {
    await db.close()
  }
}

/** A file that sorts by time; in the folder that was named, if one was. */
const fileFor = (given: string | undefined, now: Date): string => {
  const name = `evenkeel-${now.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')}.backup`
  if (given === undefined) return resolve(name)
  return resolve(existsSync(given) && statSync(given).isDirectory() ? join(given, name) : given)
}
