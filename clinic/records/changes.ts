import { sql } from '../../database/sql.ts'
import type { Statement, Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/records.ts'
import { Problem } from '../request/problem.ts'
import { columnOf, factColumns, identityColumns, identityProperties, propertiesOf, tableOf } from './columns.ts'
import { beaten, sameIdOtherContent, saysTheSame } from './conflict.ts'
import type { ChangeOf, Row } from './fact.ts'
import type { Identity } from './identity.ts'
import type { FactOf, Kind, NoneKnownAbout } from './kinds.ts'
import { endsBefore } from './partial-date.ts'
import { nameKey } from './similar.ts'
import { digitsOf } from './telephone.ts'

/** Who writes, and when. */
export type By = { actorId: string; now: Instant }

export const keysOf = (identity: Identity) => ({
  nameKey: nameKey(identity.givenName, identity.familyName),
  phoneDigits: digitsOf(identity.phone),
})

const columns = (properties: readonly string[]): Statement => sql.raw(properties.map(columnOf).join(', '))
const valuesOf = (properties: readonly string[], from: Record<string, unknown>): Statement =>
  sql.join(properties.map((property) => sql`${from[property] ?? null}`))

/**
 * Makes the patient with the next free number. The lock keeps two registrations of one clinic apart, so numbers do not
 * collide and the second of two people who register the same person sees the first's.
 */
export const lockRegistration = (tx: Tx): Promise<number> =>
  tx.run(sql`select pg_advisory_xact_lock(hashtextextended('register ' || evenkeel_clinic()::text, 0))`)

export const savePatient = async (tx: Tx, id: string, { actorId, now }: By): Promise<number> => {
  const { number } = await tx.one<{ number: number }>(sql`
    insert into patient (clinic_id, id, number, registered_at, registered_by)
    select evenkeel_clinic(), ${id}::uuid, coalesce(max(number), 1000) + 1, ${now}::timestamptz, ${actorId}::uuid
    from patient returning number`)
  return number
}

/** The next version of who they are. `after` is the version that the person was looking at; 0 for the first. */
export const saveIdentity = async (
  tx: Tx,
  patientId: string,
  { id, after, identity, why }: { id: string; after: number; identity: Identity; why: string },
  { actorId, now }: By,
): Promise<void> => {
  const keys = keysOf(identity)
  const { newest } = await tx.one<{ newest: number }>(sql`
    select coalesce(max(version), 0) as newest from patient_identity where patient_id = ${patientId}`)
  if (newest < after) throw new Problem('conflict', says.noSuchVersion)
  const added = await tx.run(sql`
    insert into patient_identity (clinic_id, id, patient_id, version, why, recorded_at, recorded_by,
                                  name_key, phone_digits, ${columns(identityProperties)})
    values (evenkeel_clinic(), ${id}, ${patientId}, ${after + 1}, ${why}, ${now}, ${actorId},
            ${searchKey(identity)}, ${keys.phoneDigits}, ${valuesOf(identityProperties, identity)})
    on conflict do nothing`)
  if (added === 1) return
  const there = await tx.maybe<Record<string, unknown> & { id: string; by: string; at: Instant }>(sql`
    select i.id, s.name as by, i.recorded_at as at, ${identityColumns('i')} from patient_identity i
    join staff s on s.clinic_id = i.clinic_id and s.id = i.recorded_by
    where i.patient_id = ${patientId} and i.version = ${after + 1}`)
  if (!there) throw sameIdOtherContent()
  if (there.id !== id) throw beaten(says.identity, { by: there.by, at: there.at })
  if (!saysTheSame(there, identity)) throw sameIdOtherContent()
}

/** Everything somebody may look for them under: legal and preferred names. */
const searchKey = (identity: Identity): string =>
  nameKey(identity.givenName, identity.middleName, identity.familyName, identity.preferredName)

type Stored<K extends Kind> = Row<FactOf<K>> & { by: string }

const findRow = <K extends Kind>(
  tx: Tx,
  kind: K,
  patientId: string,
  where: Statement,
): Promise<Stored<K> | undefined> =>
  tx.maybe<Stored<K>>(sql`
    select f.id, f.change, f.corrects, f.why, f.recorded_at as "recordedAt", s.name as by, ${factColumns(kind)}
    from ${tableOf(kind)} f join staff s on s.clinic_id = f.clinic_id and s.id = f.recorded_by
    where f.patient_id = ${patientId} and ${where}`)

/** What the new row will say: what was sent, or what the row it ends or takes back said. */
const contentOf = async <K extends Kind>(
  tx: Tx,
  kind: K,
  patientId: string,
  change: ChangeOf<K>,
): Promise<FactOf<K>> => {
  if (change.change === 'recorded' || change.change === 'corrected') return change.fact
  const earlier = await findRow(tx, kind, patientId, sql`f.id = ${change.corrects}`)
  if (!earlier) throw new Problem('not-found', says.noSuchEntry)
  const content = Object.fromEntries(Object.entries(earlier).filter(([key]) => propertiesOf(kind).includes(key)))
  if (change.change !== 'ended') return content as FactOf<K>
  const { started, stopped } = content as { started?: string | null; stopped?: string | null }
  const { on } = change
  if (on && started && endsBefore(started, on))
    throw new Problem('invalid', says.stoppedBeforeStarted, { fields: { on: says.stoppedBeforeStarted } })
  const ended = { problem: { status: 'resolved' }, medicine: { stopped: on ?? stopped } } as Partial<
    Record<Kind, object>
  >
  return { ...content, ...ended[kind] } as FactOf<K>
}

/**
 * Appends one row to a list. Sent twice it is stored once; of two people who change the same row, the first wins and the
 * second is told who and when.
 */
export const saveChange = async <K extends Kind>(
  tx: Tx,
  kind: K,
  patientId: string,
  change: ChangeOf<K>,
  { actorId, now }: By,
): Promise<void> => {
  const content = await contentOf(tx, kind, patientId, change)
  const corrects = 'corrects' in change ? change.corrects : null
  const why = 'why' in change ? change.why : ''
  const properties = propertiesOf(kind)
  const added = await tx.run(sql`
    insert into ${tableOf(kind)} (clinic_id, id, patient_id, change, corrects, why, recorded_at, recorded_by,
                                  ${columns(properties)})
    values (evenkeel_clinic(), ${change.id}, ${patientId}, ${change.change}, ${corrects}, ${why}, ${now}, ${actorId},
            ${valuesOf(properties, content)})
    on conflict do nothing`)
  if (added === 1) return
  const same = await findRow(tx, kind, patientId, sql`f.id = ${change.id}`)
  if (same && saysTheSame(same, { ...content, change: change.change, corrects, why })) return
  if (same || corrects === null) throw sameIdOtherContent()
  const first = await findRow(tx, kind, patientId, sql`f.corrects = ${corrects}`)
  if (!first) throw sameIdOtherContent()
  throw beaten('this entry', { by: first.by, at: first.recordedAt })
}

/** Writes down that somebody said there are none. */
export const saveNoneKnown = async (
  tx: Tx,
  patientId: string,
  { id, about }: { id: string; about: NoneKnownAbout },
  { actorId, now }: By,
): Promise<void> => {
  await tx.run(sql`
    insert into none_known (clinic_id, id, patient_id, about, recorded_at, recorded_by)
    values (evenkeel_clinic(), ${id}, ${patientId}, ${about}, ${now}, ${actorId}) on conflict do nothing`)
}
