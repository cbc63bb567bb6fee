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
      /problem list/,
    ],
    [
      'a medicine that is not recognised',
      (of, as) => as.post(`${of.path}/medicines`, add({ name: 'Samplomycin' })),
      /^Not recognized, or not known which one: Samplomycin\. This leaves these unknown: DDI-01, DDI-02,.*DDI-18\.$/,
    ],
    [
      'a medicine, in the finding that it touches and no other',
      (of, as) => as.post(`${of.path}/medicines`, add({ name: 'Xanax 0.5 mg' })),
      /^DDI-01 was not met and is met: Takes a benzodiazepine[^D]*$/,
    ],
    [
      'a problem with a code that opens a question',
      (of, as) => as.post(`${of.path}/problems`, add({ words: 'Pregnant', code: 'Z33.1', status: 'active' })),
      /^CI-05a was not met and is unknown/,
    ],
    [
      'an allergy that nobody here recognises',
      (of, as) => as.post(`${of.path}/allergies`, add({ substance: 'ketemine', reaction: '' })),
      /^CI-12 was not met and is unknown/,
    ],
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

  for (const [what, list, fact] of [
    ['a recognised medicine', 'medicines', { name: 'Metformin 500 mg' }],
    ['a problem', 'problems', { words: 'Psoriasis', code: 'L40.0', status: 'active' }],
    ['an allergy', 'allergies', { substance: 'Penicillin', reaction: 'Rash' }],
  ] as const)
    test(`not by ${what} that touches no finding`, async () => {
      const as = await app.clinicWith()
      const of = await evaluated(as.prescriber, app.clock.now)
      assert.equal((await of.determine()).status, 200)
      tick()
      assert.equal((await as.monitor.post(`${of.path}/${list}`, add(fact))).status, 200)
      assert.deepEqual((await of.read()).standing.because, [])
      assert.equal((await of.read()).standing.state, 'in force')
    })

  test('by a second medicine of a class that was spoken to, and by the end of it', async () => {
    const as = await app.clinicWith()
    const of = await evaluated(as.prescriber, app.clock.now)
    const list = (fact: object) => as.monitor.post(`${of.path}/medicines`, fact)
    tick()
    await list(add({ name: 'Xanax' }))
    const addressed = { 'DDI-01': 'Watched closely.' }
    assert.equal((await of.determine({ addressed })).status, 200)
    tick()
    const second = add({ name: 'lorazepam' })
    await list(second)
    const { state, because } = (await of.read()).standing
    assert.deepEqual([state, because.length], ['reopened', 1])
    assert.match(because[0] ?? '', /^DDI-01 is now based on Xanax, lorazepam/)
    assert.equal((await of.determine({ addressed })).status, 200)
    assert.equal((await of.read()).standing.state, 'in force')
    tick()
    await list({ change: 'ended', id: randomUUID(), corrects: second.id, on: null, why: '' })
    assert.match((await of.read()).standing.because.join(), /^DDI-01 is now based on Xanax:/)
  })

  test('by another pressure than the one that was spoken to, although that holds as well', async () => {
    const as = await app.clinicWith()
    const of = await evaluated(as.prescriber, app.clock.now)
    await of.answer({ systolic: 152 })
    assert.equal((await of.determine({ addressed: { 'CI-01a': 'Usual for them.' } })).status, 200)
    assert.equal((await of.read()).standing.state, 'in force')
    tick()
    assert.equal((await of.answer({ systolic: 188 })).status, 200)
    const { state, because } = (await of.read()).standing
    assert.equal(state, 'reopened')
    assert.match(because.join(), /^CI-01a is now based on Systolic BP 188, Diastolic BP \d+: Blood pressure above/)
  })

  test('not by another number under a finding that was not met and is not', async () => {
    const as = await app.clinicWith()
    const of = await evaluated(as.prescriber, app.clock.now)
    assert.equal((await of.determine()).status, 200)
    tick()
    assert.equal((await of.answer({ systolic: 121 })).status, 200)
    assert.equal((await of.read()).standing.state, 'in force')
  })

  test('and what somebody says about an unrecognised medicine settles it', async () => {
    const as = await app.clinicWith()
    const of = await evaluated(as.prescriber, app.clock.now)
    tick()
    const sent = add({ name: 'Samplomycin' })
    await as.monitor.post(`${of.path}/medicines`, sent)
    const open = (await of.read()).findings.filter(({ answer }) => answer === 'unknown')
    assert.ok(open.length > 10)
    tick()
    const correct = (corrects: string, id: string, classes: string[]) =>
      as.monitor.post(`${of.path}/medicines`, {
        change: 'corrected',
        id,
        corrects,
        why: 'Looked up',
        fact: { name: 'Samplomycin', classes },
      })
    const id = randomUUID()
    assert.equal((await correct(sent.id, id, ['opioid'])).status, 200)
    const found = (await of.read()).findings
    assert.deepEqual(
      found.filter(({ answer }) => answer !== 'not met').map(({ rule, answer }) => [rule, answer]),
      [['DDI-02', 'met']],
    )
    assert.equal((await correct(id, randomUUID(), ['poison'])).status, 422)
    assert.equal((await correct(id, randomUUID(), [])).status, 200)
    assert.deepEqual(
      (await of.read()).findings.filter(({ answer }) => answer !== 'not met'),
      [],
    )
  })

  test('and stands again only after a new determination', async () => {
    const as = await app.clinicWith()
    const of = await evaluated(as.prescriber, app.clock.now)
    await of.determine()
    tick()
    await as.monitor.post(`${of.path}/medicines`, add({ name: 'Sertraline 50 mg' }))
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
    await as.prescriber.post(`${of.path}/none-known`, { id: randomUUID(), about: 'medicine' })
    assert.equal((await of.determine()).status, 200)
    const state = async (now: string) =>
      (await reading(app.db, as, (q) => determinationInForce(q, patientId, 'im', now as typeof app.clock.now))).state
    assert.equal(await state('2026-12-24T04:59:00.000Z'), 'in force')
    assert.equal(await state('2026-12-24T05:01:00.000Z'), 'reopened')
  })
})
