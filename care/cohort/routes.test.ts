import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { registered } from '../../clinic/records/test.ts'
import { owning } from '../../database/owner.ts'
import { sql } from '../../database/sql.ts'
import { safeHarbor } from '../../science/statistics/safe-harbor.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { phq9Answers, treated } from '../outcomes/test.ts'
import { columns } from './deidentified.ts'
import { listStarted } from './queries.ts'
import type { CohortAnswer } from './read.ts'

const app = await testApp()
const start = app.clock.now
const ago = (days: number): Instant => addMinutes(start, -days * 1440)

/** In every field that is kept about somebody stands something that could be found again. */
const everywhere = {
  givenName: 'Zaubernuss',
  middleName: 'Mitteling',
  familyName: 'Wiesenknopf',
  suffix: 'Drittens',
  preferredName: 'Nussig',
  birthDate: '1934-03-05',
  genderIdentity: 'Sonnentau',
  pronouns: 'Wollgras',
  language: 'Fieberklee',
  address: { line1: '7 Moorweg', line2: 'Hinterhaus', city: 'Torfstadt', state: 'OR', postalCode: '97531' },
  phone: '212 555 0147',
  email: 'zaubernuss@example.test',
  reachNote: 'Glockenheide',
}

/**
 * One or more of each of the eighteen kinds of identifier, by the letters of the list. Kinds this product has no field for
 * were typed where people type: into the note about how somebody is reached.
 */
const planted: Readonly<Record<string, readonly string[]>> = {
  A: ['Zaubernuss', 'Mitteling', 'Wiesenknopf', 'Nussig', 'Moosbeere'],
  B: ['7 Moorweg', 'Hinterhaus', 'Torfstadt', '97531'],
  C: ['1934-03-05', '2026-09-24', '1934'],
  D: ['212 555 0147', '2125550147', '212 555 0199', '2125550199'],
  E: ['212 555 0177'],
  F: ['zaubernuss@example.test'],
  G: ['078-05-1120'],
  H: ['MRN-55312'],
  I: ['M-4711', 'G-0815', 'Rosmarinheide'],
  J: ['ACCT-90210-7'],
  K: ['LIC-OR-33871'],
  L: ['PLATE-7XKR', '1HGCM82633A004352'],
  M: ['SN-OXI-66120'],
  N: ['https://people.example.test/zn'],
  O: ['203.0.113.77'],
  P: ['voiceprint-5f2c'],
  Q: ['face-0417.jpg'],
  R: ['Tattoo-Kranich-9', 'F33.2', 'Sumpfblutauge'],
}
const typedInto = [...'EGHJKLMNOPQ'].flatMap((kind) => planted[kind] ?? []).concat('Tattoo-Kranich-9')

const told = async () => {
  app.clock.now = start
  const clinic = await app.clinicWith()
  const reachNote = [everywhere.reachNote, ...typedInto].join(' ')
  const { id: patientId, number } = await registered(clinic.monitor, { ...everywhere, reachNote })
  const path = `/api/patients/${patientId}`
  const answer = async (at: Instant, total: number) => {
    const body = {
      id: randomUUID(),
      instrument: 'phq-9',
      contextKind: 'between',
      answeredAt: at,
      answers: phq9Answers(total),
    }
    assert.equal((await clinic.monitor.post(`${path}/responses`, body)).status, 200)
  }
  const fact = async (list: string, one: object) =>
    assert.equal(
      (await clinic.prescriber.post(`${path}/${list}`, { change: 'recorded', id: randomUUID(), fact: one })).status,
      200,
    )
  await fact('problems', { words: 'Sumpfblutauge', code: 'F33.2', status: 'active' })
  await fact('coverage', {
    kind: 'insurance',
    payer: 'Rosmarinheide',
    plan: 'Krähenbeere',
    memberId: 'M-4711',
    groupNumber: 'G-0815',
  })
  await fact('contacts', { kind: 'emergency', name: 'Moosbeere', phone: '212 555 0199' })
  await answer(ago(61), 20)
  for (const days of [60, 57, 54, 52, 50, 48])
    await treated(app.db, { clinicId: clinic.clinicId, patientId, staffId: clinic.monitor.staffId, dosedAt: ago(days) })
  await answer(ago(30), 9)
  return { ...clinic, patientId, number }
}
/** Everything that is kept about this clinic's patients, as text. */
const recordOf = async (clinicId: string): Promise<string> => {
  const found = await owning(app.db, (q) =>
    q.all<{ row: string }>(sql`
      select t::text as row from patient_identity t where t.clinic_id = ${clinicId}
      union all select t::text from patient_now t where t.clinic_id = ${clinicId}
      union all select t::text from problem t where t.clinic_id = ${clinicId}
      union all select t::text from coverage t where t.clinic_id = ${clinicId}
      union all select t::text from contact t where t.clinic_id = ${clinicId}
      union all select t::text from session t where t.clinic_id = ${clinicId}`),
  )
  return found.map(({ row }) => row).join('\n')
}
const textOf = async (reply: Promise<Reply>): Promise<string> => {
  const { status, json } = await reply
  assert.equal(status, 200, JSON.stringify(json))
  return String(json)
}

describe('clinic outcomes', () => {
  test('count whoever started, and of a few nothing that would tell who', async () => {
    const clinic = await told()
    const { json } = await clinic.prescriber.get('/api/cohort')
    const { byRoute, byDiagnosis } = json as CohortAnswer
    assert.deepEqual(
      byRoute.map(({ group, started }) => [group, started]),
      [
        ['all', null],
        ['im', null],
      ],
    )
    assert.deepEqual(
      byDiagnosis.map(({ group }) => group),
      ['all', 'depression'],
    )
    assert.deepEqual(byRoute[0]?.metrics.response, { ofMeasured: null, ofAll: null })
  })

  test('are there for the owner and prescribers; a table that is taken away is written down', async () => {
    const clinic = await told()
    const text = await textOf(clinic.owner.get('/api/cohort/table'))
    assert.match(text, /All patients/)
    await textOf(clinic.prescriber.get('/api/cohort/deidentified'))
    const entries = await owning(app.db, (q) =>
      q.all<{ action: string }>(
        sql`select action from audit_entry where clinic_id = ${clinic.clinicId} and action like 'cohort.%' order by action`,
      ),
    )
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['cohort.export', 'cohort.table'],
    )
    for (const as of [clinic.monitor, clinic.therapist, clinic.frontDesk, clinic.display]) {
      for (const path of ['', '/table', '/deidentified']) assert.equal((await as.get(`/api/cohort${path}`)).status, 403)
    }
  })

  test('the export without names holds nothing of what identifies somebody, in any column', async () => {
    const clinic = await told()
    const text = await textOf(clinic.prescriber.get('/api/cohort/deidentified'))
    const [head, ...rows] = text
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    assert.deepEqual(
      head,
      columns.map(({ id }) => id),
    )
    assert.equal(rows.length, 2)
    for (const row of rows)
      for (const [index, { id, looks }] of columns.entries()) assert.match(row[index] ?? '', looks, id)
    assert.deepEqual(
      rows.map((row) => row.slice(1)),
      [
        ['90 or older', '', 'im', 'depression', '', '6', '6', '-1', '20'],
        ['90 or older', '', 'im', 'depression', '', '6', '6', '4', '9'],
      ],
    )
    const ownRow = rows[0]?.[0] ?? ''
    const known = await owning(app.db, (q) =>
      q.one<{ found: number }>(sql`
        select (select count(*) from patient p where p::text like ${`%${ownRow}%`})
             + (select count(*) from response r where r::text like ${`%${ownRow}%`}) as found`),
    )
    assert.equal(known.found, 0)
    const identifying = [
      ...Object.values({ ...everywhere, address: '' }),
      ...Object.values(everywhere.address).filter((part) => part !== 'OR'),
      ...['Sumpfblutauge', 'F33.2', 'Rosmarinheide', 'Krähenbeere', 'M-4711', 'G-0815', 'Moosbeere', '212', '1934'],
      ...[clinic.patientId, clinic.monitor.staffId, clinic.clinicId, `,${clinic.number},`],
    ].filter((one) => one !== '')
    // The ids are chance and could hold any digits: that they lead nowhere was looked at above.
    const withoutIds = `,${rows.map((row) => row.slice(1).join(',')).join(',')},`
    for (const one of identifying) assert.ok(!withoutIds.includes(one), one)
  })

  test('each of the eighteen kinds of identifier is in the record, and in no column of the export', async () => {
    assert.deepEqual(
      Object.keys(planted).map((letter) => `safe-harbor-${letter}`),
      safeHarbor.map(({ id }) => id),
    )
    const clinic = await told()
    const rows = (await textOf(clinic.prescriber.get('/api/cohort/deidentified'))).trim().split('\r\n')
    assert.equal(rows.length, 3)
    const withoutIds = rows.map((row) => row.slice(row.indexOf(','))).join('\n')
    const kept = await recordOf(clinic.clinicId)
    for (const [letter, values] of Object.entries(planted)) {
      // Otherwise leaving it out would prove nothing.
      assert.ok(
        values.some((value) => kept.includes(value)),
        `${letter} is in the record`,
      )
      for (const value of values) assert.ok(!withoutIds.includes(value), `${letter}: ${value}`)
    }
  })

  test('another clinic sees nothing of it', async () => {
    await told()
    const other = await app.clinicWith()
    const { byRoute } = (await other.prescriber.get('/api/cohort')).json as CohortAnswer
    assert.deepEqual(
      byRoute.map(({ group, started }) => [group, started]),
      [['all', 0]],
    )
  })
})

test('whoever goes on by another route is followed until then', async () => {
  const { clinicId, patientId, monitor } = await told()
  const switched = async () => (await listStarted(app.db, clinicId)).map(({ route, switchedAt }) => [route, switchedAt])
  assert.deepEqual(await switched(), [['im', null]])
  const staffId = monitor.staffId
  await audited(app.db, { clinicId, actor: system, action: 'test.stop', at: start }, (tx) =>
    tx.run(sql`insert into plan_review (clinic_id, id, plan_id, plan_version_id, patient_id, point, after_session, decision, reason, decided_at, decided_by)
      select clinic_id, ${randomUUID()}, plan_id, id, patient_id, 'at another time', 6, 'stop', 'Otherwise.', ${ago(26)}, ${staffId}
      from plan_version where patient_id = ${patientId}`),
  )
  const dose = { clinicId, patientId, staffId, route: 'lozenge' } as const
  for (const days of [20, 25]) await treated(app.db, { ...dose, dosedAt: ago(days) })
  assert.deepEqual(await switched(), [['im', ago(25)]])
})
