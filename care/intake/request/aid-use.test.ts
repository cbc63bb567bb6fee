import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aidUseOf } from './aid-use.ts'

test('what came along from the decision aid is counted: right by what is so, open as open, who sent nothing as asked only', () => {
  const use = aidUseOf([
    { 'claim.drive': 'false', 'claim.worse': 'false', 'prep.sides': 'partly', ready: 'talk' },
    { 'claim.drive': 'true', 'claim.worse': 'not sure', 'prep.sides': 'yes', ready: 'talk' },
    {},
    undefined,
  ])
  assert.deepEqual([use.asked, use.sent, use.standsOpen], [4, 3, 1])
  const line = (claim: string) => use.understood.find((one) => one.claim === claim)
  assert.deepEqual(line('drive'), { claim: 'drive', right: 1, wrong: 1, unsure: 0, open: 1 })
  assert.deepEqual(line('worse'), { claim: 'worse', right: 0, wrong: 1, unsure: 1, open: 1 })
  assert.deepEqual(line('free'), { claim: 'free', right: 0, wrong: 0, unsure: 0, open: 3 })
  assert.deepEqual(
    use.prepared.find(({ prep }) => prep === 'sides'),
    { prep: 'sides', yes: 1, partly: 1, no: 0, open: 1 },
  )
  assert.equal(use.stands.find(({ standing }) => standing === 'talk')?.count, 2)
})
