import type { Context as Http } from 'hono'
import { z } from 'zod'
import { playedAt } from '../care/drills/queries.ts'
import type { Actor } from '../clinic/accounts/actor.ts'
import type { Cost } from '../clinic/accounts/credentials/password-hash.ts'
import { mayDo } from '../clinic/accounts/permissions.ts'
import type { Secrets } from '../clinic/accounts/secrets.ts'
import { whoIsAsking } from '../clinic/accounts/sign-in/who.ts'
import { audited } from '../clinic/audit/audited.ts'
import { whoHoldsLink } from '../clinic/links/who.ts'
import { mayOpenChart } from '../clinic/records/access.ts'
import { json } from '../clinic/request/json.ts'
import { Problem } from '../clinic/request/problem.ts'
import type { Context, Route } from '../clinic/request/route.ts'
import { presuming } from '../database/presumed.ts'
import { reading } from '../database/read.ts'
import type { Database } from '../database/types.ts'
import type { Instant } from '../science/time.ts'
import { says } from '../web/words/en/says/server.ts'
import { readBody } from './body.ts'
import type { Limiter } from './limiter.ts'
import type { Openings } from './openings.ts'
import { checkStorable } from './storable.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** The moment an answer bears, where it is not the clock's own. */
    now?: Instant
  }
}

/** What the server is made of. Tests hand over their own clock and their own database. */
export type Parts = {
  db: Database
  secrets: Secrets
  passwordCost?: Cost
  clock: () => Instant
  origin: string
  limiter: Limiter
}

/**
 * What every route goes through, in this order: who is asking, may they, is the input what the route says it takes.
 * Only then does the handler run. A chart that is opened is written down before it is shown.
 */
export const dispatch = async (route: Route, http: Http, parts: Parts, openings: Openings): Promise<Response> => {
  const address = addressOf(http)
  if (route.perMinute) parts.limiter.take(`${route.method} ${route.path} ${address}`, route.perMinute, 60)
  let sent: Promise<unknown> | undefined
  // A body can be read once, and who is asking may be asked twice.
  const bodyOf = () => (sent ??= readBody(http, route.limit ?? 64 * 1024))
  const act = () => answer(route, http, parts, openings, { address, bodyOf })
  // What anybody may do hangs on nobody's sign-in, and counts tries in memory, which are not to be counted twice.
  return route.may === 'public' ? act() : presuming(act)
}

const answer = async (
  route: Route,
  http: Http,
  parts: Parts,
  openings: Openings,
  { address, bodyOf }: { address: string; bodyOf: () => Promise<unknown> },
): Promise<Response> => {
  const real = parts.clock()
  const { actor, clinicId, drills } = await asking(route, http.req.raw.headers, parts.db, real)
  const played = drills ? await playedAt(parts.db, clinicId, real) : undefined
  const now = played?.now ?? real
  if (played) http.set('now', now)
  if (played?.away && !route.aside) return awayAnswer()
  check(route, actor)
  checkSamePerson(route, actor, http.req.raw.headers)

  const params = parse(route.params, http.req.param(), 'address')
  const query = parse(route.query, http.req.query(), 'address')
  const body = route.body ? parse(route.body, await bodyOf(), 'form') : undefined

  const context: Context = {
    db: parts.db,
    clinicId,
    actor,
    now,
    origin: parts.origin,
    secrets: parts.secrets,
    passwordCost: parts.passwordCost,
    address,
    headers: http.req.raw.headers,
  }
  if (route.patient) await openChart(route, context, http.req.param(route.patient), openings)
  else if (route.opens) await writeOpening(route.opens, context, { kind: 'clinic', id: clinicId }, openings)

  const reply = await route.handle({ ...context, params, query, body })
  if (reply instanceof Response) return reply
  return reply === undefined ? new Response(null, { status: 204 }) : json(reply, { headers: noStore })
}

/** A link and a sign-in are different keys: a route takes the one it names, and a link opens nothing else. */
const asking = (
  route: Route,
  headers: Headers,
  db: Database,
  now: Instant,
): Promise<{ actor: Actor; clinicId: string; drills?: true }> =>
  route.may === 'link'
    ? whoHoldsLink(db, headers, now, route.purpose, {
        afterUse: route.afterUse ?? false,
        afterEnd: route.afterEnd ?? false,
      })
    : whoIsAsking(db, headers, now)

/** What a screen hears while the network of its drill is away: the same as from a server that cannot be reached. */
export const awayAnswer = (): Response =>
  json({ problem: 'unavailable', says: says.unavailable }, { status: 503, headers: noStore })

const noStore = { 'cache-control': 'no-store' }

const check = (route: Route, actor: Actor) => {
  if (route.may === 'public') return
  if (route.may === 'link') {
    if (actor.kind !== 'link') throw new Problem('not-signed-in', says.otherLink)
    return
  }
  if (actor.kind !== 'staff') throw new Problem('not-signed-in', says.signIn)
  if (actor.locked && !route.whileLocked) throw new Problem('not-signed-in', says.locked)
  if (route.may !== 'signed-in' && !mayDo(actor.roles, route.may)) {
    throw new Problem('not-allowed', says.notYourRole)
  }
}

/**
 * A page says for whom it was opened. Another tab of the browser may have signed somebody else in since, by the same
 * cookie: what one person entered is not carried out as another's.
 */
const checkSamePerson = (route: Route, actor: Actor, headers: Headers) => {
  const meant = headers.get('x-evenkeel-as')
  if (meant === null || actor.kind !== 'staff' || route.may === 'public' || meant === actor.id) return
  throw new Problem('not-signed-in', says.somebodyElse)
}

const openChart = async (route: Route, context: Context, patientId: string | undefined, openings: Openings) => {
  const { db, clinicId, actor } = context
  const id = z.uuid().safeParse(patientId)
  const { may } = route
  const open =
    id.success &&
    may !== 'public' &&
    may !== 'link' &&
    may !== 'signed-in' &&
    (await reading(db, { clinicId }, (q) => mayOpenChart(q, actor, id.data, may)))
  // The same words whether the patient does not exist or is not this person's to see.
  if (!id.success || !open) throw new Problem('not-found', says.noSuchPatient)
  if (route.opens) await writeOpening(route.opens, context, { kind: 'patient', id: id.data }, openings)
}

const writeOpening = async (
  action: string,
  { db, clinicId, actor, now, headers }: Context,
  subject: { kind: 'patient' | 'clinic'; id: string },
  openings: Openings,
) => {
  const key = `${actor.kind === 'staff' ? actor.signInId : actor.id} ${subject.id} ${action}`
  if (openings.isAgain(key, now, headers.get('x-evenkeel-again') === '1')) return
  const about = subject.kind === 'patient' ? { patientId: subject.id } : {}
  await audited(db, { clinicId, actor, action, at: now, subject, ...about }, async () => undefined)
  openings.written(key, now)
}

/** A schema's own sentence comes first; of what is simply not there the library's is no sentence for people. */
const missing = (issue: z.core.$ZodRawIssue): string | undefined =>
  issue.input === undefined ? says.needed : undefined

/** The first thing wrong with each field, as a sentence beside the field. */
const parse = (schema: z.ZodType | undefined, value: unknown, where: 'address' | 'form'): unknown => {
  if (!schema) return undefined
  const result = schema.safeParse(value, { error: missing })
  if (result.success) {
    checkStorable(result.data)
    return result.data
  }
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[issue.path.join('.') || where] ??= issue.message
  if (where === 'address' && 'id' in fields) throw new Problem('not-found', says.noSuchPage)
  throw new Problem('invalid', says.seeFields, { fields })
}

/**
 * Behind a proxy on this machine its word for the address counts; from anywhere else it does not. Of an IPv6 address the
 * first half counts: the second half is the caller's to choose.
 */
export const addressOf = (http: Http): string => {
  const socket = (http.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
  const direct = socket?.remoteAddress ?? 'unknown'
  const local = direct === '127.0.0.1' || direct === '::1' || direct === '::ffff:127.0.0.1'
  const forwarded = http.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  const address = local && forwarded ? forwarded.slice(0, 64) : direct
  return address.includes('::ffff:') || !address.includes(':') ? address : networkOf(address)
}

/** The first four groups of an IPv6 address, its shortened zeros written out. */
const networkOf = (address: string): string => {
  const [head = '', tail] = address.split('::')
  const [first, last] = [head, tail ?? ''].map((half) => half.split(':').filter(Boolean))
  const zeros = tail === undefined ? 0 : 8 - (first?.length ?? 0) - (last?.length ?? 0)
  return [...(first ?? []), ...Array<string>(Math.max(0, zeros)).fill('0'), ...(last ?? [])].slice(0, 4).join(':')
}
