import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chartWords as words } from '../../web/words/en/chart.ts'

test('the trail says which kind of entry was written into a session, and nothing of what it does not know', () => {
  const did = words.actions['sessions.record'] ?? ''
  assert.equal(words.doing(did, 'side effect'), `${did}: a side effect`)
  assert.equal(words.doing(did, 'handed over'), `${did}: a handoff`)
  for (const kind of [undefined, null, 3, 'something later']) assert.equal(words.doing(did, kind), did)
})
