import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { As, Reply } from '../../server/test.ts'
import type { Asked } from './questions.ts'
import type { IntakeOnPhone } from './routes-of-link.ts'
import type { Value } from './value.ts'

type Holding = (url: string) => Pick<As, 'get' | 'post'>

/** A patient's phone with a live link to the intake; asked by whoever is given. */
export const askedIntake = async (as: As, holding: Holding, patientId: string) => {
  const reply = await as.post(`/api/patients/${patientId}/intake`, { id: randomUUID(), by: 'here' })
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
  const { url } = reply.json as { url: string }
  return { url, ...phoneWith(holding(url)) }
}

/** What a phone does behind a link. */
export const phoneWith = (door: Pick<As, 'get' | 'post'>) => {
  const read = async (): Promise<IntakeOnPhone> => {
    const { status, json } = await door.get('/api/link/intake')
    assert.equal(status, 200, JSON.stringify(json))
    return json as IntakeOnPhone
  }
  const answer = (question: Asked, value: unknown, at: string, more: object = {}): Promise<Reply> =>
    door.post('/api/link/intake/answers', {
      answers: [{ id: randomUUID(), question, value, answeredAt: at, ...more }],
    })
  const answers = async (values: Partial<Record<Asked, Value>>, at: string): Promise<void> => {
    const sent = Object.entries(values).map(([question, value]) => ({
      id: randomUUID(),
      question,
      value,
      answeredAt: at,
    }))
    const { status, json } = await door.post('/api/link/intake/answers', { answers: sent })
    assert.equal(status, 200, JSON.stringify(json))
  }
  const done = () => door.post('/api/link/intake/done', { id: randomUUID() })
  return { door, read, answer, answers, done }
}
