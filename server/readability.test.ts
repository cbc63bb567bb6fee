import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gradeOf, readPages } from './readability.ts'

test('the public pages read at about eighth grade or below, each of them', () => {
  assert.deepEqual(
    readPages().filter(({ grade }) => grade > 8.5),
    [],
  )
  assert.ok(gradeOf('<p>Pharmacological interventions necessitate multidisciplinary deliberation.</p>') > 12)
})
