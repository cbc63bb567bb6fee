import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { type Booked, dosed, recovered, setLimit } from '../care/sessions/test.ts'
import type { Role } from '../clinic/accounts/permissions.ts'
import { stocked } from '../clinic/stock/test.ts'
import { type Change, concerns } from '../web/change.ts'
import { addSignedIn, carrying } from './in-process.ts'
import { testApp } from './test.ts'

const app = await testApp()
const clinic = await app.clinicWith()

/** Follows the live feed as somebody with these roles, and keeps what it hears. */
const follow = async (roles: Role[]) => {
  const person = { name: roles.join(' and '), roles, now: app.clock.now }
  const how = { action: 'test.person', method: 'passkey', device: 'test' } as const
  const { staffId, token } = await addSignedIn(app.db, clinic.clinicId, person, how)
  const stopping = new AbortController()
  const answer = await app.app.request(`${app.origin}/api/live`, {
    headers: carrying(token),
    signal: stopping.signal,
  })
  assert.equal(answer.status, 200)
  const heard: Change[] = []
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const reading = (async () => {
    for (;;) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
      if (done) return
      for (const [, said = ''] of value?.matchAll(/event: change\ndata: (.*)\n/g) ?? []) heard.push(JSON.parse(said))
    }
  })().catch(() => undefined)
  const stop = async () => {
    stopping.abort()
    await reader?.cancel()
    await reading
  }
  return { staffId, heard, stop }
}
type Following = Awaited<ReturnType<typeof follow>>

// All of it in one suite: what is before it happens at its turn, beside no other file's tests.
describe('the live feed', () => {
  /** Everybody is told by its name of what the clinic decides: when they have heard that, all before it has come. */
  const mark = 'clinic.set'
  let limit = 4
  const settle = async () => {
    const heardSo = () => all.map(({ heard }) => heard.filter(({ action }) => action === mark).length)
    const before = heardSo()
    limit += 1
    await setLimit(clinic, limit)
    const until = Date.now() + 10_000
    while (heardSo().some((count, i) => count <= (before[i] ?? 0))) {
      assert.ok(Date.now() < until, `heard ${heardSo()} after ${before}`)
      await new Promise((wait) => setTimeout(wait, 5))
    }
  }

  const all: Following[] = []
  const open = async (roles: Role[]) => {
    const one = await follow(roles)
    all.push(one)
    return one
  }
  after(() => Promise.all(all.map(({ stop }) => stop())))

  let session: Booked
  let who: Record<'owner' | 'prescriber' | 'monitor' | 'own' | 'other' | 'otherAtDesk' | 'desk' | 'wall', Following>

  before(async () => {
    who = {
      owner: await open(['owner']),
      prescriber: await open(['prescriber']),
      monitor: await open(['monitor']),
      own: await open(['therapist']),
      other: await open(['therapist']),
      otherAtDesk: await open(['therapist', 'front-desk']),
      desk: await open(['front-desk']),
      wall: await open(['display']),
    }
    session = await recovered(app, clinic)
    await assign()
    await settle()
    for (const { heard } of all) heard.length = 0
    // What somebody does to a patient, once they are here.
    await session.event('vitals', { heartRate: 72 })
    await session.event('side effect', { effect: 'nausea', severity: 'mild', words: '' })
    const problem = { change: 'recorded', id: randomUUID(), fact: { words: 'F', code: 'F33.2', status: 'active' } }
    assert.equal((await clinic.prescriber.post(`/api/patients/${session.patientId}/problems`, problem)).status, 200)
    await settle()
  })

  let memberId = ''
  const assign = async () => {
    memberId = randomUUID()
    const path = `/api/patients/${session.patientId}/team`
    const { status } = await clinic.frontDesk.post(path, { id: memberId, staffId: who.own.staffId })
    assert.equal(status, 200)
  }

  /** Without the mark, and without messages that the clock sends in every clinic, beside what is done here. */
  const ofPatients = ({ heard }: Following) =>
    heard.filter(({ action }) => action !== mark && !action.startsWith('messages.'))
  const chart = () => `/api/patients/${session.patientId}/chart`
  const asksAgain = (one: Following, path: string) => ofPatients(one).some((change) => concerns(change, path))

  describe('of what was done about a patient', () => {
    for (const key of ['prescriber', 'monitor', 'own'] as const)
      test(`whoever may read it is told about whom (${key}), and of what was done only what a screen has a rule for`, () => {
        const said = ofPatients(who[key]).filter(({ patient }) => patient)
        assert.ok(said.length >= 3)
        for (const { patient } of said) assert.equal(patient, session.patientId)
        const names = new Set(said.map(({ action }) => action))
        assert.deepEqual([...names].toSorted(), ['changed', 'sessions.observe'])
        assert.ok(asksAgain(who[key], chart()) && asksAgain(who[key], `/api/sessions/${session.id}`))
      })
    for (const key of ['owner', 'other', 'otherAtDesk', 'desk', 'wall'] as const)
      test(`whoever may not open the chart hears neither what nor about whom (${key})`, () => {
        const said = ofPatients(who[key])
        assert.ok(said.length >= 3, 'what was done changes boards and lists')
        assert.deepEqual([...new Set(said.map(({ action }) => action))], ['changed'])
        assert.ok(!JSON.stringify(said).match(/[0-9a-f]{8}-/), JSON.stringify(said))
        for (const path of ['/api/board', '/api/sessions', '/api/patients']) assert.ok(asksAgain(who[key], path), path)
      })
    test('the desk asks for the page it has open, whosever it is; a therapist for no page of their own patients', () => {
      const page = `/api/patients/${session.patientId}/consent?route=im`
      assert.deepEqual(
        [who.desk, who.otherAtDesk, who.other, who.wall].map((one) => asksAgain(one, page)),
        [true, true, false, false],
      )
    })
  })

  test('looking is told nobody', async () => {
    for (const { heard } of all) heard.length = 0
    assert.equal((await clinic.prescriber.get(chart())).status, 200)
    await settle()
    for (const one of all) assert.ok(!ofPatients(one).some(({ patient, anyone }) => patient || anyone))
  })

  test('of what is about no patient each hears what they may read', async () => {
    for (const { heard } of all) heard.length = 0
    await stocked(app, clinic)
    const passing = await clinic.another(['monitor'])
    assert.ok((await passing.post('/api/sign-in/lock')).status < 300)
    await settle()
    const hear = (pattern: RegExp) =>
      Object.entries(who)
        .filter(([, { heard }]) => heard.some(({ action }) => pattern.test(action)))
        .map(([key]) => key)
    assert.deepEqual(hear(/^clinic\.set$/), Object.keys(who))
    assert.deepEqual(hear(/^stock\./), ['owner', 'prescriber', 'monitor'])
    assert.deepEqual(hear(/^sign-in\./), ['owner'])
  })

  test('of a dose the owner, who reads the ledger, hears that there was one, and not whose', async () => {
    for (const { heard } of all) heard.length = 0
    await dosed(app, clinic)
    await settle()
    assert.deepEqual(
      who.owner.heard.filter(({ action }) => action === 'sessions.dose'),
      [{ action: 'sessions.dose' }],
    )
    assert.ok(who.monitor.heard.some(({ action, patient }) => action === 'sessions.dose' && patient))
    for (const one of [who.desk, who.other, who.wall])
      assert.ok(!one.heard.some(({ action }) => action === 'sessions.dose'))
  })

  test('a therapist who is taken off the team hears no more whom it is about', async () => {
    const path = `/api/patients/${session.patientId}/team/${memberId}/end`
    assert.equal((await clinic.frontDesk.post(path)).status, 204)
    await settle()
    who.own.heard.length = 0
    await session.event('side effect', { effect: 'dizziness', severity: 'mild', words: '' })
    await settle()
    const said = ofPatients(who.own)
    assert.ok(said.length > 0)
    for (const change of said) assert.deepEqual(change, { action: 'changed' })
  })
})
