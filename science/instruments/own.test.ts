import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Answers, answersTo, type Instrument, unanswered } from './instrument.ts'
import { maniaCheck, newManiaOrPsychosis } from './mania-check.ts'
import { nextDay, nextDayFlags } from './next-day.ts'
import { sinceLast, somethingNew } from './since-last.ts'
import { newOrWorseUrinary, urinary, urinaryFlag } from './urinary.ts'

const all = (list: Instrument, value: string, but: Answers = {}): Answers => ({
  ...Object.fromEntries(list.items.map(({ linkId }) => [linkId, value])),
  ...but,
})

test('our own lists are labelled as not validated, take their own answers and no others', () => {
  for (const list of [urinary, maniaCheck, sinceLast, nextDay]) {
    assert.equal(list.notValidated, true)
    assert.equal(list.licence.status, 'own')
    for (const { linkId, answers } of list.items) {
      for (const { value } of answers) assert.ok(answersTo(list).safeParse({ [linkId]: value }).success)
      assert.ok(!answersTo(list).safeParse({ [linkId]: 'perhaps' }).success)
    }
  }
})

for (const [name, list, truth, positive, negative] of [
  ['urinary symptoms', urinary, newOrWorseUrinary, 'new', 'none'],
  ['urinary symptoms', urinary, newOrWorseUrinary, 'worse', 'none'],
  ['mania and psychosis', maniaCheck, newManiaOrPsychosis, 'new', 'unchanged'],
  ['anything new', sinceLast, somethingNew, 'yes', 'no'],
] as const)
  describe(`${name} (${positive})`, () => {
    test('none', () => assert.equal(truth(all(list, negative)), false))
    for (const { linkId } of list.items) {
      test(`${linkId} alone is enough, the rest open`, () => assert.equal(truth({ [linkId]: positive }), true))
      test(`${linkId} left open keeps it unknown`, () => {
        for (const nothing of [undefined, null])
          assert.equal(truth(all(list, negative, { [linkId]: nothing })), undefined)
      })
    }
  })

describe('urinary flag U1', () => {
  const worse = all(urinary, 'none', { urgency: 'worse' })
  const none = all(urinary, 'none')
  const blood = all(urinary, 'none', { blood: 'same' })
  for (const [says, now, before, flagged] of [
    ['new on one visit', worse, undefined, false],
    ['new on this visit only', worse, none, false],
    ['on two visits', worse, worse, true],
    ['on the visit before only', none, worse, false],
    ['blood once', blood, undefined, true],
    ['nothing answered', {}, worse, false],
  ] as const)
    test(`${says}: ${flagged ? 'raised' : 'not raised'}`, () =>
      assert.equal(urinaryFlag(now, before) !== undefined, flagged))

  test('counts the same symptom as before as neither new nor worse, except blood', () => {
    assert.equal(newOrWorseUrinary(all(urinary, 'same', { blood: 'none' })), false)
    assert.equal(newOrWorseUrinary(all(urinary, 'none', { blood: 'same' })), true)
  })
})

describe('the next-day check', () => {
  test('puts the most urgent first', () => {
    const flags = nextDayFlags({ drove: 'yes', urine: 'yes', fall: 'yes', breathing: 'yes', mood: 'worse' })
    assert.deepEqual(
      flags.map(({ linkId }) => linkId),
      ['breathing', 'fall', 'urine', 'drove'],
    )
    assert.deepEqual(flags[0]?.level, 'call 911')
  })

  test('flags each problem, a mood that is much worse, and nothing else', () => {
    const problems = nextDay.items.filter(({ linkId }) => linkId !== 'mood')
    for (const { linkId } of problems)
      assert.deepEqual(
        nextDayFlags({ [linkId]: 'yes' }).map((flag) => flag.linkId),
        [linkId],
      )
    assert.deepEqual(nextDayFlags(all({ ...nextDay, items: problems }, 'no', { mood: 'same' })), [])
    assert.equal(nextDayFlags({ mood: 'much worse' })[0]?.level, 'clinic now')
  })

  test('lists what was not answered', () => {
    assert.equal(unanswered(nextDay.items, {}).length, nextDay.items.length)
    assert.deepEqual(unanswered(nextDay.items, all(nextDay, 'no', { mood: 'same', fall: null })), ['fall'])
  })
})
