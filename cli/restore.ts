import { parseArgs } from 'node:util'
import { restore } from '../database/restore.ts'
import { passphraseFrom } from './backup-key.ts'
import { placeFrom } from './place.ts'

const help = `evenkeel restore FILE [--key-file FILE]

Puts a backup into an empty place: DATA_DIR must not exist or be empty, or DATABASE_URL must name an empty database (then
DATA_DIR gets the installation's key). Nothing that exists is ever overwritten. The file is checked before anything is
made; every row is read back and compared before it says that it is done. When something is wrong, nothing is left behind.

  --key-file FILE      the passphrase the backup was encrypted with
  EVENKEEL_BACKUP_KEY  the same, when there is no --key-file

Prints what was restored as JSON.`

export const run = async (args: string[]): Promise<number> => {
  const options = { help: { type: 'boolean' }, 'key-file': { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (values.help) {
    console.log(help)
    return 0
  }
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) {
    console.error('Name the one file to restore. evenkeel restore --help says more.')
    return 2
  }
  const { dataDir, url } = placeFrom(process.env)
  const passphrase = passphraseFrom(values['key-file'], process.env)
  console.log(JSON.stringify(await restore(path, { dataDir, url }, { passphrase }), null, 2))
  return 0
}
