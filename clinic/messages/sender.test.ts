import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { StartProblem } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { system } from '../accounts/actor.ts'
import { audited } from '../audit/audited.ts'
import { registered } from '../records/test.ts'
import { type Carriers, carriersFrom, mailBy, NotCarried, textBy } from './carriers.ts'
import { type NewMessage, queueMessage } from './changes.ts'
import { listMessages } from './queries.ts'
import { sendWaiting } from './sender.ts'

const app = await testApp()

/** A mail server on this machine that keeps what it gets, and answers as it is told to. */
const mailServer = async () => {
  const got: { from: string; to: string[]; text: string }[] = []
  const answer: { code: number | undefined } = { code: undefined }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      let text = ''
      stream.on('data', (part: Buffer) => (text += part.toString()))
      stream.on('end', () => {
        if (answer.code)
          return done(Object.assign(new Error('not now, said the server'), { responseCode: answer.code }))
        const { mailFrom, rcptTo } = session.envelope
        got.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), text })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    got,
    answer,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

const queue = async (clinicId: string, more: Partial<NewMessage> = {}) => {
  const act = { clinicId, actor: system, action: 'test.queue', at: app.clock.now }
  const { secrets } = app
  return audited(app.db, act, (tx) =>
    queueMessage(tx, {
      channel: 'mail',
      to: 'sam@example.test',
      subject: 'A few questions',
      body: 'Open it here: http://localhost/l#secret',
      now: app.clock.now,
      secrets,
      ...more,
    }),
  )
}

const send = (clinicId: string, carriers: Carriers, now: Instant = app.clock.now) =>
  sendWaiting({ db: app.db, secrets: app.secrets, carriers, clock: () => now }, clinicId)
const outbox = (clinicId: string) => reading(app.db, { clinicId }, (q) => listMessages(q))

test('mail reaches a real server once, and its text is wiped', async () => {
  const { clinicId } = await app.clinicWith()
  const mail = await mailServer()
  const carriers = { mail: mailBy(mail.url, 'clinic@example.test') }
  try {
    await queue(clinicId)
    assert.equal(await send(clinicId, carriers), 1)
    assert.equal(await send(clinicId, carriers), 0)
    assert.equal(mail.got.length, 1)
    const [{ from, to, text } = { from: '', to: [], text: '' }] = mail.got
    assert.deepEqual([from, to], ['clinic@example.test', ['sam@example.test']])
    assert.match(text, /Subject: A few questions/)
    assert.match(text, /Open it here: http:\/\/localhost\/l#secret/)
    const [stored] = await outbox(clinicId)
    assert.equal(stored?.sealedBody, null)
    assert.equal(stored?.sentAt, app.clock.now)
  } finally {
    await mail.close()
  }
})

test('the stored text is sealed: the database alone opens no link', async () => {
  const { clinicId } = await app.clinicWith()
  await queue(clinicId)
  const [stored] = await outbox(clinicId)
  assert.ok(stored?.sealedBody)
  assert.doesNotMatch(JSON.stringify(stored), /secret/)
})

test('a server that is busy is asked again later, one that refuses is not', async () => {
  const { clinicId } = await app.clinicWith()
  const mail = await mailServer()
  const carriers = { mail: mailBy(mail.url, 'clinic@example.test') }
  const after = (minutes: number) => addMinutes(app.clock.now, minutes)
  try {
    mail.answer.code = 451
    await queue(clinicId)
    assert.equal(await send(clinicId, carriers), 0)
    const [busy] = await outbox(clinicId)
    assert.equal(busy?.nextTryAt, after(1))
    assert.equal(busy?.lastProblem, 'mail: EMESSAGE 451')
    assert.equal(await send(clinicId, carriers, after(0.5)), 0)
    assert.equal((await outbox(clinicId))[0]?.attempts, 1, 'asked again too soon')

    await send(clinicId, carriers, after(1))
    assert.equal((await outbox(clinicId))[0]?.nextTryAt, after(6))
    mail.answer.code = 550
    await send(clinicId, carriers, after(6))
    const [refused] = await outbox(clinicId)
    assert.equal(refused?.gaveUpAt, after(6))
    assert.equal(refused?.sealedBody, null)
    mail.answer.code = undefined
    assert.equal(await send(clinicId, carriers, after(100_000)), 0)
    assert.equal(mail.got.length, 0)
  } finally {
    await mail.close()
  }
})

test('a server that is not there is tried for about two days', async () => {
  const { clinicId } = await app.clinicWith()
  const carriers = { mail: mailBy('smtp://127.0.0.1:1', 'clinic@example.test') }
  await queue(clinicId)
  let now = app.clock.now
  for (let tries = 1; tries <= 9; tries += 1) {
    await send(clinicId, carriers, now)
    const [stored] = await outbox(clinicId)
    assert.equal(stored?.attempts, tries)
    now = stored?.nextTryAt ?? now
    if (stored?.gaveUpAt) break
  }
  const [stored] = await outbox(clinicId)
  assert.equal(stored?.attempts, 9)
  const hours = (Date.parse(stored?.gaveUpAt ?? '') - Date.parse(app.clock.now)) / 3_600_000
  assert.ok(hours > 40 && hours < 60, `gave up after ${hours} hours`)
})

test('nothing goes before its time, and nothing without a carrier', async () => {
  const { clinicId } = await app.clinicWith()
  const got: string[] = []
  const carriers: Carriers = { mail: async ({ to }) => void got.push(to) }
  await queue(clinicId, { notBefore: addMinutes(app.clock.now, 60) })
  await queue(clinicId, { channel: 'sms', to: '+1 555 0100' })
  assert.equal(await send(clinicId, carriers), 0)
  assert.equal(await send(clinicId, carriers, addMinutes(app.clock.now, 60)), 1)
  assert.deepEqual(got, ['sam@example.test'])
  const text = (await outbox(clinicId)).find(({ channel }) => channel === 'sms')
  assert.equal(text?.attempts, 0)
})

test('what waited for a gateway does not reach a patient at night by their own clock', async () => {
  const as = await app.clinicWith()
  const { clinicId } = as
  const to = '+1 202 555 7136'
  const [here, west] = [
    await registered(as.prescriber, { phone: to, reachBy: ['sms'] }),
    await registered(as.prescriber, { phone: to, reachBy: ['sms'], timeZone: 'America/Los_Angeles' }),
  ]
  const got: string[] = []
  let busy = true
  const carriers: Carriers = {
    sms: async ({ subject }) => {
      if (busy) throw new NotCarried('text: 503', false)
      got.push(subject)
    },
  }
  const at = (time: string) => Instant.parse(`2026-11-24T${time}:00.000Z`)
  const waits = (subject: string, more: Partial<NewMessage>) =>
    queue(clinicId, { channel: 'sms', to, subject, ...more })
  // 19:45 in New York, 16:45 in Los Angeles.
  const now = at('00:45')
  await waits('here', { patientId: here.id, now })
  await waits('west', { patientId: west.id, now })
  await waits('crisis', { now })
  assert.equal(await send(clinicId, carriers, now), 0)
  busy = false
  await send(clinicId, carriers, at('01:00'))
  assert.deepEqual(got.toSorted(), ['crisis', 'west'])
  assert.equal(await send(clinicId, carriers, at('12:59')), 0)
  assert.equal(await send(clinicId, carriers, at('13:00')), 1)
  assert.equal(got.at(-1), 'here')
  // Somebody asks for it at 21:00, perhaps with the patient on the phone.
  await waits('asked for', { patientId: here.id, now: at('02:00') })
  assert.equal(await send(clinicId, carriers, at('02:00')), 1)
})

test('the same reason is queued once', async () => {
  const { clinicId } = await app.clinicWith()
  assert.ok(await queue(clinicId, { once: 'check 1' }))
  assert.equal(await queue(clinicId, { once: 'check 1' }), undefined)
  assert.equal((await outbox(clinicId)).length, 1)
})

test('a sender that dies lets go, and the message goes out after all', async () => {
  const { clinicId } = await app.clinicWith()
  await queue(clinicId)
  const dies: Carriers = { mail: () => new Promise(() => undefined) }
  void send(clinicId, dies)
  const got: string[] = []
  const lives: Carriers = { mail: async ({ to }) => void got.push(to) }
  while ((await outbox(clinicId))[0]?.attempts === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.equal(await send(clinicId, lives, addMinutes(app.clock.now, 7)), 0, 'taken while somebody had it')
  assert.equal(await send(clinicId, lives, addMinutes(app.clock.now, 9)), 1)
  assert.deepEqual(got, ['sam@example.test'])
})

test('two senders at once hand each message over once', {
  skip: app.db.engine !== 'server' && 'needs a server',
}, async () => {
  const { clinicId } = await app.clinicWith()
  const got: string[] = []
  const carriers: Carriers = { mail: async ({ to }) => void got.push(to) }
  for (let i = 0; i < 20; i += 1) await queue(clinicId, { to: `p${i}@example.test` })
  const sent = await Promise.all(Array.from({ length: 4 }, () => send(clinicId, carriers)))
  assert.equal(
    sent.reduce((a, b) => a + b, 0),
    20,
  )
  assert.equal(new Set(got).size, 20)
  assert.equal(got.length, 20)
})

test('a demo clinic sends nothing, and its owner reads the outbox; a real one shows no text', async () => {
  const other = await app.clinicWith()
  await queue(other.clinicId)
  const real = await other.owner.get('/api/outbox')
  assert.equal(real.status, 200)
  assert.doesNotMatch(JSON.stringify(real.json), /secret/)
  assert.deepEqual((real.json as { carries: object }).carries, { mail: false, sms: false })
  const as = await app.clinicWith({ isDemo: true })
  await queue(as.clinicId)
  const got: string[] = []
  assert.equal(await send(as.clinicId, { mail: async ({ to }) => void got.push(to) }), 0)
  assert.deepEqual(got, [])
  assert.match(JSON.stringify((await as.owner.get('/api/outbox')).json), /l#secret/)
  assert.equal((await as.prescriber.get('/api/outbox')).status, 403)
})

test('a text message is one post with the message’s id, and 400 is the last word', async () => {
  const asked: { url: string; body: unknown; key: string | null }[] = []
  let status = 200
  const fake = (async (url: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
    asked.push({ url, body: JSON.parse(body), key: headers['idempotency-key'] ?? null })
    return new Response(null, { status })
  }) as unknown as typeof fetch
  const carry = textBy('https://sms.example.test/send', fake)
  const message = { id: 'm1', channel: 'sms' as const, to: '+15550100', subject: '', body: 'Hello', clinic: 'C' }
  await carry(message)
  assert.deepEqual(asked, [
    { url: 'https://sms.example.test/send', body: { id: 'm1', to: '+15550100', text: 'Hello' }, key: 'm1' },
  ])
  status = 400
  await assert.rejects(carry(message), (error: Error & { forGood?: boolean }) => error.forGood === true)
  status = 503
  await assert.rejects(carry(message), (error: Error & { forGood?: boolean }) => error.forGood === false)
})

test('a setting by which nothing could be sent is refused in one sentence, which does not repeat it', () => {
  for (const [name, wrong] of [
    ['SMTP_URL', 'secret-nonsense'],
    ['SMTP_URL', 'https://user:secret@mail.example'],
    ['MAIL_FROM', 'secret'],
    ['MAIL_FROM', 'A Clinic <secret>'],
    ['SMS_URL', 'secret.example/send'],
    ['SMS_URL', 'http://secret.example/send'],
  ] as const) {
    assert.throws(
      () => carriersFrom({ [name]: wrong }),
      (error) =>
        error instanceof StartProblem &&
        error.message.startsWith(`${name} is not`) &&
        !error.message.includes('secret'),
    )
  }
  const right = {
    SMTP_URL: 'smtps://u:p@mail.example',
    MAIL_FROM: 'clinic@mail.example',
    SMS_URL: 'http://localhost/send',
  }
  assert.deepEqual(Object.keys(carriersFrom(right)), ['mail', 'sms'])
  assert.deepEqual(Object.keys(carriersFrom({ ...right, MAIL_FROM: 'A Clinic <clinic@mail.example>' })), [
    'mail',
    'sms',
  ])
  assert.deepEqual(carriersFrom({ SMTP_URL: '', MAIL_FROM: '', SMS_URL: '' }), {})
})
