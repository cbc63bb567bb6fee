import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { owning } from '../../database/owner.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { says as linkSays } from '../../web/words/en/says/links.ts'
import { listIntakeAnswers } from './queries.ts'
import { itemsOf } from './standing.ts'
import { askedIntake, phoneWith } from './test.ts'

const app = await testApp()
const start = app.clock.now
const holding = app.holding as never

const asked = async () => {
  app.clock.now = start
  const as = await app.clinicWith()
  const { id: patientId } = await registered(as.prescriber, { email: 'sam@example.test', reachBy: ['mail'] })
  const phone = await askedIntake(as.frontDesk, holding, patientId)
  const path = `/api/patients/${patientId}/intake`
  const state = async () =>
    (await as.frontDesk.get(path)).json as {
      intake: { parts: { part: string; answered: number }[]; doneAt: string | null }
    }
  const stored = () =>
    reading(app.db, as, async (q) => {
      const { id } = await q.one<{ id: string }>(sql`select id from intake where patient_id = ${patientId}`)
      return itemsOf(await listIntakeAnswers(q, id))
    })
  return { ...as, patientId, path, state, stored, ...phone }
}

const values = (answers: { question: string; value: unknown }[]) =>
  Object.fromEntries(answers.map(({ question, value }) => [question, value]))

describe('a patient’s answers', () => {
  test('are saved as they are given, the newest shown, every earlier one kept', async () => {
    const as = await asked()
    assert.deepEqual((await as.read()).answers, [])
    await as.answers({ stroke: false, sleepApnea: null }, start)
    app.clock.now = addMinutes(start, 5)
    await as.answers({ stroke: true }, app.clock.now)
    assert.deepEqual(values((await as.read()).answers), { stroke: true, sleepApnea: null })
    const stroke = (await as.stored()).find(({ now }) => now.question === 'stroke')
    assert.deepEqual(
      stroke?.before.map(({ value }) => value),
      [false],
    )
  })

  test('sent twice are stored once; another answer under the same id is refused', async () => {
    const as = await asked()
    const answer = { id: randomUUID(), question: 'stroke', value: true, answeredAt: start }
    const send = (change: object = {}) =>
      as.door.post('/api/link/intake/answers', { answers: [{ ...answer, ...change }] })
    const statuses = [await send(), await send(), await send({ value: false }), await send({ question: 'seizures' })]
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [200, 200, 409, 409],
    )
    assert.deepEqual(values((await as.read()).answers), { stroke: true })
  })

  test('come from two devices at once on one link: both are kept and the newest is shown', async () => {
    const as = await asked()
    const other = phoneWith(app.holding(as.url))
    app.clock.now = addMinutes(start, 10)
    // The first was given later and arrives first.
    await Promise.all([
      as.answer('stroke', true, addMinutes(start, 4)),
      other.answer('stroke', false, addMinutes(start, 2)),
    ])
    assert.deepEqual(values((await other.read()).answers), { stroke: true })
    const [item] = await as.stored()
    assert.deepEqual([item?.now.value, item?.before.map(({ value }) => value)], [true, [false]])
  })

  test('a phone’s clock moves nothing into the future or before the link', async () => {
    const as = await asked()
    await as.answers({ stroke: true }, '2031-01-01T00:00:00.000Z')
    await as.answers({ seizures: true }, '1999-01-01T00:00:00.000Z')
    assert.deepEqual(
      (await as.read()).answers.map(({ answeredAt }) => answeredAt),
      [start, start],
    )
  })

  test('lists are told line by line, changed, and taken back', async () => {
    const as = await asked()
    const entry = randomUUID()
    await as.answers({ medicines: true }, start)
    const line = (value: object | null) => as.answer('medicines', value, app.clock.now, { entry })
    await line({ name: 'Lisinopril' })
    app.clock.now = addMinutes(start, 1)
    await line({ name: 'Lisinopril', dose: '10 mg' })
    assert.deepEqual((await as.read()).answers.at(-1)?.value, { name: 'Lisinopril', dose: '10 mg' })
    app.clock.now = addMinutes(start, 2)
    await line(null)
    assert.equal((await as.read()).answers.at(-1)?.value, null)
    assert.equal((await as.stored()).at(-1)?.before.length, 2)
  })

  test('bad input changes nothing and says where', async () => {
    const as = await asked()
    const reply = await as.answer('weight', { unit: 'lb', amount: 9000 }, start)
    assert.equal(reply.status, 422)
    assert.match(JSON.stringify(reply.json), /answers\.0\.value.*Check the number and the unit/)
    assert.equal((await as.answer('stroke', 'yes', start)).status, 422)
    assert.deepEqual((await as.read()).answers, [])
  })

  test('go on with the same link after "done", and on another day', async () => {
    const as = await asked()
    await as.answers({ stroke: false }, start)
    assert.equal((await as.done()).status, 200)
    assert.equal((await as.read()).doneAt, start)
    app.clock.now = addMinutes(start, 60)
    await as.answers({ stroke: null }, app.clock.now)
    assert.deepEqual(values((await as.read()).answers), { stroke: null })
    app.clock.now = addMinutes(start, 5 * 60)
    assert.equal((await as.door.get('/api/link/intake')).status, 403, 'a link opened here lasts four hours')
    const again = await askedIntake(await as.another(['front-desk']), holding, as.patientId)
    assert.deepEqual(values((await again.read()).answers), { stroke: null }, 'a new link goes on with the same intake')
  })
})

describe('somebody in danger', () => {
  const alerts = async (as: Awaited<ReturnType<typeof asked>>) =>
    ((await as.prescriber.get('/api/alerts')).json as { alerts: { id: string; ruleId: string; level: string }[] })
      .alerts

  test('reaches the clinic at once, once, and their words stand in no alert, mail or trail', async () => {
    const as = await asked()
    await as.answers({ story: 'Zaubernuss: I want to die' }, start)
    await as.answers({ suicideThoughts: true }, start)
    const open = await alerts(as)
    assert.deepEqual(
      open.map(({ ruleId, level }) => [ruleId, level]),
      [['RL-07', 'urgent']],
    )
    const { found } = await owning(app.db, (q) =>
      q.one<{ found: number }>(sql`
        select (select count(*) from alert t where t::text like '%Zaubernuss%')
             + (select count(*) from audit_entry t where t::text like '%Zaubernuss%')
             + (select count(*) from message t where t::text like '%Zaubernuss%') as found`),
    )
    assert.equal(found, 0)
  })

  test('is heard of anew once somebody has acknowledged what they said before, and not for what is sent twice', async () => {
    const as = await asked()
    await as.answers({ story: 'I want to die' }, start)
    const [first] = await alerts(as)
    const taken = { id: randomUUID(), kind: 'acknowledge' }
    assert.equal((await as.prescriber.post(`/api/alerts/${first?.id}/events`, taken)).status, 200)
    app.clock.now = addMinutes(start, 3)
    const id = randomUUID()
    for (const _ of ['sent', 'sent again'])
      assert.equal((await as.answer('story', 'I bought a gun', app.clock.now, { id })).status, 200)
    const waiting = async () => (await as.prescriber.get('/api/alerts/waiting')).json
    assert.deepEqual(await waiting(), { waiting: 1, urgent: 1 })
    assert.deepEqual(
      (await alerts(as)).map(({ ruleId }) => ruleId),
      ['RL-07', 'RL-07'],
    )
  })

  test('is heard of when their link takes nothing any more: refused and kept nowhere, and somebody is told to call', async () => {
    const as = await asked()
    app.clock.now = addMinutes(start, 5 * 60)
    const person = await as.another(['prescriber'])
    const told = async () => (await person.get('/api/alerts')).json as { alerts: { ruleId: string; says: string }[] }
    assert.equal((await as.answer('story', 'I sleep badly', start)).status, 403)
    assert.deepEqual((await told()).alerts, [])
    for (let sent = 0; sent < 2; sent += 1) assert.equal((await as.answer('story', 'I want to die', start)).status, 403)
    const [alert, ...more] = (await told()).alerts
    assert.equal(alert?.ruleId, 'RL-07')
    assert.ok(alert.says.endsWith(linkSays.wordsRefused), alert.says)
    assert.deepEqual(more, [])
    assert.deepEqual(await as.stored(), [])
  })

  test('no other answer raises anything', async () => {
    const as = await asked()
    await as.answers({ suicideThoughts: false, familySuicide: true, stroke: true }, start)
    assert.deepEqual(await alerts(as), [])
  })
})

describe('staff', () => {
  test('the front desk sees how far it is and no answer', async () => {
    const as = await asked()
    await as.answers({ stroke: true, story: 'Zaubernuss' }, start)
    const { intake } = await as.state()
    assert.equal(intake.parts.find(({ part }) => part === 'heart')?.answered, 1)
    assert.doesNotMatch(JSON.stringify(intake), /Zaubernuss|true/)
    assert.equal((await as.therapist.get(as.path)).status, 403)
  })

  test('send it only by a way the patient agreed to, and the message names nothing', async () => {
    const as = await asked()
    const ask = (by: string) => as.frontDesk.post(as.path, { id: randomUUID(), by })
    assert.equal((await ask('sms')).status, 422)
    const sent = await ask('mail')
    assert.deepEqual(sent.json, { sentTo: 'sam@example.test', hours: 14 * 24 })
    assert.equal((await as.door.get('/api/link/intake')).status, 403, 'the earlier link is withdrawn')
  })

  test('ask at once: one intake', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const ask = () => as.frontDesk.post(`/api/patients/${id}/intake`, { id: randomUUID(), by: 'here' })
    await Promise.all([ask(), ask(), ask()])
    const { count } = await reading(app.db, as, (q) => q.one<{ count: number }>(sql`select count(*) from intake`))
    assert.equal(count, 1)
  })

  test('an intake ends with its evaluation: the old link opens nothing more, and the next one starts empty', async () => {
    const as = await asked()
    await as.answers({ stroke: true }, start)
    const evaluationId = randomUUID()
    const path = `/api/patients/${as.patientId}/evaluation`
    assert.equal((await as.prescriber.post(path, { id: evaluationId })).status, 200)
    app.clock.now = addMinutes(start, 3)
    assert.equal((await as.prescriber.post(`${path}/close`, { evaluationId, reason: 'Moved away' })).status, 204)
    assert.equal((await as.door.get('/api/link/intake')).status, 409)
    assert.equal((await as.answer('stroke', false, app.clock.now)).status, 409)
    app.clock.now = addMinutes(start, 4)
    const again = await askedIntake(as.frontDesk, holding, as.patientId)
    assert.deepEqual((await again.read()).answers, [])
  })
})
