import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import type { As } from '../../server/test.ts'
import { testApp } from '../../server/test.ts'
import type { PatientRecord } from './record.ts'
import { registered } from './test.ts'

const app = await testApp()

const record = async (as: As, id: string): Promise<PatientRecord> =>
  (await as.get(`/api/patients/${id}`)).json as PatientRecord
describe('who they are', () => {
  const identity = { givenName: 'Test', familyName: 'Sample', birthDate: '1980-03-05' }
  const version = (after: number, more: object) => ({
    id: randomUUID() as string,
    after,
    identity: { ...identity, ...more },
    why: 'Asked',
  })

  test('changes by new versions, each with who, when and why', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    assert.equal(
      (await as.frontDesk.post(`/api/patients/${id}/identity`, version(1, { phone: '212 555 0147' }))).status,
      200,
    )
    const { patient, identities } = await record(as.prescriber, id)
    assert.equal(patient.version, 2)
    assert.deepEqual(
      identities.map((i) => [i.version, i.identity.phone, i.recordedBy, i.why]),
      [
        [2, '212 555 0147', 'Fred Frontdesk', 'Asked'],
        [1, '', 'Petra Prescriber', ''],
      ],
    )
  })

  test('two people change it at once: one wins, the other is told', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const path = `/api/patients/${id}/identity`
    const replies = await Promise.all([
      as.prescriber.post(path, version(1, { phone: '212 555 0001' })),
      as.frontDesk.post(path, version(1, { phone: '212 555 0002' })),
    ])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
    const refused = replies.find(({ status }) => status === 409)?.json as { says: string; first: { by: string } }
    assert.match(refused.says, /has changed the demographics/)
  })

  test('a change needs a reason, and cannot skip a version', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    assert.equal((await as.prescriber.post(`/api/patients/${id}/identity`, { ...version(1, {}), why: '' })).status, 422)
    assert.equal((await as.prescriber.post(`/api/patients/${id}/identity`, version(5, {}))).status, 409)
  })
})
