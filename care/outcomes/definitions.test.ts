import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { registered } from '../../clinic/records/test.ts'
import { owning } from '../../database/owner.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { measureById } from '../../science/instruments/catalogue.ts'
import { defined, definitionRows } from '../../science/instruments/definitions.ts'
import type { Measure } from '../../science/instruments/instrument.ts'
import { packFor } from '../../science/instruments/testing.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import type { Chart } from '../chart/queries.ts'
import type { CohortAnswer } from '../cohort/read.ts'
import { groundOfDecision } from '../plans/queries-of-decision.ts'
import type { RegistryAnswer } from '../registry/routes.ts'
import type { DefinitionsShown } from './definitions.ts'
import type { Outcomes } from './queries.ts'
import { phq9Answers, treated } from './test.ts'

const app = await testApp()
const start = app.clock.now
const ago = (days: number) => addMinutes(start, -days * 1440)
const path = '/api/outcomes/definitions'
const choice = (more: object = {}) => ({
  id: randomUUID(),
  defines: 'phq-9-relapse',
  row: 'PHQ9-R1n',
  why: 'As the health service counts a reliable change.',
  signedAs: 'Petra Prescriber',
  ...more,
})

const clinic = async () => {
  app.clock.now = start
  const as = await app.clinicWith()
  const { clinicId } = as
  const { id: patientId } = await registered(as.monitor)
  const answer = async (days: number, total: number) => {
    const sent = { id: randomUUID(), instrument: 'phq-9', answers: phq9Answers(total), answeredAt: ago(days) }
    const reply = await as.monitor.post(`/api/patients/${patientId}/responses`, { ...sent, contextKind: 'between' })
    assert.equal(reply.status, 200, JSON.stringify(reply.json))
    return reply.json as { flags: { id: string; says: string }[] }
  }
  await answer(60, 20)
  await treated(app.db, { clinicId, patientId, staffId: as.prescriber.staffId, dosedAt: ago(59) })
  await answer(40, 5)
  const sign = (more: object = {}) => as.prescriber.post(path, choice(more))
  const series = async () =>
    ((await as.monitor.get(`/api/patients/${patientId}/outcomes`)).json as Outcomes).series.find(
      ({ instrument }) => instrument === 'phq-9',
    )
  const registry = async () => (await as.prescriber.get('/api/registry')).json as RegistryAnswer
  const cohort = async () => (await as.owner.get('/api/cohort')).json as CohortAnswer
  const everywhere = async () => {
    const chart = (await as.monitor.get(`/api/patients/${patientId}/chart`)).json as Chart
    const over = (await as.therapist.get(`/api/patients/${patientId}/over-time`)).json as Outcomes
    const here = await registry()
    const decision = await reading(app.db, { clinicId }, (q) => groundOfDecision(q, patientId, randomUUID(), start))
    return [
      (await series())?.relapse?.state,
      (await series())?.readBy[0]?.row,
      chart.series[0]?.relapse?.rule.id,
      over.series[0]?.relapse?.rule.id,
      decision.series[0]?.relapse?.rule.id,
      here.rows[0]?.change.state,
      here.readBy.row,
      (await cohort()).lostBy.row,
    ]
  }
  return { ...as, patientId, answer, sign, series, registry, cohort, everywhere }
}

test('what a prescriber signed for holds wherever the word is read, and says who chose it and when', async () => {
  const as = await clinic()
  // From 5 up to 10: lost after a rise of 5, and not where 6 are asked for.
  await as.answer(2, 10)
  await as.prescriber.post(`/api/patients/${as.patientId}/team`, { id: randomUUID(), staffId: as.therapist.staffId })
  const relapsed = ['suspected', 'PHQ9-R1', 'PHQ9-R1', 'PHQ9-R1', 'PHQ9-R1', 'relapse suspected', 'PHQ9-R1', 'PHQ9-R1']
  assert.deepEqual(await as.everywhere(), relapsed)
  assert.deepEqual((await as.cohort()).lostBy, { row: 'PHQ9-R1', chosen: null, from: 10, riseFrom: 5 })
  assert.equal((await as.sign()).status, 200)
  assert.deepEqual(await as.everywhere(), ['no', ...Array(4).fill('PHQ9-R1n'), 'not worse', 'PHQ9-R1n', 'PHQ9-R1n'])
  const chosen = { signedBy: 'Petra Prescriber', signedAt: app.clock.now }
  assert.deepEqual((await as.series())?.readBy, [{ row: 'PHQ9-R1n', chosen }])
  assert.deepEqual((await as.registry()).readBy, { row: 'PHQ9-R1n', chosen })
  assert.deepEqual((await as.cohort()).lostBy, { row: 'PHQ9-R1n', chosen, from: 10, riseFrom: 6 })
  const table = String((await as.owner.get('/api/cohort/table')).json)
  assert.match(table, /PHQ9-R1n, chosen by Petra Prescriber on \d{4}-\d\d-\d\d/)
})

test('RL-08 is raised by the rule in force and names it; an alert that was raised stays as it was', async () => {
  const [here, there] = [await clinic(), await clinic()]
  const said = async (as: typeof here) =>
    (await as.answer(2, 10)).flags.filter(({ id }) => id === 'RL-08').map(({ says }) => says)
  const [first] = await said(here)
  assert.match(first ?? '', /\(PHQ9-R1\)/)
  await there.sign()
  assert.deepEqual(await said(there), [])
  const alerts = () =>
    owning(app.db, (q) =>
      q.all<{ says: string; rule: string }>(
        sql`select says, inputs ->> 'relapseRule' as rule from alert where clinic_id = ${here.clinicId} and rule_id = 'RL-08'`,
      ),
    )
  const before = await alerts()
  assert.deepEqual([before.length, before[0]?.rule, before[0]?.says], [1, 'PHQ9-R1', first])
  await here.sign()
  assert.deepEqual(await alerts(), before)
})

test('is appended: what held before stays on record, the same twice is stored once, and the first can be chosen again', async () => {
  const as = await clinic()
  const first = choice()
  for (const sent of [first, first]) assert.equal((await as.prescriber.post(path, sent)).status, 200)
  assert.equal((await as.sign({ row: 'PHQ9-R1', why: 'Back to the default.' })).status, 200)
  assert.equal((await as.sign({ defines: 'pcl-5-change', row: 'PCL5-12', why: 'As our referrers count.' })).status, 200)
  const { signed } = (await as.therapist.get(path)).json as DefinitionsShown
  assert.deepEqual(
    signed.map(({ defines, row, why, signedAs, signedBy }) => [defines, row, why, signedAs, signedBy]),
    [
      ['pcl-5-change', 'PCL5-12', 'As our referrers count.', 'Petra Prescriber', 'Petra Prescriber'],
      ['phq-9-relapse', 'PHQ9-R1', 'Back to the default.', 'Petra Prescriber', 'Petra Prescriber'],
      ['phq-9-relapse', 'PHQ9-R1n', first.why, 'Petra Prescriber', 'Petra Prescriber'],
    ],
  )
  assert.equal((await as.series())?.relapse?.rule.id, 'PHQ9-R1')
  const act = { clinicId: as.clinicId, actor: system, action: 'test.change', at: start }
  for (const change of [sql`update outcome_definition set chosen = 'PHQ9-R1n'`, sql`delete from outcome_definition`])
    await assert.rejects(
      audited(app.db, act, (tx) => tx.run(change)),
      /permission denied/,
    )
  const written = await owning(app.db, (q) =>
    q.all(sql`select action from audit_entry where clinic_id = ${as.clinicId} and action = 'outcomes.definition'`),
  )
  assert.equal(written.length, 4)
})

test('nobody but a prescriber signs, and only for a row there is, with a reason and a name', async () => {
  const as = await clinic()
  for (const other of [as.monitor, as.frontDesk, as.owner, as.therapist])
    assert.equal((await other.post(path, choice())).status, 403)
  assert.equal((await as.frontDesk.get(path)).status, 403)
  for (const wrong of [
    { row: 'PHQ9-R9' },
    { row: 'PCL5-12' },
    { row: 6 },
    { defines: 'gad-7-change' },
    { why: 'no' },
    { signedAs: ' ' },
  ])
    assert.equal((await as.sign(wrong)).status, 422, JSON.stringify(wrong))
  assert.deepEqual(((await as.prescriber.get(path)).json as DefinitionsShown).signed, [])
})

test('another clinic reads by its own', async () => {
  const [here, there] = [await clinic(), await clinic()]
  await here.sign()
  assert.deepEqual(((await there.prescriber.get(path)).json as DefinitionsShown).signed, [])
  assert.deepEqual(
    [(await here.series())?.relapse?.rule.id, (await there.series())?.relapse?.rule.id],
    ['PHQ9-R1n', 'PHQ9-R1'],
  )
})

test('what is defined of a licensed questionnaire can be chosen only where the clinic brought its words', async () => {
  const as = await clinic()
  const madrs = { defines: 'madrs-remission', row: 'MADRS-12' }
  const offered = async () => ((await as.prescriber.get(path)).json as DefinitionsShown).defines
  assert.deepEqual(await offered(), ['phq-9-relapse', 'pcl-5-change'])
  assert.equal((await as.sign(madrs)).status, 422)
  const pack = packFor(measureById.madrs as Measure)
  const brought = await as.owner.post('/api/questionnaires/madrs/pack', { id: randomUUID(), pack, licenceHeld: true })
  assert.equal(brought.status, 200, JSON.stringify(brought.json))
  assert.deepEqual(await offered(), ['phq-9-relapse', 'pcl-5-change', 'madrs-remission', 'madrs-relapse'])
  assert.equal((await as.sign(madrs)).status, 200)
})

test('the database takes every row there is, and none that there is not', async () => {
  const as = await clinic()
  const insert = (defines: string, row: string) =>
    audited(app.db, { clinicId: as.clinicId, actor: system, action: 'test.rows', at: start }, (tx) =>
      tx.run(sql`insert into outcome_definition (clinic_id, id, defines, chosen, why, signed_as, signed_by, signed_at)
        values (evenkeel_clinic(), ${randomUUID()}, ${defines}, ${row}, 'why', 'name', ${as.prescriber.staffId}, ${start})`),
    )
  for (const one of defined) for (const { id } of definitionRows[one].rows) assert.equal(await insert(one, id), 1)
  await assert.rejects(insert('phq-9-relapse', 'PCL5-12'), /check/)
  await assert.rejects(insert('phq-9-relapse', 'PHQ9-R9'), /check/)
})

test('of two who choose upon the same row the second is told who was first; another definition is nobody’s concern', async () => {
  const as = await clinic()
  const other = await as.another(['prescriber'], 'Paul Prescriber')
  const shown = async () => (await as.prescriber.get(path)).json as DefinitionsShown
  const of = (defines: string) => definitionRows[defines as 'phq-9-relapse'].rows.map(({ id }) => id)
  const { marks, defines } = await shown()
  const seen = marks['phq-9-relapse']
  const elsewhere = defines.find((one) => one !== 'phq-9-relapse' && of(one).length > 1)
  assert.ok(elsewhere)
  assert.equal((await other.post(path, choice({ seen }))).status, 200)
  const late = await as.prescriber.post(path, choice({ row: of('phq-9-relapse')[0], seen }))
  assert.equal(late.status, 409)
  assert.deepEqual((late.json as { first: object }).first, { by: 'Paul Prescriber', at: app.clock.now })
  assert.deepEqual(
    (await shown()).signed.map(({ row }) => row),
    ['PHQ9-R1n'],
  )
  const apart = choice({ defines: elsewhere, row: of(elsewhere)[1], seen: marks[elsewhere] })
  assert.equal((await as.prescriber.post(path, apart)).status, 200)
  const again = choice({ row: of('phq-9-relapse')[0], seen: (await shown()).marks['phq-9-relapse'] })
  assert.equal((await as.prescriber.post(path, again)).status, 200)
})
