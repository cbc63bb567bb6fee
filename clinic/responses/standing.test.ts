import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')

/** Who reads answers that count no more, and why. */
const history = [
  'care/outcomes/queries-of-asking.ts', // whether what came through a link was taken back
  'care/outcomes/routes-of-answers.ts', // the list of all answers
  'care/registry/queries.ts', // how many rows there are tells whether anything changed
  'clinic/responses/changes.ts',
  'clinic/responses/queries.ts',
  'clinic/responses/take-back.ts',
]

test('answers that were corrected or taken back count nowhere: statements read those that stand', () => {
  const files = globSync('{care,clinic,server,cli}/**/*.ts', { cwd: root }).filter((file) => !/test\.ts$/.test(file))
  const reads = (table: string) =>
    files.filter((file) => new RegExp(`\\b(from|join) ${table}\\b`).test(readFileSync(join(root, file), 'utf8'))).sort()
  assert.deepEqual(reads('response'), history)
  assert.ok(reads('response_standing').length > 8)
})
