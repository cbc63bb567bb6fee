import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes } from '../../../science/time.ts'
import { testApp } from '../../../server/test.ts'
import { newBrowser } from '../testing/browser.ts'
import { codeAt, goodPassword, joinedPerson, tokenIn } from '../testing/person.ts'

const begin = async () => {
  const app = await testApp()
  const clinic = await app.clinicWith()
  const person = await joinedPerson(app, clinic.owner, ['monitor'])
  const later = (minutes: number) => {
    app.clock.now = addMinutes(app.clock.now, minutes)
  }
  const isLocked = async () => (await person.browser.get('/api/me')).json.locked
  return { app, clinic, person, later, isLocked, browser: person.browser }
}

describe('a screen that nobody touches', () => {
  test('locks after fifteen minutes, and what is asked then is not carried out', async () => {
    const { browser, later, isLocked } = await begin()
    later(14.9)
    assert.equal(await isLocked(), false)
    assert.equal((await browser.get('/api/account')).status, 200)
    later(0.1)
    assert.equal(await isLocked(), true)
    const { status, json } = await browser.get('/api/account')
    assert.deepEqual([status, json.says], [401, 'This screen is locked. Unlock it to continue.'])
  })

  test('stays open while it is touched, up to twelve hours', async () => {
    const { browser, later } = await begin()
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      later(10)
      assert.equal((await browser.post('/api/sign-in/active')).status, 200, `after ${minutes} minutes`)
    }
    later(10)
    assert.equal((await browser.get('/api/me')).json.signedIn, false)
  })

  test('is not opened by saying that it was touched', async () => {
    const { browser, later, isLocked } = await begin()
    later(15)
    assert.equal((await browser.post('/api/sign-in/active')).status, 401)
    assert.equal(await isLocked(), true)
  })

  test('asking for data is no touch', async () => {
    const { browser, later, isLocked } = await begin()
    later(10)
    await browser.get('/api/account')
    later(5)
    assert.equal(await isLocked(), true)
  })

  test('is opened by its person’s password, and the waiting work goes on', async () => {
    const { browser, later, isLocked } = await begin()
    later(60)
    const wrong = await browser.post('/api/sign-in/unlock', { password: 'wrong' })
    assert.deepEqual([wrong.status, Object.keys(wrong.json.fields as object)], [422, ['password']])
    assert.equal(await isLocked(), true)
    assert.equal((await browser.post('/api/sign-in/unlock', { password: goodPassword })).status, 200)
    assert.equal(await isLocked(), false)
    assert.equal((await browser.get('/api/account')).status, 200)
  })

  test('counts wrong passwords like the door does', async () => {
    const { browser, later } = await begin()
    later(60)
    for (let i = 0; i < 5; i++) await browser.post('/api/sign-in/unlock', { password: 'wrong' })
    assert.equal((await browser.post('/api/sign-in/unlock', { password: goodPassword })).status, 429)
  })

  test('is locked at once by hand', async () => {
    const { browser, isLocked } = await begin()
    await browser.post('/api/sign-in/lock')
    assert.equal(await isLocked(), true)
    assert.equal((await browser.get('/api/account')).status, 401)
  })
})

describe('signing out', () => {
  test('ends this sign-in and takes the cookie back', async () => {
    const { app, browser } = await begin()
    const token = browser.token()
    const reply = await browser.post('/api/sign-out')
    assert.match(reply.setCookie ?? '', /^__Host-evenkeel=; .*Max-Age=0/)
    const kept = await app.app.request('/api/account', { headers: { cookie: `__Host-evenkeel=${token}` } })
    assert.equal(kept.status, 401)
  })

  test('works on a locked screen', async () => {
    const { browser, later } = await begin()
    later(60)
    assert.equal((await browser.post('/api/sign-out')).status, 200)
    assert.equal((await browser.get('/api/me')).json.signedIn, false)
  })

  test('everywhere ends all of one’s own and nobody else’s', async () => {
    const { app, clinic, person, later } = await begin()
    const other = await joinedPerson(app, clinic.owner, ['monitor'])
    later(1)
    const phone = newBrowser(app)
    const code = codeAt(person.letters, app.clock.now)
    await phone.post('/api/sign-in', { email: person.email, password: goodPassword, code })
    assert.equal((await phone.post('/api/sign-out', { everywhere: true })).status, 200)
    assert.equal((await person.browser.get('/api/account')).status, 401)
    assert.equal((await other.browser.get('/api/account')).status, 200)
  })

  test('one of the others by the list, and never somebody else’s', async () => {
    const { app, clinic, person, later, browser } = await begin()
    const other = await joinedPerson(app, clinic.owner, ['monitor'])
    later(1)
    const phone = newBrowser(app, 'Mozilla/5.0 (Linux; Android 15) Chrome/140')
    const code = codeAt(person.letters, app.clock.now)
    await phone.post('/api/sign-in', { email: person.email, password: goodPassword, code })
    const list = (await browser.get('/api/account')).json.signIns as { id: string; device: string; here: boolean }[]
    assert.deepEqual(
      list.map(({ device, here }) => [device, here]),
      [
        ['Safari on iPhone', true],
        ['Chrome on Android', false],
      ],
    )
    const id = list.find(({ here }) => !here)?.id
    assert.equal((await other.browser.post(`/api/account/sign-ins/${id}/end`)).status, 404)
    assert.equal((await browser.post(`/api/account/sign-ins/${id}/end`)).status, 200)
    assert.equal((await phone.get('/api/account')).status, 401)
    assert.equal((await browser.get('/api/account')).status, 200)
  })
})

describe('a screen on the wall', () => {
  test('is signed in by its link, once, and does not lock or run out', async () => {
    const { app, clinic, later } = await begin()
    const made = await clinic.owner.post('/api/displays', { id: crypto.randomUUID(), name: 'Corridor' })
    const { link } = made.json as { link: string }
    const wall = newBrowser(app)
    const shown = await wall.post('/api/join', { token: tokenIn(link) })
    assert.equal(shown.status, 200)
    assert.match(shown.setCookie ?? '', /Max-Age=31536000/)
    assert.equal((await newBrowser(app).post('/api/join', { token: tokenIn(link) })).status, 409)
    later(60 * 24 * 30)
    const { json } = await wall.get('/api/me')
    assert.deepEqual([json.signedIn, json.locked], [true, false])
    assert.deepEqual((json.staff as { permissions: string[] }).permissions, ['board.read'])
  })

  test('is not a person: it has no account to change', async () => {
    const { clinic } = await begin()
    for (const path of ['/api/account', '/api/clinic', '/api/staff']) {
      assert.equal((await clinic.display.get(path)).status, 403, path)
    }
  })
})
