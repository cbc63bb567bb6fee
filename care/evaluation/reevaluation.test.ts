import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { sql } from '../../database/sql.ts'
import { addDays, Day } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { stepsFrom } from '../chart/chart.ts'
import { type Determination, wrongDay } from './determination.ts'
import type { InForce } from './in-force.ts'
import type { Overdue } from './queries-of-overdue.ts'
import { reevaluation } from './reevaluation.ts'
import { evaluated, evaluationOf } from './test.ts'

const app = await testApp()
const day = (text: string) => Day.parse(text)

describe('the day to evaluate again', () => {
  test('is late from the day after, and not set is never on time', () => {
    assert.equal(reevaluation(day('2026-12-01'), day('2026-12-01')), 'ahead')
    assert.equal(reevaluation(day('2026-12-01'), day('2026-12-02')), 'overdue')
    assert.equal(reevaluation(null, day('2026-12-02')), 'not set')
  })

  test('is asked for where treatment is suitable, and must lie ahead wherever it is given', () => {
    const today = day('2026-12-01')
    assert.ok(wrongDay('suitable', null, today))
    assert.equal(wrongDay('not yet', null, today), undefined)
    for (const outcome of ['suitable', 'not yet', 'not suitable'] as const) {
      assert.ok(wrongDay(outcome, today, today))
      assert.equal(wrongDay(outcome, day('2026-12-02'), today), undefined)
    }
  })

  test('is refused when missing or past, with the field; and kept with the determination', async () => {
    const as = await app.clinicWith()
    const { determine, read } = await evaluated(as.prescriber, app.clock.now)
    for (const reevaluateBy of [null, '2020-01-01']) {
      const { status, json } = await determine({ reevaluateBy })
      assert.equal(status, 422)
      assert.ok((json as { fields: Record<string, string> }).fields.reevaluateBy)
    }
    assert.equal((await read()).standing.state, 'none')
    assert.equal((await determine({ reevaluateBy: '2099-06-30' })).status, 200)
    const { standing, determinations } = await read()
    assert.equal(standing.determination?.reevaluateBy, '2099-06-30')
    assert.equal(determinations[0]?.reevaluateBy, '2099-06-30')
  })

  test('once passed is listed for the staff with whose it is, own ones first, until it is determined anew or ended', async () => {
    const as = await app.clinicWith()
    const listed = async (who = as.prescriber) => {
      const { status, json } = await who.get('/api/evaluations/overdue')
      assert.equal(status, 200, JSON.stringify(json))
      return (json as { overdue: Overdue[] }).overdue
    }
    const [first, second] = [
      await evaluated(as.prescriber, app.clock.now),
      await evaluated(as.prescriber, app.clock.now),
    ]
    const other = await as.another(['prescriber'], 'Pia Prescriber')
    await first.determine()
    const theirs = evaluationOf(other, second.patientId, second.evaluationId)
    await theirs.determine({ reevaluateBy: '2099-06-30' })
    assert.deepEqual(await listed(), [])
    const past = (date: string) =>
      audited(app.db, { clinicId: as.clinicId, actor: system, action: 'test.past', at: app.clock.now }, (tx) =>
        Promise.all(
          [
            [first.patientId, addDays(day(date), 1)],
            [second.patientId, day(date)],
          ].map(([patientId, by]) =>
            tx.run(sql`
              insert into determination select clinic_id, gen_random_uuid(), patient_id, evaluation_id, route, outcome,
                reasons, findings, addressed, lists, false, id, decided_at, decided_by, ${by}::date
              from determination where patient_id = ${patientId}`),
          ),
        ),
      )
    await past('2020-01-01')
    assert.deepEqual(
      (await listed()).map(({ patientId, by, owner }) => [patientId, by, owner]),
      [
        [first.patientId, '2020-01-02', 'Petra Prescriber'],
        [second.patientId, '2020-01-01', 'Pia Prescriber'],
      ],
    )
    assert.deepEqual((await listed(as.monitor)).length, 2)
    assert.equal((await as.frontDesk.get('/api/evaluations/overdue')).status, 403)
    assert.equal((await first.determine()).status, 200)
    const reason = 'Goes elsewhere.'
    await as.prescriber.post(`${second.path}/evaluation/close`, { evaluationId: second.evaluationId, reason })
    assert.deepEqual(await listed(), [])
  })

  test('once passed is seen on the chart, and takes nothing back that was determined', () => {
    const made = { reevaluateBy: day('2026-12-01') } as Determination
    const at = (today: string, state: InForce['state'] = 'in force') =>
      stepsFrom({
        evaluating: true,
        determination: { state, because: [], determination: made },
        today: day(today),
        consent: { state: 'countersigned', inForce: true, because: '' },
        plan: { state: 'none', inForce: false, because: '' },
        course: undefined,
      })
    const [onTheDay, after, reopened] = [at('2026-12-01'), at('2026-12-02'), at('2026-12-02', 'reopened')]
    assert.deepEqual([onTheDay[0]?.state, onTheDay[0]?.because], ['done', []])
    assert.equal(after[0]?.state, 'now')
    assert.match(String(after[0]?.because), /December 1, 2026/)
    assert.equal(reopened[0]?.state, 'held')
    assert.match(String(reopened[0]?.because), /December 1, 2026/)
    assert.deepEqual(after.slice(1), onTheDay.slice(1))
  })
})
