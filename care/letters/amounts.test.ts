import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named } from '../../clinic/releases/test.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { checked } from '../sessions/test.ts'
import { begun } from './test.ts'

const app = await testApp()
const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))

test('no letter says that all of a device went in where it gave a part, or nothing', async () => {
  const session = await checked(app, undefined, {}, { route: 'esketamine' })
  const { clinic, patientId } = session
  const { monitor, frontDesk } = clinic
  ok(await session.clear())
  await session.later(1)
  ok(await session.dose({ number: 1 }))
  await session.later(6)
  ok(await session.dose({ number: 2, gave: 'nothing' }))
  const saysOf = async (kind: 'referrer' | 'patient') => {
    const to = kind === 'referrer' ? await named(frontDesk, patientId) : null
    const { derived } = await (await begun(monitor, patientId, kind, to)).read()
    return derived.find(({ id }) => id === 'sessions')?.text ?? ''
  }
  assert.match(await saysOf('referrer'), /esketamine 28 of 56 mg in devices\. Not ended/)
  assert.match(await saysOf('patient'), /esketamine 28 mg in sprays/)
})
