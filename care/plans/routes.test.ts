import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { registered } from '../../clinic/records/test.ts'
import { listAlertsOf } from '../../clinic/safety/queries.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { testApp } from '../../server/test.ts'
import { consented, published } from '../consent/test.ts'
import { planInForce } from './queries.ts'
import type { DecisionGround } from './queries-of-decision.ts'
import { aPlan, determined, planned, prescribed } from './test.ts'

const app = await testApp()

type Refused = {
  says: string
  because?: { id: string; answer: string }[]
  fields?: Record<string, string>
  first?: { by: string }
}
const refusal = (json: unknown) => json as Refused
type Screen = {
  stands: { state: string; version?: { number: number; doseMg: number; reviewAfter: number[]; weightKg: number } }
  versions: { number: number; doseMg: number; why: string; signedBy: string }[]
  course?: { done: number; next: number; reviewsDue: { afterSession: number }[] }
}

const start = async () => {
  const clinic = await app.clinicWith()
  const inForce = (patientId: string) =>
    reading(app.db, { clinicId: clinic.clinicId }, (q) => planInForce(q, patientId))
  return { ...clinic, clinic, inForce }
}
const of = (patientId: string) => `/api/patients/${patientId}/plan?route=im`

describe('signing a plan', () => {
  test('is held, by every reason, until determination, consent and weight are there', async () => {
    const { clinic, prescriber, inForce } = await start()
    const { id } = await registered(clinic.monitor)
    const reply = await prescriber.post(of(id), aPlan())
    assert.equal(reply.status, 423)
    assert.deepEqual(
      refusal(reply.json).because?.map((finding) => `${finding.id} ${finding.answer}`),
      ['PL-1 not met', 'PL-2 not met', 'PL-3 unknown'],
    )
    assert.equal((await inForce(id)).state, 'none')
  })

  test('is held by each alone', async () => {
    const { clinic, prescriber } = await start()
    const { patientId } = await determined(clinic, app.clock.now)
    const noConsent = await prescriber.post(of(patientId), aPlan())
    assert.deepEqual([noConsent.status, refusal(noConsent.json).because?.map(({ id }) => id)], [423, ['PL-2']])
    await consented(clinic, app.holding, patientId)
    assert.equal((await prescriber.post(of(patientId), aPlan())).status, 200)
    const unweighed = await determined(clinic, app.clock.now, {})
    await consented(clinic, app.holding, unweighed.patientId)
    const noWeight = await prescriber.post(of(unweighed.patientId), aPlan())
    assert.deepEqual(
      [noWeight.status, refusal(noWeight.json).because?.map(({ id, answer }) => `${id} ${answer}`)],
      [423, ['PL-3 unknown']],
    )
    await published(clinic.owner, 1)
    const outdated = await prescriber.post(of(unweighed.patientId), aPlan())
    assert.deepEqual(
      refusal(outdated.json).because?.map(({ id }) => id),
      ['PL-2', 'PL-3'],
    )
  })

  test('keeps the prescriber’s own dose, the weight of that day and the early review', async () => {
    const { clinic, inForce } = await start()
    const { patientId, planVersionId } = await planned(clinic, app.holding, app.clock.now)
    const stands = await inForce(patientId)
    assert.equal(stands.state, 'in force')
    assert.ok(stands.inForce)
    const { version } = stands
    assert.deepEqual(
      [version.id, version.number, version.doseMg, version.drug, version.weightKg, version.reviewAfter],
      [planVersionId, 1, 40, 'ketamine', 80, [3]],
    )
    assert.equal(version.signedBy, 'Petra Prescriber')
  })

  test('asks once more about an unlikely dose and refuses one that cannot be', async () => {
    const { clinic, prescriber } = await start()
    const { patientId } = await determined(clinic, app.clock.now)
    await consented(clinic, app.holding, patientId)
    const impossible = await prescriber.post(of(patientId), aPlan({ prescribed: prescribed({ doseMg: 5000 }) }))
    assert.equal(impossible.status, 422)
    assert.match(refusal(impossible.json).fields?.['prescribed.doseMg'] ?? '', /not possible/)
    const plan = aPlan({ prescribed: prescribed({ doseMg: 200 }) })
    const unlikely = await prescriber.post(of(patientId), plan)
    assert.equal(unlikely.status, 422)
    assert.match(refusal(unlikely.json).fields?.['prescribed.doseMg'] ?? '', /2\.50 mg\/kg/)
    assert.equal((await prescriber.post(of(patientId), { ...plan, doseConfirmed: true })).status, 200)
  })

  test('is for prescribers only; a therapist sees it only for their own patients', async () => {
    const { clinic, monitor, therapist, frontDesk } = await start()
    const { patientId } = await planned(clinic, app.holding, app.clock.now)
    assert.equal((await monitor.post(of(patientId), aPlan())).status, 403)
    assert.equal((await monitor.get(of(patientId))).status, 200)
    assert.equal((await frontDesk.get(of(patientId))).status, 403)
    assert.equal((await therapist.get(of(patientId))).status, 404)
  })
})

describe('changing a plan', () => {
  test('sent again after a colleague has signed the next version, it is there, and does not ask to be signed anew', async () => {
    const { clinic, another, prescriber } = await start()
    const { patientId, planId } = await planned(clinic, app.holding, app.clock.now)
    const second = await another(['prescriber'], 'Pia Prescriber')
    const mine = aPlan({ planId, expected: 1, prescribed: prescribed({ doseMg: 45 }), why: 'Mine' })
    const hers = aPlan({ planId, expected: 2, prescribed: prescribed({ doseMg: 50 }), why: 'Hers' })
    assert.equal((await prescriber.post(of(patientId), mine)).status, 200)
    assert.equal((await second.post(of(patientId), hers)).status, 200)
    const { status, json } = await prescriber.post(of(patientId), mine)
    assert.deepEqual([status, json], [200, { number: 2 }])
    const other = { ...mine, prescribed: prescribed({ doseMg: 46 }) }
    assert.equal((await prescriber.post(of(patientId), other)).status, 409, 'another dose under the same id is not')
    const { versions } = (await prescriber.get(of(patientId))).json as Screen
    assert.deepEqual(
      versions.map(({ doseMg }) => doseMg),
      [50, 45, 40],
    )
  })

  test('makes a new version with who and why; all earlier ones stay', async () => {
    const { clinic, another, prescriber } = await start()
    const { patientId, planId } = await planned(clinic, app.holding, app.clock.now)
    const second = await another(['prescriber'], 'Pia Prescriber')
    const change = aPlan({ planId, expected: 1, prescribed: prescribed({ doseMg: 50 }), why: 'Slept only two nights' })
    assert.equal((await second.post(of(patientId), change)).status, 200)
    const { json } = await prescriber.get(of(patientId))
    const { stands, versions } = json as Screen
    assert.equal(stands.version?.doseMg, 50)
    assert.deepEqual(
      versions.map(({ number, doseMg, why, signedBy }) => [number, doseMg, why, signedBy]),
      [
        [2, 50, 'Slept only two nights', 'Pia Prescriber'],
        [1, 40, 'First course', 'Petra Prescriber'],
      ],
    )
  })

  test('is first come, first served: the second is told who and when, and sending twice is harmless', async () => {
    const { clinic, another, prescriber } = await start()
    const { patientId, planId } = await planned(clinic, app.holding, app.clock.now)
    const second = await another(['prescriber'], 'Pia Prescriber')
    const mine = aPlan({ planId, expected: 1, prescribed: prescribed({ doseMg: 45 }), why: 'Mine' })
    const hers = aPlan({ planId, expected: 1, prescribed: prescribed({ doseMg: 50 }), why: 'Hers' })
    const replies = await Promise.all([prescriber.post(of(patientId), mine), second.post(of(patientId), hers)])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
    const [winner, loser] = replies[0]?.status === 200 ? [mine, replies[1]] : [hers, replies[0]]
    assert.equal(refusal(loser?.json).first?.by, winner === mine ? 'Petra Prescriber' : 'Pia Prescriber')
    const again = await prescriber.post(of(patientId), winner)
    assert.equal(again.status, 200)
    const { versions } = (await prescriber.get(of(patientId))).json as Screen
    assert.equal(versions.length, 2)
  })

  test('is held while consent is withdrawn', async () => {
    const { clinic, prescriber, frontDesk } = await start()
    const { patientId, planId } = await planned(clinic, app.holding, app.clock.now)
    const { json } = await prescriber.get(`/api/patients/${patientId}/consent?route=im`)
    const { requestId } = (json as { standing: { requestId: string } }).standing
    const withdrawal = { id: randomUUID(), reason: 'Second thoughts', withdrawnAt: app.clock.now }
    const path = `/api/patients/${patientId}/consent/${requestId}/withdraw`
    assert.equal((await frontDesk.post(path, withdrawal)).status, 200)
    const reply = await prescriber.post(of(patientId), aPlan({ planId, expected: 1, why: 'More' }))
    assert.deepEqual([reply.status, refusal(reply.json).because?.map(({ id }) => id)], [423, ['PL-2']])
  })
})

describe('review points', () => {
  const review = (more: object = {}) => ({
    id: randomUUID(),
    point: 'after session',
    afterSession: 3,
    decision: 'continue',
    reason: 'PHQ-9 fell from 20 to 12.',
    version: 1,
    ...more,
  })

  /** Sessions with a dose, written straight into the tables: the sessions stage has its own tests. */
  const dosed = (
    clinicId: string,
    staffId: string,
    patientId: string,
    planId: string,
    versionId: string,
    days: string[],
  ) =>
    audited(app.db, { clinicId, actor: system, action: 'test', at: app.clock.now }, async (tx) => {
      const room = randomUUID()
      await tx.run(sql`insert into room (clinic_id, id, name, location_id, made_at, made_by)
        values (${clinicId}, ${room}, 'Room', ${clinicId}, ${app.clock.now}, ${staffId})`)
      for (const day of days) {
        const at = `${day}T15:00:00.000Z`
        const [id, clearance] = [randomUUID(), randomUUID()]
        await tx.run(sql`
          insert into session (clinic_id, id, patient_id, plan_id, plan_version_id, route, room_id, booked_for, minutes,
                               ends_at, responsible_id, booked_at, booked_by)
          values (${clinicId}, ${id}, ${patientId}, ${planId}, ${versionId}, 'im', ${room}, ${at}, 60,
                  ${at}::timestamptz + interval '1 hour', ${staffId}, ${at}, ${staffId})`)
        const event = (eventId: string, kind: string, minutes: number, data: object) =>
          tx.run(sql`
            insert into session_event (clinic_id, id, session_id, kind, happened_at, recorded_at, recorded_by, data)
            values (${clinicId}, ${eventId}, ${id}, ${kind}, ${at}::timestamptz + make_interval(mins => ${minutes}),
                    ${at}::timestamptz + make_interval(mins => ${minutes}), ${staffId}, ${sql.json(data)}::jsonb)`)
        await event(randomUUID(), 'arrived', 0, {})
        await event(clearance, 'cleared', 5, {})
        await event(randomUUID(), 'dose', 10, { clearanceId: clearance, number: 1, mg: 40 })
        await event(randomUUID(), 'side effect', 20, { effect: 'nausea', severity: 'mild' })
      }
    })

  test('come due with the third session and take one decision each', async () => {
    const { clinic, clinicId, prescriber } = await start()
    const { patientId, planId, planVersionId } = await planned(clinic, app.holding, app.clock.now)
    const path = `/api/patients/${patientId}/plan/${planId}/review`
    assert.equal((await prescriber.post(path, review())).status, 422, 'not due')
    await dosed(clinicId, prescriber.staffId, patientId, planId, planVersionId, [
      '2026-11-10',
      '2026-11-12',
      '2026-11-14',
    ])
    const { course } = (await prescriber.get(of(patientId))).json as Screen
    assert.deepEqual([course?.done, course?.next, course?.reviewsDue.map((due) => due.afterSession)], [3, 4, [3]])
    const body = review()
    assert.equal((await prescriber.post(path, body)).status, 200)
    assert.equal((await prescriber.post(path, body)).status, 200, 'the same again is harmless')
    const late = await prescriber.post(path, review())
    assert.deepEqual([late.status, refusal(late.json).first?.by], [409, 'Petra Prescriber'])
  })

  test('put scores, tolerability and what is known before the prescriber, only while a decision is due', async () => {
    const { clinic, clinicId, prescriber } = await start()
    const { patientId, planId, planVersionId } = await planned(clinic, app.holding, app.clock.now)
    const ground = async () => ((await prescriber.get(of(patientId))).json as { decision?: DecisionGround }).decision
    assert.equal(await ground(), undefined)
    await dosed(clinicId, prescriber.staffId, patientId, planId, planVersionId, [
      '2026-11-10',
      '2026-11-12',
      '2026-11-14',
    ])
    const before = await ground()
    assert.deepEqual(
      before?.borne.map(({ mg, stopped, effects }) => [mg, stopped, effects]),
      Array.from({ length: 3 }, () => [40, false, [{ effect: 'nausea', severity: 'mild' }]]),
    )
    assert.deepEqual([before?.series[0]?.instrument, before?.series[0]?.latest], ['phq-9', null])
    assert.ok(before?.known.every(({ source }) => source.label))
    const path = `/api/patients/${patientId}/plan/${planId}/review`
    assert.equal((await prescriber.post(path, review({ decision: 'change' }))).status, 422)
    assert.equal((await prescriber.post(path, review({ decision: 'add therapy', reason: '' }))).status, 422)
    assert.equal((await prescriber.post(path, review({ decision: 'add therapy' }))).status, 200)
    assert.equal(await ground(), undefined)
  })

  test('a decision to stop asks for a suicide-risk check; no other does', async () => {
    const { clinic, clinicId, prescriber } = await start()
    const { patientId, planId } = await planned(clinic, app.holding, app.clock.now)
    const path = `/api/patients/${patientId}/plan/${planId}/review`
    const raised = async () =>
      (await reading(app.db, { clinicId }, (q) => listAlertsOf(q, patientId, app.clock.now))).map(
        ({ ruleId }) => ruleId,
      )
    const at = { point: 'at another time', afterSession: 0 }
    for (const decision of ['continue', 'change dose or interval', 'change route', 'add therapy', 'refer'])
      assert.equal((await prescriber.post(path, review({ ...at, decision }))).status, 200)
    assert.deepEqual(await raised(), [])
    const stop = review({ ...at, decision: 'stop' })
    for (const _ of [1, 2]) assert.equal((await prescriber.post(path, stop)).status < 500, true)
    assert.deepEqual(await raised(), ['RL-08'])
  })

  test('a decision is about the version that whoever made it had read; to stop is about any', async () => {
    const { clinic, prescriber } = await start()
    const { patientId, planId } = await planned(clinic, app.holding, app.clock.now)
    const other = await clinic.another(['prescriber'], 'Paul Prescriber')
    const changed = aPlan({ planId, expected: 1, prescribed: prescribed({ doseMg: 30 }), why: 'Less.' })
    assert.equal((await other.post(of(patientId), changed)).status, 200)
    const path = `/api/patients/${patientId}/plan/${planId}/review`
    const decide = (more: object) =>
      prescriber.post(path, review({ point: 'at another time', afterSession: 0, ...more }))
    const late = await decide({ decision: 'continue', version: 1 })
    assert.deepEqual([late.status, refusal(late.json).first?.by], [409, 'Paul Prescriber'])
    assert.equal((await decide({ decision: 'continue', version: 2 })).status, 200)
    assert.equal((await decide({ decision: 'stop', version: 1 })).status, 200)
  })

  test('a decision to stop ends the plan at any time, and a new plan may follow', async () => {
    const { clinic, prescriber, inForce } = await start()
    const { patientId, planId } = await planned(clinic, app.holding, app.clock.now)
    const path = `/api/patients/${patientId}/plan/${planId}/review`
    const stop = review({ point: 'at another time', afterSession: 0, decision: 'stop', reason: 'Moves away' })
    assert.equal((await prescriber.post(path, stop)).status, 200)
    assert.deepEqual([(await inForce(patientId)).state, (await inForce(patientId)).inForce], ['stopped', false])
    assert.equal((await prescriber.post(of(patientId), aPlan({ planId, expected: 1 }))).status, 409)
    assert.equal((await prescriber.post(path, review({ point: 'at another time' }))).status, 409)
    assert.equal((await prescriber.post(of(patientId), aPlan())).status, 200)
    assert.equal((await inForce(patientId)).state, 'in force')
    // What was prescribed before, and why it ended, stays readable beside the new plan.
    const { stopped } = (await prescriber.get(of(patientId))).json as {
      stopped: { id: string; versions: { doseMg: number; number: number }[]; reviews: { reason: string }[] }[]
    }
    assert.deepEqual(
      stopped.map(({ id, versions, reviews }) => [id, versions.map(({ number }) => number), reviews[0]?.reason]),
      [[planId, [1], 'Moves away']],
    )
    assert.ok((stopped[0]?.versions[0]?.doseMg ?? 0) > 0)
  })
})

test('the database keeps every version as it was signed', async () => {
  const { clinic, clinicId } = await start()
  const { planVersionId } = await planned(clinic, app.holding, app.clock.now)
  const act = { clinicId, actor: system, action: 'test', at: app.clock.now }
  await assert.rejects(
    audited(app.db, act, (tx) => tx.run(sql`update plan_version set dose_mg = 1 where id = ${planVersionId}`)),
    /denied/,
  )
})
