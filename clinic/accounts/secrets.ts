import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

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

/** Reads the installation's key from the data folder, making it the first time. The file is its owner's only. */
export const loadSecrets = (dataDir: string): Secrets => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'secret.key')
  if (!existsSync(path)) {
    const fd = openSync(path, 'wx', 0o600)
    writeSync(fd, randomBytes(32).toString('hex'))
    fsyncSync(fd)
    closeSync(fd)
  }
  return { ...secretsFrom(Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')), folder: dataDir }
}
