import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { testApp } from '../../../server/test.ts'
import { newBrowser } from '../testing/browser.ts'
import { goodPassword, invite, joinedPerson } from '../testing/person.ts'

const begin = async () => {
  const app = await testApp()
  const clinic = await app.clinicWith()
  return { app, clinic, owner: clinic.owner }
}

type Row = {
  id: string
  name: string
  email?: string
  roles: string[]
  active: boolean
  joined?: boolean
  linkUntil?: string
  mark?: string
}
const rows = (json: unknown) => (json as { staff: Row[] }).staff

describe('the list of staff', () => {
  test('shows the owner who was invited, who joined, and the screens', async () => {
    const { app, owner } = await begin()
    const invited = await invite(owner, ['monitor'])
    const joined = await joinedPerson(app, owner, ['therapist'])
    const list = rows((await owner.get('/api/staff')).json)
    const one = list.find(({ id }) => id === invited.id)
    assert.deepEqual([one?.joined, one?.email, one?.linkUntil], [false, invited.email, invited.expiresAt])
    const other = list.find(({ id }) => id === joined.id)
    assert.deepEqual([other?.joined, other?.linkUntil], [true, null])
    assert.ok(list.some(({ roles }) => roles.includes('display')))
  })

  test('shows colleagues names and roles, and no addresses', async () => {
    const { clinic } = await begin()
    const list = rows((await clinic.monitor.get('/api/staff')).json)
    assert.deepEqual(Object.keys(list[0] ?? {}).sort(), ['active', 'id', 'name', 'roles'])
    assert.ok(!list.some(({ roles }) => roles.includes('display')))
  })
})

describe('an invitation', () => {
  test('is refused for an address that somebody here has', async () => {
    const { owner } = await begin()
    const { email } = await invite(owner, ['monitor'])
    const again = { id: randomUUID(), name: 'Other', email: email.toUpperCase(), roles: ['monitor'] }
    const { status, json } = await owner.post('/api/staff', again)
    assert.equal(status, 409)
    assert.deepEqual(Object.keys((json as { fields: object }).fields), ['email'])
  })

  test('cannot make a person a screen, or give no role', async () => {
    const { owner } = await begin()
    const person = { id: randomUUID(), name: 'X', email: 'x@clinic.example' }
    for (const roles of [[], ['display'], ['monitor', 'display'], ['surgeon'], undefined]) {
      assert.equal((await owner.post('/api/staff', { ...person, roles })).status, 422, JSON.stringify(roles))
    }
  })

  test('takes addresses with an apostrophe and an umlaut-free name, and finds them at sign-in', async () => {
    const { app, owner } = await begin()
    const email = `sinead.o'neill-${randomUUID().slice(0, 8)}@clinic.example`
    await joinedPerson(app, owner, ['monitor'], email)
    const { status } = await newBrowser(app).post('/api/sign-in', { email, password: goodPassword, code: '000000' })
    assert.equal(status, 401)
  })
})

describe('roles', () => {
  test('of two owners who change one person’s the second is told who was first, and what they were stays in the trail', async () => {
    const { app, clinic, owner } = await begin()
    const other = await clinic.another(['owner'], 'Oscar Owner')
    const markNow = async () =>
      rows((await owner.get('/api/staff')).json).find(({ id }) => id === clinic.monitor.staffId)?.mark
    const path = `/api/staff/${clinic.monitor.staffId}/roles`
    const seen = await markNow()
    assert.equal((await other.post(path, { roles: ['monitor', 'prescriber'], seen })).status, 204)
    assert.equal(
      (await other.post(path, { roles: ['monitor', 'prescriber'], seen })).status,
      204,
      'the answer was lost',
    )
    const late = await owner.post(path, { roles: ['monitor', 'front-desk'], seen })
    assert.equal(late.status, 409)
    assert.deepEqual((late.json as { first: object }).first, { by: 'Oscar Owner', at: app.clock.now })
    assert.equal((await owner.post(path, { roles: ['therapist'], seen: await markNow() })).status, 204)
    const trail = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
      q.all<{ before: string[] }>(sql`
        select detail -> 'before' as before from audit_entry where action = 'staff.roles' order by seq`),
    )
    assert.deepEqual(
      trail.map(({ before }) => before),
      [['monitor'], ['prescriber', 'monitor']],
    )
  })

  test('change at once for somebody who is signed in', async () => {
    const { app, owner } = await begin()
    const person = await joinedPerson(app, owner, ['monitor'])
    assert.equal((await person.browser.post('/api/staff', {})).status, 403)
    assert.equal((await owner.post(`/api/staff/${person.id}/roles`, { roles: ['owner', 'prescriber'] })).status, 204)
    assert.equal((await person.browser.post('/api/staff', {})).status, 422)
    const { roles } = (await person.browser.get('/api/me')).json.staff as { roles: string[] }
    assert.deepEqual(roles, ['owner', 'prescriber'])
  })

  test('leave the clinic at least one owner who has joined', async () => {
    const { app, owner } = await begin()
    const first = await joinedPerson(app, owner, ['owner'])
    await invite(owner, ['owner'])
    const { status, json } = await first.browser.post(`/api/staff/${first.id}/roles`, { roles: ['monitor'] })
    assert.equal(status, 409, 'the others have nothing to sign in with')
    assert.match(String(json.says), /only owner/)
    const second = await joinedPerson(app, owner, ['owner'])
    assert.equal((await second.browser.post(`/api/staff/${first.id}/roles`, { roles: ['monitor'] })).status, 204)
    assert.equal((await second.browser.post(`/api/staff/${second.id}/roles`, { roles: ['monitor'] })).status, 409)
  })

  test('of two owners who remove each other at once, one stays', async () => {
    const { app, owner } = await begin()
    const [one, other] = [await joinedPerson(app, owner, ['owner']), await joinedPerson(app, owner, ['owner'])]
    const both = await Promise.all([
      one.browser.post(`/api/staff/${other.id}/deactivate`),
      other.browser.post(`/api/staff/${one.id}/deactivate`),
    ])
    assert.equal(both.filter(({ status }) => status === 204).length, 1)
  })
})

describe('deactivating', () => {
  test('ends every sign-in at once and closes every door; letting back in opens them', async () => {
    const { app, owner } = await begin()
    const person = await joinedPerson(app, owner, ['monitor'])
    assert.equal((await owner.post(`/api/staff/${person.id}/deactivate`)).status, 204)
    assert.equal((await person.browser.get('/api/account')).status, 401)
    const recovery = { email: person.email, password: goodPassword, recoveryCode: person.recoveryCodes[0] }
    assert.equal((await newBrowser(app).post('/api/sign-in/recover', recovery)).status, 401)
    assert.equal((await owner.post(`/api/staff/${person.id}/link`)).status, 409)
    assert.equal((await owner.post(`/api/staff/${person.id}/reactivate`)).status, 204)
    assert.equal((await person.browser.get('/api/account')).status, 401, 'the old sign-in stays ended')
    assert.equal((await newBrowser(app).post('/api/sign-in/recover', recovery)).status, 200)
  })

  test('is not for oneself', async () => {
    const { owner } = await begin()
    assert.equal((await owner.post(`/api/staff/${owner.staffId}/deactivate`)).status, 409)
  })

  test('keeps the person’s name in the list', async () => {
    const { owner } = await begin()
    const { id } = await invite(owner, ['monitor'])
    await owner.post(`/api/staff/${id}/deactivate`)
    assert.equal(rows((await owner.get('/api/staff')).json).find((row) => row.id === id)?.active, false)
  })
})

test('signing somebody out leaves their account as it is', async () => {
  const { app, owner } = await begin()
  const person = await joinedPerson(app, owner, ['monitor'])
  const { json } = await owner.post(`/api/staff/${person.id}/sign-out`)
  assert.deepEqual(json, { ended: 1 })
  assert.equal((await person.browser.get('/api/account')).status, 401)
})

describe('another clinic', () => {
  test('is not there: not its staff, not its links, not its settings', async () => {
    const { app, clinic } = await begin()
    const other = await app.clinicWith()
    const theirs = await joinedPerson(app, other.owner, ['monitor'])
    for (const what of ['link', 'deactivate', 'reactivate', 'sign-out']) {
      assert.equal((await clinic.owner.post(`/api/staff/${theirs.id}/${what}`)).status, 404, what)
    }
    assert.equal((await clinic.owner.post(`/api/staff/${theirs.id}/roles`, { roles: ['owner'] })).status, 404)
    assert.ok(!rows((await clinic.owner.get('/api/staff')).json).some(({ id }) => id === theirs.id))
    assert.equal((await theirs.browser.get('/api/account')).status, 200)
    const signIns = (await theirs.browser.get('/api/account')).json.signIns as { id: string }[]
    const mine = await joinedPerson(app, clinic.owner, ['monitor'])
    assert.equal((await mine.browser.post(`/api/account/sign-ins/${signIns[0]?.id}/end`)).status, 404)
  })
})
