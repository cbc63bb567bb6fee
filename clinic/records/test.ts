import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { As } from '../../server/test.ts'

type Typed = Record<string, unknown>

/** What the registration form sends for a made-up person. */
export const aRegistration = (identity: Typed = {}) => ({
  id: randomUUID() as string,
  identityId: randomUUID() as string,
  identity: { givenName: 'Test', familyName: 'Sample', birthDate: '1980-03-05', ...identity },
})

/** Somebody registered by this person, whoever they may look like. */
export const registered = async (as: As, identity: Typed = {}): Promise<{ id: string; number: number }> => {
  const body = aRegistration(identity)
  const likely = await as.post('/api/patients/likely', { identity: body.identity })
  const ids = (likely.json as { candidates: { id: string }[] }).candidates.map(({ id }) => id)
  const anyway = ids.length === 0 ? null : { notTheSameAs: ids, reason: 'Another made-up person' }
  const { status, json } = await as.post('/api/patients', { ...body, anyway })
  assert.equal(status, 200, JSON.stringify(json))
  return json as { id: string; number: number }
}
