import { z } from 'zod'
import type { Instant } from '../../science/time.ts'

/** What a patient's link opens. One link, one thing. */
export const Purpose = z.enum(['consent', 'next-day', 'phq-9', 'intake', 'questionnaires', 'release', 'course'])
export type Purpose = z.infer<typeof Purpose>

/** Whose screen, and the letter with it, there are in Spanish; a patient whose record says English, or nothing, has English. */
export const inSpanish: ReadonlySet<Purpose> = new Set(['next-day', 'phq-9', 'questionnaires'])

export type Link = {
  clinicId: string
  linkId: string
  patientId: string
  purpose: Purpose
  subjectId: string | null
  madeAt: Instant
  expiresAt: Instant
  openedAt: Instant | null
  usedAt: Instant | null
  withdrawnAt: Instant | null
}

export const linkStates = ['live', 'used', 'withdrawn', 'expired'] as const
export type LinkState = (typeof linkStates)[number]

/** What became of it. Used comes first: somebody who has answered is told that, however long ago it was. */
export const stateOf = (link: Pick<Link, 'usedAt' | 'withdrawnAt' | 'expiresAt'>, now: Instant): LinkState =>
  link.usedAt ? 'used' : link.withdrawnAt ? 'withdrawn' : link.expiresAt <= now ? 'expired' : 'live'

/** Used, and its days are not over: what a used link still does, it does until then. */
export const opensAfterUse = (link: Pick<Link, 'usedAt' | 'expiresAt'>, now: Instant): boolean =>
  link.usedAt !== null && now < link.expiresAt

/** A token as it stands in the address; anything else is refused before the database is asked. */
export const Token = z.string().regex(/^[\w-]{43}$/)

/** The token in the address of a link, and nothing that another address says. */
export const tokenOf = (url: string): string | undefined => Token.safeParse(/\/l#([^#]*)$/.exec(url)?.[1]).data

/** The fragment never leaves the browser, so no server, proxy or mail scanner logs the token by fetching the page. */
export const addressOf = (origin: string, token: string): string => `${origin}/l#${token}`
