/** One of GET /api/staff, as the owner sees it. */
export type StaffRow = {
  id: string
  name: string
  email?: string
  roles: string[]
  active: boolean
  joined: boolean
  linkUntil: string | null
  seenAt: string | null
  /** Tells the server which roles somebody began to change. */
  mark: string
}

/** What making a link answers: shown once. */
export type MadeLink = { id: string; link: string; purpose: string; expiresAt: string; mailTo?: string }

export const staffPath = '/api/staff'
export const isDisplay = ({ roles }: { roles: readonly string[] }): boolean => roles.includes('display')
