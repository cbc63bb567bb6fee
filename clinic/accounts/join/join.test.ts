import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { addMinutes } from '../../../science/time.ts'
import { testApp } from '../../../server/test.ts'
import { newBrowser } from '../testing/browser.ts'
import { codeAt, goodPassword, invite, joinByPassword, joinedPerson, tokenIn } from '../testing/person.ts'

const begin = async () => {
  const app = await testApp()
  const clinic = await app.clinicWith()
  const later = (minutes: number) => {
    app.clock.now = addMinutes(app.clock.now, minutes)
  }
  const look = (link: string) => newBrowser(app).post('/api/join/look', { token: tokenIn(link) })
  return { app, clinic, later, look }
}

describe('an invitation', () => {
  test('says whose it is and for what, and looking does not use it up', async () => {
    const { clinic, look } = await begin()
    const { link, email } = await invite(clinic.owner, ['prescriber', 'monitor'])
    assert.match(link, /^http:\/\/localhost:4747\/join#[\w-]{43}$/)
    await look(link)
    const { status, json } = await look(link)
    assert.equal(status, 200)
    const { name, roles, purpose, clinicName } = json
    assert.deepEqual(
      { name, email: json.email, roles, purpose, clinicName },
      { name: 'Ines Invited', email, roles: ['prescriber', 'monitor'], purpose: 'join', clinicName: 'Test clinic' },
    )
  })

  test('is mailed, and the letter says nothing but where to go', async () => {
    const { app, clinic } = await begin()
    const { id, email } = await invite(clinic.owner, ['monitor'])
    const message = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
      q.one<{ recipient: string; subject: string; body: string }>(
        sql`select recipient, subject, sealed_body as body from message where staff_id = ${id}`,
      ),
    )
    assert.equal(message.recipient, email)
    assert.equal(message.subject, 'Your account at Test clinic')
    const body = app.secrets.open(message.body)
    assert.match(body, /\/join#[\w-]{43}\n/)
    assert.doesNotMatch(body, /monitor|patient/i)
  })

  test('joins once', async () => {
    const { app, clinic, look } = await begin()
    const { link } = await invite(clinic.owner, ['monitor'])
    const first = newBrowser(app)
    const { reply, recoveryCodes } = await joinByPassword(first, link, app.clock.now)
    assert.equal(reply.status, 200)
    assert.equal(recoveryCodes.length, 10)
    assert.equal((await first.get('/api/me')).json.signedIn, true)
    const again = await look(link)
    assert.deepEqual(
      [again.status, again.json.says],
      [409, 'This link was already used. If that was you, just sign in.'],
    )
    const offered = await newBrowser(app).post('/api/join/offer', { token: tokenIn(link) })
    assert.equal(offered.status, 409)
  })

  test('of two who use it at once lets one in', async () => {
    const { app, clinic } = await begin()
    const { link } = await invite(clinic.owner, ['monitor'])
    const token = tokenIn(link)
    const { offer, letters } = (await newBrowser(app).post('/api/join/offer', { token })).json.code as never
    const credential = { kind: 'password', password: goodPassword, offer, code: codeAt(letters, app.clock.now) }
    const both = await Promise.all([1, 2].map(() => newBrowser(app).post('/api/join', { token, credential })))
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
  })

  test('runs out after seven days, on the minute', async () => {
    const { clinic, later, look } = await begin()
    const { link } = await invite(clinic.owner, ['monitor'])
    later(7 * 24 * 60 - 1)
    assert.equal((await look(link)).status, 200)
    later(1)
    const { status, json } = await look(link)
    assert.equal(status, 409)
    assert.match(String(json.says), /too old/)
  })

  test('that runs out between looking and joining joins nobody', async () => {
    const { app, clinic, later } = await begin()
    const { link } = await invite(clinic.owner, ['monitor'])
    later(7 * 24 * 60 - 1)
    const token = tokenIn(link)
    const { offer, letters } = (await newBrowser(app).post('/api/join/offer', { token })).json.code as never
    later(1)
    const credential = { kind: 'password', password: goodPassword, offer, code: codeAt(letters, app.clock.now) }
    assert.equal((await newBrowser(app).post('/api/join', { token, credential })).status, 409)
  })

  test('stops working when a newer one is made', async () => {
    const { app, clinic, later, look } = await begin()
    const { id, link } = await invite(clinic.owner, ['monitor'])
    later(60)
    const owner = await clinic.another(['owner'], 'Otto Owner')
    const made = await owner.post(`/api/staff/${id}/link`)
    assert.equal(made.status, 200)
    const { link: second, purpose } = made.json as { link: string; purpose: string }
    assert.equal(purpose, 'join')
    assert.match(String((await look(link)).json.says), /replaced/)
    assert.equal((await joinByPassword(newBrowser(app), second, app.clock.now)).reply.status, 200)
  })

  test('is not mailed any more once it was used, replaced or taken back with its person', async () => {
    const { app, clinic } = await begin()
    const mailed = (id: string) =>
      reading(app.db, { clinicId: clinic.clinicId }, (q) =>
        q.all<{ waits: boolean; sealed: boolean }>(
          sql`select gave_up_at is null as waits, sealed_body is not null as sealed from message
              where staff_id = ${id} order by waits`,
        ),
      )
    const [waits, dropped] = [
      { waits: true, sealed: true },
      { waits: false, sealed: false },
    ]
    const joined = await invite(clinic.owner, ['monitor'])
    const other = await invite(clinic.owner, ['monitor'])
    assert.deepEqual(await mailed(joined.id), [waits])
    assert.equal((await joinByPassword(newBrowser(app), joined.link, app.clock.now)).reply.status, 200)
    assert.deepEqual(await mailed(joined.id), [dropped])
    assert.deepEqual(await mailed(other.id), [waits])
    assert.equal((await clinic.owner.post(`/api/staff/${other.id}/link`)).status, 200)
    assert.deepEqual(await mailed(other.id), [dropped, waits])
    assert.equal((await clinic.owner.post(`/api/staff/${other.id}/deactivate`)).status, 204)
    assert.deepEqual(await mailed(other.id), [dropped, dropped])
  })

  test('stops working when its person is deactivated', async () => {
    const { clinic, look } = await begin()
    const { id, link } = await invite(clinic.owner, ['monitor'])
    assert.equal((await clinic.owner.post(`/api/staff/${id}/deactivate`)).status, 204)
    assert.equal((await look(link)).status, 409)
  })

  test('that is cut off or made up opens nothing', async () => {
    const { clinic, look } = await begin()
    const { link } = await invite(clinic.owner, ['monitor'])
    assert.equal((await look(link.slice(0, -1))).status, 404)
    assert.equal((await look(link.slice(0, -30))).status, 422)
    assert.equal((await look(`#${'A'.repeat(43)}`)).status, 404)
  })

  test('refuses a password that is easy to guess, a wrong code, and a secret it did not hand out', async () => {
    const { app, clinic } = await begin()
    const { link } = await invite(clinic.owner, ['monitor'])
    const token = tokenIn(link)
    const browser = newBrowser(app)
    const { offer, letters } = (await browser.post('/api/join/offer', { token })).json.code as never
    const code = codeAt(letters, app.clock.now)
    const attempt = (over: Record<string, unknown>) =>
      browser.post('/api/join', {
        token,
        credential: { kind: 'password', password: goodPassword, offer, code, ...over },
      })
    const fieldsOf = async (over: Record<string, unknown>) => {
      const { status, json } = await attempt(over)
      return [status, Object.keys((json.fields as object | undefined) ?? {})]
    }
    assert.deepEqual(await fieldsOf({ password: 'password1234' }), [422, ['password']])
    assert.deepEqual(await fieldsOf({ password: 'ines invited ines' }), [422, ['password']])
    assert.deepEqual(await fieldsOf({ code: '000000' }), [422, ['code']])
    const other = await invite(clinic.owner, ['monitor'])
    const theirs = (await browser.post('/api/join/offer', { token: tokenIn(other.link) })).json.code as {
      offer: string
    }
    assert.deepEqual(await fieldsOf({ offer: theirs.offer }), [409, []])
    assert.equal((await attempt({})).status, 200)
  })
})

describe('a recovery link', () => {
  test('is what somebody who has joined gets; it ends every earlier way in', async () => {
    const { app, clinic } = await begin()
    const person = await joinedPerson(app, clinic.owner, ['therapist'])
    const made = await clinic.owner.post(`/api/staff/${person.id}/link`)
    const { link, purpose } = made.json as { link: string; purpose: string }
    assert.equal(purpose, 'recover')
    assert.equal((await person.browser.get('/api/account')).status, 200, 'making it ends nothing yet')

    const password = 'eleven quiet bicycles drying'
    const anew = newBrowser(app)
    const { reply, letters } = await joinByPassword(anew, link, app.clock.now, password)
    assert.equal(reply.status, 200)
    assert.equal((await person.browser.get('/api/account')).status, 401)
    const [recoveryCode] = person.recoveryCodes
    const old = { email: person.email, password: goodPassword, recoveryCode }
    assert.equal((await newBrowser(app).post('/api/sign-in/recover', old)).status, 401)
    assert.equal((await newBrowser(app).post('/api/sign-in/recover', { ...old, password })).status, 401)
    app.clock.now = addMinutes(app.clock.now, 1)
    const now = { email: person.email, password, code: codeAt(letters, app.clock.now) }
    assert.equal((await newBrowser(app).post('/api/sign-in', now)).status, 200)
  })

  test('ends the wait that wrong tries led to, whoever made them: the new password opens a locked screen at once', async () => {
    const { app, clinic } = await begin()
    const person = await joinedPerson(app, clinic.owner, ['monitor'])
    for (let tries = 0; tries < 5; tries += 1) {
      const wrong = { email: person.email, password: 'not this one at all', code: '000000' }
      assert.equal((await newBrowser(app).post('/api/sign-in', wrong)).status, 401)
    }
    const { link } = (await clinic.owner.post(`/api/staff/${person.id}/link`)).json as { link: string }
    const password = 'eleven quiet bicycles drying'
    const anew = newBrowser(app)
    assert.equal((await joinByPassword(anew, link, app.clock.now, password)).reply.status, 200)
    assert.equal((await anew.post('/api/sign-in/lock')).status, 200)
    const unlocked = await anew.post('/api/sign-in/unlock', { password })
    assert.equal(unlocked.status, 200, JSON.stringify(unlocked.json))
  })

  test('runs out after a day', async () => {
    const { app, clinic, later, look } = await begin()
    const person = await joinedPerson(app, clinic.owner, ['therapist'])
    const { link } = (await clinic.owner.post(`/api/staff/${person.id}/link`)).json as { link: string }
    later(24 * 60)
    assert.match(String((await look(link)).json.says), /too old/)
  })
})

test('an invitation sent twice from the same screen is one, and the second is told', async () => {
  const { clinic } = await begin()
  const body = { id: randomUUID(), name: 'Twice', email: `${randomUUID()}@clinic.example`, roles: ['monitor'] }
  assert.equal((await clinic.owner.post('/api/staff', body)).status, 200)
  assert.equal((await clinic.owner.post('/api/staff', body)).status, 409)
})
