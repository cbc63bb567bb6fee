import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { sql } from '../../database/sql.ts'
import { Day } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { againFindings } from './standing.ts'
import { checked } from './test.ts'

const day = (text: string) => Day.parse(text)
const found = (by: Day | null | undefined, today: string) =>
  againFindings(
    {
      determination: { inForce: true, because: '', reopened: false, ...(by === undefined ? {} : { again: { by } }) },
      consent: { inForce: true, because: '' },
      plan: { inForce: true, because: '' },
    },
    day(today),
  ).map(({ rule, answer, holds }) => [rule, answer, holds])

test('the day to evaluate again is kept on that day, and holds a dose from the day after and where none was set', () => {
  assert.deepEqual(found(day('2026-12-01'), '2026-12-01'), [['SB-5', 'met', false]])
  assert.deepEqual(found(day('2026-12-01'), '2026-12-02'), [['SB-5', 'not met', true]])
  assert.deepEqual(found(null, '2026-12-02'), [['SB-5', 'not met', true]])
  assert.deepEqual(found(undefined, '2026-12-02'), [], 'without a determination in force SB-1 says so')
})

test('the day to evaluate again is said as people say a day', () => {
  const standing = { inForce: true, because: '' }
  const determination = { ...standing, reopened: false, again: { by: day('2027-05-30') } }
  const [finding] = againFindings({ determination, consent: standing, plan: standing }, day('2026-12-01'))
  assert.match(finding?.says ?? '', /May 30, 2027/)
})

test('at clearance it is shown with its day and waits for the prescriber’s reason, which stays with the decision', async () => {
  const app = await testApp()
  const at = await checked(app)
  const act = { clinicId: at.clinic.clinicId, actor: system, action: 'test.past', at: app.clock.now }
  await audited(app.db, act, (tx) =>
    tx.run(sql`
      insert into determination select clinic_id, gen_random_uuid(), patient_id, evaluation_id, route, outcome, reasons,
        findings, addressed, lists, false, id, decided_at, decided_by, '2020-06-30'::date
      from determination where patient_id = ${at.patientId}`),
  )
  const held = await at.clear()
  assert.equal(held.status, 423)
  assert.match(JSON.stringify(held.json), /SB-5.*June 30, 2020/)
  const reason = 'Seen last week; the letter is on its way.'
  assert.equal((await at.clear([{ rule: 'SB-5', reason }])).status, 200)
  const { events } = await at.read()
  assert.ok(JSON.stringify(events.find(({ kind }) => kind === 'cleared')).includes(reason))
})
