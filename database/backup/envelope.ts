import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { open } from 'node:fs/promises'
import { Transform, type TransformCallback } from 'node:stream'
import { StartProblem } from '../errors.ts'

/**
 * Outside of a backup file. Plain: gzip. With a passphrase: one line of JSON that says how, then AES-256-GCM over the
 * gzip, then its tag. The key is scrypt of the passphrase; the line itself is authenticated too.
 */
type Sealing = { evenkeel: 'sealed backup'; version: 1; salt: string; nonce: string; n: number; r: number; p: number }

const tagLength = 16
const cost = { n: 2 ** 17, r: 8, p: 1 }

const keyFrom = (passphrase: string, { salt, n, r, p }: Sealing): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: n, r, p, maxmem: 256 * 1024 * 1024 }
    scrypt(passphrase, Buffer.from(salt, 'base64'), 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** Encrypts what passes; writes its own first line and its tag at the end. */
export const seal = async (passphrase: string): Promise<Transform> => {
  const sealing: Sealing = {
    evenkeel: 'sealed backup',
    version: 1,
    salt: randomBytes(16).toString('base64'),
    nonce: randomBytes(12).toString('base64'),
    ...cost,
  }
  const line = Buffer.from(`${JSON.stringify(sealing)}\n`)
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, sealing), Buffer.from(sealing.nonce, 'base64'))
  cipher.setAAD(line)
  const sealed = new Transform({
    transform: (chunk: Buffer, _, done) => done(null, cipher.update(chunk)),
    flush: (done: TransformCallback) => done(null, Buffer.concat([cipher.final(), cipher.getAuthTag()])),
  })
  sealed.push(line)
  return sealed
}

export type Opened = { from: number; to: number; unseal: Transform | undefined }

const broken = (path: string): StartProblem =>
  new StartProblem(`The file ${path} is not a whole Evenkeel backup; nothing was restored. Use another copy of it.`)

/** Looks at the start of a backup file. Returns which bytes are its content and what decrypts them. */
export const openEnvelope = async (path: string, passphrase: string | undefined): Promise<Opened> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
    if (buffer[0] === 0x1f && buffer[1] === 0x8b) return { from: 0, to: size, unseal: undefined }
    const end = buffer.subarray(0, bytesRead).indexOf(10)
    const sealing = sealingIn(buffer.subarray(0, Math.max(0, end)).toString(), path)
    if (passphrase === undefined)
      throw new StartProblem(
        `The backup ${path} is encrypted; give its key in EVENKEEL_BACKUP_KEY or with --key-file. Nothing was restored.`,
      )
    const to = size - tagLength
    if (to <= end + 1) throw broken(path)
    const tag = (await file.read(Buffer.alloc(tagLength), 0, tagLength, to)).buffer
    const key = await keyFrom(passphrase, sealing)
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealing.nonce, 'base64'))
    decipher.setAAD(buffer.subarray(0, end + 1))
    decipher.setAuthTag(tag)
    const unseal = new Transform({
      transform: (chunk: Buffer, _, done) => done(null, decipher.update(chunk)),
      flush: (done: TransformCallback) => {
        try {
          done(null, decipher.final())
        } catch {
          done(wrongKey(path))
        }
      },
    })
    return { from: end + 1, to, unseal }
  } finally {
    await file.close()
  }
}

export const wrongKey = (path: string): StartProblem =>
  new StartProblem(
    `The backup ${path} does not open: the key is not the one it was made with, or the file was changed or cut short. Nothing was restored.`,
  )

const sealingIn = (line: string, path: string): Sealing => {
  try {
    const found = JSON.parse(line) as Partial<Sealing>
    const { salt, nonce, n, r, p } = found
    if (found.evenkeel === 'sealed backup' && found.version === 1 && salt && nonce && n === cost.n && r && p)
      return found as Sealing
  } catch {
    // Not ours: said below.
  }
  throw broken(path)
}
