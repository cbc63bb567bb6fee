import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes } from '../../../science/time.ts'
import { testApp } from '../../../server/test.ts'
import { newAuthenticator } from '../testing/authenticator.ts'
import { type Browser, newBrowser } from '../testing/browser.ts'
import { goodPassword, invite, joinedPerson, tokenIn } from '../testing/person.ts'

type Asked = { offer: string; options: { challenge: string; rpId: string } }
type Device = ReturnType<typeof newAuthenticator>

/** Somebody whose only way in is a passkey. */
const begin = async () => {
  const app = await testApp()
  const clinic = await app.clinicWith()
  const device = newAuthenticator()
  const person = await invite(clinic.owner, ['prescriber'])
  const browser = newBrowser(app)
  const token = tokenIn(person.link)
  const offered = (await browser.post('/api/join/offer', { token })).json.passkey as Asked
  const answer = device.create(offered.options)
  const credential = { kind: 'passkey', offer: offered.offer, answer, name: 'Work laptop' }
  const joined = await browser.post('/api/join', { token, credential })
  assert.equal(joined.status, 200, JSON.stringify(joined.json))
  const ask = async () => (await newBrowser(app).post('/api/sign-in/passkey/ask')).json as unknown as Asked
  const enter = (asked: Asked, with_: Device = device, at: Browser = newBrowser(app)) =>
    at.post('/api/sign-in/passkey', { offer: asked.offer, answer: with_.get(asked.options) })
  const later = (minutes: number) => {
    app.clock.now = addMinutes(app.clock.now, minutes)
  }
  return { app, clinic, device, person, browser, ask, enter, later }
}

describe('a passkey', () => {
  test('signs its person in without a name being typed', async () => {
    const { app, device, person, ask, enter } = await begin()
    const asked = await ask()
    assert.equal(asked.options.rpId, 'localhost')
    const browser = newBrowser(app)
    assert.equal((await enter(asked, device, browser)).status, 200)
    assert.equal(((await browser.get('/api/me')).json.staff as { id: string }).id, person.id)
  })

  test('answers a challenge once', async () => {
    const { app, device, ask } = await begin()
    const asked = await ask()
    const sent = { offer: asked.offer, answer: device.get(asked.options) }
    assert.equal((await newBrowser(app).post('/api/sign-in/passkey', sent)).status, 200)
    const again = await newBrowser(app).post('/api/sign-in/passkey', sent)
    assert.ok([401, 409].includes(again.status), String(again.status))
    assert.equal(again.setCookie, null)
  })

  test('that does not count cannot have an answer used twice either', async () => {
    const { app, device, ask } = await begin()
    const [one, other] = [await ask(), await ask()]
    device.setCount(-1)
    const sent = { offer: one.offer, answer: device.get(one.options) }
    assert.equal((await newBrowser(app).post('/api/sign-in/passkey', sent)).status, 200)
    assert.equal((await newBrowser(app).post('/api/sign-in/passkey', sent)).status, 409)
    device.setCount(-1)
    assert.equal(
      (await newBrowser(app).post('/api/sign-in/passkey', { offer: other.offer, answer: device.get(other.options) }))
        .status,
      200,
    )
  })

  test('whose count goes backwards is a copy and is refused', async () => {
    const { device, ask, enter } = await begin()
    device.setCount(7)
    assert.equal((await enter(await ask())).status, 200)
    device.setCount(3)
    assert.equal((await enter(await ask())).status, 401)
  })

  test('made for another address, another challenge, or without checking its person is refused', async () => {
    const { app, clinic, device, ask, enter } = await begin()
    const asked = await ask()
    const other = await ask()
    assert.equal((await enter({ offer: asked.offer, options: other.options })).status, 401)
    assert.equal((await enter(asked, newAuthenticator())).status, 401)

    const invited = await invite(clinic.owner, ['monitor'])
    const browser = newBrowser(app)
    const token = tokenIn(invited.link)
    const offered = (await browser.post('/api/join/offer', { token })).json.passkey as Asked
    for (const wrong of [newAuthenticator({ origin: 'https://evil.example' }), newAuthenticator({ verifies: false })]) {
      const answer = wrong.create(offered.options)
      const credential = { kind: 'passkey', offer: offered.offer, answer, name: 'Wrong' }
      assert.equal((await browser.post('/api/join', { token, credential })).status, 422)
    }
    assert.ok(device)
  })

  test('has a quarter of an hour to answer', async () => {
    const { ask, enter, later } = await begin()
    const asked = await ask()
    later(15)
    assert.equal((await enter(asked)).status, 409)
  })

  test('whose answer is rubbish is answered in a sentence', async () => {
    const { app, device, ask } = await begin()
    const { offer, options } = await ask()
    const answer = device.get(options)
    const broken = [
      { ...answer, response: {} },
      { ...answer, response: { ...answer.response, signature: 'AAAA' } },
      { ...answer, response: { ...answer.response, clientDataJSON: 'not json' } },
      { id: answer.id },
      null,
      'text',
    ]
    for (const rubbish of broken) {
      const { status } = await newBrowser(app).post('/api/sign-in/passkey', { offer, answer: rubbish })
      assert.ok([401, 422].includes(status), `${status}: ${JSON.stringify(rubbish)}`)
    }
  })

  test('opens a locked screen, and only its own person’s', async () => {
    const { app, clinic, device, browser, later } = await begin()
    const other = await joinedPerson(app, clinic.owner, ['monitor'])
    later(20)
    assert.deepEqual((await browser.get('/api/sign-in/ways')).json, { password: false, passkey: true })
    assert.deepEqual((await other.browser.get('/api/sign-in/ways')).json, { password: true, passkey: false })
    const asked = (await browser.post('/api/sign-in/unlock/ask')).json as unknown as Asked
    const passkey = { offer: asked.offer, answer: device.get(asked.options) }
    assert.notEqual((await other.browser.post('/api/sign-in/unlock', { passkey })).status, 200)
    assert.equal((await browser.post('/api/sign-in/unlock', { passkey })).status, 200)
    assert.equal((await browser.get('/api/account')).status, 200)
    assert.equal((await browser.post('/api/sign-in/unlock', { passkey })).status >= 400, true)
  })
})

describe('one’s own passkeys', () => {
  const add = async (browser: Browser, name: string, device = newAuthenticator()) => {
    const offered = await browser.post('/api/account/passkeys/offer')
    const { offer, options } = offered.json as unknown as Asked
    const answer = device.create(options)
    return browser.post('/api/account/passkeys', { kind: 'passkey', offer, answer, name })
  }
  const listed = (json: Record<string, unknown>) => json.passkeys as { id: string; name: string }[]

  test('are added, named and removed; a removed one opens nothing', async () => {
    const { browser, device, ask, enter, later } = await begin()
    later(1)
    const added = await add(browser, 'Phone')
    assert.equal(added.status, 200, JSON.stringify(added.json))
    const [laptop, phone] = listed(added.json)
    assert.deepEqual([laptop?.name, phone?.name], ['Work laptop', 'Phone'])
    const named = await browser.post(`/api/account/passkeys/${phone?.id}/name`, { name: 'Old phone' })
    assert.equal(listed(named.json)[1]?.name, 'Old phone')
    const removed = await browser.post(`/api/account/passkeys/${laptop?.id}/remove`)
    assert.deepEqual(
      listed(removed.json).map(({ name }) => name),
      ['Old phone'],
    )
    assert.equal((await enter(await ask(), device)).status, 401)
  })

  test('whoever has the device of a removed one is out, and the screen that removed it stays', async () => {
    const { app, browser, device, ask, enter, later } = await begin()
    const taken = newBrowser(app)
    assert.equal((await enter(await ask(), device, taken)).status, 200)
    later(1)
    const [laptop] = listed((await add(browser, 'Phone')).json)
    assert.equal((await browser.post(`/api/account/passkeys/${laptop?.id}/remove`)).status, 200)
    assert.deepEqual([(await taken.get('/api/account')).status, (await browser.get('/api/account')).status], [401, 200])
  })

  test('the last way in cannot be removed', async () => {
    const { browser } = await begin()
    const [only] = listed((await browser.get('/api/account')).json)
    const { status, json } = await browser.post(`/api/account/passkeys/${only?.id}/remove`)
    assert.deepEqual([status, json.says], [409, 'This is the only way you can sign in. Add another one first.'])
    assert.equal(listed((await browser.get('/api/account')).json).length, 1)
  })

  test('the last passkey can, where there is a password with its app', async () => {
    const { app, clinic } = await begin()
    const person = await joinedPerson(app, clinic.owner, ['monitor'])
    const added = await add(person.browser, 'Phone')
    const [phone] = listed(added.json)
    assert.equal((await person.browser.post(`/api/account/passkeys/${phone?.id}/remove`)).status, 200)
  })

  test('of somebody else cannot be touched', async () => {
    const { app, clinic, browser } = await begin()
    const person = await joinedPerson(app, clinic.owner, ['monitor'])
    const [theirs] = listed((await browser.get('/api/account')).json)
    assert.equal((await person.browser.post(`/api/account/passkeys/${theirs?.id}/remove`)).status, 404)
    assert.equal((await person.browser.post(`/api/account/passkeys/${theirs?.id}/name`, { name: 'Mine' })).status, 404)
    assert.deepEqual(
      listed((await browser.get('/api/account')).json).map(({ name }) => name),
      ['Work laptop'],
    )
  })

  test('and everything else about signing in ask for a fresh proof after ten minutes', async () => {
    const { app, clinic, later } = await begin()
    const person = await joinedPerson(app, clinic.owner, ['monitor'])
    later(10)
    const changes: [string, unknown][] = [
      ['/api/account/passkeys/offer', {}],
      ['/api/account/password', { password: 'another copper lantern otters' }],
      ['/api/account/code/offer', {}],
      ['/api/account/recovery-codes', {}],
    ]
    for (const [path, body] of changes) {
      const { status, json } = await person.browser.post(path, body)
      assert.deepEqual([status, Object.keys(json.fields as object)], [422, ['proof']], path)
    }
    assert.equal((await person.browser.post('/api/sign-in/unlock', { password: goodPassword })).status, 200)
    for (const [path, body] of changes) assert.equal((await person.browser.post(path, body)).status, 200, path)
  })
})
