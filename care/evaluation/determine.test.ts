import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../database/read.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { seenOf } from './determination.ts'
import { determinationInForce } from './queries.ts'
import { evaluated, evaluationOf, nothingFound } from './test.ts'

const app = await testApp()
const tick = () => {
  app.clock.now = addMinutes(app.clock.now, 1)
}
type Refused = {
  says: string
  fields: Record<string, string>
  because: { id: string }[]
  first?: { by: string; at: string }
}
const refusal = ({ json }: { json: unknown }) => json as Refused

describe('a determination', () => {
  test('of suitable stands once nothing is met and nothing unknown', async () => {
    const as = await app.clinicWith()
    const { patientId, determine, read } = await evaluated(as.prescriber, app.clock.now)
    const made = await determine()
    assert.equal(made.status, 200, JSON.stringify(made.json))
    assert.equal((await read()).standing.state, 'in force')
    const found = await reading(app.db, as, (q) => determinationInForce(q, patientId, 'im', app.clock.now))
    assert.equal(found.state, 'in force')
    assert.equal(found.determination?.by, 'Petra Prescriber')
    for (const other of ['iv', 'lozenge', 'esketamine'] as const) {
      assert.equal(
        (await reading(app.db, as, (q) => determinationInForce(q, patientId, other, app.clock.now))).state,
        'none',
      )
    }
  })

  test('of suitable is held while something is unknown and not spoken to', async () => {
    const as = await app.clinicWith()
    const { determine, read } = await evaluated(as.prescriber, app.clock.now, {})
    const held = await determine()
    assert.equal(held.status, 423)
    const { findings } = await read()
    const unknowns = findings.filter(({ answer, holds }) => answer === 'unknown' && holds).map(({ rule }) => rule)
    assert.deepEqual(
      refusal(held).because.map(({ id }) => id),
      unknowns,
    )
    assert.match(refusal(held).fields['addressed.CI-05a'] ?? '', /not known/)
    const allButOne = Object.fromEntries(unknowns.slice(1).map((rule) => [rule, 'Known from the referral']))
    assert.equal((await determine({ addressed: allButOne })).status, 423)
    assert.equal((await read()).standing.state, 'none')
  })

  for (const outcome of ['not suitable', 'not yet']) {
    test(`of ${outcome} needs one reason and no more`, async () => {
      const as = await app.clinicWith()
      const { determine, read } = await evaluated(as.prescriber, app.clock.now, {})
      assert.equal((await determine({ outcome, reasons: ' ' })).status, 422)
      assert.equal((await determine({ outcome })).status, 200)
      assert.equal((await read()).standing.state, outcome)
    })
  }

  test('is a prescriber’s', async () => {
    const as = await app.clinicWith()
    const { determine } = await evaluated(as.monitor, app.clock.now)
    assert.equal((await determine({ outcome: 'not yet' })).status, 403)
  })

  test('with an absolute finding waits for a second act by somebody else', async () => {
    const as = await app.clinicWith()
    const other = await as.another(['prescriber'], 'Pia Prescriber')
    const { patientId, evaluationId, determine, read, confirm } = await evaluated(as.prescriber, app.clock.now, {
      ...nothingFound,
      pressureRiseHazard: true,
    })
    const made = await determine({ addressed: { 'CI-01b': 'Discussed with the cardiologist; monitored.' } })
    assert.deepEqual([made.status, (made.json as { needsConfirmation: boolean }).needsConfirmation], [200, true])
    assert.equal((await read()).standing.state, 'awaiting confirmation')
    const { id } = made.json as { id: string }
    assert.equal((await confirm(id)).status, 403)
    assert.equal((await read()).standing.state, 'awaiting confirmation')
    const theirs = evaluationOf(other, patientId, evaluationId)
    assert.equal((await theirs.confirm(id, { reason: '' })).status, 422)
    assert.equal((await theirs.confirm(id)).status, 200)
    const { standing } = await read()
    assert.equal(standing.state, 'in force')
    assert.equal(standing.determination?.confirmation?.by, 'Pia Prescriber')
    assert.equal(standing.determination?.confirmation?.bySamePerson, false)
    assert.equal((await theirs.confirm(id, { answer: 'not confirmed' })).status, 409)
  })

  test('alone in a clinic is confirmed by the same person in a step of its own, and says so', async () => {
    const as = await app.clinicWith()
    const { determine, read, confirm } = await evaluated(as.prescriber, app.clock.now, {
      ...nothingFound,
      ketamineMisuse: true,
    })
    const { id } = (await determine({ addressed: { 'CI-03b': 'Single use in 2009.' } })).json as { id: string }
    assert.equal((await read()).standing.state, 'awaiting confirmation')
    assert.equal((await confirm(id)).status, 200)
    const { standing } = await read()
    assert.equal(standing.state, 'in force')
    assert.equal(standing.determination?.confirmation?.bySamePerson, true)
  })

  test('is not confirmed upon findings that have changed since', async () => {
    const as = await app.clinicWith()
    const { determine, read, confirm, answer } = await evaluated(as.prescriber, app.clock.now, {
      ...nothingFound,
      ketamineMisuse: true,
    })
    const { id } = (await determine({ addressed: { 'CI-03b': 'Single use in 2009.' } })).json as { id: string }
    await answer({ currentPsychosis: true })
    assert.equal((await read()).standing.state, 'reopened')
    const refused = await confirm(id)
    assert.equal(refused.status, 409)
    assert.match(refusal(refused).says, /CI-02a/)
  })

  test('that was not confirmed never counts', async () => {
    const as = await app.clinicWith()
    const { determine, read, confirm } = await evaluated(as.prescriber, app.clock.now, {
      ...nothingFound,
      ketamineMisuse: true,
    })
    const { id } = (await determine({ addressed: { 'CI-03b': 'Single use in 2009.' } })).json as { id: string }
    await confirm(id, { answer: 'not confirmed' })
    assert.equal((await read()).standing.state, 'not confirmed')
  })

  test('without an absolute finding takes no confirmation', async () => {
    const as = await app.clinicWith()
    const { determine, confirm } = await evaluated(as.prescriber, app.clock.now)
    assert.equal((await confirm(((await determine()).json as { id: string }).id)).status, 409)
  })

  test('tells the second of two prescribers who determine at once who was first, and when', async () => {
    const as = await app.clinicWith()
    const other = await as.another(['prescriber'], 'Pia Prescriber')
    const one = await evaluated(as.prescriber, app.clock.now)
    const two = evaluationOf(other, one.patientId, one.evaluationId)
    // Both saw none: on a busy machine the second might read only when the first is through.
    const replies = await Promise.all([one, two].map(({ determine }) => determine({ replaces: null })))
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
    const told = replies.find(({ status }) => status === 409)
    assert.match(told ? refusal(told).says : '', /(Petra|Pia) Prescriber has recorded a determination/)
    assert.equal(told ? refusal(told).first?.at : '', app.clock.now)
    assert.equal((await one.read()).determinations.length, 1)
  })

  test('upon findings that changed meanwhile is refused, with what changed', async () => {
    const as = await app.clinicWith()
    const { determine, read, answer } = await evaluated(as.prescriber, app.clock.now)
    const seen = (await read()).findings.map(seenOf)
    await answer({ currentPsychosis: true })
    const refused = await determine({ seen })
    assert.equal(refused.status, 409)
    assert.deepEqual(
      refusal(refused).because.map(({ id }) => id),
      ['CI-02a'],
    )
  })

  for (const [what, before, after, rule] of [
    ['another pressure', { systolic: 152 }, { systolic: 188 }, 'CI-01a'],
    ['another class', { asaClass: 4 }, { asaClass: 5 }, 'CI-08'],
  ] as const)
    test(`upon ${what} than the screen showed is refused, although the finding is met either way`, async () => {
      const as = await app.clinicWith()
      const { determine, read, answer } = await evaluated(as.prescriber, app.clock.now)
      await answer(before)
      const addressed = { [rule]: 'Usual for them.' }
      const seen = (await read()).findings.map(seenOf)
      assert.equal((await answer(after)).status, 200)
      const refused = await determine({ seen, addressed })
      assert.deepEqual([refused.status, refusal(refused).because.map(({ id }) => id)], [409, [rule]])
      assert.equal((await determine({ addressed })).status, 200)
    })

  test('upon a second medicine that the screen did not show yet is refused', async () => {
    const as = await app.clinicWith()
    const { determine, read, path } = await evaluated(as.prescriber, app.clock.now)
    const take = (name: string) =>
      as.monitor.post(`${path}/medicines`, { change: 'recorded', id: randomUUID(), fact: { name } })
    await take('Xanax')
    const seen = (await read()).findings.map(seenOf)
    await take('lorazepam')
    const refused = await determine({ seen, addressed: { 'DDI-01': 'Watched closely.' } })
    assert.deepEqual([refused.status, refusal(refused).because.map(({ id }) => id)], [409, ['DDI-01']])
  })

  test('sent twice is one', async () => {
    const as = await app.clinicWith()
    const { determine, read } = await evaluated(as.prescriber, app.clock.now)
    const again = { id: randomUUID(), replaces: null }
    assert.deepEqual([(await determine(again)).status, (await determine(again)).status], [200, 200])
    assert.equal((await read()).determinations.length, 1)
  })

  test('replaces the earlier one, which stays readable', async () => {
    const as = await app.clinicWith()
    const { determine, read } = await evaluated(as.prescriber, app.clock.now)
    await determine({ outcome: 'not yet', reasons: 'Waiting for the letter' })
    tick()
    assert.equal((await determine()).status, 200)
    const { determinations, standing } = await read()
    assert.deepEqual(
      determinations.map(({ outcome, reasons }) => [outcome, reasons.length > 0]),
      [
        ['suitable', true],
        ['not yet', true],
      ],
    )
    assert.equal(standing.state, 'in force')
  })
})
