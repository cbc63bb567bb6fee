import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { listRequests } from '../care/intake/request/queries.ts'
import { waitingOf } from '../care/intake/request/request.ts'
import { reading } from '../database/read.ts'
import { ownDatabase } from '../database/test.ts'
import { addMinutes } from '../science/time.ts'
import { requestWords } from '../web/words/en/request.ts'
import { siteWords } from '../web/words/en/site.ts'
import { testApp } from './test.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Clinic = Awaited<ReturnType<App['clinicWith']>>
type Form = Record<string, string | string[]>

const filled: Form = {
  givenName: 'Rosa',
  familyName: 'Quince',
  birthDate: '1988-04-03',
  phone: '503 555 0142',
  reachBy: ['call'],
  agreeContact: 'yes',
  agreeNotUrgent: 'yes',
}
const goals = 'I want to die.'
const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

/** Without the help that waits beside each field for a script to show it. */
const shownIn = (text: string) =>
  text.replaceAll(/<div class="not-you" role="alert" data-help="\w+" hidden>.*?<\/div>/gs, '')

/** Help stands before everything else, and is what is read first. */
const answeredWithHelp = (text: string) => {
  const help = text.indexOf('class="call" href="tel:988"')
  assert.ok(text.includes(`<h1>${requestWords.received.helpTitle}`) && help > 0)
  assert.doesNotMatch(text, /<title>Please look once more/)
  assert.ok(help < text.indexOf('class="stale"') && help < text.indexOf('<form'))
  assert.equal(text.match(/ autofocus/g)?.length, 1)
}

describe('a form that was not sent to the end', () => {
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

  const send = async (form: Form, { id = randomUUID() as string, late = 60, to = '/learn/ask/send' } = {}) => {
    const fields = { id, at: addMinutes(app.clock.now, -late / 60), ...form }
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    )
    const answer = await app.app.request(to, { method: 'POST', headers, body })
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text(), id }
  }
  const queue = () => reading(app.db, clinic, listRequests)
  const inQueue = async (id: string) => (await queue()).find((one) => one.id === id)

  test('is heard also where a number, a day or an address belongs; initials in a mail address are not', async () => {
    for (const field of ['phone', 'email', 'birthDate', 'therapistPhone']) {
      const { status, text, id } = await send({ ...filled, [field]: goals })
      assert.equal(status, 422, field)
      answeredWithHelp(text)
      assert.deepEqual([(await inQueue(id))?.danger, (await inQueue(id))?.said[0].lacks], [true, [field]], field)
    }
    const { to } = await send({ ...filled, email: 'kms@example.test' })
    assert.equal(to, '/learn/ask/received')
  })

  test('completed later it is the same request, and what stands in it first is what was sent completely', async () => {
    const { id } = await send({ goals })
    const setAside = async (reason: string) => {
      const { latestAt, steps } = (await inQueue(id)) ?? { latestAt: undefined, steps: [] }
      const aside = { id: randomUUID(), seen: { latestAt, steps: steps.length }, reason }
      assert.equal((await clinic.frontDesk.post(`/api/requests/${id}/set-aside`, aside)).status, 204)
    }
    await setAside('No way to reach them')
    app.clock.now = addMinutes(app.clock.now, 1)
    const complete = await send({ ...filled, goals: 'I feel better today.' }, { id })
    assert.equal(complete.to, '/learn/ask/received')
    const there = await inQueue(id)
    assert.deepEqual(
      there?.said.map(({ lacks, goals }) => [lacks === undefined, goals]),
      [
        [true, 'I feel better today.'],
        [false, goals],
      ],
    )
    // It waits again: what came after it was set aside was seen by nobody.
    assert.deepEqual(waitingOf(there ? [there] : []).length, 1)
    assert.equal((await send({ goals }, { id })).status, 422)
    assert.equal((await inQueue(id))?.said[0].goals, 'I feel better today.')
    // The very same form, sent after it was set aside, was looked at by nobody either; once more adds nothing.
    await setAside('No answer')
    app.clock.now = addMinutes(app.clock.now, 1)
    for (let time = 0; time < 2; time++) {
      await send({ goals }, { id })
      const again = await inQueue(id)
      assert.deepEqual([again?.said.length, waitingOf(again ? [again] : []).length], [3, 1])
    }
  })

  test('what is sent once more after it became a patient waits as a request of its own', async () => {
    const again = { ...filled, familyName: 'Satsuma', goals }
    const { id } = await send({ ...again, goals: 'To sleep' })
    const identity = { givenName: 'Rosa', familyName: 'Satsuma', birthDate: '1988-04-03' }
    const registration = { id: randomUUID(), identityId: randomUUID(), identity }
    const body = { id: randomUUID(), intakeId: randomUUID(), registration }
    assert.equal((await clinic.frontDesk.post(`/api/requests/${id}/register`, body)).status, 200)
    for (let time = 0; time < 2; time++) await send(again, { id })
    await send({ ...again, times: 'Now' }, { id })
    assert.equal((await inQueue(id))?.said.length, 1)
    const others = (await queue()).filter(({ said: [said] }) => said.familyName === 'Satsuma' && said.goals === goals)
    assert.deepEqual(
      others.map((one) => [one.said.length, one.danger, waitingOf([one]).length]),
      [[2, true, 1]],
    )
  })

  test('danger in answers that were not to be kept is answered with help all the same', async () => {
    const { to, id } = await send({ ...filled, aid: JSON.stringify({ own: goals }) })
    assert.equal(to, '/learn/ask/received-help')
    assert.equal((await inQueue(id))?.said[0].aid, undefined)
  })

  test('nothing of a form that was not sent to the end is kept where no words of danger were sent, or not by whom they are', async () => {
    const before = (await queue()).length
    const referral = { ...filled, goals, via: 'referral', referrer: 'Tess', referrerRole: 'therapist' }
    for (const form of [
      { ...filled, agreeContact: 'no' },
      // In the decision aid, whose own box was not ticked.
      { ...filled, aid: JSON.stringify({ own: goals }), agreeNotUrgent: 'no' },
    ]) {
      const { status, text } = await send(form)
      assert.deepEqual([status, text.includes(requestWords.kept)], [422, false])
      if ('aid' in form) answeredWithHelp(text)
    }
    const { text } = await send({ ...referral, agreePatient: 'no' }, { to: '/learn/refer/send' })
    answeredWithHelp(text)
    assert.ok(text.includes(requestWords.canWait))
    assert.equal((await queue()).length, before)
    const agreed = await send({ ...referral, agreePatient: 'yes' }, { to: '/learn/refer/send' })
    assert.ok(agreed.text.includes(requestWords.kept))
    assert.deepEqual((await inQueue(agreed.id))?.said[0].lacks, ['referrerPhone'])
    const calm = (await send({ ...filled, agreeContact: 'no' })).text
    assert.ok(
      !shownIn(calm).includes(requestWords.received.helpTitle) && calm.includes('role="alert" tabindex="-1" autofocus'),
    )
  })

  test('that speaks of suicide is answered with help first, and kept once, as not complete', async () => {
    // So many may ask from one address in ten minutes.
    app.clock.now = addMinutes(app.clock.now, 11)
    const refused: [Form, number, string[]][] = [
      [{ ...filled, goals, agreeContact: 'no' }, 60, ['agreeContact']],
      [{ goals }, 60, ['givenName', 'phone', 'reachBy', 'agreeContact', 'agreeNotUrgent']],
      [{ ...filled, goals }, 1, ['quick']],
      [{ ...filled, goals, at: 'long ago' }, 60, ['older']],
      [{ ...filled, goals, fax: 'filled by a browser' }, 60, ['trap']],
      [{ ...filled, therapist: goals, phone: 'none' }, 60, ['phone']],
      [{ ...filled, goals: `${goals}\0${'x'.repeat(9000)}`, birthDate: 'in May' }, 60, ['birthDate', 'goals']],
    ]
    for (const [form, late, lacks] of refused) {
      const first = await send(form, { late })
      assert.equal(first.status, 422)
      answeredWithHelp(first.text)
      assert.ok(first.text.includes(requestWords.kept) && !first.text.includes(requestWords.canWait), String(lacks))
      const before = (await queue()).length
      assert.equal((await send(form, { late, id: first.id })).status, 422)
      assert.equal((await queue()).length, before)
      const there = await inQueue(first.id)
      assert.deepEqual([there?.said.length, there?.danger], [1, true])
      assert.deepEqual(there?.said[0].lacks, lacks)
      // As it was typed, but for the one sign that no database keeps.
      const typed = String(form.goals ?? '').replaceAll('\0', '\u{fffd}')
      assert.equal(there?.said[0].goals, typed)
    }
  })

  test('a page that is not there, or a form too long to be taken in, is answered by a page with help on it', async () => {
    for (const [path, init, status, says] of [
      ['/learn/askk', {}, 404, siteWords.trouble.notThere],
      [
        '/learn/ask/send',
        {
          method: 'POST',
          headers,
          body: `goals=${'x'.repeat(600_000)}`,
        },
        422,
        siteWords.trouble.says,
      ],
    ] as const) {
      const answer = await app.app.request(path, init)
      const page = await answer.text()
      assert.equal(answer.status, status)
      assert.match(answer.headers.get('content-type') ?? '', /html/)
      if (status === 404) assert.ok(page.includes('<title>' + says))
      assert.ok(page.includes(says) && page.includes('href="tel:988"') && page.includes('href="tel:911"'))
      assert.ok(answer.headers.get('content-security-policy'))
    }
  })

  test('a public address with a slash behind it leads to the page', async () => {
    assert.equal((await app.app.request('/learn/ask/with')).headers.get('location'), '/learn/ask')
    const answer = await app.app.request('/learn/compare/')
    assert.deepEqual([answer.status, answer.headers.get('location')], [308, '/learn/compare'])
  })

  test('where the database does not answer, what was typed comes back all the same, with help where it is needed', async () => {
    const own = await ownDatabase()
    const other = await testApp(own.db)
    await other.clinicWith()
    await own.db.close()
    const body = new URLSearchParams({ at: addMinutes(app.clock.now, -1), goals, givenName: 'Rosa' })
    const answer = await other.app.request('/learn/ask/send', {
      method: 'POST',
      headers,
      body,
    })
    const text = await answer.text()
    assert.ok(answer.status >= 500)
    answeredWithHelp(text)
    assert.ok(
      text.includes(requestWords.notSent) &&
        text.includes(requestWords.canWait) &&
        text.includes(`>\n${goals}</textarea>`),
    )
    const page = await other.app.request('/learn/ask')
    assert.ok(page.status >= 500 && (await page.text()).includes('href="tel:988"'))
  })
})
