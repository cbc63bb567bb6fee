import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fsyncPath } from '../../database/embedded/fsync.ts'
import { codeOf, StartProblem } from '../../database/errors.ts'
import { says } from '../../web/words/en/says/accounts.ts'

/** What needs this installation's key. A token is 256 bits of chance; only its hash is ever stored. */
export type Secrets = {
  seal: (plain: string) => string
  open: (sealed: string) => string
  /** Where the key came from; the hash of the first-run link lies beside it. Absent: no clinic can be set up here. */
  folder?: string
}

export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** AES-256-GCM: nonce, tag and text in one base64url word. A changed byte refuses to open. */
export const secretsFrom = (master: Buffer): Secrets => {
  const key = Buffer.from(hkdfSync('sha256', master, '', 'evenkeel sealed columns', 32))
  return {
    seal: (plain) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
  }
}

/**
 * Reads the installation's key from the data folder, making it the first time. The file is its owner's only. A key that is
 * cut short would seal with what anybody can work out, and a new one beside old records would open none of them:
 * neither is taken. `mayMake`: nothing is kept here yet.
 * @throws StartProblem where the key is damaged, or is missing beside what it sealed
 */
export const loadSecrets = (dataDir: string, mayMake = true): Secrets => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'secret.key')
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  if (found === '' && mayMake) makeKey(dataDir, path)
  else if (!isKey(found)) throw new StartProblem(found === '' ? says.keyMissing(path) : says.keyDamaged(path))
  return { ...secretsFrom(Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')), folder: dataDir }
}

const isKey = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text)

/** Under its name only once it is whole and on the disk; of two that start at once the first one's stays. */
const makeKey = (dataDir: string, path: string): void => {
  const whole = `${path}.${process.pid}`
  writeFileSync(whole, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
  if (existsSync(path) && statSync(path).size === 0) rmSync(path)
  try {
    linkSync(whole, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') renameSync(whole, path)
  }
  rmSync(whole, { force: true })
  if (process.platform !== 'win32') fsyncPath(dataDir, 'r')
}
