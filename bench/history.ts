import { system } from '../clinic/accounts/actor.ts'
import { audited } from '../clinic/audit/audited.ts'
import { sql } from '../database/sql.ts'
import { chanceFrom } from '../demo/chance.ts'
import { answerNextDay, answerPhq9, phq9Answers } from '../demo/course/answering.ts'
import { measure, prepareToLeave, release } from '../demo/course/treating.ts'
import { bodyFrom, vitalSignsAt } from '../demo/course/vital-signs.ts'
import { addMinutes, type Instant } from '../science/time.ts'
import { dosedSession, escort, type World } from './world.ts'

const sessions = 300
const daysBetween = 12

/**
 * Somebody with ten years and three hundred sessions. One session and its answers go through the routes; the rest are
 * that session again, twelve days earlier each, put into the tables at once: three hundred through the routes would
 * take minutes and leave the same rows.
 * @returns the patient's id
 */
export const longHistory = async (world: World, number: number, now: Instant): Promise<string> => {
  const dosedAt = addMinutes(now, -100)
  const sessionId = await dosedSession(world, number, addMinutes(dosedAt, 2))
  const chance = chanceFrom(number)
  const body = bodyFrom(chance)
  for (const minutes of [10, 20, 30, 45, 60, 75, 90]) {
    world.at(addMinutes(dosedAt, minutes))
    await measure(world, sessionId, vitalSignsAt(body, minutes, chance))
  }
  world.at(addMinutes(dosedAt, 92))
  await prepareToLeave(world, sessionId)
  await release(world, sessionId, escort)
  const { db, clinicId } = world
  const act = { clinicId, actor: system, action: 'bench.history', at: now }
  const patientId = await audited(
    db,
    act,
    async (tx) => (await tx.one<{ id: string }>(sql`select patient_id as id from session where id = ${sessionId}`)).id,
  )
  world.at(now)
  await answerPhq9(world, patientId, phq9Answers(9, chance))
  await answerNextDay(world, patientId, sessionId)
  await audited(db, act, async (tx) => {
    // An id for the n-th copy of a row, the same wherever the row is named.
    const copied = (id: string) => sql.raw(`md5(n || ${id})::uuid`)
    const back = (at: string) => sql.raw(`${at} - n * interval '${daysBetween} days'`)
    const copies = sql.raw(`generate_series(1, ${sessions - 1}) n`)
    await tx.run(sql`
      insert into session (clinic_id, id, patient_id, plan_id, plan_version_id, route, room_id, booked_for, minutes,
                           ends_at, responsible_id, booked_at, booked_by)
      select clinic_id, ${copied('id::text')}, patient_id, plan_id, plan_version_id, route, room_id, ${back('booked_for')},
             minutes, ${back('ends_at')}, responsible_id, ${back('booked_at')}, booked_by
      from session, ${copies} where id = ${sessionId}`)
    await tx.run(sql`
      insert into session_event (clinic_id, id, session_id, kind, happened_at, recorded_at, recorded_by, data)
      select clinic_id, ${copied('id::text')}, ${copied('session_id::text')}, kind, ${back('happened_at')},
             ${back('recorded_at')}, recorded_by,
             data || case when data ? 'clearanceId' then jsonb_build_object('clearanceId', ${copied("(data ->> 'clearanceId')")})
                          when data ? 'doseId' then jsonb_build_object('doseId', ${copied("(data ->> 'doseId')")})
                          else '{}' end
      from session_event, ${copies} where session_id = ${sessionId} order by n, seq`)
    await tx.run(sql`
      insert into response (clinic_id, id, patient_id, instrument, instrument_version, answers, context_kind, answered_at,
                            answered_by_kind, answered_by, recorded_at, score, lowest, highest, missing)
      select clinic_id, ${copied('id::text')}, patient_id, instrument, instrument_version, answers, context_kind,
             ${back('answered_at')}, answered_by_kind, answered_by, ${back('recorded_at')}, score, lowest, highest, missing
      from response, ${copies} where patient_id = ${patientId} and instrument in ('phq-9', 'next-day')
        and context_kind <> 'evaluation'`)
  })
  return patientId
}
