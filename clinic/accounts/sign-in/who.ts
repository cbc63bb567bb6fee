import { knownOf } from '../../../database/known.ts'
import { presume, stillSo } from '../../../database/presumed.ts'
import { glancing } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import type { Database } from '../../../database/types.ts'
import { type Instant, minutesBetween } from '../../../science/time.ts'
import type { Actor } from '../actor.ts'
import { nobody } from '../actor.ts'
import type { Role } from '../permissions.ts'
import { hashOf } from '../secrets.ts'
import { drillTokenFrom, tokenFrom } from './cookie.ts'

/** After so many minutes without a touch the screen asks for the person again; nothing typed is lost. */
export const idleMinutes = 15
/** A working day. After it the person signs in anew, whatever they did meanwhile. */
export const longestMinutes = 12 * 60

type Row = {
  clinic_id: string
  sign_in_id: string
  staff_id: string
  name: string
  roles: Role[]
  created_at: Instant
  seen_at: Instant
  locked_at: Instant | null
  /** Over all of it. */
  digest: string
}

type Asking = { actor: Actor; clinicId: string; drills?: true }

/**
 * Who holds the cookie of this request. A screen on a wall (`display`) has nobody to touch it and does not lock.
 * Whoever drills is, until they leave it, somebody in the drill clinic and nobody in any other.
 */
export const whoIsAsking = async (db: Database, headers: Headers, now: Instant): Promise<Asking> => {
  const drill = drillTokenFrom(headers)
  if (drill) {
    const asking = await holderOf(db, drill, now)
    if (asking.actor.kind === 'staff') return { ...asking, drills: true }
  }
  const token = tokenFrom(headers)
  return token ? holderOf(db, token, now) : { actor: nobody, clinicId: '' }
}

const holderOf = async (db: Database, token: string, now: Instant): Promise<Asking> => {
  const row = await findHolder(db, hashOf(token))
  const display = row?.roles.includes('display') ?? false
  if (!row || (!display && minutesBetween(row.created_at, now) >= longestMinutes))
    return { actor: nobody, clinicId: '' }
  const idle = minutesBetween(row.seen_at, now) >= idleMinutes
  const locked = !display && (row.locked_at !== null || idle)
  const { staff_id: id, name, roles, sign_in_id: signInId } = row
  return { actor: { kind: 'staff', id, name, roles, signInId, locked }, clinicId: row.clinic_id }
}

/** Forgotten whole with the first notice that a sign-in or a person changed (trigger `told`, migrations/0011). */
const signInsKnown = knownOf<Row>(({ action }) => (action === 'sign-ins' ? 'everything' : undefined))

/**
 * From memory where that is as good as asking, or where it is made sure of before anything is done by it. A token that
 * nobody holds is asked about every time.
 */
const findHolder = async (db: Database, hash: string): Promise<Row | undefined> => {
  const known = await signInsKnown(db)
  const kept = known.find(hash)
  if (kept && (known.sure || presume(stillSo('sign-in', hash, kept.digest)))) return kept
  const asked = known.now()
  const row = await glancing<Row>(
    db,
    { knock: hash },
    sql`select e.*, md5(e::text) as digest from enter_by_sign_in(${hash}) e`,
  )
  if (row) known.keep(hash, row, asked)
  else known.forget(hash)
  return row
}
