import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { listIntakeAnswers } from '../care/intake/queries.ts'
import type { PublicRequest } from '../care/intake/request/request.ts'
import { system } from '../clinic/accounts/actor.ts'
import { audited } from '../clinic/audit/audited.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import { ownDatabase } from '../database/test.ts'
import { addMinutes } from '../science/time.ts'
import { requestWords } from '../web/words/en/request.ts'
import { says } from '../web/words/en/says/request.ts'
import { helpInSpanish } from '../web/words/es/help.ts'
import { testApp } from './test.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Clinic = Awaited<ReturnType<App['clinicWith']>>
type Form = Record<string, string | string[]>

const filled: Form = {
  givenName: 'Rosa',
  familyName: 'Quince',
  birthDate: '1988-04-03',
  phone: '503 555 0142',
  email: 'rosa@example.test',
  reachBy: ['call', 'mail'],
  leaveMessage: 'no',
  reachNote: 'After five.',
  goals: 'I have been low for years.',
  payer: 'Blue Plan',
  plan: 'PPO',
  therapist: 'Dr. Tal',
  agreeContact: 'yes',
  agreeNotUrgent: 'yes',
}

describe('asking for an evaluation', () => {
  /** Somebody who asked and was registered. */
  const becomes = async (familyName: string, phone: string) => {
    const { id } = await send({ ...filled, familyName, phone, email: '', reachBy: ['call'] })
    const path = `/api/requests/${id}/register`
    const identity = { givenName: 'Rosa', familyName, birthDate: '1988-04-03', phone }
    const registration = { id: randomUUID(), identityId: randomUUID(), identity }
    const body = { id: randomUUID(), intakeId: randomUUID(), registration }
    assert.equal((await clinic.frontDesk.post(path, body)).status, 200)
    return { patientId: registration.id }
  }
  let close = async () => {}
  let app: App
  let clinic: Clinic
  before(async () => {
    const own = await ownDatabase()
    close = own.close
    app = await testApp(own.db)
    clinic = await app.clinicWith()
  })
  after(() => close())

  const send = async (form: Form, { id = randomUUID() as string, late = 60 } = {}) => {
    const fields = { id, at: addMinutes(app.clock.now, -late / 60), ...form }
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    )
    const answer = await app.app.request('/learn/ask/send', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body,
    })
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text(), id }
  }
  const queue = async () =>
    ((await clinic.frontDesk.get('/api/requests')).json as { requests: PublicRequest[] }).requests
  const inQueue = async (id: string) => (await queue()).find((one) => one.id === id)
  const seen = async (id: string) => {
    const { latestAt = app.clock.now, steps = [] } = (await inQueue(id)) ?? {}
    return { latestAt, steps: steps.length }
  }

  test('is a form that needs no script, with nothing ticked beforehand and help in front of it', async () => {
    const page = await (await app.app.request('/learn/ask')).text()
    assert.doesNotMatch(
      page,
      /<script(?! src="\/mode.js"| type="module" crossorigin src="\/assets\/)| checked|\son\w+=|\sstyle=/,
    )
    assert.ok(page.indexOf(requestWords.danger) > 0 && page.indexOf(requestWords.danger) < page.indexOf('<form'))
    for (const [, id = ''] of page.matchAll(/aria-describedby="([^"]*)"/g)) assert.ok(page.includes(`id="${id}"`), id)
    for (const [, id = ''] of page.matchAll(/ for="([^"]*)"/g)) assert.ok(page.includes(` id="${id}"`), id)
  })

  test('comes in as it was typed, and is seen by those who answer and by nobody else', async () => {
    const { status, to, id } = await send(filled)
    assert.deepEqual([status, to], [303, '/learn/ask/received'])
    const there = await inQueue(id)
    const said = there?.said[0]
    assert.deepEqual(
      [said?.goals, said?.phone, said?.reachBy, said?.agreeCoverage, said?.referrer],
      [filled.goals, filled.phone, filled.reachBy, 'no', ''],
    )
    assert.equal(there?.danger, false)
    for (const [as, expected] of [
      [clinic.owner, 200],
      [clinic.prescriber, 200],
      [clinic.monitor, 403],
      [clinic.therapist, 403],
      [app.nobody, 401],
    ] as const)
      assert.equal((await as.get('/api/requests')).status, expected)
    assert.equal((await app.app.request('/learn/ask/received')).status, 200)
  })

  test('sent twice, by a double press, by going back or from a second tab of the same form, is one request', async () => {
    const first = await send(filled)
    const before = (await queue()).length
    const [again, atOnce] = [await send(filled, { id: first.id }), await send(filled, { id: first.id })]
    assert.deepEqual([again.to, atOnce.to], [first.to, first.to])
    assert.equal((await queue()).length, before)
    assert.equal((await inQueue(first.id))?.said.length, 1)
    await send({ ...filled, goals: 'I forgot: I also sleep badly.' }, { id: first.id })
    const there = await inQueue(first.id)
    assert.deepEqual(
      there?.said.map(({ goals }) => goals),
      ['I forgot: I also sleep badly.', filled.goals],
    )
  })

  test('what is wrong is said beside its field, and what was typed comes back, and nothing is kept', async () => {
    const before = (await queue()).length
    const wrong: [Form, string][] = [
      [{ ...filled, phone: 'call my mum' }, 'phone'],
      [{ ...filled, email: 'rosa at home' }, 'email'],
      [{ ...filled, birthDate: '1988-02-31' }, 'birthDate'],
      [{ ...filled, phone: '', email: '' }, 'phone'],
      [{ ...filled, reachBy: [] }, 'reachBy'],
      [{ ...filled, givenName: ' ', familyName: '' }, 'givenName'],
      [{ ...filled, agreeContact: 'no' }, 'agreeContact'],
      [{ ...filled, agreeNotUrgent: 'no' }, 'agreeNotUrgent'],
      [{ ...filled, goals: 'x'.repeat(5001) }, 'goals'],
      [{ ...filled, goals: 'a\0b' }, 'goals'],
    ]
    for (const [form, field] of wrong) {
      const { status, text } = await send(form)
      assert.equal(status, 422, field)
      assert.match(text, new RegExp(`id="help-${field}">[^<]*<strong class="stale">`), field)
      assert.ok(text.includes('value="Blue Plan"') && text.includes('After five.'), field)
    }
    assert.equal((await queue()).length, before)
    assert.ok((await send({ ...filled, agreeContact: 'no' })).text.includes(says.agreeContact))
  })

  test('keeps emoji, right-to-left and markup as text, and runs none of it', async () => {
    const goals = '<script>alert(1)</script> 😀 שלום "quoted" & more'
    const { text } = await send({ ...filled, goals, phone: 'no number' })
    assert.ok(text.includes('&lt;script&gt;alert(1)&lt;/script&gt; 😀 שלום &quot;quoted&quot; &amp; more'))
    assert.doesNotMatch(text, /<script>/)
    const { id } = await send({ ...filled, goals })
    assert.equal((await inQueue(id))?.said[0].goals, goals)
  })

  test('holds up robots without losing a person’s words', async () => {
    const before = (await queue()).length
    for (const [form, late, notice] of [
      [{ ...filled, fax: 'buy now' }, 60, requestWords.trap],
      [filled, 1, requestWords.quick],
      [{ ...filled, at: 'long ago' }, 60, requestWords.older],
    ] as const) {
      const { status, text } = await send(form, { late })
      assert.equal(status, 422)
      assert.ok(text.includes(notice) && text.includes('After five.'), notice)
    }
    assert.equal((await queue()).length, before)
  })

  test('words of suicide are answered with help at once, and stand first in the queue', async () => {
    const { to, id } = await send({ ...filled, goals: 'I want to die.' })
    assert.equal(to, '/learn/ask/received-help')
    const page = await (await app.app.request(to ?? '')).text()
    const [help, next] = [page.indexOf(requestWords.received.help), page.indexOf(requestWords.received.title)]
    assert.ok(help > 0 && page.indexOf('class="call" href="tel:988"') > help && help < page.lastIndexOf('<h2 id="in">'))
    assert.ok(next > 0 && page.includes(`<h1>${requestWords.received.helpTitle}`))
    assert.equal((await inQueue(id))?.danger, true)
  })

  test('whoever writes in Spanish that they want to die reads help in Spanish at once, sent or refused', async () => {
    const { to } = await send({ ...filled, goals: 'Me quiero matar' })
    const received = await (await app.app.request(to ?? '')).text()
    const { text: refused } = await send({ ...filled, goals: 'Me quiero matar', agreeContact: 'no' })
    for (const page of [received, refused]) {
      const help = page.indexOf(`<p lang="es">${helpInSpanish}</p>`)
      assert.ok(help > 0 && help < page.indexOf('<h2'), page)
    }
    assert.ok((await (await app.app.request('/learn/crisis')).text()).includes(helpInSpanish))
  })

  test('is taken, set aside with a reason, and each stays written', async () => {
    const { id } = await send(filled)
    const path = `/api/requests/${id}`
    assert.equal((await clinic.frontDesk.post(`${path}/take`, { id: randomUUID(), seen: await seen(id) })).status, 204)
    const act = async (reason: string) =>
      (await clinic.owner.post(`${path}/set-aside`, { id: randomUUID(), seen: await seen(id), reason })).status
    assert.equal(await act(' '), 422)
    assert.equal(await act('Moved away'), 204)
    assert.deepEqual(
      (await inQueue(id))?.steps.map(({ step, by, reason }) => [step, by, reason]),
      [
        ['taken', 'Fred Frontdesk', null],
        ['set aside', 'Olive Owner', 'Moved away'],
      ],
    )
    const nobody = randomUUID()
    const taken = await clinic.owner.post(`/api/requests/${nobody}/take`, { id: nobody, seen: await seen(nobody) })
    assert.equal(taken.status, 404)
  })

  test('is not done with by whoever has not read its newest words, nor taken from a colleague unseen', async () => {
    const { id } = await send(filled)
    const path = `/api/requests/${id}`
    const before = await seen(id)
    app.clock.now = addMinutes(app.clock.now, 1)
    await send({ ...filled, goals: 'I want to die.' }, { id })
    const aside = { id: randomUUID(), seen: before, reason: 'No answer' }
    const unread = await clinic.owner.post(`${path}/set-aside`, aside)
    assert.equal(unread.status, 409)
    assert.match(JSON.stringify(unread.json), new RegExp(says.sentMeanwhile))
    const read = await seen(id)
    const take = { id: randomUUID(), seen: read }
    // The same press that arrives twice is one.
    for (let time = 0; time < 2; time++) assert.equal((await clinic.frontDesk.post(`${path}/take`, take)).status, 204)
    for (const [what, more] of [
      ['take', {}],
      ['set-aside', { reason: 'No answer' }],
    ] as const) {
      const late = await clinic.owner.post(`${path}/${what}`, { id: randomUUID(), seen: read, ...more })
      assert.equal(late.status, 409, what)
      assert.match(JSON.stringify(late.json), new RegExp(says.doneMeanwhile('Fred Frontdesk')))
    }
    assert.deepEqual(
      (await inQueue(id))?.steps.map(({ step, by }) => [step, by]),
      [['taken', 'Fred Frontdesk']],
    )
    assert.equal((await clinic.owner.post(`${path}/take`, { id: randomUUID(), seen: await seen(id) })).status, 204)
  })

  test('becomes a patient once, whose questions before the visit hold what was told', async () => {
    const { id } = await send({ ...filled, familyName: 'Pomelo', phone: '503 555 0177', email: 'p@example.test' })
    const path = `/api/requests/${id}/register`
    const identity = { givenName: 'Rosa', familyName: 'Pomelo', birthDate: '1988-04-03', phone: '503 555 0177' }
    const body = {
      id: randomUUID(),
      intakeId: randomUUID(),
      registration: { id: randomUUID(), identityId: randomUUID(), identity },
    }
    assert.equal((await clinic.owner.post(path, body)).status, 403)
    for (let time = 0; time < 2; time++) assert.equal((await clinic.frontDesk.post(path, body)).status, 200)
    const { intakeId } = body
    const answers = await reading(app.db, clinic, (q) => listIntakeAnswers(q, intakeId))
    assert.deepEqual(
      answers.map(({ question, value }) => [question, value]),
      [
        ['goals', filled.goals],
        ['therapist', true],
        ['therapist', { name: 'Dr. Tal' }],
        ['coverage', true],
        ['coverage', { payer: 'Blue Plan', plan: 'PPO' }],
      ],
    )
    assert.ok(answers.every(({ confirmed }) => confirmed === null))
    const patientId = body.registration.id
    assert.equal((await inQueue(id))?.steps.at(-1)?.patientId, patientId)
    const other = { ...body, id: randomUUID(), intakeId: randomUUID() }
    const registration = { id: randomUUID(), identityId: randomUUID(), identity: { ...identity, givenName: 'Rose' } }
    // Whoever looks like a patient we have is asked about first, as at any registration.
    const twin = await clinic.prescriber.post(path, { ...other, registration })
    assert.equal(twin.status, 409)
    const anyway = { notTheSameAs: [patientId], reason: 'Sisters' }
    const second = await clinic.prescriber.post(path, { ...other, registration: { ...registration, anyway } })
    assert.equal(second.status, 409)
    assert.match(JSON.stringify(second.json), new RegExp(says.registeredAlready))
  })

  test('of somebody who is a patient goes on with the record that there is, once, beside what they said before', async () => {
    const { patientId } = await becomes('Kumquat', '503 555 0171')
    const again = await send({
      ...filled,
      familyName: 'Kumquat',
      phone: '503 555 0171',
      email: '',
      reachBy: ['call'],
      goals: 'To sleep',
    })
    const path = `/api/requests/${again.id}/patients/${patientId}`
    const body = { id: randomUUID(), intakeId: randomUUID() }
    assert.equal((await clinic.owner.post(path, body)).status, 403)
    assert.equal((await clinic.frontDesk.post(`/api/requests/${again.id}/patients/${randomUUID()}`, body)).status, 404)
    for (let time = 0; time < 2; time++) assert.equal((await clinic.frontDesk.post(path, body)).status, 204)
    assert.equal((await inQueue(again.id))?.steps.at(-1)?.patientId, patientId)
    const { json } = await clinic.frontDesk.get(`/api/patients/${patientId}/requests`)
    assert.equal((json as { requests: unknown[] }).requests.length, 2)
    const goals = await reading(app.db, clinic, (q) =>
      q.all<{ value: string }>(sql`
        select a.value from intake_answer a join intake i on i.clinic_id = a.clinic_id and i.id = a.intake_id
        where i.patient_id = ${patientId} and a.question = 'goals' order by a.seq`),
    )
    assert.deepEqual(
      goals.map(({ value }) => value),
      [filled.goals, 'To sleep'],
    )
    const other = await becomes('Tangelo', '503 555 0172')
    const elsewhere = await clinic.frontDesk.post(`/api/requests/${again.id}/patients/${other.patientId}`, {
      ...body,
      id: randomUUID(),
    })
    assert.equal(elsewhere.status, 409)
  })

  test('what spoke of danger anywhere in it is an alert of the patient it becomes; the rest is read with the patient', async () => {
    const { id } = await send({
      ...filled,
      familyName: 'Lemon',
      phone: '503 555 0178',
      email: '',
      reachBy: ['call'],
      times: 'Soon, or I end my life.',
    })
    app.clock.now = addMinutes(app.clock.now, 5)
    const wroteAt = app.clock.now
    await send(
      { ...filled, familyName: 'Lemon', phone: '503 555 0178', email: '', reachBy: ['call'], times: 'Mondays' },
      { id },
    )
    app.clock.now = addMinutes(app.clock.now, 1)
    const identity = { givenName: 'Rosa', familyName: 'Lemon', birthDate: '1990-01-02' }
    const registration = { id: randomUUID(), identityId: randomUUID(), identity }
    const body = { id: randomUUID(), intakeId: randomUUID(), registration }
    assert.equal((await clinic.frontDesk.post(`/api/requests/${id}/register`, body)).status, 200)
    // Each answer is of the day of the words that count, not of those they replaced.
    const told = await reading(app.db, clinic, (q) => listIntakeAnswers(q, body.intakeId))
    assert.deepEqual([...new Set(told.map(({ answeredAt }) => answeredAt))], [wroteAt])
    const alerts = await reading(app.db, clinic, (q) =>
      q.all(sql`select rule_id as rule from alert where patient_id = ${registration.id}`),
    )
    assert.deepEqual(alerts, [{ rule: 'RL-07' }])
    const { json } = await clinic.frontDesk.get(`/api/patients/${registration.id}/requests`)
    const [{ said }] = (json as { requests: [PublicRequest] }).requests
    assert.deepEqual(
      said.map(({ times }) => times),
      ['Mondays', 'Soon, or I end my life.'],
    )
    assert.equal((await clinic.monitor.get(`/api/patients/${registration.id}/requests`)).status, 403)
  })

  test('whoever waits stays in the queue, however many come after; whoever is done with makes room', async () => {
    const [waits, done] = [(await send(filled)).id, (await send(filled)).id]
    const aside = { id: randomUUID(), seen: await seen(done), reason: 'Moved away' }
    assert.equal((await clinic.owner.post(`/api/requests/${done}/set-aside`, aside)).status, 204)
    const later = addMinutes(app.clock.now, 1)
    const act = { clinicId: clinic.clinicId, actor: system, action: 'test', at: app.clock.now }
    const [said] = (await inQueue(waits))?.said ?? []
    await audited(app.db, act, async (tx) => {
      await tx.run(sql`insert into public_request (clinic_id, id, received_at)
        select evenkeel_clinic(), gen_random_uuid(), ${later} from generate_series(1, 200)`)
      await tx.run(sql`insert into public_request_words (clinic_id, id, request_id, said, received_at)
        select evenkeel_clinic(), gen_random_uuid(), id, ${sql.json(said)}::jsonb, received_at
        from public_request where received_at = ${later}`)
    })
    const left = await queue()
    assert.deepEqual(
      [waits, done].map((id) => left.some((one) => one.id === id)),
      [true, false],
    )
  })

  test('too many from one place wait, and keep what they typed', async () => {
    let last = await send(filled)
    for (let sent = 0; sent < 21 && last.status === 303; sent++) last = await send(filled, { late: 4 })
    assert.equal(last.status, 429)
    assert.ok(last.text.includes(requestWords.wait) && last.text.includes('After five.'))
  })

  test('leaves no words of anybody in the trail', async () => {
    const trail = await reading(app.db, clinic, (q) => q.all(sql`select action, detail from audit_entry`))
    assert.ok(JSON.stringify(trail).includes('requests.receive'))
    assert.doesNotMatch(JSON.stringify(trail), /Quince|low for years|0142/)
  })
})
