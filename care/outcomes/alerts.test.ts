import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { readAnswers, readTotal } from '../../clinic/responses/instruments.ts'
import { type AlertShown, listAlertsOf } from '../../clinic/safety/queries.ts'
import { reading } from '../../database/read.ts'
import { measureById } from '../../science/instruments/catalogue.ts'
import type { Answers, Instrument } from '../../science/instruments/instrument.ts'
import { addMinutes, Instant, minutesBetween } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { asqNo, phq9Answers, treated } from './test.ts'

// Section 8 of the questionnaires' reference, rule by rule: what raises it, and that it is a task.
// Q2 is in silence.test.ts, U1 in bladder.test.ts, D1 in the release gate of care/sessions.
const app = await testApp()
const now = Instant.parse('2026-11-23T17:00:00.000Z')

const clinic = async (sex?: string) => {
  app.clock.now = now
  const as = await app.clinicWith()
  const { id: patientId } = await registered(as.prescriber, sex ? { sex } : {})
  const enter = async (instrument: string, said: object, answeredAt: string = now) => {
    const sent = { id: randomUUID(), instrument, answeredAt, contextKind: 'between', ...said }
    const { status, json } = await as.monitor.post(`/api/patients/${patientId}/responses`, sent)
    assert.equal(status, 200, JSON.stringify(json))
  }
  const alerts = (): Promise<AlertShown[]> =>
    reading(app.db, { clinicId: as.clinicId }, (q) => listAlertsOf(q, patientId, app.clock.now))
  const raised = async () => (await alerts()).map(({ ruleId, level }) => `${ruleId} ${level}`).sort()
  return { ...as, patientId, enter, alerts, raised }
}

const minutesOf = { urgent: 15, high: 60, review: 1440 } as const
const pcl5 = (risks: number) => ({ ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i + 1, 0])), 16: risks })
const mania = (perception: string) => ({ mood: 'no', sleep: 'no', energy: 'no', perception })

describe('an answer raises', () => {
  const rows: [string, object, string[], string?][] = [
    ['phq-9', { answers: phq9Answers(3, 0) }, []],
    ['phq-9', { answers: phq9Answers(3, 1) }, ['S1 high']],
    ['phq-9', { answers: phq9Answers(3, 2) }, ['S1 urgent']],
    ['phq-9', { answers: phq9Answers(3, null) }, ['S2 review']],
    ['phq-2-and-9', { answers: { 1: 0, 2: 0, 9: 1 } }, ['S1 high']],
    ['phq-2-and-9', { answers: { 1: 3, 2: 3 } }, ['S2 review']],
    ['asq', { answers: asqNo }, []],
    ['asq', { answers: { ...asqNo, '4': 'yes', '5': 'no' } }, ['S6 high']],
    ['asq', { answers: { ...asqNo, '1': 'yes', '5': 'yes' } }, ['S6 urgent']],
    ['asq', { answers: { ...asqNo, '2': 'declined' } }, ['S2 review']],
    ['pcl-5', { answers: pcl5(2) }, []],
    ['pcl-5', { answers: pcl5(3) }, ['S7 review']],
    ['mania-psychosis-check', { answers: mania('unchanged') }, []],
    ['mania-psychosis-check', { answers: mania('new') }, ['M2 review']],
    ['asrm', { total: 5 }, []],
    ['asrm', { total: 6 }, ['M2 review']],
    ['ymrs', { total: 12 }, []],
    ['ymrs', { total: 13 }, ['M2 review']],
    ['audit-c', { answers: { 1: 1, 2: 1, 3: 1 } }, [], 'male'],
    ['audit-c', { answers: { 1: 1, 2: 1, 3: 1 } }, ['A1 review'], 'female'],
    ['audit-c', { answers: { 1: 1, 2: 1, 3: 1 } }, ['A1 review']],
    ['dast-10', { total: 2 }, []],
    ['dast-10', { total: 3 }, ['A1 review']],
    ['phq-9', { answers: phq9Answers(10), total: 10 }, []],
    ['phq-9', { answers: phq9Answers(10), total: 13 }, ['Q1 review']],
  ]
  for (const [instrument, said, expected, sex] of rows)
    test(`${instrument} ${JSON.stringify(said)}${sex ? `, ${sex}` : ''}: ${expected.join() || 'nothing'}`, async () => {
      const as = await clinic(sex)
      await as.enter(instrument, said)
      assert.deepEqual(await as.raised(), expected)
      for (const { level, raisedAt, dueAt, ownerRole, says, source, standing } of await as.alerts()) {
        assert.equal(minutesBetween(raisedAt, dueAt), minutesOf[level], 'it has a clock')
        assert.ok(ownerRole, 'and an owner')
        assert.equal(standing.state, 'waiting')
        assert.ok(says.length > 10 && source?.label, 'it says why, and from where')
      }
    })

  test('what needs a licence: C-SSRS by its triage, MDQ, and the single questions of S7', () => {
    const flags = (id: string, answers: Answers) =>
      readAnswers(measureById[id] as Instrument, answers).flags.map((flag) => `${flag.id} ${flag.level}`)
    const cssrs = (yes: string[], six = 'never') =>
      flags('c-ssrs-screener', {
        ...Object.fromEntries(['1', '2', '3', '4', '5'].map((id) => [id, yes.includes(id) ? 'yes' : 'no'])),
        6: six,
      })
    assert.deepEqual(cssrs(['1']), ['S5 review'])
    assert.deepEqual(cssrs(['1', '2']), ['S5 review'])
    assert.deepEqual(cssrs(['1', '2', '3']), ['S4 high'])
    assert.deepEqual(cssrs([], 'more than 3 months ago'), ['S4 high'])
    assert.deepEqual(cssrs(['1', '2', '3', '4']), ['S3 urgent'])
    assert.deepEqual(cssrs(['2', '5']), ['S3 urgent'])
    assert.deepEqual(cssrs([], 'in the past 3 months'), ['S3 urgent'])
    const total = (id: string, value: number) => {
      const measure = measureById[id]
      const read = measure && readTotal(measure, value)
      return typeof read === 'object' ? read.flags.map((flag) => flag.id) : read
    }
    assert.deepEqual(total('ymrs', 13), ['M2'])
  })

  test('a total alone does not say what a patient answered about suicide, so somebody looks at the paper; zero does', () => {
    const flags = (id: string, value: number) => {
      const measure = measureById[id]
      const read = measure && readTotal(measure, value)
      return typeof read === 'object' ? read.flags.map((flag) => `${flag.id} ${flag.level}`) : read
    }
    for (const id of ['phq-9', 'epds', 'qids-sr16', 'madrs-s'])
      assert.deepEqual([flags(id, 0), flags(id, 1)], [[], ['S2 review']], id)
    // A clinician who rated it knows the answer, and was asked to look at the paper while typing.
    assert.deepEqual([flags('madrs', 20), flags('ham-d17', 20), flags('gad-7', 20)], [[], [], []])
  })
})

describe('the course raises', () => {
  const course = async (...scores: [days: number, total: number][]) => {
    const as = await clinic()
    const { clinicId, patientId } = as
    for (const days of [20, 17, 13, 10])
      await treated(app.db, {
        clinicId,
        patientId,
        staffId: as.prescriber.staffId,
        dosedAt: addMinutes(now, -days * 1440),
      })
    for (const [days, total] of scores)
      await as.enter('phq-9', { answers: phq9Answers(total) }, addMinutes(now, -days * 1440))
    return as.raised()
  }
  test('N1 as a suicide-risk check (RL-08): a fifth lower after the fourth dose is enough, less is not', async () => {
    assert.deepEqual(await course([21, 20], [1, 16]), [])
    assert.deepEqual(await course([21, 20], [1, 17]), ['RL-08 review'])
  })
  test('R1, wear-off, as the same check, sooner', async () => {
    assert.deepEqual(await course([21, 20], [9, 4], [1, 9]), ['RL-06 high'])
    assert.deepEqual(await course([21, 20], [9, 4], [1, 10]), ['RL-06 high', 'RL-08 high'])
  })
  test('W1 when no single step shows it, and RL-06 when one does', async () => {
    assert.deepEqual(
      (await course([21, 10], [6, 14], [1, 15])).filter((rule) => !rule.startsWith('RL-08')),
      ['W1 review'],
    )
    assert.ok((await course([21, 10], [1, 15])).includes('RL-06 high'))
  })
  test('Q1 when one day has two that do not say the same; the same twice, and another day, are no error', async () => {
    const two = async (minutes: number, total: number) => {
      const as = await clinic()
      await as.enter('phq-9', { answers: phq9Answers(10) }, addMinutes(now, -minutes))
      await as.enter('phq-9', { answers: phq9Answers(total) })
      return as.raised()
    }
    assert.deepEqual(await two(60, 11), ['Q1 review'])
    assert.deepEqual(await two(60, 10), [])
    assert.deepEqual(await two(1440, 11), [])
  })
})
