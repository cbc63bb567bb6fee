import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { evaluationOf } from '../evaluation/test.ts'
import type { Standing } from './standing.ts'
import { booked } from './test.ts'

const app = await testApp()

/** Somebody in a session, whose evaluation said this of pregnancy before it was determined anew. */
const inSession = async (pregnancy: string) => {
  const of = await booked(app)
  const { clinic, patientId, id } = of
  const path = `/api/patients/${patientId}`
  const { json } = await clinic.prescriber.get(`${path}/evaluation?route=im`)
  const evaluation = evaluationOf(clinic.prescriber, patientId, (json as { evaluation: { id: string } }).evaluation.id)
  app.clock.now = addMinutes(app.clock.now, 1)
  assert.equal((await evaluation.answer({ pregnancy })).status, 200)
  assert.equal((await evaluation.determine()).status, 200)
  const standing = async (): Promise<Standing> => {
    const shown = await clinic.monitor.get(`/api/sessions/${id}`)
    assert.equal(shown.status, 200)
    return (shown.json as { standing: Standing }).standing
  }
  return { clinic, path, standing, evaluation }
}

describe('whether pregnancy is possible, in a session', () => {
  test('comes with who said in the evaluation that it is not, and is no answer of today', async () => {
    const { standing } = await inSession('cannot become pregnant')
    const { notPossible, determination } = await standing()
    assert.equal(determination.inForce, true)
    assert.ok(notPossible?.by && notPossible.at)
  })

  test('says nothing where a test was negative: that is of its day', async () => {
    const { standing } = await inSession('test negative')
    assert.equal((await standing()).notPossible, undefined)
  })

  test('says nothing any more once a pregnancy stands on the list', async () => {
    const { clinic, path, standing } = await inSession('cannot become pregnant')
    app.clock.now = addMinutes(app.clock.now, 1)
    const fact = { words: 'Pregnant', code: 'Z33.1', status: 'active' }
    assert.equal(
      (await clinic.monitor.post(`${path}/problems`, { change: 'recorded', id: randomUUID(), fact })).status,
      200,
    )
    assert.equal((await standing()).notPossible, undefined)
  })

  test('says nothing once the answer was taken back', async () => {
    const { standing, evaluation } = await inSession('cannot become pregnant')
    app.clock.now = addMinutes(app.clock.now, 1)
    assert.equal((await evaluation.answer({ pregnancy: null })).status, 200)
    assert.equal((await standing()).notPossible, undefined)
  })
})
