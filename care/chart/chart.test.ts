import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { registered } from '../../clinic/records/test.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import { addMinutes, Day, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { phq9Answers, treated } from '../outcomes/test.ts'
import { determined, planned } from '../plans/test.ts'
import { allMet, booked } from '../sessions/test.ts'
import { type Stages, type Step, stepsFrom } from './chart.ts'
import { type Chart, readChart } from './queries.ts'
import type { TrailEntry } from './trail.ts'

const app = await testApp()
const now = Instant.parse('2026-11-23T17:00:00.000Z')

const clinic = async () => {
  app.clock.now = now
  const as = await app.clinicWith()
  const { id: patientId } = await registered(as.prescriber)
  const chart = async () => {
    const { status, json } = await as.prescriber.get(`/api/patients/${patientId}/chart`)
    assert.equal(status, 200, JSON.stringify(json))
    return json as Chart
  }
  return { ...as, patientId, chart }
}

describe('where a patient is', () => {
  const none: Stages = {
    evaluating: false,
    today: Day.parse('2026-11-28'),
    determination: { state: 'none', because: ['No prescriber has recorded a determination.'] },
    consent: { state: 'none', inForce: false, because: 'Nobody has asked for consent.' },
    plan: { state: 'none', inForce: false, because: 'No prescriber has signed a plan.' },
    course: undefined,
  }
  const determination: Stages['determination'] = { state: 'in force', because: [] }
  const consent = { state: 'countersigned', inForce: true, because: 'Signed.' } as const
  const signedAt = '2026-11-02T15:00:00.000Z'
  const plan = {
    ...{ state: 'in force', inForce: true, because: 'Version 1' },
    ...{ version: { signedAt }, reviews: [] },
  } as unknown as Stages['plan']
  const stopped = { state: 'stopped', inForce: false, because: 'Petra stopped it.' } as unknown as Stages['plan']
  const at = (done: number, reviewsDue = 0): NonNullable<Stages['course']> => ({
    done,
    planned: 6,
    booked: 0,
    leftOpen: [],
    nothingHad: 0,
    lastOn: undefined,
    next: done < 6 ? done + 1 : undefined,
    window: undefined,
    reviewsDue: Array.from({ length: reviewsDue }, () => ({ point: 'after session', afterSession: 3 })),
    beyondPlan: false,
  })
  const cases: [string, Partial<Stages>, string][] = [
    ['just registered', {}, 'now later later later later'],
    ['determined', { determination }, 'done now later later later'],
    ['consented', { determination, consent }, 'done done now later later'],
    ['planned', { determination, consent, plan, course: at(0) }, 'done done done now later'],
    ['after three, review due', { determination, consent, plan, course: at(3, 1) }, 'done done done now held'],
    ['all given, review due', { determination, consent, plan, course: at(6, 1) }, 'done done done done held'],
    ['all given and reviewed', { determination, consent, plan, course: at(6) }, 'done done done done done'],
    [
      'reopened in mid-course',
      { determination: { state: 'reopened', because: ['Pregnancy'] }, consent, plan, course: at(2) },
      'held done done held later',
    ],
    [
      'consent taken back',
      { determination, consent: { state: 'withdrawn', inForce: false, because: 'Taken back.' }, plan, course: at(2) },
      'done held done held later',
    ],
    [
      'stopped before the first',
      { determination, consent, plan: stopped, course: at(0) },
      'done done held later later',
    ],
    ['stopped after two', { determination, consent, plan: stopped, course: at(2) }, 'done done held held done'],
    [
      'stopped, a review not done',
      { determination, consent, plan: stopped, course: at(3, 1) },
      'done done held held done',
    ],
    ['stopped after all', { determination, consent, plan: stopped, course: at(6, 1) }, 'done done done done done'],
    ['not suitable', { determination: { state: 'not suitable', because: ['x'] } }, 'held later later later later'],
  ]
  for (const [name, stages, states] of cases) {
    test(name, () => {
      const steps = stepsFrom({ ...none, ...stages })
      assert.equal(steps.map(({ state }: Step) => state).join(' '), states)
    })
  }
})

test('a new patient: nothing is known, and nothing is said to be none', async () => {
  const as = await clinic()
  const chart = await as.chart()
  assert.deepEqual([chart.problems.is, chart.medicines.is, chart.allergies.is], ['unknown', 'unknown', 'unknown'])
  assert.deepEqual([chart.sessions, chart.doses, chart.alerts, chart.course], [[], [], [], null])
  assert.equal(chart.series[0]?.baseline, null)
  assert.equal(chart.steps[0]?.state, 'now')
})

test('of a plan that was stopped no next session is reckoned and no review is due', async () => {
  const as = await clinic()
  const { clinicId, patientId, prescriber } = as
  const dose = { clinicId, patientId, staffId: prescriber.staffId, dosedAt: addMinutes(now, -3 * 1440), mg: 55 }
  await treated(app.db, dose)
  const going = await as.chart()
  assert.ok(going.course?.window)
  const about = { point: 'at another time', afterSession: 1, version: 1 }
  const stop = { id: randomUUID(), decision: 'stop', reason: 'Wants to.', ...about }
  const path = `/api/patients/${patientId}/plan/${going.plan?.planId}/review`
  const { status, json } = await prescriber.post(path, stop)
  assert.equal(status, 200, JSON.stringify(json))
  const { course } = await as.chart()
  assert.deepEqual([course?.done, course?.window, course?.reviewsDue], [1, undefined, []])
})

test('a booking is one until its day in the clinic is over, and then says that nothing is on record of it', async () => {
  app.clock.now = Instant.parse('2026-11-24T01:30:00.000Z')
  const session = await booked(app)
  const { prescriber } = session.clinic
  const read = async () => {
    const [chart, plan] = await Promise.all([
      prescriber.get(`/api/patients/${session.patientId}/chart`),
      prescriber.get(`/api/patients/${session.patientId}/plan?route=im`),
    ])
    return [chart, plan].map(({ json }) => {
      const { course } = json as Chart
      return [course?.booked, course?.leftOpen]
    })
  }
  await session.later(205)
  assert.deepEqual(await read(), Array(2).fill([1, []]), '23:55 in New York, and the next day by UTC')
  await session.later(10)
  const left = [{ id: session.id, bookedOn: '2026-11-23' }]
  assert.deepEqual(await read(), Array(2).fill([0, left]))
  const noShow = { id: randomUUID(), happenedAt: app.clock.now }
  assert.equal((await session.clinic.frontDesk.post(`${session.path}/no-show`, noShow)).status, 200)
  assert.deepEqual(await read(), Array(2).fill([0, []]))
})

test('doses stand beside the scores, and alerts that are open', async () => {
  const as = await clinic()
  await treated(app.db, {
    clinicId: as.clinicId,
    patientId: as.patientId,
    staffId: as.prescriber.staffId,
    dosedAt: addMinutes(now, -3 * 1440),
    mg: 55,
  })
  for (const [minutes, answers] of [
    [-5 * 1440, phq9Answers(20)],
    [-60, phq9Answers(9, 1)],
  ] as const) {
    const body = {
      id: randomUUID(),
      instrument: 'phq-9',
      answers,
      answeredAt: addMinutes(now, minutes),
      contextKind: 'between',
    }
    assert.equal((await as.monitor.post(`/api/patients/${as.patientId}/responses`, body)).status, 200)
  }
  const chart = await as.chart()
  assert.deepEqual(
    chart.doses.map(({ mg }) => mg),
    [55],
  )
  assert.deepEqual(
    chart.series[0]?.points.map(({ score }) => score),
    [20, 9],
  )
  assert.equal(chart.series[0]?.latest?.category, 'response')
  assert.equal(chart.series[0]?.question9?.value, 1, 'a response all the same')
  assert.deepEqual(
    chart.alerts.map(({ ruleId }) => ruleId),
    ['S1'],
  )
  assert.equal(chart.course?.done, 1)
  await as.monitor.post(`/api/alerts/${chart.alerts[0]?.id}/events`, {
    id: randomUUID(),
    kind: 'close',
    words: 'Called',
  })
  assert.deepEqual((await as.chart()).alerts, [])
})

test('a score 5 above the baseline, reached in small steps, is still noticed', async () => {
  const as = await clinic()
  await treated(app.db, {
    clinicId: as.clinicId,
    patientId: as.patientId,
    staffId: as.prescriber.staffId,
    dosedAt: addMinutes(now, -20 * 1440),
  })
  const scores = [
    [-22, 10],
    [-15, 13],
    [-8, 14],
    [-1, 15],
  ] as const
  for (const [days, total] of scores) {
    const body = {
      id: randomUUID(),
      instrument: 'phq-9',
      answers: phq9Answers(total),
      answeredAt: addMinutes(now, days * 1440),
      contextKind: 'between',
    }
    assert.equal((await as.monitor.post(`/api/patients/${as.patientId}/responses`, body)).status, 200)
  }
  // Three weeks after the last dose it is non-response too, which asks for a suicide-risk check.
  assert.deepEqual((await as.chart()).alerts.map(({ ruleId, level }) => `${ruleId} ${level}`).toSorted(), [
    'RL-08 review',
    'W1 review',
  ])
})

test('a therapist sees the charts of their own patients, and what is open about them; another clinic none', async () => {
  const as = await clinic()
  const answers = { id: randomUUID(), instrument: 'phq-9', answers: phq9Answers(9, 1), answeredAt: now }
  const given = await as.monitor.post(`/api/patients/${as.patientId}/responses`, { ...answers, contextKind: 'between' })
  assert.equal(given.status, 200)
  const [raised] = (await as.chart()).alerts
  const acts = `/api/alerts/${raised?.id}/events`
  assert.equal((await as.monitor.post(acts, { id: randomUUID(), kind: 'acknowledge' })).status, 200)
  const note = { id: randomUUID(), kind: 'note', words: 'Zaubernuss' }
  assert.equal((await as.monitor.post(acts, note)).status, 200)
  const path = `/api/patients/${as.patientId}/chart`
  assert.equal((await as.therapist.get(path)).status, 404)
  const act = { clinicId: as.clinicId, actor: system, action: 'test.team', at: now }
  await audited(app.db, act, (tx) =>
    tx.run(sql`
    insert into care_team (clinic_id, id, patient_id, staff_id, assigned_at, assigned_by)
    values (${as.clinicId}, ${randomUUID()}, ${as.patientId}, ${as.therapist.staffId}, ${now}, ${as.prescriber.staffId})`),
  )
  const { status, json } = await as.therapist.get(path)
  assert.equal(status, 200)
  const [alert] = (json as Chart).alerts
  assert.deepEqual(
    [alert?.ruleId, alert?.raisedAt, alert?.has, alert?.standing.acknowledged?.at, alert?.standing.state],
    ['S1', raised?.raisedAt, 'Milo Monitor', now, 'acknowledged'],
  )
  assert.ok(!JSON.stringify(json).includes('Zaubernuss'), 'what people wrote about it is for those who act on it')
  assert.equal((await as.therapist.post(acts, { id: randomUUID(), kind: 'close', words: 'Done' })).status, 403)
  assert.equal((await as.therapist.get('/api/alerts')).status, 403)
  assert.equal((await as.frontDesk.get(path)).status, 403)
  const other = await app.clinicWith()
  assert.equal((await other.prescriber.get(path)).status, 404)
})

test('every opening is on the trail, with the person’s name; reading the trail is on it too', async () => {
  const as = await clinic()
  await as.chart()
  await as.monitor.get(`/api/patients/${as.patientId}/chart`)
  const trail = async () => {
    const { status, json } = await as.owner.get(`/api/patients/${as.patientId}/trail`)
    assert.equal(status, 200)
    return (json as { entries: TrailEntry[] }).entries
  }
  const first = await trail()
  const opened = first.filter(({ action }) => action === 'chart.open')
  assert.deepEqual(
    opened.map(({ by }) => by.name),
    ['Milo Monitor', 'Petra Prescriber'],
  )
  assert.ok(
    first.some(({ action }) => action === 'records.register'),
    JSON.stringify(first.map(({ action }) => action)),
  )
  assert.equal((await trail())[0]?.action, 'trail.open')
  assert.equal((await as.monitor.get(`/api/patients/${as.patientId}/trail`)).status, 403)
  const other = await app.clinicWith()
  assert.equal((await other.owner.get(`/api/patients/${as.patientId}/trail`)).status, 404)
})

test('ten years and 300 sessions take as many questions to the database as none: at most ten, with the entry in the trail where there is a plan', async () => {
  const as = await clinic()
  const counted = async () => {
    let queries = 0
    const chart = await reading(app.db, { clinicId: as.clinicId }, (q) => {
      const count =
        <A extends unknown[], R>(ask: (...args: A) => R) =>
        (...args: A): R => {
          queries += 1
          return ask(...args)
        }
      const counting: Query = {
        all: count(q.all),
        one: count(q.one),
        maybe: count(q.maybe),
        run: count(q.run),
      } as Query
      return readChart(counting, as.patientId, now)
    })
    return { queries, chart }
  }
  const before = await counted()
  const dosedAt = addMinutes(now, -3600 * 1440)
  await treated(app.db, { clinicId: as.clinicId, patientId: as.patientId, staffId: as.prescriber.staffId, dosedAt })
  await fill(as, 300)
  const after = await counted()
  assert.equal(after.chart?.sessions.length, 301)
  assert.equal(after.chart?.doses.length, 301)
  assert.equal(after.chart?.series[0]?.points.length, 500)
  assert.ok(before.queries <= 10 && after.queries <= 9, `${before.queries} and ${after.queries} queries`)
})

/** Many sessions and answers, each like the first, without their checks: what is measured is reading them. */
const fill = async (as: { clinicId: string; patientId: string; prescriber: { staffId: string } }, sessions: number) => {
  const { clinicId, patientId } = as
  const act = { clinicId, actor: system, action: 'test.fill', at: now }
  await audited(app.db, act, async (tx) => {
    for (let n = 1; n <= sessions; n += 1) {
      const [sessionId, clearanceId, doseId] = [randomUUID(), randomUUID(), randomUUID()]
      const at = addMinutes(now, (-3600 + n * 11) * 1440)
      await tx.run(sql`insert into session (clinic_id, id, patient_id, plan_id, plan_version_id, route, room_id, booked_for, minutes, ends_at, responsible_id, booked_at, booked_by)
        select ${clinicId}, ${sessionId}, patient_id, plan_id, plan_version_id, route, room_id, ${at}, 150, ${addMinutes(at, 150)}, responsible_id, ${at}, booked_by
        from session where patient_id = ${patientId} limit 1`)
      const log: [string, string, number, object][] = [
        [randomUUID(), 'arrived', 0, {}],
        [clearanceId, 'cleared', 10, {}],
        [doseId, 'dose', 20, { route: 'im', clearanceId, number: 1, drug: 'ketamine', mg: 50, planMg: 50 }],
        [randomUUID(), 'released', 120, { doseId, toName: 'Sister', criteria: allMet('im') }],
      ]
      const rows = log.map(
        ([id, kind, minutes, data]) =>
          sql`(${clinicId}, ${id}, ${sessionId}, ${kind}, ${addMinutes(at, minutes)}, ${addMinutes(at, minutes)}, ${as.prescriber.staffId}, ${JSON.stringify(data)}::jsonb)`,
      )
      await tx.run(sql`insert into session_event (clinic_id, id, session_id, kind, happened_at, recorded_at, recorded_by, data)
        values ${sql.join(rows)}`)
    }
    await tx.run(sql`insert into response (clinic_id, id, patient_id, instrument, instrument_version, answers, context_kind, answered_at, answered_by_kind, answered_by, recorded_at, missing, score, lowest, highest)
      select ${clinicId}, gen_random_uuid(), ${patientId}, 'phq-9', '1', '{}', 'between', ${now}::timestamptz - make_interval(days => n * 7), 'staff', ${as.prescriber.staffId}, ${now}, 0, n % 28, n % 28, n % 28
      from generate_series(1, 500) n`)
  })
}

test('a patient’s pages open on their own route: the plan’s, else the newest determination’s, else none is taken for granted', async () => {
  const { patientId: fresh, ...as } = await clinic()
  const routeOf = async (patientId: string) =>
    ((await as.frontDesk.get(`/api/patients/${patientId}/route`)).json as { route: string | null }).route
  const ownRoute = async (patientId: string) =>
    ((await as.monitor.get(`/api/patients/${patientId}/chart`)).json as { ownRoute: string | null }).ownRoute

  assert.deepEqual([await routeOf(fresh), await ownRoute(fresh)], [null, null])
  const decided = await determined(as, app.clock.now, undefined, 'iv')
  assert.deepEqual([await routeOf(decided.patientId), await ownRoute(decided.patientId)], ['iv', 'iv'])
  const { patientId } = await planned(as, app.holding as never, app.clock.now, { doseMg: 200 }, 'lozenge')
  assert.deepEqual([await routeOf(patientId), await ownRoute(patientId)], ['lozenge', 'lozenge'])
})
