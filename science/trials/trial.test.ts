import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { minimums } from './minimums.ts'
import { countTrials, fulfils, rate, stopReasons, type Trial, trialKinds, trialResults } from './trial.ts'

const trial = (more: Partial<Trial> = {}): Trial => ({
  medicine: 'Sertraline',
  what: 'antidepressant',
  mgPerDay: 150,
  leastMgPerDay: 100,
  weeks: 6,
  result: 'no response',
  stopped: 'no benefit',
  inEpisode: true,
  ...more,
})

describe('a trial counts', () => {
  for (const [what, more, weeks, counts] of [
    ['at the least weeks and dose', {}, 6, true],
    ['at exactly the least dose', { mgPerDay: 100 }, 6, true],
    ['one week short', { weeks: 5 }, 6, false],
    ['below the least dose', { mgPerDay: 99 }, 6, false],
    ['with a partial response', { result: 'partial response' }, 6, true],
    ['with a response', { result: 'response' }, 6, false],
    ['with a remission', { result: 'remission' }, 6, false],
    ['in an earlier episode', { inEpisode: false }, 6, false],
    ['as an augmentation', { what: 'augmentation' }, 6, false],
    ['with unknown weeks', { weeks: null }, 6, undefined],
    ['with an unknown dose', { mgPerDay: null }, 6, undefined],
    ['where the clinic has set no least dose', { leastMgPerDay: null }, 6, undefined],
    ['with an unknown result', { result: null }, 6, undefined],
    ['in an unknown episode', { inEpisode: null }, 6, undefined],
    ['too short, whatever else is unknown', { weeks: 2, mgPerDay: null, result: null }, 6, false],
    ['of any known duration where none is asked for', { weeks: 1 }, null, true],
    ['of unknown duration where none is asked for', { weeks: null }, null, undefined],
  ] as [string, Partial<Trial>, number | null, boolean | undefined][])
    test(`${what}: ${counts}`, () => assert.equal(rate(trial(more), weeks).counts, counts))
})

describe('the count of adequate trials without enough response', () => {
  test('has a lower and an upper bound when something is unknown', () => {
    const trials = [trial(), trial({ medicine: 'Effexor', weeks: null }), trial({ medicine: 'bupropion', weeks: 2 })]
    assert.deepEqual(countTrials(trials, 6), { least: 1, most: 2 })
  })
  test('counts one antidepressant once, by whichever name', () => {
    assert.deepEqual(countTrials([trial(), trial({ medicine: 'Zoloft 200 mg' })], 6), { least: 1, most: 1 })
    assert.deepEqual(countTrials([trial({ weeks: 2 }), trial({ medicine: 'Zoloft' })], 6), { least: 1, most: 1 })
  })
  test('only grows less certain by what is unknown', () => {
    const whole = fc.record({
      medicine: fc.constantFrom('sertraline', 'Zoloft', 'venlafaxine', 'Samplomycin'),
      what: fc.constantFrom(...trialKinds),
      mgPerDay: fc.integer({ min: 1, max: 300 }),
      leastMgPerDay: fc.integer({ min: 1, max: 300 }),
      weeks: fc.integer({ min: 0, max: 20 }),
      result: fc.constantFrom(...trialResults),
      stopped: fc.constantFrom(...stopReasons),
      inEpisode: fc.boolean(),
    })
    const hidden = fc.constantFrom('mgPerDay', 'leastMgPerDay', 'weeks', 'result', 'inEpisode')
    fc.assert(
      fc.property(fc.array(whole, { maxLength: 6 }), fc.nat(), hidden, (trials, at, key) => {
        const exact = countTrials(trials, 6)
        assert.equal(exact.least, exact.most)
        const partly = trials.map((one, place) => (place === at % trials.length ? { ...one, [key]: null } : one))
        const { least, most } = countTrials(partly, 6)
        assert.ok(least <= exact.least && exact.least <= most)
      }),
    )
  })
})

describe('what somebody asks for', () => {
  const two = [trial({ weeks: 6 }), trial({ medicine: 'venlafaxine', weeks: 8 })]
  for (const [id, trials, answer] of [
    ['PAY-CIGNA', two, 'met'],
    ['PAY-CAREMARK', two, 'not met'],
    ['PAY-CAREMARK', [...two, trial({ medicine: 'bupropion', weeks: null })], 'unknown'],
    ['PAY-QUALCHOICE', two, 'met'],
    ['PAY-BCBSND', two, 'met'],
    ['TRD', two.slice(0, 1), 'not met'],
    ['TRD', [], 'unknown'],
  ] as const)
    test(`${id} with ${trials.length} trials is ${answer}`, () => {
      const minimum = minimums.find((one) => one.id === id)
      assert.ok(minimum)
      assert.equal(fulfils(trials, minimum), answer)
    })
  test('has a source that is no guess of ours, except for the weeks of the definition', () => {
    for (const { id, source, further = [] } of minimums) {
      assert.notEqual(source.status, 'policy', id)
      assert.equal(further.length > 0, id === 'TRD')
    }
  })
})
