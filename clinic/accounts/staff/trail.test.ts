import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { addMinutes } from '../../../science/time.ts'
import { testApp } from '../../../server/test.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { newBrowser } from '../testing/browser.ts'
import { codeAt, goodPassword, joinedPerson } from '../testing/person.ts'
import { makeOwnerLink } from './owner-link.ts'
import { type AccountEvent, waitAfter } from './trail.ts'

type Answer = { entries: AccountEvent[]; more: boolean }

const begin = async () => {
  const app = await testApp()
  const clinic = await app.clinicWith()
  const nurse = await joinedPerson(app, clinic.owner, ['monitor'])
  const later = (minutes: number) => {
    app.clock.now = addMinutes(app.clock.now, minutes)
  }
  later(1)
  const trail = async (before?: number) =>
    (await clinic.owner.get(`/api/staff/trail${before ? `?before=${before}` : ''}`)).json as Answer
  const ofNurse = async () => (await trail()).entries.filter(({ name }) => name === 'Ines Invited')
  const signIn = (password = goodPassword) => {
    const code = codeAt(nurse.letters, app.clock.now)
    return newBrowser(app).post('/api/sign-in', { email: nurse.email, password, code })
  }
  return { app, clinic, nurse, later, trail, ofNurse, signIn }
}

test('the owner reads who joined and came in and by what, and each refused try with how many in a row it was', async () => {
  const { later, ofNurse, signIn } = await begin()
  for (let tries = 0; tries < 5; tries += 1) {
    assert.equal((await signIn('wrong lantern nine otters')).status, 401)
    later(0.1)
  }
  assert.equal((await signIn()).status, 429, 'has to wait, and that is no further try')
  later(2)
  assert.equal((await signIn()).status, 200)
  later(1)
  assert.equal((await signIn('wrong lantern nine otters')).status, 401)
  const events = await ofNurse()
  assert.deepEqual(
    events.map(({ action, inRow }) => [action, inRow]),
    [
      ['sign-in.tried', 1],
      ['sign-in', null],
      ...[5, 4, 3, 2, 1].map((inRow) => ['sign-in.tried', inRow]),
      ['account.join', null],
      ['staff.invite', null],
    ],
  )
  assert.deepEqual(events.slice(0, 4).map(waitAfter), [undefined, undefined, 1, undefined])
  const came = events[1]
  assert.deepEqual([came?.detail.method, typeof came?.device, came?.by.self], ['password and code', 'string', true])
  assert.deepEqual([events.at(-1)?.by.name, events.at(-1)?.by.self], ['Olive Owner', false])
})

test('what changed about how somebody comes in is there, the link made at the machine too; each has its words', async () => {
  const { app, clinic, nurse, trail, ofNurse, later } = await begin()
  const owner = await joinedPerson(app, clinic.owner, ['owner'])
  const made = await makeOwnerLink(app.db, { email: owner.email, secrets: app.secrets, now: app.clock.now })
  assert.ok('token' in made)
  later(11)
  assert.equal((await nurse.browser.post('/api/account/recovery-codes')).status, 422, 'a fresh proof first')
  assert.equal((await nurse.browser.post('/api/sign-in/unlock', { password: 'wrong lantern nine' })).status, 422)
  later(1)
  assert.equal((await nurse.browser.post('/api/sign-in/unlock', { password: goodPassword })).status, 200)
  assert.equal((await nurse.browser.post('/api/account/recovery-codes')).status, 200)
  assert.equal(
    (await clinic.owner.post(`/api/staff/${nurse.id}/roles`, { roles: ['monitor', 'front-desk'] })).status,
    204,
  )
  assert.equal((await nurse.browser.post('/api/sign-out', { everywhere: true })).status, 200)
  const events = await ofNurse()
  assert.deepEqual(
    events.slice(0, 4).map(({ action }) => action),
    ['sign-out.everywhere', 'staff.roles', 'account.renew-recovery-codes', 'sign-in.tried'],
  )
  assert.equal(events[3]?.by.kind, 'staff')
  const { entries } = await trail()
  const link = entries.find(({ action }) => action === 'staff.link-recover')
  assert.equal(link?.by.kind, 'system')
  for (const { action } of entries.filter((entry) => entry.action !== 'test.person'))
    assert.ok(accountWords.trail.actions[action], action)
  assert.doesNotMatch(JSON.stringify(entries), /otters|\$argon2/)
})

test('it is the owner’s alone, goes on page by page, and that it was opened is in the trail', async () => {
  const { app, clinic, nurse, trail } = await begin()
  for (const role of ['prescriber', 'monitor', 'frontDesk'] as const)
    assert.equal((await clinic[role].get('/api/staff/trail')).status, 403)
  const other = await app.clinicWith()
  for (let times = 0; times < 101; times += 1) {
    const roles = times % 2 === 0 ? ['monitor', 'front-desk'] : ['monitor']
    assert.equal((await clinic.owner.post(`/api/staff/${nurse.id}/roles`, { roles })).status, 204)
  }
  const newest = await trail()
  assert.deepEqual([newest.entries.length, newest.more], [100, true])
  const older = await trail(newest.entries.at(-1)?.seq)
  assert.equal(older.more, false)
  assert.ok(older.entries.some(({ action }) => action === 'account.join'))
  const theirs = (await other.owner.get('/api/staff/trail')).json as Answer
  assert.ok(!theirs.entries.some(({ action }) => action === 'staff.roles'), 'of another clinic')
  const opened = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
    q.all(sql`select from audit_entry where action = 'staff.trail.open'`),
  )
  assert.ok(opened.length > 0)
})
