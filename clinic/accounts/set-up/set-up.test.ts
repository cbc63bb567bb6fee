import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { migrate } from '../../../database/migrate.ts'
import { openDatabase } from '../../../database/open.ts'
import { newClinic } from '../../../database/test.ts'
import type { Database } from '../../../database/types.ts'
import { addMinutes, Instant } from '../../../science/time.ts'
import { createApp } from '../../../server/app.ts'
import { newLimiter } from '../../../server/limiter.ts'
import { listenForChanges } from '../../../server/live.ts'
import { ensureFirstRun } from '../first-run.ts'
import { loadSecrets } from '../secrets.ts'
import { newAuthenticator } from '../testing/authenticator.ts'
import { newBrowser } from '../testing/browser.ts'
import { clinicForTests } from '../testing/clinic.ts'
import { codeAt, goodPassword } from '../testing/person.ts'

const origin = 'http://localhost:4747'
const start = Instant.parse('2026-11-23T17:00:00.000Z')

// A database of its own: the first run is over as soon as any other test has made a clinic.
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-setup-'))
const clock = { now: start }
let db: Database
let recoveryCode = ''
let app: ReturnType<typeof createApp>

before(async () => {
  db = await openDatabase({ dataDir: join(folder, 'data') })
  await migrate(db)
  const secrets = loadSecrets(folder)
  const limiter = newLimiter(() => clock.now)
  app = createApp({ db, secrets, clock: () => clock.now, origin, limiter }, await listenForChanges(db))
})
after(async () => {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

const link = async () => (await ensureFirstRun(db, folder, clock.now))?.token ?? ''
const owner = { id: randomUUID(), name: 'Olga Owner', email: 'Olga@clinic.example', roles: ['prescriber'] }
const browser = () => newBrowser({ app, origin })

const bodyWith = async (token: string, at = browser()) => {
  const { status, json } = await at.post('/api/setup/offer', { token, owner })
  assert.equal(status, 200, JSON.stringify(json))
  const { offer, letters, picture } = json.code as { offer: string; letters: string; picture: string }
  assert.match(picture, /^data:image\/svg\+xml;base64,/)
  const credential = { kind: 'password', password: goodPassword, offer, code: codeAt(letters, clock.now) }
  return { token, clinicId: randomUUID(), clinic: clinicForTests, owner, credential }
}

describe('before there is a clinic', () => {
  test('the start prints a link of which only the hash is kept, where only its owner reads', async () => {
    const token = await link()
    const file = join(folder, 'setup.json')
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.equal(statSync(join(folder, 'secret.key')).mode & 0o777, 0o600)
    assert.ok(!readFileSync(file, 'utf8').includes(token))
    assert.equal((await browser().get('/api/me')).json.firstRun, true)
    assert.equal((await browser().post('/api/setup/look', { token })).status, 200)
  })

  test('another start replaces the link', async () => {
    const first = await link()
    const second = await link()
    assert.equal((await browser().post('/api/setup/look', { token: first })).status, 404)
    assert.equal((await browser().post('/api/setup/look', { token: second })).status, 200)
  })

  test('the link is good for a day', async () => {
    const token = await link()
    clock.now = addMinutes(start, 24 * 60 - 1)
    assert.equal((await browser().post('/api/setup/look', { token })).status, 200)
    clock.now = addMinutes(start, 24 * 60)
    const { status, json } = await browser().post('/api/setup/look', { token })
    assert.equal(status, 409)
    assert.match(String(json.says), /older than a day/)
  })

  test('nothing is set up without the link', async () => {
    await link()
    const made = `${'A'.repeat(42)}B`
    assert.equal((await browser().post('/api/setup/offer', { token: made, owner })).status, 404)
    const body = await bodyWith(await link())
    assert.equal((await browser().post('/api/setup', { ...body, token: made })).status, 404)
  })

  test('what is wrong is said beside its field, and the link works on', async () => {
    const body = await bodyWith(await link())
    const { timeZone: _, ...clinic } = clinicForTests
    const missing = await browser().post('/api/setup', { ...body, clinic })
    assert.deepEqual([missing.status, Object.keys(missing.json.fields as object)], [422, ['clinic.timeZone']])
    const easy = { ...body, credential: { ...body.credential, password: 'password1234' } }
    assert.deepEqual(Object.keys((await browser().post('/api/setup', easy)).json.fields as object), ['password'])
    assert.equal((await browser().post('/api/setup/look', { token: body.token })).status, 200)
  })

  test('setting up that fails in the database leaves nothing, and the link works on', async () => {
    const demo = await newClinic(db, { isDemo: true })
    // A demo that is not whole has nobody who could sign in: the first page stays.
    assert.equal((await browser().get('/api/me')).json.firstRun, true)
    const body = await bodyWith(await link())
    // The id of a clinic that is there already: the insert is refused.
    assert.equal((await browser().post('/api/setup', { ...body, clinicId: demo })).status, 409)
    assert.equal((await browser().post('/api/setup/look', { token: body.token })).status, 200)
  })

  test('a passkey from another address is refused', async () => {
    const token = await link()
    const offered = (await browser().post('/api/setup/offer', { token, owner })).json.passkey as never as {
      offer: string
      options: { challenge: string }
    }
    const answer = newAuthenticator({ origin: 'http://localhost:1' }).create(offered.options)
    const credential = { kind: 'passkey', offer: offered.offer, answer, name: 'Phone' }
    const body = { token, clinicId: randomUUID(), clinic: clinicForTests, owner, credential }
    assert.equal((await browser().post('/api/setup', body)).status, 422)
  })
})

describe('setting up', () => {
  test('of two at once lets one through; it makes the clinic, its owner and ten recovery codes', async () => {
    const token = await link()
    const [one, other] = [browser(), browser()]
    const bodies = [await bodyWith(token, one), await bodyWith(token, other)]
    const both = await Promise.all([one.post('/api/setup', bodies[0]), other.post('/api/setup', bodies[1])])
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
    const theirs = both[0]?.status === 200 ? one : other
    const made = both.flatMap(({ json }) => (json.recoveryCodes as string[] | undefined) ?? [])
    assert.equal(new Set(made).size, 10)
    recoveryCode = made[0] ?? ''

    const { json } = await theirs.get('/api/me')
    assert.equal(json.firstRun, false)
    assert.deepEqual((json.staff as { roles: string[] }).roles, ['owner', 'prescriber'])
    const clinic = (await theirs.get('/api/clinic')).json
    assert.equal(clinic.name, clinicForTests.name)
    assert.deepEqual(clinic.messageCover, clinicForTests.messageCover)
    const account = (await theirs.get('/api/account')).json
    assert.deepEqual([account.email, account.hasPassword, account.hasCode], ['olga@clinic.example', true, true])
  })

  test('ends the first run: no link, no file, and the old link says so', async () => {
    assert.equal(await ensureFirstRun(db, folder, clock.now), undefined)
    assert.equal(existsSync(join(folder, 'setup.json')), false)
    assert.equal((await browser().get('/api/me')).json.firstRun, false)
    const { status, json } = await browser().post('/api/setup/look', { token: 'A'.repeat(43) })
    assert.deepEqual([status, json.says], [409, 'This clinic is already set up. Please sign in.'])
  })

  test('is entered again with what was chosen', async () => {
    const at = browser()
    const typed = { email: owner.email, password: goodPassword }
    assert.equal((await at.post('/api/sign-in/recover', { ...typed, password: 'wrong', recoveryCode })).status, 401)
    assert.equal((await at.post('/api/sign-in/recover', { ...typed, recoveryCode })).status, 200)
    assert.equal((await at.get('/api/account')).json.recoveryCodesLeft, 9)
  })
})
