import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { addMinutes } from '../../../science/time.ts'
import { testApp } from '../../../server/test.ts'
import { audited } from '../../audit/audited.ts'
import { system } from '../actor.ts'
import { type Cost, usualCost } from '../credentials/password-hash.ts'
import { newAuthenticator } from '../testing/authenticator.ts'
import { newBrowser } from '../testing/browser.ts'
import { codeAt, goodPassword, invite, joinByPassword, joinedPerson, tokenIn } from '../testing/person.ts'

const begin = async (passwordCost?: Cost) => {
  const app = await testApp(undefined, passwordCost)
  const clinic = await app.clinicWith()
  const person = await joinedPerson(app, clinic.owner, ['monitor'])
  const later = (minutes: number) => {
    app.clock.now = addMinutes(app.clock.now, minutes)
  }
  /** Everything right, unless the test says otherwise. */
  const signIn = (typed: Record<string, unknown> = {}, browser = newBrowser(app)) =>
    browser.post('/api/sign-in', {
      email: person.email,
      password: goodPassword,
      code: codeAt(person.letters, app.clock.now),
      ...typed,
    })
  // The code they joined with is used up.
  later(1)
  return { app, clinic, person, later, signIn }
}

describe('signing in with a password and a code', () => {
  test('opens the clinic, in whatever case the address is typed', async () => {
    const { app, clinic, person, signIn } = await begin()
    const browser = newBrowser(app)
    const reply = await signIn({ email: ` ${person.email.toUpperCase()} ` }, browser)
    assert.equal(reply.status, 200)
    assert.match(reply.setCookie ?? '', /^__Host-evenkeel=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict/)
    const { json } = await browser.get('/api/me')
    assert.equal(json.signedIn, true)
    assert.deepEqual((json.staff as { roles: string[] }).roles, ['monitor'])
    assert.equal((json.clinic as { id: string }).id, clinic.clinicId)
  })

  test('tells nothing about which part was wrong, or whether there is such an account', async () => {
    const { signIn } = await begin()
    const wrong = [
      await signIn({ password: 'copper lantern seven otter' }),
      await signIn({ code: '000000' }),
      await signIn({ email: 'nobody@clinic.example' }),
    ]
    for (const { status, setCookie } of wrong) assert.deepEqual([status, setCookie], [401, null])
    assert.equal(new Set(wrong.map(({ json }) => JSON.stringify(json))).size, 1)
  })

  test('takes a code once', async () => {
    const { app, person, later, signIn } = await begin()
    const code = codeAt(person.letters, app.clock.now)
    assert.equal((await signIn({ code })).status, 200)
    assert.equal((await signIn({ code })).status, 401)
    later(0.5)
    assert.equal((await signIn({ code })).status, 401)
    assert.equal((await signIn()).status, 200)
  })

  test('of two with the same code at once lets one in', async () => {
    const { signIn } = await begin()
    const both = await Promise.all([signIn(), signIn()])
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 401])
  })

  test('says beside each field what is missing', async () => {
    const { app } = await begin()
    const { status, json } = await newBrowser(app).post('/api/sign-in', {
      email: 'not an address',
      password: '',
      code: '',
    })
    assert.equal(status, 422)
    assert.deepEqual(Object.keys(json.fields as object).sort(), ['code', 'email', 'password'])
  })

  test('ends the sign-in that this browser had before', async () => {
    const { app, person, later, signIn } = await begin()
    const before = newBrowser(app)
    await signIn({}, before)
    const old = before.token()
    later(1)
    await signIn({}, before)
    const { status } = await app.app.request('/api/account', { headers: { cookie: `__Host-evenkeel=${old}` } })
    assert.equal(status, 401)
    assert.equal((await before.get('/api/account')).status, 200)
    assert.equal((await person.browser.get('/api/account')).status, 200)
  })

  test('makes an old, weaker hash anew', async () => {
    const { app, clinic, person, signIn } = await begin(usualCost)
    const nonce = Buffer.alloc(16, 3)
    const weak = { message: goodPassword, nonce, parallelism: 1, tagLength: 32, memory: 8192, passes: 1 }
    const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
    const hash = `$argon2id$v=19$m=8192,t=1,p=1$${plain(nonce)}$${plain(argon2Sync('argon2id', weak))}`
    const { clinicId } = clinic
    const act = { clinicId, actor: system, action: 'test.weaken', at: app.clock.now }
    await audited(app.db, act, (tx) => tx.run(sql`update password set hash = ${hash} where id = ${person.id}`))
    assert.equal((await signIn()).status, 200)
    const now = await reading(app.db, { clinicId }, (q) =>
      q.one<{ hash: string }>(sql`select hash from password where id = ${person.id}`),
    )
    assert.match(now.hash, /m=47104,t=1/)
  })
})

describe('guessing', () => {
  test('is made to wait after five tries: a minute, then two, and even the right one waits', async () => {
    const { later, signIn } = await begin()
    for (let i = 0; i < 5; i++) assert.equal((await signIn({ password: 'wrong' })).status, 401)
    const closed = await signIn()
    assert.equal(closed.status, 429)
    assert.match(String(closed.json.says), /Wait a minute/)
    later(0.9)
    assert.equal((await signIn()).status, 429)
    later(0.1)
    assert.equal((await signIn({ password: 'wrong' })).status, 401)
    later(1.9)
    assert.match(String((await signIn()).json.says), /Wait a minute/)
    later(0.2)
    assert.equal((await signIn()).status, 200)
  })

  test('is counted anew after the right one', async () => {
    const { later, signIn } = await begin()
    for (let i = 0; i < 4; i++) await signIn({ password: 'wrong' })
    assert.equal((await signIn()).status, 200)
    later(1)
    for (let i = 0; i < 4; i++) assert.equal((await signIn({ code: '111111' })).status, 401)
    assert.equal((await signIn()).status, 200)
  })

  test('waits the same at an address nobody has', async () => {
    const { later, signIn, person } = await begin()
    const walk = async (email: string) => {
      const answers: string[] = []
      for (let i = 0; i < 7; i++) {
        const { status, json } = await signIn({ email, password: 'wrong' })
        answers.push(`${status} ${json.says}`)
        if (i === 5) later(1)
      }
      return answers
    }
    const known = await walk(person.email)
    later(2)
    assert.deepEqual(await walk(`${crypto.randomUUID()}@nowhere.example`), known)
    assert.ok(known[5]?.startsWith('429'))
  })

  test('a hundred at once are counted one by one', async () => {
    const { signIn } = await begin()
    const many = await Promise.all(Array.from({ length: 12 }, () => signIn({ password: 'wrong' })))
    const judged = many.filter(({ status }) => status === 401).length
    assert.equal(judged, 5)
    assert.equal(many.filter(({ status }) => status === 429).length, 7)
  })

  test('is limited by where it comes from, too', async () => {
    const { app } = await begin()
    const many = await Promise.all(
      Array.from({ length: 12 }, () => {
        const email = `${crypto.randomUUID()}@nowhere.example`
        return newBrowser(app).post('/api/sign-in/recover', { email, recoveryCode: 'AAAA-AAAA-AAAA-AAAA' })
      }),
    )
    assert.equal(many.filter(({ status }) => status === 401).length, 10)
    assert.equal(many.filter(({ status }) => status === 429).length, 2)
  })
})

describe('a recovery code', () => {
  const recover = async (
    over: Record<string, unknown>,
    at: Awaited<ReturnType<typeof begin>>,
    browser = newBrowser(at.app),
  ) => browser.post('/api/sign-in/recover', { email: at.person.email, password: goodPassword, ...over })

  test('stands in for the app, once', async () => {
    const at = await begin()
    const recoveryCode = at.person.recoveryCodes[3]?.toLowerCase()
    const browser = newBrowser(at.app)
    assert.equal((await recover({ recoveryCode }, at, browser)).status, 200)
    assert.equal((await browser.get('/api/account')).json.recoveryCodesLeft, 9)
    assert.equal((await recover({ recoveryCode }, at)).status, 401)
    assert.equal((await recover({ recoveryCode: at.person.recoveryCodes[4] }, at)).status, 200)
  })

  test('does not stand in for the password', async () => {
    const at = await begin()
    const recoveryCode = at.person.recoveryCodes[0]
    assert.equal((await recover({ recoveryCode, password: undefined }, at)).status, 401)
    assert.equal((await recover({ recoveryCode, password: 'wrong' }, at)).status, 401)
    assert.equal((await recover({ recoveryCode }, at)).status, 200)
  })

  test('is enough for somebody who only has a passkey', async () => {
    const { app, clinic } = await begin()
    const invited = await invite(clinic.owner, ['therapist'])
    const token = tokenIn(invited.link)
    const browser = newBrowser(app)
    const { offer, options } = (await browser.post('/api/join/offer', { token })).json.passkey as never
    const answer = newAuthenticator().create(options)
    const joined = await browser.post('/api/join', {
      token,
      credential: { kind: 'passkey', offer, answer, name: 'Key' },
    })
    assert.equal(joined.status, 200, JSON.stringify(joined.json))
    const [recoveryCode] = joined.json.recoveryCodes as string[]
    const again = await newBrowser(app).post('/api/sign-in/recover', { email: invited.email, recoveryCode })
    assert.equal(again.status, 200)
    const wrong = await newBrowser(app).post('/api/sign-in/recover', {
      email: invited.email,
      recoveryCode: 'AAAA-AAAA-AAAA-AAAA',
    })
    assert.equal(wrong.status, 401)
  })

  test('of an old set no longer works once a new set was made', async () => {
    const at = await begin()
    const renewed = await at.person.browser.post('/api/account/recovery-codes')
    assert.equal(renewed.status, 200)
    assert.equal((await recover({ recoveryCode: at.person.recoveryCodes[0] }, at)).status, 401)
    assert.equal((await recover({ recoveryCode: (renewed.json.recoveryCodes as string[])[0] }, at)).status, 200)
  })
})

describe('one address in two clinics', () => {
  test('opens the one whose password and code were typed, and the other counts no wrong try', async () => {
    const { app, person, later } = await begin()
    const other = await app.clinicWith()
    const invited = await invite(other.owner, ['front-desk'], person.email)
    const there = newBrowser(app)
    const password = 'marble kettle nine harbours'
    const { letters } = await joinByPassword(there, invited.link, app.clock.now, password)
    for (let i = 0; i < 7; i++) {
      later(1)
      const browser = newBrowser(app)
      const code = codeAt(letters, app.clock.now)
      assert.equal((await browser.post('/api/sign-in', { email: person.email, password, code })).status, 200)
      assert.equal(((await browser.get('/api/me')).json.clinic as { id: string }).id, other.clinicId)
    }
    const code = codeAt(person.letters, app.clock.now)
    const here = await newBrowser(app).post('/api/sign-in', { email: person.email, password: goodPassword, code })
    assert.equal(here.status, 200)
  })
})
