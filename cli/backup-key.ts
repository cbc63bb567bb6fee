import { readFileSync } from 'node:fs'
import { StartProblem } from '../database/errors.ts'

/** The passphrase of a backup: the content of --key-file, or EVENKEEL_BACKUP_KEY. Undefined when neither is given. */
export const passphraseFrom = (keyFile: string | undefined, env: NodeJS.ProcessEnv): string | undefined => {
  if (keyFile === undefined) return env.EVENKEEL_BACKUP_KEY || undefined
  let text: string
  try {
    text = readFileSync(keyFile, 'utf8').trim()
  } catch {
    throw new StartProblem(`The key file ${keyFile} cannot be read.`)
  }
  if (text === '') throw new StartProblem(`The key file ${keyFile} is empty.`)
  return text
}
