/** GET /api/account */
export type Account = {
  name: string
  email: string
  roles: string[]
  passkeys: { id: string; name: string; addedAt: string; usedAt: string | null }[]
  hasPassword: boolean
  hasCode: boolean
  recoveryCodesLeft: number
  signIns: { id: string; device: string; method: string; createdAt: string; seenAt: string; here: boolean }[]
}

export const accountPath = '/api/account'

/** Runs a change, after a fresh proof where the server wants one. */
export type Proven = <T>(ask: () => Promise<T>) => Promise<T>
