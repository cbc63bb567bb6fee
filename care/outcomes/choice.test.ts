import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { makeLink } from '../../clinic/links/changes.ts'
import { registered } from '../../clinic/records/test.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import type { DueHere } from './queries.ts'
import { askWhatIsDue } from './sender.ts'
import { treated } from './test.ts'

const app = await testApp()
// A Monday, 15:00 in New York and noon in Los Angeles.
const dosedAt = Instant.parse('2026-11-23T20:00:00.000Z')
const released = addMinutes(dosedAt, 120)
let last = 0

const clinic = async (more: Record<string, unknown> = {}) => {
  app.clock.now = released
  const as = await app.clinicWith()
  const { clinicId } = as
  last += 1
  const phone = `202 555 ${4000 + last}`
  const { id: patientId } = await registered(as.prescriber, {
    email: 'sam@example.test',
    phone,
    reachBy: ['mail'],
    ...more,
  })
  await treated(app.db, { clinicId, patientId, staffId: as.prescriber.staffId, dosedAt })
  const act = { clinicId, actor: system, action: 'test.link', at: released }
  const link = { clinicId, patientId, purpose: 'course', now: released, hours: 2000, madeBy: system.id } as const
  const { url } = await audited(app.db, act, (tx) => makeLink(tx, { ...link, origin: app.origin }))
  const parts = { db: app.db, secrets: app.secrets, origin: app.origin, clock: () => app.clock.now }
  const askAt = (iso: string) => {
    app.clock.now = Instant.parse(iso)
    return askWhatIsDue(parts, clinicId)
  }
  // Signed in anew: a day has passed for those who were.
  const desk = () => as.another(['front-desk'], 'Fred Frontdesk')
  const due = async () => ((await (await desk()).get('/api/outcomes/due')).json as DueHere).due
  return { ...as, patientId, patient: app.holding(url), askAt, due, desk }
}
const choice = (more: object) => ({ id: randomUUID(), asked: true, hour: null, timeZone: null, ...more })

test('a patient is asked at the hour they chose, in the zone they chose', async () => {
  const as = await clinic()
  const reply = await as.patient.post('/api/link/asking', choice({ hour: '18:00', timeZone: 'America/Los_Angeles' }))
  assert.equal(reply.status, 200)
  // 18:00 in Los Angeles on the day after is 02:00 in London: past the clinic's own quiet hours, not past theirs.
  assert.equal(await as.askAt('2026-11-25T01:59:00.000Z'), 0)
  assert.equal(await as.askAt('2026-11-25T02:00:00.000Z'), 1)
})

test('without a choice the zone on record counts, and without one the clinic’s', async () => {
  const west = await clinic({ timeZone: 'America/Los_Angeles' })
  assert.equal(await west.askAt('2026-11-24T16:59:00.000Z'), 0)
  assert.equal(await west.askAt('2026-11-24T17:00:00.000Z'), 1)
  const here = await clinic()
  assert.equal(await here.askAt('2026-11-24T13:59:00.000Z'), 0)
  assert.equal(await here.askAt('2026-11-24T14:00:00.000Z'), 1)
})

test('whoever asked not to be asked is not, staff see why, and can be told otherwise', async () => {
  const as = await clinic()
  await as.patient.post('/api/link/asking', choice({ asked: false }))
  assert.equal(await as.askAt('2026-11-24T18:00:00.000Z'), 0)
  assert.deepEqual(
    (await as.due()).map(({ by, stopped }) => [by ?? null, stopped]),
    [
      [null, 'asking'],
      [null, 'asking'],
    ],
  )
  const back = await (await as.desk()).post(`/api/patients/${as.patientId}/asking`, choice({}))
  assert.equal(back.status, 200)
  assert.equal(await as.askAt('2026-11-24T18:01:00.000Z'), 1)
})

test('texts stopped behind the link or told to staff: mail still goes, and with no other way somebody calls', async () => {
  const as = await clinic({ reachBy: ['sms', 'mail'] })
  const stopped = await as.patient.post('/api/link/asking', choice({ texts: 'stop' }))
  assert.equal((stopped.json as { texts: string }).texts, 'stopped')
  assert.deepEqual(
    (await as.due()).map(({ by }) => by?.channel),
    ['mail', 'mail'],
  )
  const only = await clinic({ reachBy: ['sms'] })
  await (await only.desk()).post(`/api/patients/${only.patientId}/asking`, choice({ texts: 'stop' }))
  assert.deepEqual(
    (await only.due()).map(({ stopped: why }) => why),
    ['texts', 'texts'],
  )
  const seen = (await (await only.desk()).get(`/api/patients/${only.patientId}/asking`)).json as {
    stopped: { by: string }
  }
  assert.equal(seen.stopped.by, 'Fred Frontdesk')
})

test('an hour in the night, and a zone nobody knows, are refused with a sentence', async () => {
  const as = await clinic()
  for (const wrong of [{ hour: '22:00' }, { hour: '09:30' }, { timeZone: 'Mars/Olympus' }]) {
    const { status, json } = await as.patient.post('/api/link/asking', choice(wrong))
    assert.equal(status, 422, JSON.stringify(wrong))
    assert.ok(Object.values((json as { fields: object }).fields)[0])
  }
})

test('who has just answered may still choose; an hour later the link changes nothing any more', async () => {
  const as = await clinic()
  const made = await as.monitor.post(`/api/patients/${as.patientId}/ask`, { asks: 'phq-9', by: 'here' })
  const patient = app.holding((made.json as { url: string }).url)
  const responses = [{ id: randomUUID(), instrument: 'phq-9', answers: { '1': 1 } }]
  assert.equal((await patient.post('/api/link/answers', { answeredAt: app.clock.now, responses })).status, 200)
  assert.equal((await patient.post('/api/link/asking', choice({ hour: '10:00' }))).status, 200)
  app.clock.now = addMinutes(app.clock.now, 60)
  assert.equal((await patient.post('/api/link/asking', choice({ hour: '11:00' }))).status, 403)
})

test('a link for something else says nothing about asking', async () => {
  const as = await clinic()
  const act = { clinicId: as.clinicId, actor: system, action: 'test.link', at: released }
  const { clinicId, patientId } = as
  const link = { clinicId, patientId, purpose: 'consent', now: released, hours: 20, madeBy: system.id } as const
  const { url } = await audited(app.db, act, (tx) => makeLink(tx, { ...link, origin: app.origin }))
  assert.equal((await app.holding(url).get('/api/link/asking')).status, 403)
})
