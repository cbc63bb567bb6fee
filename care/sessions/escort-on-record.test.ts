import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { testApp } from '../../server/test.ts'
import type { EscortOnRecord } from './queries-escort.ts'
import { booked, checked, type Shown } from './test.ts'

const app = await testApp()

/** Somebody who has arrived, with these people in their registration. */
const arrived = async (...contacts: object[]) => {
  const session = await booked(app)
  const { clinic, patientId, path } = session
  const list = `/api/patients/${patientId}/contacts`
  const ids: string[] = []
  for (const fact of contacts) {
    const id = randomUUID()
    assert.equal((await clinic.frontDesk.post(list, { change: 'recorded', id, fact })).status, 200)
    ids.push(id)
  }
  assert.equal((await session.arrive()).status, 200)
  const read = async () => (await clinic.monitor.get(path)).json as Shown & { escorts: EscortOnRecord[] }
  return { ...session, ids, list, read }
}
const sandy = { kind: 'escort', name: 'Sandy Sample', phone: '212 555 0147', relation: 'sister', isAdult: true }

describe('who is on record for the way home', () => {
  test('comes with who wrote it down and when, and is no answer of today', async () => {
    const { read } = await arrived(sandy)
    const { escorts, events } = await read()
    const [{ id: _, phone, ...shown } = {} as EscortOnRecord] = escorts
    assert.deepEqual(shown, {
      name: 'Sandy Sample',
      relation: 'sister',
      isAdult: true,
      by: 'Fred Frontdesk',
      at: app.clock.now,
    })
    assert.match(phone.replaceAll(/\D/g, ''), /2125550147$/)
    assert.ok(!events.some(({ kind }) => kind === 'facts'))
  })

  test('says whether they are an adult, and that nobody has said', async () => {
    const { read } = await arrived(
      { ...sandy, name: 'Young Sample', isAdult: false },
      { ...sandy, name: 'Unknown Sample', isAdult: null },
    )
    const { escorts } = await read()
    assert.deepEqual(escorts.map(({ name, isAdult }) => [name, isAdult]).toSorted(), [
      ['Unknown Sample', null],
      ['Young Sample', false],
    ])
  })

  test('is asked for while it is shown: before the dose, and not at every entry after it', async () => {
    const session = await checked(app)
    const { clinic, patientId, path } = session
    const sent = { change: 'recorded', id: randomUUID(), fact: sandy }
    assert.equal((await clinic.frontDesk.post(`/api/patients/${patientId}/contacts`, sent)).status, 200)
    const read = async () => (await clinic.monitor.get(path)).json as { escorts?: EscortOnRecord[] }
    assert.equal((await session.clear()).status, 200)
    assert.equal((await read()).escorts?.length, 1)
    assert.equal((await session.dose()).status, 200)
    assert.equal((await read()).escorts, undefined)
  })

  test('is not an emergency contact, nor anybody who was entered in error', async () => {
    const { clinic, ids, list, read } = await arrived({ ...sandy, kind: 'emergency' }, sandy)
    assert.equal((await read()).escorts.length, 1)
    const back = { change: 'entered in error', id: randomUUID(), corrects: ids[1], why: 'Another patient’s sister' }
    assert.equal((await clinic.frontDesk.post(list, back)).status, 200)
    assert.deepEqual((await read()).escorts, [])
  })
})
