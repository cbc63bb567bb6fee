import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')

test('every place that docs/evidence/ipdas.md names is there, and says what is looked for', () => {
  const text = readFileSync(join(root, 'docs/evidence/ipdas.md'), 'utf8')
  const rows = text.split('\n').filter((line) => /^\| (?!Asks)/.test(line))
  // 6 that make it a decision aid, 6 without which it could mislead, 23 that make it better.
  assert.equal(rows.length, 6 + 6 + 23)
  for (const row of rows) {
    const [, file = '', word = ''] = row.match(/`([^`#]+)#([^`]+)` \|$/) ?? []
    assert.ok(file, row)
    assert.ok(readFileSync(join(root, file), 'utf8').includes(word), `${file} does not say ${word}`)
  }
})
