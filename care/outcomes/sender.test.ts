import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outgoing } from '../../clinic/messages/message.ts'
import { sendWaiting } from '../../clinic/messages/sender.ts'
import { aRegistration, registered } from '../../clinic/records/test.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import type { DueHere } from './queries.ts'
import { askWhatIsDue } from './sender.ts'
import type { Sheet } from './sheets.ts'
import { asqNo, calmDay, treated } from './test.ts'

const app = await testApp()
// A Monday, 15:00 in New York.
const dosedAt = Instant.parse('2026-11-23T20:00:00.000Z')
const morning = Instant.parse('2026-11-24T14:00:00.000Z')

const clinic = async (identity: Record<string, unknown> = { email: 'sam@example.test', reachBy: ['mail'] }) => {
  app.clock.now = dosedAt
  const as = await app.clinicWith()
  const { clinicId } = as
  const { id: patientId } = await registered(as.prescriber, identity)
  const session = await treated(app.db, { clinicId, patientId, staffId: as.prescriber.staffId, dosedAt })
  const parts = { db: app.db, secrets: app.secrets, origin: app.origin, clock: () => app.clock.now }
  const ask = () => askWhatIsDue(parts, clinicId)
  const carried: Outgoing[] = []
  const carry = async (message: Outgoing) => void carried.push(message)
  const send = () => sendWaiting({ ...parts, carriers: { mail: carry, sms: carry } }, clinicId)
  return { ...as, patientId, ...session, ask, send, carried }
}
const at = (iso: string) => {
  app.clock.now = Instant.parse(iso)
}

test('a check that went to a number that was wrong goes to the right one, once', async () => {
  const [wrong, right] = ['+1 202 555 6136', '+1 202 555 6199']
  const as = await clinic({ phone: wrong, reachBy: ['sms'] })
  app.clock.now = morning
  assert.equal(await as.ask(), 1)
  await as.send()
  const desk = await as.another(['front-desk'])
  const { identity } = aRegistration({ phone: right, reachBy: ['sms'] })
  const body = { id: crypto.randomUUID(), after: 1, identity, why: 'Told us' }
  assert.equal((await desk.post(`/api/patients/${as.patientId}/identity`, body)).status, 200)
  assert.equal(await as.ask(), 1)
  assert.equal(await as.ask(), 0)
  await as.send()
  assert.deepEqual(
    as.carried.map(({ to }) => to),
    [wrong, right],
  )
})

test('on the morning after, and not before, the link goes out, works, and its answer ends the asking', async () => {
  const as = await clinic()
  at('2026-11-24T13:59:00.000Z')
  assert.equal(await as.ask(), 0)
  app.clock.now = morning
  // One message a day: the PHQ-9 that nobody has answered yet waits for the next morning.
  assert.equal(await as.ask(), 1)
  assert.equal(await as.ask(), 0)
  const desk = await as.another(['front-desk'])
  const unsent = async () => ((await desk.get('/api/outcomes/due')).json as DueHere).unsent
  assert.deepEqual(await unsent(), [as.patientId], 'nothing has carried the mail: it is not called sent')
  assert.equal(await as.send(), 1)
  assert.deepEqual(await unsent(), [])
  const check = as.carried.map(({ body }) => /https?:\S+/.exec(body)?.[0] ?? '')
  const holders = check.map((url) => app.holding(url))
  const asked = await Promise.all(holders.map((holder) => holder.get('/api/link/questions')))
  const nextDay = asked.findIndex(({ json }) => (json as { asks: string }).asks === 'next-day')
  const reply = await holders[nextDay]?.post('/api/link/answers', {
    answeredAt: app.clock.now,
    responses: [
      { id: crypto.randomUUID(), instrument: 'next-day', answers: calmDay },
      { id: crypto.randomUUID(), instrument: 'asq-since-last', answers: asqNo },
    ],
  })
  assert.equal(reply?.status, 200)
  const { due } = (await desk.get('/api/outcomes/due')).json as DueHere
  assert.deepEqual(
    due.map(({ asks }) => asks),
    ['phq-9'],
  )
})

test('what was measured before is measured again, in one link with PHQ-9', async () => {
  const as = await clinic()
  const gad7 = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((id) => [id, 1]))
  const sent = { id: crypto.randomUUID(), instrument: 'gad-7', answers: gad7, contextKind: 'between' }
  at('2026-11-14T15:00:00.000Z')
  const recorded = await as.monitor.post(`/api/patients/${as.patientId}/responses`, {
    ...sent,
    answeredAt: app.clock.now,
  })
  assert.equal(recorded.status, 200)
  app.clock.now = morning
  assert.equal(await as.ask(), 1)
  app.clock.now = addMinutes(morning, 1440)
  assert.equal(await as.ask(), 1)
  await as.send()
  const urls = as.carried.map(({ body }) => /https?:\S+/.exec(body)?.[0] ?? '')
  const sheets = await Promise.all(
    urls.map(async (url) => (await app.holding(url).get('/api/link/questions')).json as Sheet),
  )
  const both = sheets.find(({ asks }) => asks === 'questionnaires')
  assert.deepEqual(
    both?.lists.map(({ id }) => id),
    ['phq-9', 'gad-7'],
  )
  assert.equal(await as.ask(), 0)
})

test('names no treatment, no illness and no score: a lock screen shows it', async () => {
  const as = await clinic()
  app.clock.now = morning
  await as.ask()
  await as.send()
  app.clock.now = addMinutes(morning, 1440)
  await as.ask()
  await as.send()
  assert.equal(as.carried.length, 2)
  for (const { subject, body } of as.carried) {
    // The link is chance, and chance spells anything.
    const shown = subject + body.replace(/https?:\S+/, '')
    assert.doesNotMatch(shown, /ketamine|depress|PHQ|dose|session|treatment|Sample/i)
    assert.match(body, /988/)
  }
})

test('a server that was down in the morning asks when it is back, but not at night', async () => {
  const as = await clinic()
  at('2026-11-25T02:00:00.000Z')
  assert.equal(await as.ask(), 0, 'at nine in the evening')
  at('2026-11-25T13:00:00.000Z')
  assert.equal(await as.ask(), 1, 'at eight the next morning')
})

test('nobody is written to who has not agreed to it; the list says so instead', async () => {
  const as = await clinic({ email: 'sam@example.test', phone: '+1 202 555 0100', reachBy: ['call'] })
  app.clock.now = morning
  assert.equal(await as.ask(), 0)
  const desk = await as.another(['front-desk'])
  const { due } = (await desk.get('/api/outcomes/due')).json as DueHere
  assert.deepEqual(
    due.map(({ asks, by, askedAt }) => [asks, by ?? null, askedAt]),
    [
      ['next-day', null, null],
      ['phq-9', null, null],
    ],
  )
  const refused = await desk.post(`/api/patients/${as.patientId}/ask`, { asks: 'phq-9', by: 'mail' })
  assert.equal(refused.status, 422)
  assert.ok((refused.json as { fields: Record<string, string> }).fields.by)
})

test('a link that was replaced before its message went is not sent', async () => {
  const as = await clinic()
  app.clock.now = morning
  await as.ask()
  const desk = await as.another(['front-desk'])
  const again = { asks: 'next-day', sessionId: as.sessionId, by: 'here' }
  assert.equal((await desk.post(`/api/patients/${as.patientId}/ask`, again)).status, 200)
  await as.send()
  assert.equal(as.carried.length, 0)
})

test('staff send it now: to the address on record, which the reply does not carry a key in', async () => {
  const as = await clinic()
  const reply = await as.monitor.post(`/api/patients/${as.patientId}/ask`, {
    asks: 'next-day',
    sessionId: as.sessionId,
    by: 'mail',
  })
  assert.equal(reply.status, 200)
  assert.equal((reply.json as { sentTo: string }).sentTo, 'sam@example.test')
  assert.doesNotMatch(JSON.stringify(reply.json), /#/)
  assert.equal(await as.send(), 1)
  // Asked by hand already: the morning does not ask again.
  app.clock.now = morning
  await as.ask()
  const asked = await as.send()
  assert.equal(asked, 1, 'only the PHQ-9')
})

test('two servers ask once', { skip: app.db.engine !== 'server' && 'needs a server' }, async () => {
  const as = await clinic()
  app.clock.now = morning
  const counts = await Promise.all([as.ask(), as.ask(), as.ask()])
  assert.equal(
    counts.reduce((a, b) => a + b, 0),
    1,
  )
  await as.send()
  assert.equal(as.carried.length, 1)
  for (const { body } of as.carried) {
    const holder = app.holding(/https?:\S+/.exec(body)?.[0] ?? '')
    assert.equal((await holder.get('/api/link/questions')).status, 200, 'the link that went out is the one that works')
  }
})

test('another clinic’s round asks nobody here', async () => {
  const as = await clinic()
  const other = await clinic()
  app.clock.now = addMinutes(morning, 1)
  assert.equal(await as.ask(), 1)
  assert.equal(await other.send(), 0)
})

test('whoever does not answer is asked in another tone, and after three times by the month only, in a third', async () => {
  const as = await clinic()
  const days = (count: number) => addMinutes(morning, count * 1440)
  const round = async (day: number) => {
    as.carried.length = 0
    app.clock.now = days(day)
    await as.ask()
    await as.send()
    return as.carried.map(({ body }) => body).join()
  }
  assert.doesNotMatch(await round(0), /did not answer/)
  assert.doesNotMatch(await round(1), /did not answer/, 'a first asking has none of it')
  assert.match(await round(8), /did not answer our last questions\. That is all right/)
  assert.match(await round(15), /did not answer our last questions\. That is all right/)
  assert.equal(await round(22), '', 'three went unanswered: not weekly any more')
  const month = await round(45)
  assert.match(month, /you do not have to answer\. From now on we ask only once a month/)
})
