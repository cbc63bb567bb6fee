import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SessionEvent } from '../event.ts'
import { unsentSentence } from './sentence.ts'

const time = (at: string) => at.slice(11, 16)
const events = [
  { id: 'set', kind: 'vitals', corrects: null, data: { systolic: 120, diastolic: 80 } },
  { id: 'first', kind: 'correction', corrects: 'set', data: { reason: 'Typed wrong.' } },
] as unknown as SessionEvent[]

test('an entry that the clinic did not take says all that somebody entered; a correction also what it would have said', () => {
  const said = (kind: string, data: Record<string, unknown>, corrects?: string) =>
    unsentSentence({ kind, data, ...(corrects ? { corrects } : {}) }, events, time)
  assert.match(said('infusion changed', { what: 'paused', reason: 'The arm hurts.' }), /paused.*The arm hurts\./i)
  assert.match(said('side effect ended', { effectId: 'x', action: 'Ondansetron given' }), /Ondansetron given/)
  const correction = {
    reason: 'It was 146.',
    happenedAt: '2026-11-23T15:10:00.000Z',
    data: { systolic: 146, diastolic: 88 },
  }
  for (const corrects of ['set', 'first'])
    assert.match(said('correction', correction, corrects), /It was 146\..*15:10.*146\/88/)
  assert.match(said('correction', { reason: 'Should not be here.', withdrawn: true }, 'set'), /Should not be here\./)
  assert.match(said('correction', correction, 'not read yet'), /It was 146\..*15:10/)
})
