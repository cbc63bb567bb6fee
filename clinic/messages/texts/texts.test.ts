import assert from 'node:assert/strict'
import { createHmac, randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { listClinicIds } from '../../../database/owner.ts'
import { reading } from '../../../database/read.ts'
import { testApp } from '../../../server/test.ts'
import { says } from '../../../web/words/en/says/messages.ts'
import { system } from '../../accounts/actor.ts'
import { audited } from '../../audit/audited.ts'
import { registered } from '../../records/test.ts'
import { queueMessage } from '../changes.ts'
import { listMessages } from '../queries.ts'
import { sendWaiting } from '../sender.ts'
import { meansOf } from './said.ts'

const app = await testApp()
const key = 'a key that the gateway knows too'
const kept = process.env.SMS_INBOUND_KEY
before(() => {
  process.env.SMS_INBOUND_KEY = key
})
after(() => {
  if (kept === undefined) delete process.env.SMS_INBOUND_KEY
  else process.env.SMS_INBOUND_KEY = kept
})

describe('what a text means', () => {
  const cases = {
    stop: ['STOP', ' stop. ', 'Stop texting me', 'please stop', 'UNSUBSCRIBE', 'Opt-out', 'end', 'Quit!', 'Parar'],
    start: ['START', 'unstop', 'Start.'],
    other: ['', 'Thank you', 'I want to end it all', 'When does it stop?', 'end of the week is fine', 'restart', '👍'],
  } as const
  for (const [means, texts] of Object.entries(cases))
    for (const text of texts) test(`${JSON.stringify(text)}: ${means}`, () => assert.equal(meansOf(text), means))
})

let last = 0
/** Nobody else has this number: what a number says holds in every clinic kept here. */
const aNumber = () => {
  last += 1
  return `+1 (202) 555-${3000 + last}`
}

const clinic = async (more: { language?: string } = {}) => {
  const as = await app.clinicWith()
  const number = aNumber()
  const { id: patientId } = await registered(as.prescriber, { phone: number, reachBy: ['sms'], ...more })
  const { clinicId } = as
  const text = (words: string, more: { signature?: string; id?: string; from?: string } = {}) => {
    const body = { id: more.id ?? randomUUID(), from: more.from ?? number, text: words }
    const signed = createHmac('sha256', key).update(`${body.id}\n${body.from}\n${body.text}`).digest('hex')
    return app.app.request('/api/texts/received', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-evenkeel-signature': more.signature ?? signed },
      body: JSON.stringify(body),
    })
  }
  const queue = () =>
    audited(app.db, { clinicId, actor: system, action: 'test.queue', at: app.clock.now }, (tx) =>
      queueMessage(tx, {
        patientId,
        channel: 'sms',
        to: number,
        subject: 'x',
        body: 'y',
        now: app.clock.now,
        secrets: app.secrets,
      }),
    )
  const outbox = () => reading(app.db, { clinicId }, (q) => listMessages(q))
  const asking = async () => (await as.frontDesk.get(`/api/patients/${patientId}/asking`)).json
  const alerts = async () =>
    ((await as.prescriber.get('/api/alerts')).json as { alerts: { ruleId: string; level: string; says: string }[] })
      .alerts
  return { ...as, patientId, number, text, queue, outbox, asking, alerts }
}

test('STOP stops: what waits is not sent, nothing more is queued, staff see it, and START ends it', async () => {
  const as = await clinic()
  await as.queue()
  assert.equal((await as.text('Stop')).status, 204)
  const carried: string[] = []
  const carry = async ({ to }: { to: string }) => void carried.push(to)
  const parts = { db: app.db, secrets: app.secrets, clock: () => app.clock.now }
  assert.equal(await sendWaiting({ ...parts, carriers: { sms: carry } }, as.clinicId), 0)
  assert.deepEqual(carried, [])
  assert.deepEqual(
    (await as.outbox()).map(({ gaveUpAt, lastProblem }) => [gaveUpAt !== null, lastProblem]),
    [[true, 'the number wants no text messages']],
  )
  await assert.rejects(as.queue(), { message: says.textsStopped })
  const { texts, stopped } = (await as.asking()) as { texts: string; stopped: { how: string } }
  assert.deepEqual([texts, stopped.how], ['stopped', 'reply'])
  const asked = await as.frontDesk.post(`/api/patients/${as.patientId}/ask`, { asks: 'phq-9', by: 'sms' })
  assert.equal(asked.status, 409)
  assert.deepEqual(await as.alerts(), [])
  assert.equal((await as.text('START')).status, 204)
  await as.queue()
})

test('a number that stopped in one clinic stopped in the other that knows it, and nobody else’s did', async () => {
  const as = await clinic()
  const other = await app.clinicWith()
  const { id } = await registered(other.prescriber, { phone: as.number.replace('+1 ', ''), reachBy: ['sms'] })
  const stranger = await clinic()
  await as.text('stop')
  const there = (await other.frontDesk.get(`/api/patients/${id}/asking`)).json as { texts: string }
  assert.equal(there.texts, 'stopped')
  assert.equal(((await stranger.asking()) as { texts: string }).texts, 'on')
})

test('a stop from a number that no patient has is kept without its words, and holds for whoever is registered with it', async () => {
  const as = await clinic()
  const other = await app.clinicWith()
  const strange = aNumber()
  const text = (words: string) => as.text(words, { from: strange })
  assert.equal((await text('Stop, wrong number, ask my wife')).status, 204)
  assert.equal((await text('Who is this?')).status, 204)
  const { id } = await registered(other.prescriber, { phone: strange, reachBy: ['sms'] })
  const asking = async () =>
    (await other.frontDesk.get(`/api/patients/${id}/asking`)).json as {
      texts: string
      said: { words: string | null }[]
    }
  const ask = () => other.frontDesk.post(`/api/patients/${id}/ask`, { asks: 'phq-9', by: 'sms' })
  const { texts, said } = await asking()
  assert.deepEqual([texts, said.map(({ words }) => words)], ['stopped', [null]])
  assert.equal((await ask()).status, 409)
  assert.equal((await text('START')).status, 204)
  assert.equal((await asking()).texts, 'on')
  assert.equal((await ask()).status, 200)
})

test('only the gateway is heard, and the same text once', async () => {
  const as = await clinic()
  assert.equal((await as.text('stop', { signature: 'made up' })).status, 403)
  assert.equal((await as.text('stop', { signature: '' })).status, 403)
  assert.equal(((await as.asking()) as { texts: string }).texts, 'on')
  const id = randomUUID()
  await as.text('Hello', { id })
  await as.text('Hello', { id })
  const { said } = (await as.asking()) as { said: { words: string }[] }
  assert.deepEqual(
    said.map(({ words }) => words),
    ['Hello'],
  )
  delete process.env.SMS_INBOUND_KEY
  assert.equal((await as.text('stop')).status, 404)
  process.env.SMS_INBOUND_KEY = key
})

test('any other text waits for a person, who sees its words; nothing answers it', async () => {
  const as = await clinic()
  await as.text('I moved to Denver')
  assert.deepEqual(
    (await as.alerts()).map(({ ruleId, level }) => [ruleId, level]),
    [['text-answer', 'review']],
  )
  assert.doesNotMatch(JSON.stringify(await as.alerts()), /Denver/)
  assert.match(JSON.stringify(await as.asking()), /I moved to Denver/)
  assert.equal((await as.outbox()).length, 0)
})

test('words that speak of suicide page whoever is on call, and are answered with 988 and 911 and nothing else', async () => {
  const as = await clinic()
  await as.text('I want to end my life')
  assert.deepEqual(
    (await as.alerts()).map(({ ruleId, level }) => [ruleId, level]),
    [['RL-07', 'urgent']],
  )
  const [answer, ...more] = await as.outbox()
  assert.equal(more.length, 0)
  const body = app.secrets.open(answer?.sealedBody ?? '')
  assert.match(body, /988.*911/)
  assert.equal(answer?.channel, 'sms')
})

test('whose record says Spanish is answered in Spanish, where 988 has a 2 and the word AYUDA', async () => {
  const as = await clinic({ language: 'español' })
  await as.text('Ya no quiero vivir')
  assert.deepEqual(
    (await as.alerts()).map(({ ruleId }) => ruleId),
    ['RL-07'],
  )
  const [answer] = await as.outbox()
  assert.match(app.secrets.open(answer?.sealedBody ?? ''), /988 y oprima 2.*AYUDA al 988.*911/)
})

test('two who share a number and speak different languages are answered in both, in one text', async () => {
  const as = await clinic({ language: 'Spanish' })
  await registered(as.prescriber, { phone: as.number, reachBy: ['sms'], language: 'English' })
  await as.text('I want to end my life')
  const [answer, ...more] = await as.outbox()
  assert.equal(more.length, 0)
  assert.match(
    app.secrets.open(answer?.sealedBody ?? ''),
    /(call or text 988[\s\S]*oprima 2|oprima 2[\s\S]*call or text 988)/,
  )
})

test('words that speak of suicide from a number that no patient has are answered once, and not where it stopped', async () => {
  const as = await clinic()
  const strange = aNumber()
  const answers = async () =>
    (
      await Promise.all(
        (await listClinicIds(app.db)).map((clinicId) => reading(app.db, { clinicId }, (q) => listMessages(q))),
      )
    )
      .flat()
      .filter(({ recipient }) => recipient === strange)
      .map(({ sealedBody }) => app.secrets.open(sealedBody ?? ''))
  const id = randomUUID()
  for (const _ of [1, 2]) assert.equal((await as.text('I want to end my life', { from: strange, id })).status, 204)
  const [answer, ...more] = await answers()
  assert.deepEqual(more, [])
  assert.match(answer ?? '', /^No one reads.*988.*911[\s\S]*988 y oprima 2/)
  assert.deepEqual(await as.alerts(), [])
  await as.text('Stop. I want to die', { from: strange })
  assert.equal((await answers()).length, 1)
})

test('who says both is not written to any more, and the clinic is paged all the same', async () => {
  const as = await clinic()
  await as.text('Stop. I want to kill myself')
  assert.deepEqual(
    (await as.alerts()).map(({ ruleId }) => ruleId),
    ['RL-07'],
  )
  assert.equal((await as.outbox()).length, 0)
})
