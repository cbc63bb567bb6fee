import { api } from '../api.ts'

/** What GET /api/link tells of a link; clinic/links/routes.ts makes it. */
export type LinkAnswer = {
  state: 'live' | 'used' | 'withdrawn' | 'expired'
  purpose: string
  patientName?: string
  /** Of the page: the patient's own where it is written in it. Told while the link is live. */
  language?: 'es'
  expiresAt: string
  usedAt?: string
  clinic: {
    name: string
    phone?: string
    timeZone: string
    isDemo: boolean
    /** Who reads what is sent, and whether somebody does now. */
    cover?: { who?: string; outOfHours?: string; now?: boolean }
  }
}

/** An opened link: what it is for, and the server as far as this link reaches. */
export type OpenLink = LinkAnswer & {
  /** Names what this phone keeps for this link. Not the token: only its beginning. */
  draftId: string
  get: <Answer>(path: string) => Promise<Answer>
  post: <Answer = unknown>(path: string, body: unknown) => Promise<Answer>
}

/** The token stands behind the '#', which never leaves the browser; '/l/TOKEN' is read too. */
export const tokenIn = ({ hash, pathname }: { hash: string; pathname: string }): string | undefined =>
  /^#([\w-]{20,})$/.exec(hash)?.[1] ?? /^\/l\/([\w-]{20,})$/.exec(pathname)?.[1]

export const openLink = async (token: string): Promise<OpenLink> => {
  const headers = { 'x-evenkeel-link': token }
  const answer = await api.get<LinkAnswer>('/api/link', { headers })
  return {
    ...answer,
    draftId: `${answer.purpose}.${token.slice(0, 12)}`,
    get: (path) => api.get(path, { headers }),
    post: (path, body) => api.post(path, body, { headers }),
  }
}
