import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { securityHeaders } from './guard.ts'
import { addSignedIn, carrying } from './in-process.ts'
import { testApp } from './test.ts'

const json = { 'content-type': 'application/json' }

describe('a request from another site', () => {
  const cases: [string, Record<string, string>, boolean][] = [
    ['the browser says same-origin', { 'sec-fetch-site': 'same-origin' }, true],
    ['the browser says cross-site', { 'sec-fetch-site': 'cross-site' }, false],
    ['the browser says same-site (another port or subdomain)', { 'sec-fetch-site': 'same-site' }, false],
    ['an older browser names our origin', { origin: 'http://localhost:4747', host: 'localhost:4747' }, true],
    ['an older browser names another origin', { origin: 'https://evil.example', host: 'localhost:4747' }, false],
    ['an origin that is no address', { origin: 'null', host: 'localhost:4747' }, false],
    ['nothing said, but a cookie', { cookie: '__Host-evenkeel=x' }, false],
  ]
  for (const [name, headers, carriedOut] of cases) {
    test(`${name}: ${carriedOut ? 'is looked at' : 'is refused'}`, async () => {
      const { app } = await testApp()
      const init = { method: 'POST', headers: { ...json, ...headers }, body: '{}' }
      const response = await app.request('http://localhost:4747/api/nothing-here', init)
      assert.equal(response.status, carriedOut ? 404 : 403)
    })
  }
})

test('a page that was opened for somebody else is answered nothing, and what it sends is not carried out', async () => {
  const { app, db, clock, clinicWith } = await testApp()
  const { clinicId, monitor } = await clinicWith()
  const how = { action: 'test.person', method: 'passkey', device: 'test' } as const
  const { staffId, token } = await addSignedIn(db, clinicId, { name: 'Petra', roles: ['owner'], now: clock.now }, how)
  const ask = (path: string, as?: string) =>
    app.request(`http://localhost:4747${path}`, {
      headers: { ...carrying(token), ...(as ? { 'x-evenkeel-as': as } : {}) },
    })
  for (const [path, as, status] of [
    ['/api/staff', staffId, 200],
    ['/api/staff', undefined, 200],
    ['/api/staff', monitor.staffId, 401],
    ['/api/me', monitor.staffId, 200],
  ] as const)
    assert.equal((await ask(path, as)).status, status, `${path} ${as}`)
})

describe('every answer', () => {
  test('carries the security headers, errors and pages too', async () => {
    const { app } = await testApp()
    for (const path of ['/health', '/api/me', '/api/nothing-here', '/', '/no-such-file.js']) {
      const response = await app.request(`http://localhost:4747${path}`)
      for (const [name, value] of Object.entries(securityHeaders)) assert.equal(response.headers.get(name), value, path)
    }
  })

  test('allows no inline script or style', () => {
    assert.doesNotMatch(securityHeaders['content-security-policy'] ?? '', /unsafe-inline|unsafe-eval|\*/)
  })
})

describe('a body', () => {
  const post = async (body: string, headers: Record<string, string> = json) => {
    const { app } = await testApp()
    const init = { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', ...headers }, body }
    const response = await app.request('http://localhost:4747/api/sign-in', init)
    return { status: response.status, said: (await response.json()) as { says: string } }
  }
  test('that is not JSON is refused with a sentence', async () => {
    const { status, said } = await post('{"email": ')
    assert.equal(status, 422)
    assert.match(said.says, /JSON that arrived is incomplete/)
  })
  test('of another type is refused', async () => {
    const { status } = await post('email=a', { 'content-type': 'application/x-www-form-urlencoded' })
    assert.equal(status, 422)
  })
  test('that is too large is refused, whatever length it states', async () => {
    const { status, said } = await post(JSON.stringify({ email: 'x'.repeat(70_000) }))
    assert.equal(status, 422)
    assert.match(said.says, /larger than the 64 kB/)
  })
})

describe('health', () => {
  test('answers 200 with JSON', async () => {
    const { app } = await testApp()
    const response = await app.request('http://localhost:4747/health')
    assert.equal(response.status, 200)
    assert.equal(((await response.json()) as { status: string }).status, 'serving')
  })
})
