import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../database/read.ts'
import { everyRoute } from '../../science/decide.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { determinationInForce } from './queries.ts'
import { evaluated, evaluationOf } from './test.ts'

const app = await testApp()

type Of = Awaited<ReturnType<typeof evaluated>>
type As = Awaited<ReturnType<typeof app.clinicWith>>['monitor']
type Act = (of: Of, as: As) => Promise<{ status: number }>

const add =
  (list: string, fact: object): Act =>
  (of, as) =>
    as.post(`${of.path}/${list}`, { change: 'recorded', id: randomUUID(), fact })
const medicine = (name: string) => add('medicines', { name })
const problem = (code: string) => add('problems', { words: 'Something new', code, status: 'active' })
const result =
  (of: string, content: object): Act =>
  (it, as) =>
    as.post(`${it.path}/evaluation/entries`, {
      evaluationId: it.evaluationId,
      entry: {
        kind: 'result',
        change: 'recorded',
        id: randomUUID(),
        content: { test: of, takenOn: app.clock.now.slice(0, 10), ...content },
      },
    })
const answer =
  (values: Record<string, unknown>): Act =>
  (of) =>
    of.answer(values)

/** What becomes known after a determination, and exactly the findings of IM that it opens; none: it stays in force. */
const pairs: [string, Act, string[]][] = [
  ['a positive pregnancy test', result('pregnancyTest', { word: 'positive' }), ['CI-05a']],
  ['a negative pregnancy test', result('pregnancyTest', { word: 'negative' }), []],
  ['a pregnancy on the list', problem('Z33.1'), ['CI-05a']],
  ['an aortic aneurysm', problem('I71.4'), ['CI-01b', 'CI-10']],
  ['a bleeding in the brain', problem('I61.9'), ['CI-01b', 'CI-01d', 'CI-11', 'CI-13', 'CI-14']],
  ['schizophrenia', problem('F20.9'), ['CI-02a', 'CI-02b']],
  ['a shared psychosis', problem('F24'), ['CI-02a', 'CI-02b']],
  ['kidney disease', problem('N18.4'), ['CI-04d']],
  ['psoriasis', problem('L40.0'), []],
  ['an MAO inhibitor', medicine('Nardil 15 mg'), ['DDI-04', 'DDI-15']],
  ['a muscle relaxant', medicine('baclofen 10 mg'), ['DDI-02']],
  ['an antibiotic that slows the liver', medicine('clarithromycin'), ['DDI-12']],
  ['an antibiotic that does not', medicine('amoxicillin 500 mg'), []],
  ['an antibiotic, nobody knows which', medicine('antibiotic'), ['DDI-04', 'DDI-12', 'DDI-14']],
  ['a statin', medicine('atorvastatin 20 mg'), []],
  ['an allergy to peanuts', add('allergies', { substance: 'Peanuts', reaction: 'Hives' }), []],
  ['an eGFR of 12', result('egfr', { value: 12 }), ['CI-04d']],
  ['an eGFR of 80', result('egfr', { value: 80 }), []],
  ['an ALT of 5 times its limit', result('alt', { value: 200, lowest: 7, highest: 40 }), ['CI-04c']],
  ['an ALT within its limits', result('alt', { value: 30, lowest: 7, highest: 40 }), []],
  ['ketamine in the urine', result('urineDrug', { word: 'ketamine found' }), ['CI-03a', 'CI-03b', 'CI-29']],
  ['nothing in the urine', result('urineDrug', { word: 'nothing found' }), []],
  ['a pressure of 150', answer({ systolic: 150 }), ['CI-01a']],
  ['a pressure of 130', answer({ systolic: 130 }), []],
  ['a finding of the mental status', answer({ speech: 'something of note', speechSaid: 'Slow.' }), []],
]

describe('what becomes known after a determination opens exactly the findings that it touches', () => {
  for (const [what, act, rules] of pairs)
    test(`${what}: ${rules.join(', ') || 'none'}`, async () => {
      const as = await app.clinicWith()
      const of = await evaluated(as.prescriber, app.clock.now)
      assert.equal((await of.determine()).status, 200)
      app.clock.now = addMinutes(app.clock.now, 1)
      const { status, ...reply } = await act(of, as.monitor)
      assert.equal(status, 200, JSON.stringify(reply))
      const { state, because } = (await of.read()).standing
      const opened = because.flatMap((why) => why.match(/\b(?:CI|DDI)-\d+[a-d]?(?=[ ,.])/g) ?? [])
      assert.deepEqual([...new Set(opened)].sort(), rules, because.join('\n'))
      assert.equal(state, rules.length > 0 ? 'reopened' : 'in force')
    })

  test('a cold opens the spray and no other route', async () => {
    const as = await app.clinicWith()
    const of = await evaluated(as.prescriber, app.clock.now)
    for (const route of everyRoute) {
      const on = evaluationOf(as.prescriber, of.patientId, of.evaluationId, route)
      assert.equal((await on.determine()).status, 200, route)
    }
    app.clock.now = addMinutes(app.clock.now, 1)
    await of.answer({ blockedNose: true })
    const states = await Promise.all(
      everyRoute.map(async (route) => {
        const found = await reading(app.db, as, (q) => determinationInForce(q, of.patientId, route, app.clock.now))
        return [route, found.state]
      }),
    )
    const expected = everyRoute.map((route) => [route, route === 'esketamine' ? 'reopened' : 'in force'])
    assert.deepEqual(states, expected)
  })
})
