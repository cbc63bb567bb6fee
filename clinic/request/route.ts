import type { z } from 'zod'
import type { Database } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import type { Actor } from '../accounts/actor.ts'
import type { Cost } from '../accounts/credentials/password-hash.ts'
import type { Permission } from '../accounts/permissions.ts'
import type { Secrets } from '../accounts/secrets.ts'

/**
 * What every handler is given. Time, chance and the database are arguments: nothing below reads a clock.
 */
export type Context = {
  db: Database
  /** The clinic of whoever is asking. Empty only on routes that are `public` and have no clinic yet. */
  clinicId: string
  actor: Actor
  now: Instant
  /** The address people reach this clinic at, without a trailing slash; for links in mail. */
  origin: string
  secrets: Secrets
  /** What hashing a password costs; the usual cost unless said. Tests pay less. */
  passwordCost?: Cost | undefined
  /** Where the request came from, for limits on guessing. Never stored beside clinical facts. */
  address: string
  headers: Headers
}

/** Who may use a route: a permission, or nobody in particular (`public`), or the holder of a patient's link (`link`). */
export type May = Permission | 'public' | 'link' | 'signed-in'

type Schema = z.ZodType
type Of<S extends Schema | undefined> = S extends Schema ? z.infer<S> : undefined

export type Method = 'GET' | 'POST' | 'PUT'

export type RouteSpec<P extends Schema | undefined, Q extends Schema | undefined, B extends Schema | undefined> = {
  method: Method
  /** Hono's notation: `/api/patients/:patientId`. */
  path: string
  may: May
  /** With `may: 'link'`: what the link must have been made for, or one of these. Without it any live link will do. */
  purpose?: string | readonly string[]
  /** With `may: 'link'`: a submit that may arrive twice. It is let in on a used link too and answers for that itself. */
  afterUse?: boolean
  /**
   * With `may: 'link'`: a submit that may come too late. It is let in whatever became of the link, and answers for that
   * itself: it takes nothing, and sees to it that whoever is in danger is heard of.
   */
  afterEnd?: boolean
  /** The path parameter that names a patient: the dispatcher checks that this person may open that chart. */
  patient?: string
  /**
   * The opening of a chart is written to the audit trail under this name; without `patient` that of a page which names
   * many patients.
   */
  opens?: string
  /** True for the few routes that answer while the screen is locked. */
  whileLocked?: boolean
  /** True for the panel beside a drill: it answers while the drilled network is away. */
  aside?: boolean
  /** Largest body in bytes; 64 KiB unless said otherwise. */
  limit?: number
  /** Requests a minute from one address; unlimited unless said. For doors that can be guessed at. */
  perMinute?: number
  params?: P
  query?: Q
  body?: B
  handle: (call: Context & { params: Of<P>; query: Of<Q>; body: Of<B> }) => Promise<unknown>
}

/** One route, its parts forgotten by type so that all can stand in one list. `Response` replies pass as they are. */
export type Route = Omit<RouteSpec<Schema | undefined, Schema | undefined, Schema | undefined>, 'handle'> & {
  handle: (call: Context & { params: unknown; query: unknown; body: unknown }) => Promise<unknown>
}

/**
 * Declares a route. It names who may use it and how its input is parsed; the dispatcher (`server/dispatch.ts`) does
 * both before `handle` runs, so no handler can forget either.
 */
export const route = <
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(
  spec: RouteSpec<P, Q, B>,
): Route => spec as unknown as Route
