import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InstructionsHow } from '../facts.ts'
import { ofFacts } from './facts.ts'

test('that written instructions were given is coded as given, however they were, and as not given only where somebody said so', () => {
  const coded = (value: Parameters<typeof ofFacts>[0]['instructionsGiven']) => {
    const { code: _, category: __, ...says } = ofFacts({ instructionsGiven: value })['instructions-given'] ?? {}
    return says
  }
  for (const how of [...InstructionsHow.options, true] as const) assert.deepEqual(coded(how), { valueBoolean: true })
  assert.deepEqual(coded(false), { valueBoolean: false })
  assert.ok(!('valueBoolean' in coded(null)))
})
