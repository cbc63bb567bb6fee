import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlanVersion } from '../plan.ts'
import { prescribed, spray } from '../test.ts'
import { startFrom } from './start-from.ts'

test('a change of a plan begins with what was prescribed, and not with what somebody verified then', () => {
  const version = { ...prescribed({ spray }), reviewAfter: [3, 6] } as unknown as PlanVersion
  const { prescribed: begun } = startFrom(version) ?? {}
  assert.equal(begun?.doseMg, version.doseMg)
  assert.equal(begun?.alsoReviewAfter, '6')
  const { remsEnrolled, settingCertified, ...rest } = spray
  assert.deepEqual(begun?.spray, rest)
  assert.ok(remsEnrolled && settingCertified)
  assert.equal(startFrom({ ...version, spray: undefined } as never)?.prescribed.spray, undefined)
  assert.equal(startFrom(undefined), undefined)
})
