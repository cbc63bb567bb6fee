import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { saveSaid } from '../../clinic/messages/texts/changes.ts'
import { findNumber, findStopped, listSaid, type Stopped, type TextSaid } from '../../clinic/messages/texts/queries.ts'
import { sql } from '../../database/sql.ts'
import type { Query, Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import type { AskingChoice, AskingNow } from './choice.ts'
import { rhythmOf } from './schedule.ts'

type Row = {
  asked: boolean | null
  hour: string | null
  timeZone: string | null
  recordZone: string | null
  reachBy: string[]
  number: string
}

type Read = { now: AskingNow; number: string; stopped: Stopped | undefined }

const read = async (q: Query, patientId: string): Promise<Read | undefined> => {
  const [clinic, row] = await Promise.all([
    findClinic(q),
    q.maybe<Row>(sql`
      select c.asked, c.hour, c.time_zone as "timeZone", p.time_zone as "recordZone", p.reach_by as "reachBy",
             p.phone_digits as number
      from patient_now p left join asking_now c on c.clinic_id = p.clinic_id and c.patient_id = p.id
      where p.id = ${patientId}`),
  ])
  if (!clinic || !row) return undefined
  const { number } = row
  const byText = row.reachBy.includes('sms') && number !== ''
  const stopped = number === '' ? undefined : await findStopped(q, number)
  const now: AskingNow = {
    asked: row.asked ?? true,
    hour: row.hour,
    timeZone: row.timeZone,
    clinicHour: rhythmOf(clinic).morning,
    otherwiseZone: row.recordZone ?? clinic.timeZone,
    texts: stopped ? 'stopped' : byText ? 'on' : 'none',
  }
  return { now, number, stopped }
}

/** How one patient is asked. */
export const readAsking = async (q: Query, patientId: string): Promise<AskingNow | undefined> =>
  (await read(q, patientId))?.now

/** The same for staff, with what the number said about texts, and who heard it. */
export type AskingForStaff = AskingNow & { stopped: Stopped | null; said: TextSaid[] }

export const readAskingForStaff = async (q: Query, patientId: string): Promise<AskingForStaff | undefined> => {
  const found = await read(q, patientId)
  if (!found) return undefined
  const { now, number, stopped } = found
  return { ...now, stopped: stopped ?? null, said: number === '' ? [] : await listSaid(q, number) }
}

type By = { linkId: string } | { staffId: string }

/** Appends what a patient chose, behind their link or told to staff. The same twice is stored once. */
export const saveChoice = async (
  tx: Tx,
  patientId: string,
  { id, asked, hour, timeZone, texts }: AskingChoice,
  by: By,
  now: Instant,
): Promise<void> => {
  const who = { linkId: null, staffId: null, ...by }
  await tx.run(sql`
    insert into asking_choice (clinic_id, id, patient_id, asked, hour, time_zone, at, link_id, staff_id)
    values (evenkeel_clinic(), ${id}, ${patientId}, ${asked}, ${hour}, ${timeZone}, ${now}, ${who.linkId}, ${who.staffId})
    on conflict do nothing`)
  if (!texts) return
  const number = await findNumber(tx, patientId)
  if (number !== '') await saveSaid(tx, { id, number, means: texts, patientId, now, ...by })
}
