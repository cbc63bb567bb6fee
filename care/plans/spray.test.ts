import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { missedGuidance } from '../../science/routes/esketamine-course.ts'
import { testApp } from '../../server/test.ts'
import { consented } from '../consent/test.ts'
import { wrongForRoute } from './spray.ts'
import { aPlan, determined, planned, prescribed, spray } from './test.ts'

const complete = { ...spray, indication: 'resistant depression', phase: 'induction' } as const
const suicidal = { ...complete, indication: 'depression with acute suicidal thoughts' } as const

describe('a plan for the nasal spray', () => {
  const cases: [Parameters<typeof wrongForRoute>[1], string[]][] = [
    [{ doseMg: 56, spray: complete }, []],
    [{ doseMg: 84, spray: complete }, []],
    [{ doseMg: 28, spray: complete }, ['doseMg']],
    [{ doseMg: 70, spray: complete }, ['doseMg']],
    [{ doseMg: 84, spray: { ...complete, withAntidepressant: false } }, []],
    [{ doseMg: 84, spray: suicidal }, []],
    [{ doseMg: 84, spray: { ...suicidal, withAntidepressant: false } }, ['spray.withAntidepressant']],
    [{ doseMg: 84, spray: undefined }, ['spray.indication']],
  ]
  for (const [plan, fields] of cases)
    test(`${JSON.stringify(plan)} is wrong in ${fields.join() || 'nothing'}`, () =>
      assert.deepEqual(Object.keys(wrongForRoute('esketamine', plan)), fields))
  test('and no other says what only the spray has', () => {
    assert.deepEqual(Object.keys(wrongForRoute('iv', { doseMg: 40, infusionMinutes: 40, spray: complete })), ['spray'])
    assert.deepEqual(wrongForRoute('iv', { doseMg: 40, infusionMinutes: 40 }), {})
  })

  test('is signed with what it says, and refused beside the field', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    const { patientId } = await determined(clinic, app.clock.now, undefined, 'esketamine')
    await consented(clinic, app.holding, patientId, 'esketamine')
    const of = `/api/patients/${patientId}/plan?route=esketamine`
    const send = (more: object) => clinic.prescriber.post(of, aPlan({ prescribed: prescribed(more) }))
    const wrong = await send({ doseMg: 60, spray })
    assert.deepEqual(
      [wrong.status, Object.keys((wrong.json as { fields: object }).fields)],
      [422, ['prescribed.doseMg']],
    )
    assert.equal((await send({ doseMg: 56, spray: { ...spray, remsEnrolled: null } })).status, 422, 'not known')
    assert.equal((await send({ doseMg: 56, spray })).status, 200)
    const { json } = await clinic.prescriber.get(`/api/patients/${patientId}/plan?route=im`)
    const { route, stands } = json as { route: string; stands: { version: { spray: object } } }
    assert.deepEqual([route, stands.version.spray], ['esketamine', spray])
  })

  test('sent again is there once; with anything else of the spray it is another', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    const { patientId } = await determined(clinic, app.clock.now, undefined, 'esketamine')
    await consented(clinic, app.holding, patientId, 'esketamine')
    const plan = aPlan({ prescribed: prescribed({ doseMg: 56, spray }) })
    const send = async (more: object = {}) => {
      const body = { ...plan, prescribed: prescribed({ doseMg: 56, spray: { ...spray, ...more } }) }
      return (await clinic.prescriber.post(`/api/patients/${patientId}/plan?route=esketamine`, body)).status
    }
    assert.deepEqual([await send(), await send(), await send({ withAntidepressant: false })], [200, 200, 409])
  })

  test('that does not say enrolled and certified books nothing, and nobody can go past that', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    const roomId = randomUUID()
    await clinic.owner.post('/api/rooms', { id: roomId, name: 'Room 1' })
    const more = { doseMg: 56, spray: { ...spray, remsEnrolled: false } }
    const { patientId } = await planned(clinic, app.holding, app.clock.now, more, 'esketamine')
    const local = Temporal.Instant.from(app.clock.now).toZonedDateTimeISO('America/New_York')
    const reply = await clinic.prescriber.post('/api/sessions', {
      id: randomUUID(),
      eventId: randomUUID(),
      patientId,
      roomId,
      day: local.toPlainDate().toString(),
      time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
      minutes: 150,
      responsibleId: clinic.monitor.staffId,
    })
    const { because } = reply.json as { because: { id: string }[] }
    assert.deepEqual([reply.status, because.map(({ id }) => id)], [423, ['RL-30']])
  })
})

test('a missed session shows what its phase and the gap say (A4)', () => {
  const ids = (...at: Parameters<typeof missedGuidance>) => missedGuidance(...at).map(({ id }) => id)
  assert.deepEqual(ids('induction', 5), ['ESK-MISS-1'])
  assert.deepEqual(ids('maintenance', 28), ['ESK-MISS-2'])
  assert.deepEqual(ids('maintenance', 29), ['ESK-MISS-2', 'ESK-MISS-3'])
})
