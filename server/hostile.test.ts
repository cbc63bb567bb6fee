import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { loadSecrets } from '../clinic/accounts/secrets.ts'
import { cookieName } from '../clinic/accounts/sign-in/cookie.ts'
import { ownDatabase } from '../database/test.ts'
import { Instant } from '../science/time.ts'
import { readBody } from './body.ts'
import { addSignedIn } from './in-process.ts'
import { newLimiter } from './limiter.ts'
import { routes } from './stages.ts'
import { type Serving, serve } from './start.ts'
import { testApp } from './test.ts'

// A database of its own: the server that runs here makes rounds through every clinic, by the clock on the wall.
const own = await ownDatabase()
after(own.close)
const app = await testApp(own.db)
const clinic = await app.clinicWith()

describe('what no form sends', () => {
  const identity = { givenName: 'Test', familyName: 'Sample', birthDate: '1980-03-05' }
  const cases: [string, unknown][] = [
    ['a zero character', { ...identity, givenName: 'a\0b' }],
    ['half a character', { ...identity, givenName: 'a\ud800' }],
    ['a prototype', JSON.parse('{"__proto__": {"admin": true}, "givenName": "x"}')],
    ['a number for a name', { ...identity, givenName: 7 }],
    ['a list of a thousand', { ...identity, reachBy: Array(1000).fill('mail') }],
    ['nothing', null],
    ['a word', 'x'],
  ]
  for (const [name, sent] of cases) {
    test(`${name} is answered with what is wrong`, async () => {
      const reply = await clinic.frontDesk.post('/api/patients/likely', { identity: sent })
      assert.equal(reply.status, 422, JSON.stringify(reply.json))
      assert.ok(Object.keys((reply.json as { fields: object }).fields).length > 0)
    })
  }
  test('in the address is answered too', async () => {
    const paths = [
      '/api/patients?search=%00',
      `/api/patients?search=${'%25'.repeat(60)}`,
      '/api/patients?search=99999999999999999999',
      '/api/sessions?day=9999-12-31',
      '/api/sessions?day=0000-01-01',
      '/api/sessions?day=2199-12-31',
      '/api/sessions?day=2026-02-30',
      '/api/alerts?closed=maybe',
      `/api/patients/${randomUUID()}/trail?before=1e30`,
      '/api/patients/%00',
      '/api/patients/%E0%A4%A',
      '/api/sessions/..%2f..%2fetc',
    ]
    for (const path of paths) {
      for (const as of [clinic.prescriber, clinic.owner]) {
        const { status, json } = await as.get(path)
        assert.ok(status < 500, `${path} → ${status} ${JSON.stringify(json)}`)
      }
    }
  })
})

/** A body of the right names and the wrong things, for every route: whatever comes, it is not our error. */
test('nothing sent to any route is an error of ours', async () => {
  const junk = [
    null,
    [],
    'x',
    { id: 7, body: {} },
    { id: randomUUID() },
    { id: randomUUID(), patientId: randomUUID(), answers: [], data: [] },
  ]
  const people = [clinic.owner, clinic.prescriber, clinic.monitor, clinic.frontDesk, app.holding('x'.repeat(43))]
  const wrong: string[] = []
  for (const route of routes) {
    // These end somebody's sign-in, or make and throw away a demo.
    if (/^\/api\/(sign-|demo|account\/password|staff\/:id)/.test(route.path)) continue
    const path = route.path.replace(/:\w+/g, () => randomUUID())
    for (const body of route.method === 'GET' ? [undefined] : junk) {
      for (const as of people) {
        const reply = await (route.method === 'GET' ? as.get(path) : as.post(path, body))
        if (reply.status >= 500) wrong.push(`${route.method} ${route.path} ${JSON.stringify(body)}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
})

describe('a limiter that somebody fills up', () => {
  test('holds no more than it may, and still limits', () => {
    let now = 0
    const limiter = newLimiter(() => Instant.parse(new Date(Date.UTC(2026, 0, 1) + now++).toISOString()), 100)
    for (let i = 0; i < 1000; i++) limiter.take(`key ${i}`, 1, 60)
    assert.throws(() => limiter.take('key 999', 1, 60))
    limiter.take('key 0', 1, 60)
  })
})

test('a sender who has gone before the body is read keeps nobody waiting', { timeout: 5000 }, async () => {
  const incoming = new Readable({ read: () => undefined })
  incoming.destroy()
  await once(incoming, 'close')
  const http = { req: { header: () => 'application/json' }, env: { incoming } }
  await assert.rejects(readBody(http as never, 100), /not arrive in full/)
})

describe('over a network', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-hostile-'))
  let serving: Serving
  before(async () => {
    loadSecrets(dataDir)
    serving = await serve({ db: app.db, dataDir, host: '127.0.0.1', port: 0 })
  })
  after(async () => {
    await serving.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  /** Bytes as they are, and what comes back until the other side closes or says enough. */
  const raw = async (bytes: string, enough = /\r\n\r\n/): Promise<string> => {
    const { port } = serving
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      let text = ''
      socket.setTimeout(5000, () => socket.destroy())
      socket.on('data', (data) => {
        text += String(data)
        if (enough.test(text)) socket.destroy()
      })
      socket.on('close', () => resolve(text))
      socket.on('error', reject)
    })
  }
  /** The cookie of somebody who is signed in now, by the clock on the wall. */
  const signedIn = async (): Promise<string> => {
    const how = { action: 'test.person', method: 'passkey', device: 'test' } as const
    const now = Instant.parse(new Date().toISOString())
    const { token } = await addSignedIn(app.db, clinic.clinicId, { name: 'Many', roles: ['monitor'], now }, how)
    return `${cookieName}=${token}`
  }
  const alive = async () => assert.equal((await fetch(`${serving.origin}/health`)).status, 200)

  test('a path that climbs out of the folder finds nothing', async () => {
    for (const path of ['/../package.json', '/assets/../../package.json', '/%2e%2e/package.json', '//etc/passwd']) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`, /$^/)
      assert.match(answer, /^HTTP\/1\.1 (404|400|200)/)
      assert.doesNotMatch(answer, /"dependencies"|root:/, path)
    }
    await alive()
  })

  test('broken requests are refused, and the server goes on', async () => {
    const sent = [
      'NONSENSE\r\n\r\n',
      'GET / HTTP/1.1\r\n\r\n',
      'GET http://[::bad/ HTTP/1.1\r\nhost: x\r\n\r\n',
      'GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
      'POST /api/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      'TRACE /api/me HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
      'HEAD /api/me HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    ]
    for (const bytes of sent) {
      const answer = await raw(bytes)
      assert.match(answer, /^HTTP\/1\.1 (4\d\d|200)/, JSON.stringify(bytes.slice(0, 40)) + answer.slice(0, 80))
      assert.doesNotMatch(answer, /\n\s+at /)
    }
    await alive()
  })

  test('a body that stops half-way leaves nothing behind', async () => {
    const { port } = serving
    const socket = connect(port, '127.0.0.1')
    const head =
      'POST /api/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n'
    await new Promise<void>((done) => socket.write(`${head}{"email":`, () => done()))
    await new Promise((wait) => setTimeout(wait, 50))
    socket.destroy()
    await new Promise((wait) => setTimeout(wait, 50))
    await alive()
  })

  test('ten thousand brackets are answered, and everybody else as well', async () => {
    const { origin } = serving
    const body = { id: randomUUID(), happenedAt: app.clock.now, kind: 'correction', corrects: randomUUID() }
    const text = JSON.stringify({ ...body, data: { reason: 'x', data: { deep: 'here' } } })
    const brackets = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const headers = { cookie: await signedIn(), 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
    const path = `${origin}/api/sessions/${randomUUID()}/events`
    const answer = await fetch(path, { method: 'POST', headers, body: text.replace('"here"', brackets) })
    assert.equal(answer.status, 422)
    assert.match(((await answer.json()) as { says: string }).says, /nested/)
    await alive()
  })

  test('so many live streams for one sign-in, and the places come free again', async () => {
    const { origin } = serving
    const cookie = await signedIn()
    const ask = (method = 'GET') => {
      const stopping = new AbortController()
      const answer = fetch(`${origin}/api/live`, { method, headers: { cookie }, signal: stopping.signal })
      return { answer, stop: () => stopping.abort() }
    }
    const all = Array.from({ length: 13 }, () => ask())
    const statuses = await Promise.all(all.map(async ({ answer }) => (await answer).status))
    assert.deepEqual(statuses.toSorted(), [...Array(12).fill(200), 429])
    assert.equal((await ask('HEAD').answer).status, 404)
    for (const { stop } of all) stop()
    await new Promise((wait) => setTimeout(wait, 200))
    const again = ask()
    assert.equal((await again.answer).status, 200)
    again.stop()
  })
})
