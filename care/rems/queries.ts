import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { chosenLocation } from '../../clinic/locations/queries.ts'
import { findPatient } from '../../clinic/records/queries.ts'
import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { findSession, listEvents, listEventsOf, type SessionRow } from '../sessions/queries.ts'
import { sessionFrom } from '../sessions/session.ts'
import type { RemsAnswer } from './filled.ts'
import type { Material } from './material.ts'
import { type EnrolmentNow, type EnrolmentStep, enrolmentOf, lastStep, type Sending, type Whose } from './sending.ts'

export type Found = {
  row: SessionRow
  material: Material
  answers: RemsAnswer[]
  sendings: Sending[]
  isDrill: boolean
}

/** Everything the form of one session is made from; undefined when there is no such session of this patient. */
export const findMaterial = async (q: Query, patientId: string, sessionId: string): Promise<Found | undefined> => {
  const row = await findSession(q, sessionId)
  if (!row || row.patientId !== patientId) return undefined
  const [events, patient, clinic, location, monitor, answers, sendings] = await Promise.all([
    listEvents(q, sessionId),
    findPatient(q, patientId),
    findClinic(q),
    chosenLocation(q, row.locationId),
    q.one<{ name: string; email: string }>(sql`select name, email from staff where id = ${row.responsibleId}`),
    listAnswers(q, sessionId),
    listSendings(q, sessionId),
  ])
  if (!patient || !clinic) return undefined
  const { givenName, middleName, familyName, birthDate, sex } = patient.identity
  const { timeZone } = clinic
  // The setting is where the room is. A clinic in one place is that place, also before anybody has typed it again.
  const untyped = location.id === clinic.id && Object.keys(location.address).length === 0
  const setting = { name: location.name, address: untyped ? clinic.address : location.address }
  const identity = { givenName, middleName, familyName, birthDate, sex }
  const material = { session: sessionFrom(events), timeZone, patient: identity, monitor, clinic: setting }
  return { row, material, answers, sendings, isDrill: clinic.drillOf !== null }
}

/** What was answered, oldest first: the newest of each field counts. */
const listAnswers = (q: Query, sessionId: string): Promise<RemsAnswer[]> =>
  q.all<RemsAnswer>(sql`
    select a.field, a.value, a.at, s.name as by
    from rems_answer a join staff s on s.clinic_id = a.clinic_id and s.id = a.by_id
    where a.session_id = ${sessionId} order by a.seq`)

const listSendings = (q: Query, sessionId: string): Promise<Sending[]> =>
  q.all<Sending>(sql`
    select x.id, x.form, x.how, x.sent_on as "sentOn", x.confirmation, x.words, x.missing, x.hash, x.at, s.name as by
    from rems_sending x join staff s on s.clinic_id = x.clinic_id and s.id = x.by_id
    where x.session_id = ${sessionId} order by x.seq`)

/** The text that was kept with a sending. */
export const findSent = (q: Query, id: string) =>
  q.maybe<{ content: string }>(sql`select content from rems_sending where id = ${id}`)

export type Unsent = {
  sessionId: string
  patientId: string
  patientName: string
  responsibleId: string
  dosedAt: Instant
}

/** Sessions with esketamine given whose form nobody has marked as sent, the oldest first. */
export const listUnsent = async (q: Query): Promise<Unsent[]> => {
  const sessions = await q.all<Omit<Unsent, 'dosedAt'>>(sql`
    select s.id as "sessionId", s.patient_id as "patientId", p.display_name as "patientName",
           s.responsible_id as "responsibleId"
    from session s
    join patient_now p on p.clinic_id = s.clinic_id and p.id = s.patient_id
    where s.route = 'esketamine'
      and exists (select from session_event e
                  where e.clinic_id = s.clinic_id and e.session_id = s.id and e.kind = 'dose')
      and not exists (select from rems_sending x where x.clinic_id = s.clinic_id and x.session_id = s.id)
    order by s.booked_for, s.id`)
  const logs = await listEventsOf(
    q,
    sessions.map(({ sessionId }) => sessionId),
  )
  // A dose that was withdrawn as a mistake needs no form: the log says which doses stand.
  return sessions.flatMap((one) => {
    const dosedAt = sessionFrom(logs.get(one.sessionId) ?? []).firstDoseAt
    return dosedAt ? [{ ...one, dosedAt }] : []
  })
}

/** The steps of an enrolment, oldest first. */
export const listEnrolment = (q: Query, { patientId, locationId }: Whose): Promise<EnrolmentStep[]> =>
  q.all<EnrolmentStep>(sql`
    select e.id, e.step, e.day, e.number, e.words, e.at, s.name as by
    from rems_enrolment e join staff s on s.clinic_id = e.clinic_id and s.id = e.by_id
    where e.patient_id = ${patientId ?? null}::uuid or e.location_id = ${locationId ?? null}::uuid order by e.seq`)

/** What the record says of a patient's enrolment, for whoever is asked whether they verified it. */
export const findEnrolmentNow = async (q: Query, patientId: string): Promise<EnrolmentNow> => {
  const steps = await listEnrolment(q, { patientId })
  const last = lastStep(steps)
  return { state: enrolmentOf(steps), ...(last ? { day: last.day, by: last.by } : {}) }
}
