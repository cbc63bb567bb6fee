import { randomBytes } from 'node:crypto'
import { hashOf } from '../secrets.ts'

/** Crockford's base32: no I, L, O or U, which are misread from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 4
const groupLength = 4

/** 80 bits of chance each, so that one alone cannot be guessed and its hash cannot be turned back. */
export const newRecoveryCode = (): string => {
  const letters = Array.from(randomBytes(groups * groupLength), (byte) => alphabet[byte % 32] ?? '')
  return Array.from({ length: groups }, (_, i) => letters.slice(i * groupLength, (i + 1) * groupLength).join('')).join(
    '-',
  )
}

export const newRecoveryCodes = (): string[] => Array.from({ length: 10 }, newRecoveryCode)

/** As it is stored: typed in small letters, without dashes, or with O for 0, it is the same code. */
export const recoveryHash = (typed: string): string =>
  hashOf(
    `recovery:${typed
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '')
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')}`,
  )
