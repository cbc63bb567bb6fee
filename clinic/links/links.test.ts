import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { system } from '../accounts/actor.ts'
import { audited } from '../audit/audited.ts'
import { dropDead, queueMessage } from '../messages/changes.ts'
import { aRegistration, registered } from '../records/test.ts'
import { makeLink, spendLink } from './changes.ts'
import type { Purpose } from './link.ts'

const app = await testApp()
const start = Instant.parse('2026-11-23T17:00:00.000Z')

const clinic = async () => {
  app.clock.now = start
  const as = await app.clinicWith()
  const { clinicId } = as
  const { id: patientId } = await registered(as.prescriber, { givenName: 'Samantha', preferredName: 'Sam' })
  const change = <T>(run: Parameters<typeof audited<T>>[2]) =>
    audited(app.db, { clinicId, actor: system, action: 'test.link', at: app.clock.now }, run)
  const link = (purpose: Purpose = 'phq-9', hours = 48) =>
    change((tx) =>
      makeLink(tx, { clinicId, patientId, purpose, now: app.clock.now, hours, madeBy: system.id, origin: app.origin }),
    )
  const settle = (settings: object) =>
    change((tx) => tx.run(sql`update clinic set address = ${{ phone: '555-0100' }}, message_cover = ${settings}`))
  return { ...as, patientId, change, link, settle }
}
type Shown = {
  state: string
  patientName?: string
  purpose: string
  clinic: { phone?: string; cover: { now?: boolean } }
}
const look = async (url: string) => {
  const { status, json } = await app.holding(url).get('/api/link')
  return { status, json: json as Shown }
}

test('the token stands behind a #, is 256 bits of chance, and is stored nowhere', async () => {
  const as = await clinic()
  const { id, url } = await as.link()
  const token = url.split('#')[1] ?? ''
  assert.equal(url, `${app.origin}/l#${token}`)
  assert.equal(Buffer.from(token, 'base64url').length, 32)
  const rows = await reading(app.db, { clinicId: as.clinicId }, (q) =>
    q.all(sql`select l.*, a.* from patient_link l, audit_entry a where l.id = ${id}`),
  )
  assert.ok(rows.length > 0)
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(token))
})

test('a live link says who it is for and how to reach the clinic; opening it is written down once', async () => {
  const as = await clinic()
  await as.settle({
    who: 'The nurse',
    hours: [{ days: ['monday'], from: '09:00', until: '17:00' }],
    outOfHours: 'Call 988',
  })
  const { url } = await as.link()
  const { status, json } = await look(url)
  assert.equal(status, 200)
  assert.deepEqual([json.state, json.patientName, json.purpose], ['live', 'Sam', 'phq-9'])
  assert.equal(json.clinic.phone, '555-0100')
  assert.equal(json.clinic.cover.now, true)
  await look(url)
  const opened = await reading(app.db, { clinicId: as.clinicId }, (q) =>
    q.all(sql`select seq from audit_entry where action = 'links.opened'`),
  )
  assert.equal(opened.length, 1)
})

const answers = {
  answeredAt: start,
  responses: [{ id: randomUUID(), instrument: 'phq-9', answers: { '1': 0 } }],
}

test('a used, withdrawn or old link still says how to reach the clinic, and no longer whose it was', async () => {
  const as = await clinic()
  await as.settle({})
  const used = await as.link('consent')
  await as.change((tx) => spendLink(tx, used.id, start))
  const withdrawn = await as.link('phq-9')
  assert.equal((await as.monitor.post(`/api/patients/${as.patientId}/links/${withdrawn.id}/withdraw`)).status, 204)
  const old = await as.link('phq-9', 1)
  assert.equal((await look(old.url)).json.state, 'live')
  app.clock.now = addMinutes(start, 60)
  for (const [{ url }, state] of [
    [used, 'used'],
    [old, 'expired'],
    [withdrawn, 'withdrawn'],
  ] as const) {
    const { status, json } = await look(url)
    assert.equal(status, 200)
    assert.equal(json.state, state)
    assert.equal(json.patientName, undefined)
    assert.equal(json.clinic.phone, '555-0100')
    assert.equal(json.clinic.cover.now, undefined, 'a clinic that has not said is not "no"')
    assert.equal((await app.holding(url).get('/api/link/questions')).status, 403)
    assert.equal((await app.holding(url).post('/api/link/answers', answers)).status, 403)
  }
})

test('one second before it is too old it opens, at that second it does not', async () => {
  const as = await clinic()
  const { url } = await as.link('phq-9', 1)
  app.clock.now = addMinutes(start, 59.99)
  assert.equal((await app.holding(url).get('/api/link/questions')).status, 200)
  app.clock.now = addMinutes(start, 60)
  assert.equal((await app.holding(url).get('/api/link/questions')).status, 403)
})

test('a used link answers a submit that comes twice, and takes no other', async () => {
  const as = await clinic()
  const phone = app.holding((await as.link('phq-9', 1)).url)
  const first = await phone.post('/api/link/answers', answers)
  assert.equal(first.status, 200)
  for (const minutes of [59.99, 60]) {
    app.clock.now = addMinutes(start, minutes)
    const again = await phone.post('/api/link/answers', answers)
    assert.deepEqual([again.status, again.json], [200, first.json])
    const [response] = answers.responses
    const other = { ...answers, responses: [{ ...response, id: randomUUID() }] }
    assert.equal((await phone.post('/api/link/answers', other)).status, 409)
  }
})

test('the newest link of a kind replaces the one before', async () => {
  const as = await clinic()
  const [first, other, second] = [await as.link(), await as.link('consent'), await as.link()]
  assert.equal((await look(first.url)).json.state, 'withdrawn')
  assert.equal((await look(second.url)).json.state, 'live')
  assert.equal((await look(other.url)).json.state, 'live')
})

test('a link opens what it was made for and nothing else, and is no key to the staff’s side', async () => {
  const as = await clinic()
  const consent = app.holding((await as.link('consent')).url)
  assert.equal((await consent.get('/api/link/questions')).status, 403)
  assert.equal((await consent.post('/api/link/answers', { answeredAt: start, responses: [] })).status !== 200, true)
  const phq9 = app.holding((await as.link('phq-9')).url)
  assert.equal((await phq9.get('/api/link/consent')).status, 403)
  for (const path of [`/api/patients/${as.patientId}/outcomes`, '/api/alerts', '/api/outbox', '/api/patients']) {
    assert.equal((await phq9.get(path)).status, 401, path)
  }
})

test('a link nobody made opens nothing, whatever it looks like', async () => {
  await clinic()
  const made = randomBytes(32).toString('base64url')
  for (const token of [made, '', 'x', `${made}x`, "' or 1=1 --", '💥'.repeat(10)]) {
    const nobody = app.holding(encodeURIComponent(token))
    assert.equal((await nobody.get('/api/link')).status, 404, token)
    assert.equal((await nobody.get('/api/link/questions')).status, 401, token)
  }
})

test('staff see what became of each link, of their own clinic’s patients', async () => {
  const as = await clinic()
  const { id } = await as.link()
  const { status, json } = await as.monitor.get(`/api/patients/${as.patientId}/links`)
  assert.equal(status, 200)
  assert.deepEqual(
    (json as { linkId: string; state: string }[]).map(({ linkId, state }) => [linkId, state]),
    [[id, 'live']],
  )
  assert.doesNotMatch(JSON.stringify(json), /hash|token/i)
  const other = await app.clinicWith()
  assert.equal((await other.monitor.get(`/api/patients/${as.patientId}/links`)).status, 404)
  assert.equal((await other.monitor.post(`/api/patients/${as.patientId}/links/${id}/withdraw`)).status, 404)
  assert.equal((await as.monitor.post(`/api/patients/${as.patientId}/links/${id}/withdraw`)).status, 204)
  assert.equal((await as.monitor.post(`/api/patients/${as.patientId}/links/${id}/withdraw`)).status, 409)
})

test('whoever made a link can show it as a code while it is live, nobody else can, and it is written down', async () => {
  const as = await clinic()
  const asked = await as.monitor.post(`/api/patients/${as.patientId}/ask`, { asks: 'phq-9', by: 'here' })
  const { id, url } = asked.json as { id: string; url: string }
  const shown = (who: typeof as.monitor, patientId = as.patientId, address = url) =>
    who.post(`/api/patients/${patientId}/links/shown`, { url: address })
  const { status, json } = await shown(as.monitor)
  assert.equal(status, 200, JSON.stringify(json))
  const { picture, clinic: name } = json as { picture: string; clinic: string }
  assert.match(picture, /^data:image\/svg\+xml;base64,/)
  assert.equal(name, 'Test clinic')
  const written = await reading(app.db, { clinicId: as.clinicId }, (q) =>
    q.all<{ subject_id: string }>(sql`select subject_id from audit_entry where action = 'links.shown'`),
  )
  assert.deepEqual(
    written.map(({ subject_id }) => subject_id),
    [id],
  )

  const { id: another } = await registered(as.prescriber)
  assert.equal((await shown(as.prescriber)).status, 404)
  assert.equal((await shown(as.monitor, another)).status, 404)
  assert.equal((await shown(as.monitor, as.patientId, 'https://elsewhere.example/')).status, 404)
  await as.change((tx) => spendLink(tx, id, app.clock.now))
  assert.equal((await shown(as.monitor)).status, 404)
})

test('what was sent to a number or an address that is the patient’s no more opens nothing, and is not sent on', async () => {
  app.clock.now = start
  const as = await app.clinicWith()
  const identity = { phone: '+1 212 555 0136', email: 'sam@example.test', reachBy: ['sms', 'mail'] }
  const { id: patientId } = await registered(as.prescriber, identity)
  const made = { clinicId: as.clinicId, patientId, now: start, hours: 48, madeBy: system.id, origin: app.origin }
  const act = { clinicId: as.clinicId, actor: system, action: 'test.link', at: start }
  const link = (purpose: Purpose, channel?: 'sms' | 'mail') =>
    audited(app.db, act, async (tx) => {
      const { id: linkId, url } = await makeLink(tx, { ...made, purpose })
      const to = channel === 'sms' ? identity.phone : identity.email
      const letter = { subject: 'x', body: url, now: start, secrets: app.secrets }
      if (channel) await queueMessage(tx, { patientId, linkId, channel, to, ...letter })
      return url
    })
  const urls = [await link('intake', 'sms'), await link('course', 'mail'), await link('phq-9')]
  const states = async () => Promise.all(urls.map(async (url) => (await look(url)).json.state))
  let after = 1
  const change = async (more: object) => {
    const body = { id: randomUUID(), after, identity: aRegistration({ ...identity, ...more }).identity, why: 'Told us' }
    const { status, json } = await as.frontDesk.post(`/api/patients/${patientId}/identity`, body)
    assert.equal(status, 200, JSON.stringify(json))
    assert.equal((await as.frontDesk.post(`/api/patients/${patientId}/identity`, body)).status, 200, 'sent again')
    after += 1
  }
  await change({ phone: '(212) 555-0136', email: 'Sam@Example.test' })
  assert.deepEqual(await states(), ['live', 'live', 'live'], 'the same, written otherwise')
  await change({ phone: '+1 212 555 0199' })
  assert.deepEqual(await states(), ['withdrawn', 'live', 'live'])
  await change({ phone: '+1 212 555 0199', email: 'lee@example.test' })
  assert.deepEqual(await states(), ['withdrawn', 'withdrawn', 'live'])
  assert.equal(await audited(app.db, act, (tx) => dropDead(tx, start)), 2)
})
