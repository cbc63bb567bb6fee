import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { reading } from '../../database/read.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { determinationInForce } from './queries.ts'
import { evaluated, evaluationOf, noToAll, nothingFound } from './test.ts'

const app = await testApp()
const tick = () => {
  app.clock.now = addMinutes(app.clock.now, 1)
}
describe('a determination is reopened', () => {
  const add = (fact: object) => ({ change: 'recorded', id: randomUUID() as string, fact })
  for (const [what, act, because] of [
    ['a corrected answer', (of) => of.answer({ pastPsychosis: true }), /CI-02b was not met and is met/],
    ['a pregnancy', (of) => of.answer({ pregnancy: 'pregnant' }), /CI-05a was not met and is met/],
    ['an answer taken back', (of) => of.answer({ pregnancy: null }), /CI-05a was not met and is unknown/],
    ['a raised pressure', (of) => of.answer({ systolic: 150 }), /CI-01a/],
    ['an acute suicide screen', (of) => of.screen({ ...noToAll, '5': 'yes' }, app.clock.now), /CI-24/],
    [
      'an absolute contraindication',
      (of, as) => as.post(`${of.path}/allergies`, add({ substance: 'Ketamine', reaction: 'Hives' })),
      /CI-12 was not met and is met/,
    ],
    [
      'a problem with a code',
      (of, as) => as.post(`${of.path}/problems`, add({ words: 'Aneurysm', code: 'I71.4', status: 'active' })),
      /CI-10/,
    ],
    [
      'a problem without a code',
      (of, as) => as.post(`${of.path}/problems`, add({ words: 'Something new', status: 'active' })),
      /list of problems/,
    ],
    ['a new medicine', (of, as) => as.post(`${of.path}/medicines`, add({ name: 'Samplomycin' })), /list of medicines/],
  ] as [
    string,
    (
      of: Awaited<ReturnType<typeof evaluated>>,
      as: Awaited<ReturnType<typeof app.clinicWith>>['monitor'],
    ) => Promise<{ status: number }>,
    RegExp,
  ][]) {
    test(`by ${what}`, async () => {
      const as = await app.clinicWith()
      const of = await evaluated(as.prescriber, app.clock.now)
      assert.equal((await of.determine()).status, 200)
      assert.equal((await of.read()).standing.state, 'in force')
      tick()
      assert.equal((await act(of, as.monitor)).status, 200)
      const { state, because: reasons } = (await of.read()).standing
      assert.equal(state, 'reopened')
      assert.match(reasons.join(' '), because)
      assert.equal(
        (await reading(app.db, as, (q) => determinationInForce(q, of.patientId, 'im', app.clock.now))).state,
        'reopened',
      )
    })
  }

  test('and stands again only after a new determination', async () => {
    const as = await app.clinicWith()
    const of = await evaluated(as.prescriber, app.clock.now)
    await of.determine()
    tick()
    await as.monitor.post(`${of.path}/medicines`, add({ name: 'Samplomycin' }))
    assert.equal((await of.read()).standing.state, 'reopened')
    assert.equal((await of.determine()).status, 200)
    assert.equal((await of.read()).standing.state, 'in force')
  })

  test('by a birthday', async () => {
    const as = await app.clinicWith()
    const { id: patientId } = await registered(as.prescriber, { birthDate: '1961-12-24' })
    const evaluationId: string = randomUUID()
    await as.prescriber.post(`/api/patients/${patientId}/evaluation`, { id: evaluationId })
    const of = evaluationOf(as.prescriber, patientId, evaluationId)
    await of.answer(nothingFound)
    await of.screen(noToAll, app.clock.now)
    assert.equal((await of.determine()).status, 200)
    const state = async (now: string) =>
      (await reading(app.db, as, (q) => determinationInForce(q, patientId, 'im', now as typeof app.clock.now))).state
    assert.equal(await state('2026-12-24T04:59:00.000Z'), 'in force')
    assert.equal(await state('2026-12-24T05:01:00.000Z'), 'reopened')
  })
})
