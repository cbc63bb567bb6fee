import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { registered } from '../../clinic/records/test.ts'
import { owning } from '../../database/owner.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { type As, testApp } from '../../server/test.ts'
import { listFollowed } from '../outcomes/queries.ts'
import { phaseOf } from '../outcomes/schedule.ts'
import { phq9Answers, treated } from '../outcomes/test.ts'
import type { RegistryAnswer } from './routes.ts'

const app = await testApp()
const start = app.clock.now
const ago = (days: number): Instant => addMinutes(start, -days * 1440)

const clinicWithOne = async () => {
  app.clock.now = start
  const clinic = await app.clinicWith()
  const { id: patientId } = await registered(clinic.monitor)
  const answer = async (at: Instant, total: number, item9 = 0) => {
    const body = {
      id: randomUUID(),
      instrument: 'phq-9',
      contextKind: 'between',
      answeredAt: at,
      answers: phq9Answers(total, item9),
    }
    const { status, json } = await clinic.monitor.post(`/api/patients/${patientId}/responses`, body)
    assert.equal(status, 200, JSON.stringify(json))
  }
  const dosed = (days: number) =>
    treated(app.db, { clinicId: clinic.clinicId, patientId, staffId: clinic.monitor.staffId, dosedAt: ago(days) })
  return { ...clinic, patientId, answer, dosed }
}
const look = async (as: As, search = ''): Promise<RegistryAnswer> => {
  const { status, json } = await as.get(`/api/registry${search}`)
  assert.equal(status, 200, JSON.stringify(json))
  return json as RegistryAnswer
}

describe('the registry', () => {
  test('has everybody, whoever was only registered too, with the numbers that led to each state', async () => {
    const clinic = await clinicWithOne()
    await registered(clinic.monitor, { givenName: 'Only', familyName: 'Registered' })
    await clinic.answer(ago(12), 15)
    await clinic.dosed(10)
    await clinic.dosed(3)
    await clinic.answer(ago(1), 22)
    const { rows, total, counts } = await look(clinic.prescriber)
    assert.equal(total, 2)
    const [first, second] = rows
    assert.equal(first?.patientId, clinic.patientId)
    assert.deepEqual(first?.change, {
      state: 'worse',
      category: 'non-response',
      baseline: 15,
      latest: { at: ago(1), low: 22, high: 22 },
      percentFall: -47,
    })
    assert.deepEqual([first?.done, first?.planned, first?.doses, first?.route], [2, 6, 2, 'im'])
    assert.deepEqual(first?.lastDoseAt, ago(3))
    assert.deepEqual([second?.plan, second?.change], ['none', { state: 'not treated' }])
    assert.equal(counts.worse, 1)
    assert.equal((await look(clinic.prescriber, '?only=worse')).fitting, 1)
    assert.equal((await look(clinic.prescriber, '?only=rems')).fitting, 0)
    assert.equal((await look(clinic.prescriber, '?route=iv')).fitting, 0)
  })

  test('a dose that was withdrawn was never given, and one that was corrected counts when it was', async () => {
    const clinic = await clinicWithOne()
    const one = await clinic.dosed(10)
    const other = await clinic.dosed(3)
    const moved = addMinutes(ago(10), 5)
    const correct = (corrects: string, sessionId: string, data: object) =>
      audited(app.db, { clinicId: clinic.clinicId, actor: system, action: 'test.correct', at: start }, (tx) =>
        tx.run(sql`insert into session_event (clinic_id, id, session_id, kind, happened_at, recorded_at, recorded_by, data, corrects)
          values (${clinic.clinicId}, ${randomUUID()}, ${sessionId}, 'correction', ${start}, ${start},
                  ${clinic.prescriber.staffId}, ${JSON.stringify(data)}::jsonb, ${corrects})`),
      )
    await correct(other.doseId, other.sessionId, { reason: 'Never given', withdrawn: true })
    await correct(one.doseId, one.sessionId, { reason: 'Wrong minute', happenedAt: moved })
    const { rows } = await look(clinic.prescriber)
    assert.deepEqual([rows[0]?.doses, rows[0]?.lastDoseAt], [1, moved])
  })

  test('the sessions of a course are counted where it is asked what comes next: after the last one the weekly questions end', async () => {
    const clinic = await clinicWithOne()
    for (const days of [60, 57, 54, 51, 48]) await clinic.dosed(days)
    const phase = async () => {
      const [found] = await reading(app.db, { clinicId: clinic.clinicId }, (q) => listFollowed(q, start))
      return found && [found.done, phaseOf(found)]
    }
    assert.deepEqual(await phase(), [5, 'induction'])
    await clinic.dosed(45)
    assert.deepEqual(await phase(), [6, 'after the course'])
  })

  test('a booking whose day has passed, of which nobody said what became, is no next session', async () => {
    const clinic = await clinicWithOne()
    const { sessionId } = await clinic.dosed(30)
    const act = { clinicId: clinic.clinicId, actor: system, action: 'test.book', at: start }
    const book = (days: number) =>
      audited(app.db, act, (tx) =>
        tx.run(sql`insert into session (clinic_id, id, patient_id, plan_id, plan_version_id, route, room_id, booked_for,
            minutes, ends_at, responsible_id, booked_at, booked_by)
          select clinic_id, ${randomUUID()}, patient_id, plan_id, plan_version_id, route, room_id, ${ago(days)}, minutes,
            ${addMinutes(ago(days), 150)}, responsible_id, booked_at, booked_by
          from session where id = ${sessionId}`),
      )
    const missed = async () => {
      const { rows } = await look(clinic.prescriber)
      return rows[0]?.overdue.filter(({ what }) => what === 'session').length
    }
    assert.equal(await missed(), 1)
    await book(10)
    assert.equal(await missed(), 1)
    await book(-2)
    assert.equal(await missed(), 0)
  })

  test('a therapist sees their own with what is open about them, and no REMS forms', async () => {
    const clinic = await clinicWithOne()
    await clinic.answer(ago(1), 22, 1)
    assert.equal((await look(clinic.therapist)).total, 0)
    const joined = await clinic.frontDesk.post(`/api/patients/${clinic.patientId}/team`, {
      id: randomUUID(),
      staffId: clinic.therapist.staffId,
    })
    assert.equal(joined.status, 200)
    const { rows } = await look(clinic.therapist)
    assert.deepEqual(
      rows.map(({ patientId, alerts, rems }) => [patientId, alerts, rems]),
      [[clinic.patientId, 1, null]],
    )
    assert.equal(rows[0]?.reasons[0], 'alert')
  })

  test('each opening is written down', async () => {
    const clinic = await clinicWithOne()
    const opened = async () =>
      (
        await owning(app.db, (q) =>
          q.one<{ n: number }>(sql`select count(*) as n from audit_entry
            where clinic_id = ${clinic.clinicId} and action = 'registry.open' and actor_id = ${clinic.prescriber.staffId}`),
        )
      ).n
    await look(clinic.prescriber)
    await look(clinic.prescriber)
    assert.equal(await opened(), 2)
  })
})

describe('a saved view', () => {
  const viewOf = (more: object = {}) => {
    const id = randomUUID()
    return { id, viewId: id, name: 'Silent ones', shows: { by: 'silent', only: 'silent' }, shared: false, ...more }
  }

  test('is its maker’s own until it is shared; the next version counts; removed it is gone', async () => {
    const clinic = await clinicWithOne()
    const view = viewOf()
    assert.equal((await clinic.prescriber.post('/api/registry/views', view)).status, 200)
    assert.equal((await clinic.prescriber.post('/api/registry/views', view)).status, 200)
    assert.equal((await look(clinic.monitor)).views.length, 0)
    const shared = { ...view, id: randomUUID(), name: 'Who is silent', shared: true }
    assert.equal((await clinic.prescriber.post('/api/registry/views', shared)).status, 200)
    const [seen] = (await look(clinic.monitor)).views
    assert.deepEqual(seen, {
      viewId: view.viewId,
      name: 'Who is silent',
      shows: { by: 'silent', only: 'silent' },
      shared: true,
      by: 'Petra Prescriber',
      mine: false,
    })
    const path = `/api/registry/views/${view.viewId}/remove`
    assert.equal((await clinic.monitor.post(path, { id: randomUUID() })).status, 403)
    assert.equal((await clinic.monitor.post('/api/registry/views', { ...shared, id: randomUUID() })).status, 403)
    assert.equal((await clinic.prescriber.post(path, { id: randomUUID() })).status, 200)
    assert.deepEqual((await look(clinic.prescriber)).views, [])
  })

  test('is not there for another clinic', async () => {
    const clinic = await clinicWithOne()
    const other = await app.clinicWith()
    const view = viewOf({ shared: true })
    await clinic.prescriber.post('/api/registry/views', view)
    assert.deepEqual((await look(other.prescriber)).views, [])
    const { status } = await other.prescriber.post(`/api/registry/views/${view.viewId}/remove`, { id: randomUUID() })
    assert.equal(status, 404)
  })

  test('without a name is refused beside the field', async () => {
    const clinic = await clinicWithOne()
    const { status, json } = await clinic.prescriber.post('/api/registry/views', viewOf({ name: ' ' }))
    assert.equal(status, 422)
    assert.ok((json as { fields: Record<string, string> }).fields.name)
  })
})
