import { randomUUID } from 'node:crypto'
import { sql } from '../sql.ts'
import { newClinic } from '../test.ts'
import type { Database } from '../types.ts'
import { writing } from '../write.ts'

const odd = 'O’Brien "the \\ one"\n\tline two \u{1F33F} \u0001 {a,b} $1'

/** A clinic with rows of the kinds that are hard to carry: self-references, numbering, generated and exact columns. */
export const seedClinic = async (db: Database, patients: number): Promise<string> => {
  const clinicId = await newClinic(db)
  const [staff, room] = [randomUUID(), randomUUID()]
  const at = sql`'2026-11-01T05:30:00.123456Z'::timestamptz`
  await writing(db, { clinicId }, async (tx) => {
    await tx.run(sql`insert into staff (clinic_id, id, name, email, roles)
      values (${clinicId}, ${staff}, ${odd}, ${`${staff}@example.org`}, ${['owner', 'a "b" \\ c']})`)
    await tx.run(
      sql`insert into room (clinic_id, id, name, location_id, made_at, made_by) values (${clinicId}, ${room}, 'Room 1', ${clinicId}, ${at}, ${staff})`,
    )
    await tx.run(sql`insert into sign_in_attempt (clinic_id, id, staff_id, at, outcome)
      values (${clinicId}, ${randomUUID()}, ${staff}, ${at}, 'tried')`)
    for (let number = 1; number <= patients; number++) {
      const [patient, evaluation, first, plan, version] = Array.from({ length: 5 }, () => randomUUID())
      await Promise.all([
        tx.run(sql`insert into patient (clinic_id, id, number, registered_at, registered_by)
          values (${clinicId}, ${patient}, ${number}, ${at}, ${staff})`),
        tx.run(sql`insert into evaluation (clinic_id, id, patient_id, started_at, started_by)
          values (${clinicId}, ${evaluation}, ${patient}, ${at}, ${staff})`),
        ...[null, first].map((corrects) =>
          tx.run(sql`insert into evaluation_fact (clinic_id, id, evaluation_id, key, value, corrects, recorded_at, recorded_by)
            values (${clinicId}, ${corrects ? randomUUID() : first}, ${evaluation}, 'weight',
                    ${{ kg: 71.25, odd, none: null, big: 12345678901234567890n.toString() }}, ${corrects}, ${at}, ${staff})`),
        ),
        tx.run(sql`insert into plan (clinic_id, id, patient_id, route, made_at, made_by)
          values (${clinicId}, ${plan}, ${patient}, 'im', ${at}, ${staff})`),
        tx.run(sql`insert into plan_version (clinic_id, id, plan_id, patient_id, number, drug, dose_mg, sessions,
            days_between_least, days_between_most, review_after, goals, notes, determination_id, consent_request_id, why,
            signed_at, signed_by)
          values (${clinicId}, ${version}, ${plan}, ${patient}, 1, 'ketamine', 37.5, 6, 3, 7, ${[3, 6]}, ${odd}, '',
            ${randomUUID()}, ${randomUUID()}, 'first', ${at}, ${staff})`),
      ])
      const session = randomUUID()
      await tx.run(sql`insert into session (clinic_id, id, patient_id, plan_id, plan_version_id, route, room_id,
          booked_for, minutes, ends_at, responsible_id, booked_at, booked_by)
        values (${clinicId}, ${session}, ${patient}, ${plan}, ${version}, 'im', ${room}, ${at} + ${number} * interval '1 day',
          120, ${at} + ${number} * interval '1 day' + interval '2 hours', ${staff}, ${at}, ${staff})`)
      await tx.run(sql`insert into session_event (clinic_id, id, session_id, kind, happened_at, recorded_at, recorded_by, data)
        values (${clinicId}, ${randomUUID()}, ${session}, 'booked', ${at}, ${at}, ${staff}, ${{ note: odd }})`)
    }
    await tx.run(
      sql`select append_audit(${at}, 'staff', ${staff}::uuid, 'test.seed', null, null, null, ${{ patients }}::jsonb)`,
    )
  })
  return clinicId
}
