import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Score } from '../../clinic/responses/response.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { nothingChosen } from './definitions.ts'
import { riskCheckFlag, stoppedFlag } from './risk-check.ts'
import { phq9Series } from './series.ts'
import { scoredAfter } from './test.ts'

const firstDose = Instant.parse('2026-06-01T15:00:00.000Z')
const day = (days: number) => addMinutes(firstDose, days * 1440)
const answered = scoredAfter(firstDose)
const doses = [0, 3, 7, 10, 14, 17].map(day)
const flag = (scores: Score[], dosedAt = doses) => {
  const found = riskCheckFlag(phq9Series(scores, { dosedAt, atOnce: [] }, day(60), nothingChosen), dosedAt)
  return found && `${found.id} ${found.level}`
}
const baseline = answered(-3, 20)

describe('RL-08, a suicide-risk check', () => {
  const cases: [string, Score[], string | undefined][] = [
    ['after the third dose too little is not said yet', [baseline, answered(9, 20)], undefined],
    ['less than a fifth after the fourth dose', [baseline, answered(12, 17)], 'RL-08 review'],
    ['a fifth after the fourth dose', [baseline, answered(12, 16)], undefined],
    ['non-response at the end of the course', [baseline, answered(32, 16)], 'RL-08 review'],
    ['partial response at the end', [baseline, answered(32, 15)], undefined],
    ['an open question that could make it so', [baseline, answered(12, 15, 18)], 'RL-08 review'],
    ['no baseline cannot be read, so a person looks', [answered(12, 10)], 'RL-08 review'],
    ['wear-off after remission', [baseline, answered(20, 4), answered(40, 10)], 'RL-08 high'],
    ['wear-off for sure, with open questions', [answered(-3, 27), answered(20, 4), answered(40, 13, 19)], 'RL-08 high'],
    ['an open question that could make it wear-off', [baseline, answered(20, 4), answered(40, 8, 11)], 'RL-08 review'],
    ['a rise that is no relapse', [baseline, answered(20, 4), answered(40, 8)], undefined],
    ['nothing answered since the first dose', [baseline], undefined],
  ]
  for (const [name, scores, expected] of cases) test(name, () => assert.equal(flag(scores), expected))

  test('says why it is raised, and then the rule’s own sentence', () => {
    const says = (scores: Score[]) =>
      riskCheckFlag(phq9Series(scores, { dosedAt: doses, atOnce: [] }, day(60), nothingChosen), doses)?.says ?? ''
    assert.match(says([baseline, answered(12, 17)]), /changed too little.*plan a suicide-risk check/)
    assert.match(says([baseline, answered(12, 15, 18)]), /may have changed too little/)
    assert.match(says([baseline, answered(20, 4), answered(40, 10)]), /went up again/)
    const attempted = phq9Series(
      [baseline, answered(20, 4), answered(40, 4)],
      { dosedAt: doses, atOnce: [{ at: day(40), is: 'attempted' }] },
      day(60),
      nothingChosen,
    )
    const found = riskCheckFlag(attempted, doses)
    assert.equal(found?.level, 'high')
    const admitted = phq9Series(
      [baseline, answered(20, 4), answered(40, 4)],
      { dosedAt: doses, atOnce: [{ at: day(40), is: 'admitted' }] },
      day(60),
      nothingChosen,
    )
    assert.match(
      riskCheckFlag(admitted, doses)?.says ?? '',
      /psychiatric admission is on record.*plan a suicide-risk check/,
    )
    assert.match(found.says, /suicide attempt is on record.*plan a suicide-risk check/)
    assert.match(stoppedFlag().says, /stopped.*plan a suicide-risk check/)
  })
})
