import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { DatabaseError } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addDays, Day } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { system } from '../accounts/actor.ts'
import { audited } from '../audit/audited.ts'
import { registered } from '../records/test.ts'
import { tellOfAlerts } from '../safety/sender.ts'
import { saveOwnSignature } from './changes.ts'
import { holdsSigning } from './release.ts'
import { askedFor, behindLink, named, part2, released, releasesOf } from './test.ts'

const app = await testApp()
const clinic = await app.clinicWith()
const { frontDesk, prescriber } = clinic
const start = app.clock.now
let patientId = ''
let path = ''
before(async () => {
  patientId = (await registered(prescriber, { email: 'test@example.org', reachBy: ['mail'] })).id
  path = `/api/patients/${patientId}`
})

const statuses = (...replies: Reply[]) => replies.map(({ status }) => status)
const holding = (url: string) => {
  const patient = app.holding(url)
  const sign = async (change: object = {}) => {
    const { textHash } = await behindLink(patient)
    const body = { textHash, signedName: 'Test Sample', confirms: true, ...change }
    return patient.post('/api/link/release/sign', body)
  }
  const takeBack = (change: object = {}) =>
    patient.post('/api/link/release/revoke', { id: randomUUID(), words: '', ...change })
  return { patient, sign, takeBack, look: () => behindLink(patient) }
}
const releaseOf = async (id: string) => (await releasesOf(prescriber, patientId)).releases.find((one) => one.id === id)

describe('a release from a link', () => {
  test('is read word for word, signed by the patient, and counts from that day', async () => {
    const to = await named(frontDesk, patientId)
    const { id, url } = await askedFor(frontDesk, patientId, to)
    const link = holding(url)
    const shown = await link.look()
    assert.match(shown.text, /With: Dr\. Refer Example/)
    assert.match(shown.text, /From the day I sign this through November 23, 2027/)
    assert.deepEqual([shown.signed, shown.holds], [null, null])
    assert.equal(await releaseOf(id), undefined, 'what was only asked is no release')
    assert.equal((await link.sign()).status, 200)
    const { today } = (await releasesOf(prescriber, patientId)).who
    const release = await releaseOf(id)
    assert.deepEqual(
      [release?.by, release?.signedHow, release?.signedName, release?.from, release?.textHash],
      [null, 'by link', 'Test Sample', today, shown.textHash],
    )
    assert.equal((await link.look()).signed?.standing, 'in force')
    assert.equal((await frontDesk.get(`${path}/releases/${id}/pdf`)).status, 200)
    assert.equal(
      (await releasesOf(frontDesk, patientId)).asked.some((one) => one.id === id),
      false,
    )
  })

  test('sent twice is signed once; another name, or another text, is refused', async () => {
    const { url } = await askedFor(frontDesk, patientId, await named(frontDesk, patientId))
    const link = holding(url)
    assert.equal((await link.sign({ textHash: 'f'.repeat(64) })).status, 409)
    assert.equal((await link.sign({ confirms: undefined })).status, 422)
    assert.deepEqual(
      statuses(await link.sign(), await link.sign(), await link.sign({ signedName: 'B' })),
      [200, 200, 409],
    )
  })

  test('is taken back there, visible to both sides; the staff are told that it was', async () => {
    const { id, url } = await askedFor(frontDesk, patientId, await named(frontDesk, patientId))
    const link = holding(url)
    assert.equal((await link.takeBack()).status, 409, 'nothing is signed yet')
    await link.sign()
    const once = { id: randomUUID(), words: 'I changed my mind.' }
    assert.deepEqual(
      statuses(await link.takeBack(once), await link.takeBack(once), await link.takeBack()),
      [200, 200, 409],
    )
    const { today } = (await releasesOf(prescriber, patientId)).who
    const { signed } = await link.look()
    assert.deepEqual([signed?.standing, signed?.backOn], ['taken back', today])
    const release = await releaseOf(id)
    assert.deepEqual([release?.revoked?.on, release?.revoked?.by], [today, null])
    const late = { id: randomUUID(), revokedOn: today, words: '' }
    const second = await frontDesk.post(`${path}/releases/${id}/revoke`, late)
    assert.match(JSON.stringify(second.json), /The patient has already recorded/)
  })

  test('words there that may speak of suicide are heard of and mailed, once, and also where they come too late', async () => {
    const alerts = async () =>
      ((await prescriber.get('/api/alerts')).json as { alerts: { id: string; ruleId: string; about: object }[] }).alerts
    const tell = () =>
      tellOfAlerts(
        { db: app.db, secrets: app.secrets, origin: app.origin, clock: () => app.clock.now },
        clinic.clinicId,
      )
    const { id, url } = await askedFor(frontDesk, patientId, await named(frontDesk, patientId))
    const link = holding(url)
    await link.sign()
    assert.deepEqual(await alerts(), [])
    const once = { id: randomUUID(), words: 'I want to end my life.' }
    assert.equal((await link.takeBack(once)).status, 200)
    const [alert, ...more] = await alerts()
    assert.deepEqual([alert?.ruleId, alert?.about, more], ['RL-07', { kind: 'release', id }, []])
    assert.equal(await tell(), 1)
    const taken = { id: randomUUID(), kind: 'acknowledge' }
    assert.equal((await prescriber.post(`/api/alerts/${alert?.id}/events`, taken)).status, 200)
    assert.equal((await link.takeBack(once)).status, 200)
    assert.equal((await alerts()).length, 1, 'sent again')
    assert.equal((await link.takeBack({ words: 'I bought a gun.' })).status, 409)
    assert.deepEqual(
      (await alerts()).map(({ ruleId }) => ruleId),
      ['RL-07', 'RL-07'],
    )
  })

  test('that was signed here or on paper is seen and taken back from a link as well', async () => {
    const id = await released(frontDesk, patientId, await named(frontDesk, patientId))
    const { json } = await frontDesk.post(`${path}/releases/${id}/link`, { how: 'tablet' })
    const link = holding((json as { url: string }).url)
    assert.equal((await link.look()).signed?.standing, 'in force')
    assert.equal((await link.sign()).status, 409)
    assert.equal((await link.takeBack()).status, 200)
    assert.equal((await releaseOf(id))?.revoked?.by, null)
  })

  test('that was set aside is signed no more, by the database’s word too; it stays readable', async () => {
    const { id, url } = await askedFor(frontDesk, patientId, await named(frontDesk, patientId))
    const aside = { id: randomUUID(), words: 'The wrong practice.' }
    const set = (change: object = {}) => frontDesk.post(`${path}/releases/${id}/set-aside`, { ...aside, ...change })
    assert.deepEqual(
      statuses(await set({ words: ' ' }), await set(), await set(), await set({ id: randomUUID() })),
      [422, 200, 200, 409],
    )
    const link = holding(url)
    assert.match((await link.look()).holds ?? '', /set this aside/)
    assert.equal((await link.sign()).status, 409)
    const found = (await releasesOf(prescriber, patientId)).asked.find((one) => one.id === id)
    assert.deepEqual([found?.aside?.words, found?.aside?.by], [aside.words, 'Fred Frontdesk'])
    assert.equal((await frontDesk.post(`${path}/releases/${id}/link`, { how: 'tablet' })).status, 409)
    const act = { clinicId: clinic.clinicId, actor: system, action: 'test.sign', at: start }
    const linkId = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
      q.one<{ id: string }>(sql`select id from patient_link where subject_id = ${id} limit 1`),
    )
    const { today } = (await releasesOf(prescriber, patientId)).who
    const one = { requestId: id, signedName: 'Test Sample', today, linkId: linkId.id, now: start }
    await assert.rejects(
      audited(app.db, act, (tx) => saveOwnSignature(tx, one)),
      DatabaseError,
    )
  })

  test('is not asked for when it would be over already', async () => {
    const { today } = (await releasesOf(prescriber, patientId)).who
    const { asked } = await askedFor(frontDesk, patientId, await named(frontDesk, patientId), { until: today })
    const past = { ...asked, id: randomUUID(), until: addDays(today, -1) }
    assert.equal((await frontDesk.post(`${path}/releases/ask`, past)).status, 422)
  })

  test('goes out only the way that the patient agreed to, and its message names nothing', async () => {
    const to = await named(frontDesk, patientId)
    const { asked } = await askedFor(frontDesk, patientId, to, { how: 'mail' })
    const bySms = await frontDesk.post(`${path}/releases/ask`, { ...asked, id: randomUUID(), how: 'sms' })
    assert.equal(bySms.status, 422)
    const message = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
      q.one<{ recipient: string; subject: string }>(
        sql`select recipient, subject from message where patient_id = ${patientId} order by queued_at desc, id limit 1`,
      ),
    )
    assert.equal(message.recipient, 'test@example.org')
    assert.doesNotMatch(message.subject, /release|refer|substance|sample/i)
  })
})

test('a Part 2 consent is asked for, sent and set aside by nobody who may not meet one', async () => {
  const to = await named(frontDesk, patientId)
  const { id, asked, url } = await askedFor(prescriber, patientId, to, part2)
  const tries = [
    await frontDesk.post(`${path}/releases/ask`, { ...asked, id: randomUUID() }),
    await frontDesk.post(`${path}/releases/${id}/link`, { how: 'tablet' }),
    await frontDesk.post(`${path}/releases/${id}/set-aside`, { id: randomUUID(), words: 'x' }),
  ]
  assert.deepEqual(statuses(...tries), [403, 404, 404])
  assert.equal(
    (await releasesOf(frontDesk, patientId)).asked.some((one) => one.id === id),
    false,
  )
  assert.equal((await holding(url).sign()).status, 200)
  assert.equal((await releaseOf(id))?.form, 'part 2')
})

describe('what was asked can be signed', () => {
  const today = Day.parse('2026-11-28')
  const aside = { words: 'x', at: start, by: 'Fred Frontdesk' }
  const cases = [
    ['on its last day', { until: today, aside: null }, { aside: false }, undefined],
    ['not on the day after', { until: addDays(today, -1), aside: null }, { aside: false }, says.toPatient.over],
    ['not once it was set aside', { until: today, aside }, { aside: false }, says.toPatient.setAside],
    ['not once its recipient was', { until: today, aside: null }, { aside: true }, says.toPatient.setAside],
    ['not without a recipient', { until: today, aside: null }, undefined, says.toPatient.setAside],
  ] as const
  for (const [name, request, recipient, holds] of cases)
    test(name, () => assert.equal(holdsSigning(request, recipient, today), holds))
})

describe('a recipient', () => {
  const change = (id: string, body: object) =>
    frontDesk.post(`${path}/recipients/${id}`, {
      id: randomUUID(),
      relation: 'referrer',
      name: 'Dr. Refer Example',
      organisation: 'Example Practice',
      reach: '',
      aside: false,
      words: 'A slip.',
      ...body,
    })

  test('is corrected while no text names them, later only in how to reach them; what was typed stays', async () => {
    const to = await named(frontDesk, patientId, { name: 'Dr. Rfer Example' })
    assert.equal((await change(to, { words: '' })).status, 422)
    assert.equal((await change(to, {})).status, 200)
    await released(frontDesk, patientId, to)
    assert.equal((await change(to, { name: 'Somebody Else' })).status, 409)
    assert.equal((await change(to, { reach: '503 555 0100' })).status, 200)
    const { recipients, namings } = await releasesOf(frontDesk, patientId)
    const now = recipients.find(({ id }) => id === to)
    assert.deepEqual([now?.name, now?.reach], ['Dr. Refer Example', '503 555 0100'])
    assert.deepEqual(
      namings.filter(({ recipientId }) => recipientId === to).map(({ name, reach }) => [name, reach]),
      [
        ['Dr. Rfer Example', ''],
        ['Dr. Refer Example', ''],
        ['Dr. Refer Example', '503 555 0100'],
      ],
    )
  })

  test('that was set aside gets no release and signs none, until they are taken up again', async () => {
    const to = await named(frontDesk, patientId)
    const { url, asked } = await askedFor(frontDesk, patientId, to)
    assert.equal((await change(to, { aside: true })).status, 200)
    assert.match((await holding(url).look()).holds ?? '', /set this aside/)
    const again = { ...asked, id: randomUUID() }
    assert.equal((await frontDesk.post(`${path}/releases/ask`, again)).status, 423)
    assert.equal((await change(to, {})).status, 200)
    assert.equal((await holding(url).sign()).status, 200)
  })
})
