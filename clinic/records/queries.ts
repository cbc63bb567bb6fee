import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Actor } from '../accounts/actor.ts'
import { seesEveryPatient } from './access.ts'
import { factColumns, identityColumns, identityProperties, tableOf } from './columns.ts'
import type { Row } from './fact.ts'
import type { Identity } from './identity.ts'
import type { FactOf, Kind, LifeDays, NoneKnownAbout } from './kinds.ts'
import type { IdentityVersion, PatientLine, PatientNow, TeamMember } from './patient.ts'
import type { Search } from './search.ts'

const line = sql.raw(`p.id, p.number, p.display_name as "displayName", p.legal_name as "legalName",
  p.birth_date as "birthDate", p.phone`)

/** Takes the identity out of a row that carries its properties among others. */
const identityIn = (row: Record<string, unknown>): Identity =>
  Object.fromEntries(identityProperties.map((property) => [property, row[property]])) as Identity

const pattern = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** Patients this person may see who fit what was typed, by name; at most `most` and one more to say that there are more. */
export const listPatients = (q: Query, actor: Actor, search: Search, most: number): Promise<PatientLine[]> => {
  const fits = [
    ...search.names.map((name) => sql`p.name_key like ${pattern(name)}`),
    ...search.birthDates.map((day) => sql`p.birth_date = ${day}`),
    ...(search.digits === undefined
      ? []
      : [
          sql`(p.number = ${search.number ?? null}::bigint or (${search.digits.length >= 4} and p.phone_digits like ${pattern(search.digits)}))`,
        ]),
  ]
  return q.all<PatientLine>(sql`
    select ${line} from patient_now p
    where ${fits.length === 0 ? sql`true` : sql.join(fits, sql.raw(' and '))}
      and (${seesEveryPatient(actor, 'patients.list')} or exists (
        select from care_team t where t.patient_id = p.id and t.staff_id = ${actor.id} and t.ended_at is null))
    order by lower(p.family_name), lower(p.given_name), p.number
    limit ${most + 1}`)
}

/** Who this is, in a line: for the heading of every page about them. */
export const findLine = (q: Query, patientId: string): Promise<PatientLine | undefined> =>
  q.maybe<PatientLine>(sql`select ${line} from patient_now p where p.id = ${patientId}`)

export const findPatient = async (q: Query, patientId: string): Promise<PatientNow | undefined> => {
  const row = await q.maybe<PatientLine & Omit<PatientNow, 'identity'> & Record<string, unknown>>(sql`
    select ${line}, ${identityColumns('p')}, p.version, p.registered_at as "registeredAt", p.recorded_at as since
    from patient_now p where p.id = ${patientId}`)
  if (!row) return undefined
  const { id, number, displayName, legalName, birthDate, phone, version, registeredAt, since } = row
  return {
    id,
    number,
    displayName,
    legalName,
    birthDate,
    phone,
    version,
    registeredAt,
    since,
    identity: identityIn(row),
  }
}

/** Everybody they have been on paper, newest first. */
export const listIdentities = async (q: Query, patientId: string): Promise<IdentityVersion[]> => {
  const rows = await q.all<Omit<IdentityVersion, 'identity'> & Record<string, unknown>>(sql`
    select i.version, i.why, i.recorded_at as "recordedAt", s.name as "recordedBy", ${identityColumns('i')}
    from patient_identity i join staff s on s.clinic_id = i.clinic_id and s.id = i.recorded_by
    where i.patient_id = ${patientId} order by i.version desc`)
  return rows.map((row) => {
    const { version, why, recordedAt, recordedBy } = row
    return { version, why, recordedAt, recordedBy, identity: identityIn(row) }
  })
}

/** Every row ever written into one of the lists, oldest first; `standing` says what is current. */
export const listRows = <K extends Kind>(q: Query, kind: K, patientId: string): Promise<Row<FactOf<K>>[]> =>
  q.all<Row<FactOf<K>>>(sql`
    select f.id, f.change, f.corrects, f.why, f.recorded_at as "recordedAt", s.name as "recordedBy", ${factColumns(kind)}
    from ${tableOf(kind)} f join staff s on s.clinic_id = f.clinic_id and s.id = f.recorded_by
    where f.patient_id = ${patientId} order by f.recorded_at, f.id`)

export type NoneKnownRow = { about: NoneKnownAbout; recordedAt: Row<unknown>['recordedAt']; recordedBy: string }

/** The newest explicit "none known" of each kind. */
export const listNoneKnown = (q: Query, patientId: string): Promise<NoneKnownRow[]> =>
  q.all<NoneKnownRow>(sql`
    select distinct on (n.about) n.about, n.recorded_at as "recordedAt", s.name as "recordedBy"
    from none_known n join staff s on s.clinic_id = n.clinic_id and s.id = n.recorded_by
    where n.patient_id = ${patientId} order by n.about, n.recorded_at desc`)

export const listTeam = (q: Query, patientId: string): Promise<TeamMember[]> =>
  q.all<TeamMember>(sql`
    select t.id, t.staff_id as "staffId", s.name, s.roles, t.assigned_at as "assignedAt"
    from care_team t join staff s on s.clinic_id = t.clinic_id and s.id = t.staff_id
    where t.patient_id = ${patientId} and t.ended_at is null order by t.assigned_at, t.id`)

/** Between which days something about a patient can lie: their birth and today, by the clinic's calendar. */
export const daysOf = (q: Query, patientId: string, now: string) =>
  q.one<LifeDays>(sql`
    select (${now}::timestamptz at time zone c.time_zone)::date as today, p.birth_date as "birthDate"
    from clinic c left join patient_now p on p.id = ${patientId}`)

/** Today's date where the clinic is. */
export const clinicToday = async (q: Query, now: string) =>
  (
    await q.one<{ today: string }>(sql`
    select (${now}::timestamptz at time zone time_zone)::date as today from clinic`)
  ).today
