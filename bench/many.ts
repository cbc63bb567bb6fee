import { sql } from '../database/sql.ts'
import type { Statement } from '../database/types.ts'
import { encode } from '../database/values.ts'
import type { World } from './world.ts'

/** Sessions with a dose, and sets of answers to questionnaires, of each patient. Every fifth is by vein, every tenth a spray. */
const [sessions, answers] = [6, 100]

/**
 * Fills a clinic with so many patients, put into the tables at once: a million answers through the routes would take hours
 * and leave the same rows. Foreign keys and triggers are off meanwhile; what they would refuse is not among these rows.
 * Of the answers four in ten are PHQ-9s; the first is the day before the first dose, the last one today.
 */
export const fillWith = async ({ db, clinicId, prescriber, rooms }: World, patients: number): Promise<void> => {
  const connection = await db.connect()
  const [room, staff] = [rooms[0] ?? '', prescriber.staffId]
  const id = (kind: string, ...of: string[]) => sql.raw(`md5(concat_ws(' ', '${kind}', ${of.join(', ')}))::uuid`)
  // Somebody began 35 to 734 days ago; sessions are three days apart.
  const first = sql.raw(`now() - make_interval(days => 35 + (n * 37) % 700)`)
  const route = sql.raw(`case when n % 10 = 0 then 'esketamine' when n % 5 = 0 then 'iv' else 'im' end`)
  const spray = JSON.stringify({
    indication: 'resistant depression',
    phase: 'induction',
    withAntidepressant: true,
    remsEnrolled: true,
    settingCertified: true,
  })
  const everybody = sql`generate_series(1, ${patients}::int) n`
  const all: Statement[] = [
    sql`insert into patient (clinic_id, id, number, registered_at, registered_by)
        select ${clinicId}, ${id('p', 'n')}, n, ${first}, ${staff} from ${everybody}`,
    sql`insert into patient_identity (clinic_id, id, patient_id, version, given_name, family_name, birth_date, sex, email,
                                      reach_by, name_key, recorded_at, recorded_by)
        select ${clinicId}, ${id('i', 'n')}, ${id('p', 'n')}, 1, 'Person', 'Number ' || n,
               date '1950-01-01' + (n * 31) % 18000, case n % 2 when 0 then 'female' else 'male' end,
               'person' || n || '@example.test', '{mail}', 'person number ' || n, ${first}, ${staff} from ${everybody}`,
    sql`insert into problem (clinic_id, id, patient_id, words, code, status, change, recorded_at, recorded_by)
        select ${clinicId}, ${id('f', 'n')}, ${id('p', 'n')}, 'Depression', case n % 7 when 0 then 'F43.10' else 'F33.2' end,
               'active', 'recorded', ${first}, ${staff} from ${everybody}`,
    sql`insert into plan (clinic_id, id, patient_id, route, made_at, made_by)
        select ${clinicId}, ${id('l', 'n')}, ${id('p', 'n')}, ${route}, ${first}, ${staff} from ${everybody}`,
    sql`insert into plan_version (clinic_id, id, plan_id, patient_id, number, drug, dose_mg, sessions, days_between_least,
                                  days_between_most, review_after, goals, notes, determination_id, consent_request_id, why,
                                  signed_at, signed_by, spray)
        select ${clinicId}, ${id('v', 'n')}, ${id('l', 'n')}, ${id('p', 'n')}, 1,
               case when n % 10 = 0 then 'esketamine' else 'ketamine' end, 56, ${sessions}, 2, 7, '{3}', 'Bench', '',
               ${id('d', 'n')}, ${id('c', 'n')}, 'Bench', ${first}, ${staff},
               case when n % 10 = 0 then ${spray}::jsonb end
        from ${everybody}`,
    sql`insert into session (clinic_id, id, patient_id, plan_id, plan_version_id, route, room_id, booked_for, minutes, ends_at,
                             responsible_id, ended_at, ended_as, booked_at, booked_by)
        select ${clinicId}, ${id('s', 'n', 'k')}, ${id('p', 'n')}, ${id('l', 'n')}, ${id('v', 'n')}, ${route}, ${room}, at, 150,
               at + interval '150 minutes', ${staff}, at + interval '140 minutes', 'released', at, ${staff}
        from ${everybody}, generate_series(0, ${sessions - 1}::int) k,
             lateral (select ${first} + k * interval '3 days' as at) t`,
    sql`insert into session_event (clinic_id, id, session_id, kind, happened_at, recorded_at, recorded_by, data)
        select ${clinicId}, ${id('e', 'n', 'k', 'kind')}, ${id('s', 'n', 'k')}, kind, at, at, ${staff},
               case kind when 'dose' then jsonb_build_object('clearanceId', ${id('e', 'n', 'k', "'cleared'")}, 'number', 1)
                         when 'released' then jsonb_build_object('doseId', ${id('e', 'n', 'k', "'dose'")}, 'toName', 'Sam')
                         else '{}' end
        from ${everybody}, generate_series(0, ${sessions - 1}::int) k, unnest(array['cleared', 'dose', 'released']) kind,
             lateral (select ${first} + k * interval '3 days' as at) t`,
    sql`insert into response (clinic_id, id, patient_id, instrument, instrument_version, answers, context_kind, answered_at,
                              answered_by_kind, answered_by, recorded_at, missing, score, lowest, highest)
        select ${clinicId}, ${id('r', 'n', 'k')}, ${id('p', 'n')},
               (array['phq-9', 'gad-7', 'phq-9', 'next-day', 'phq-9', 'urinary', 'phq-9', 'asq-since-last', 'pcl-5', 'peg'])[1 + k % 10],
               '1', '{"1": 1, "2": 1, "3": 2, "4": 1, "5": 0, "6": 1, "7": 1, "8": 0, "9": 0, "difficulty": 1}',
               'between', at, 'patient', ${staff}, at, 0, score, score, score
        from ${everybody}, generate_series(0, ${answers - 1}::int) k,
             lateral (select ${first} - interval '1 day' + k * (now() - ${first} + interval '1 day') / ${answers} as at,
                             case when k = 0 then 14 + n % 10 else (n * 7 + k * 5) % 22 end as score) t`,
  ]
  try {
    await connection.send([{ text: 'set session_replication_role = replica' }])
    for (const { text, values } of all) await connection.send([{ text, values: values.map(encode) }])
    // As the engine's own upkeep would have done.
    for (const text of ['set session_replication_role = origin', 'vacuum analyze']) await connection.send([{ text }])
  } finally {
    connection.release()
  }
}
