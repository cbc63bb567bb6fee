import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { plainPassword } from './password-rules.ts'

export type Cost = { memory: number; passes: number; lanes: number }

/** 46 MiB, one pass: the first of the equal choices in OWASP's Password Storage Cheat Sheet; about 0.1 s on one core. */
export const usualCost: Cost = { memory: 47_104, passes: 1, lanes: 1 }
const tagBytes = 32

const derive = (
  password: string,
  salt: Uint8Array,
  { memory, passes, lanes }: Cost,
  tagLength: number,
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const message = Buffer.from(plainPassword(password), 'utf8')
    const parameters = { message, nonce: salt, parallelism: lanes, tagLength, memory, passes }
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)))
  })

const b64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** `$argon2id$v=19$m=65536,t=2,p=1$SALT$TAG`: the parameters stay with the hash, so they can be raised later. */
export const hashPassword = async (password: string, cost = usualCost): Promise<string> => {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, cost, tagBytes)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.lanes}$${b64(salt)}$${b64(tag)}`
}

const read = (hash: string) => {
  const [, m, t, p, salt = '', tag = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash) ?? []
  if (!m) throw new Error('A stored password hash is not in the form this version writes')
  return {
    cost: { memory: Number(m), passes: Number(t), lanes: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

/** Whether this password made this hash; takes as long for a wrong one. */
export const passwordMatches = async (password: string, hash: string): Promise<boolean> => {
  const stored = read(hash)
  return timingSafeEqual(stored.tag, await derive(password, stored.salt, stored.cost, stored.tag.length))
}

/** True when the hash was made with less than what is asked today; it is made anew at the next sign-in. */
export const isOutdated = (hash: string, cost = usualCost): boolean => {
  const { memory, passes, lanes } = read(hash).cost
  return memory !== cost.memory || passes !== cost.passes || lanes !== cost.lanes
}

/** Spends the time that checking a password takes, for an account that does not exist. */
export const pretendToCheck = (password: string, cost = usualCost): Promise<Buffer> =>
  derive(password, Buffer.alloc(16, 1), cost, tagBytes)
