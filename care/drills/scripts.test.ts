import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { judge } from '../../science/plausibility.ts'
import { generalReview } from '../../science/register.ts'
import { protocols } from '../../science/routes/protocols.ts'
import { alertsFrom } from '../../science/routes/vitals.ts'
import { readings } from '../sessions/vitals.ts'
import { isAway, nextStop, shownAt, shownOf, stopsOf } from './playing.ts'
import { scriptOf } from './queries.ts'
import { findScript, scripts } from './scripts.ts'

const today = generalReview

for (const script of scripts)
  describe(script.id, () => {
    const protocol = protocols[script.route]

    test('each moment meets the rules it names, and no other', () => {
      const { systolic, spo2 } = script.baseline
      for (const { after, signs, trips } of script.moments) {
        const met = alertsFrom(protocol, signs, { systolic, spo2 }, { today }).filter(({ answer }) => answer === 'met')
        assert.deepEqual(met.map(({ rule }) => rule).toSorted(), [...trips].toSorted(), `at ${after} minutes`)
      }
    })

    test('it begins at once and calmly, goes on in order, and shows values that a set can hold', () => {
      const times = script.moments.map(({ after }) => after)
      assert.deepEqual([times[0], script.moments[0]?.trips], [0, []])
      assert.deepEqual(
        times,
        [...new Set(times)].toSorted((a, b) => a - b),
      )
      for (const { signs } of [{ signs: script.baseline }, ...script.moments])
        for (const [name, measure] of Object.entries(readings)) {
          const judged = judge(measure, signs[name as keyof typeof readings])
          assert.ok(judged === 'usual' || 'ask' in judged, name)
        }
    })

    test('what is expected has a source, is looked for when it is shown, and each has a name of its own', () => {
      const stops = stopsOf(script, protocol)
      for (const expected of script.expects) {
        assert.ok(expected.source.label)
        if ('rule' in expected) assert.ok(shownAt(script, expected.from).trips.includes(expected.rule), expected.id)
        if ('from' in expected && expected.look !== 'not released' && expected.id !== 'pressure-at-40')
          assert.ok(stops.includes(expected.from), expected.id)
      }
      assert.equal(new Set(script.expects.map(({ id }) => id)).size, script.expects.length)
    })

    test('the trainee is never told how alert the patient is', () => {
      assert.doesNotMatch(JSON.stringify(shownOf(script)), /moaas|trips/)
    })
  })

describe('the clock is moved', () => {
  const script = findScript('network-loss') ?? assert.fail()
  const stops = stopsOf(script, protocols.im)

  test('to the next moment, observation or change of the network, and leaves none out', () => {
    assert.deepEqual(stops.slice(0, 9), [0, 8, 9, 10, 19, 20, 29, 30, 34])
    assert.deepEqual([nextStop(stops, 0), nextStop(stops, 7.99), nextStop(stops, 8)], [8, 8, 9])
  })

  test('and comes to an end an hour after everything', () => {
    assert.deepEqual([stops.at(-1), nextStop(stops, 150)], [150, undefined])
  })

  test('the network is away from its first minute and back with its last', () => {
    assert.deepEqual(
      [7.99, 8, 33.99, 34].map((minutes) => isAway(script, minutes)),
      [false, true, true, false],
    )
    assert.equal(isAway(findScript('panic') ?? assert.fail(), 10), false)
  })
})

test('a drill goes on with the script it began with; one from before that was kept only while the version is the same', () => {
  const script = findScript('panic') ?? assert.fail()
  const older = { ...script, version: script.version + 1, title: 'As it was then' }
  const of = (version: number, kept: typeof script | null) => scriptOf({ script: script.id, version, played: kept })
  assert.equal(of(older.version, older)?.title, 'As it was then')
  assert.equal(of(script.version, null), script)
  assert.equal(of(older.version, null), undefined)
})
