import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { aidIn, choices, claimNames, claims, matters, ownLength } from '../care/intake/aid/aid.ts'
import { aidPage } from '../care/intake/aid/page.ts'
import { sides } from '../care/intake/aid/rows.ts'
import { listIntakeAnswers } from '../care/intake/queries.ts'
import type { AidUse } from '../care/intake/request/aid-use.ts'
import type { PublicRequest } from '../care/intake/request/request.ts'
import type { PartProgress } from '../care/intake/standing.ts'
import { askedIntake } from '../care/intake/test.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import { ownDatabase } from '../database/test.ts'
import { evidence } from '../science/evidence.ts'
import { addMinutes, Day } from '../science/time.ts'
import { aidWords as words } from '../web/words/en/aid.ts'
import { checkWords } from '../web/words/en/check.ts'
import { intakeWords } from '../web/words/en/intake.ts'
import { says } from '../web/words/en/says/request.ts'
import { testApp } from './test.ts'

const given = {
  'matters.needles': 'much',
  'matters.cost': 'some',
  'health.aneurysm': 'yes',
  'health.liver': 'no',
  'practical.ride': 'no',
  'claim.drive': 'true',
  'ask.stop': 'yes',
  own: 'Will my cat <b>mind</b>? 😀',
  ready: 'talk',
}
const main = (text: string) => text.match(/<main.*<\/main>/s)?.[0] ?? 'missing'

describe('the decision aid', () => {
  let close = async () => {}
  let app: Awaited<ReturnType<typeof testApp>>
  let clinic: Awaited<ReturnType<typeof app.clinicWith>>
  before(async () => {
    const own = await ownDatabase()
    close = own.close
    app = await testApp(own.db)
    clinic = await app.clinicWith()
  })
  after(() => close())

  const send = async (path: string, fields: Record<string, string>) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    const answer = await app.app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
  }
  const hidden = (text: string, name: string): string => {
    const value = text.match(new RegExp(`type="hidden" name="${name}" value="([^"]*)"`))?.[1] ?? ''
    const signs: Record<string, string> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#39;': "'" }
    return value.replace(/&(quot|amp|lt|gt|#39);/g, (sign) => signs[sign] ?? sign)
  }

  test('asks with nothing chosen, and each of its sentences has a source in docs/evidence', () => {
    const { html } = aidPage({ today: Day.parse('2026-11-28'), clinic: undefined })
    assert.doesNotMatch(html, /<input[^>]* checked|undefined|\[object|\sstyle=|<[^>]*\son\w+=/)
    const asked = new Set([...html.matchAll(/<(?:input|textarea)[^>]* name="([^"]+)"/g)].map(([, name]) => name))
    assert.deepEqual([...asked].toSorted(), [...choices.keys(), 'own'].toSorted())
    const listed = new Set(evidence.flatMap(({ entries }) => entries.map(({ id }) => id)))
    const cited = [...html.matchAll(/data-fact="([^"]*)">[^<]*<\/span>&nbsp;<span class="refs"><a href="#source-\d+"/g)]
    assert.equal(cited.length, html.match(/data-fact=/g)?.length)
    assert.ok(cited.length > 80, String(cited.length))
    for (const [, id = ''] of cited) assert.ok(listed.has(id), id)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    assert.deepEqual([...new Set(ids)], ids)
  })

  test('counts for drip and spray the same outcomes after about a month', () => {
    const outcomes = [/clear change|at least half of their symptoms gone/, /almost no symptoms/]
    for (const route of ['iv', 'esketamine'] as const) {
      const counted = sides.benefits.cells[route].filter(({ says }) =>
        /within a month|after four weeks|same registry/.test(says),
      )
      for (const outcome of outcomes)
        assert.ok(
          counted.some(({ says, drawn }) => outcome.test(says) && drawn.length > 0),
          `${route}: ${outcome}`,
        )
    }
  })

  test('gives the four the same lines, each with something in it', () => {
    const { html } = aidPage({ today: Day.parse('2026-11-28'), clinic: undefined })
    const rows = [...html.matchAll(/<tr role="row"><th role="rowheader".*?<\/tr>/gs)].map(([row]) => row)
    assert.equal(rows.length, 3)
    for (const row of rows) {
      const cells = row.match(/<td.*?<\/td>/gs) ?? []
      assert.equal(cells.length, 4)
      for (const cell of cells) assert.ok((cell.match(/data-fact=/g)?.length ?? 0) >= 2, cell)
    }
  })

  test('writes a page without a script from what was said, and nothing that was not said', async () => {
    const { text } = await send('/learn/decide', given)
    const page = main(text)
    assert.ok(page.includes('PT-IV-01') && page.includes('PT-ES-01'), 'what is known of needles, for all four')
    assert.ok(!page.includes('PT-IV-03'), 'speed was left open')
    assert.ok(page.includes(intakeWords.questions.aneurysm) && page.includes('CI-10'))
    assert.ok(!page.includes(intakeWords.questions.liver))
    assert.ok(page.includes(words.practical.ride) && page.includes('PD-05'))
    assert.ok(page.includes(words.wrong(false)) && page.includes(words.ask.stop) && page.includes(words.ready.talk))
    assert.ok(page.includes('Will my cat &lt;b&gt;mind&lt;/b&gt;? 😀'))
    assert.doesNotMatch(page, /\b(eligible|cleared|refused|recommend\w*|best for you|you should)\b/i)
  })

  test('a claim is right, not quite, or left open, by its fact', async () => {
    for (const claim of claimNames) {
      const { isTrue } = claims[claim]
      for (const [said, verdict] of [
        [String(isTrue), words.right(isTrue)],
        [String(!isTrue), words.wrong(isTrue)],
        ['not sure', words.unsure(isTrue)],
      ] as const) {
        const { text } = await send('/learn/decide', { [`claim.${claim}`]: said })
        assert.ok(text.includes(`${words.claims[claim]} <strong>${verdict}</strong>`), `${claim} ${said}`)
        // A page that is printed has the line and its answer alone: each says outright whether the line is true.
        assert.match(verdict, isTrue ? /^This is true/ : /^This is not true/)
      }
    }
  })

  test('says that somebody said yes or not sure only where they did', async () => {
    const { page } = words
    for (const [said, told] of [
      [{}, false],
      [{ 'health.aneurysm': 'no' }, false],
      [{ 'health.aneurysm': 'not sure' }, true],
      [{ 'health.aneurysm': 'yes' }, true],
    ] as const)
      assert.equal((await send('/learn/decide', said)).text.includes(page.againstSays), told, JSON.stringify(said))
  })

  test('takes only answers that it offers, and shows help for words of suicide', async () => {
    assert.deepEqual(aidIn(Object.entries({ 'matters.speed': 'huge', 'health.kidneys': 'yes', x: 'y', own: ' ' })), {})
    for (const matter of matters) assert.ok(choices.has(`matters.${matter}`))
    assert.ok((await send('/learn/decide', { own: 'I want to die' })).text.includes('role="alert"'))
    assert.equal((await send('/learn/decide', { aid: '{"own":' })).status, 200)
    assert.equal((await send('/learn/decide', { own: 'x'.repeat(70_000) })).status, 422)
  })

  test('keeps the longest text a field takes, whose ends of line a form sends as two signs', async () => {
    const own = `${'A line that is long enough.\n'.repeat(100)}ends`.padEnd(ownLength, '.')
    assert.equal(own.length, ownLength)
    const { text } = await send('/learn/decide', { own: own.replaceAll('\n', '\r\n') })
    assert.equal(JSON.parse(hidden(text, 'aid')).own, own)
    const danger = own.replaceAll('\n', '\r\n').replace('ends.........', 'I want to die')
    assert.ok((await send('/learn/decide', { own: danger })).text.includes('role="alert"'))
  })

  test('goes on to the self-check, whose first question is asked first, and from there to the form', async () => {
    const first = await send('/learn/check', given)
    assert.equal(first.text.match(/<fieldset/g)?.length, 1)
    const aid = hidden(first.text, 'aid')
    assert.deepEqual(JSON.parse(aid), given)
    const rest = await send('/learn/check', { step: 'first', suicideThoughts: 'no', aid })
    assert.equal(hidden(rest.text, 'aid'), aid)
    const result = await send('/learn/check', { step: 'rest', suicideThoughts: 'no', bladder: 'not sure', aid })
    assert.deepEqual(JSON.parse(hidden(result.text, 'check')), { suicideThoughts: 'no', bladder: 'not sure' })
    const form = await send('/learn/ask/with', {
      aid: hidden(result.text, 'aid'),
      check: hidden(result.text, 'check'),
    })
    assert.ok(form.text.includes(words.attach.aid) && form.text.includes(words.attach.check))
    assert.doesNotMatch(form.text, /<input[^>]* checked/)
    assert.ok(form.text.includes('Will my cat &lt;b&gt;mind'))
  })

  const asking = {
    givenName: 'Rosa',
    familyName: 'Quince',
    phone: '503 555 0142',
    reachBy: 'call',
    agreeContact: 'yes',
    agreeNotUrgent: 'yes',
    aid: JSON.stringify(given),
    check: JSON.stringify({ adult: 'yes', suicideThoughts: 'no', bladder: 'not sure', aneurysm: 'yes', eyes: 'no' }),
  }
  const ask = async (fields: Record<string, string>, path = '/learn/ask/send') => {
    const id = randomUUID()
    const sent = await send(path, { id, at: addMinutes(app.clock.now, -2), ...fields })
    const { requests } = (await clinic.frontDesk.get('/api/requests')).json as { requests: PublicRequest[] }
    return { ...sent, id, said: requests.find((one) => one.id === id)?.said[0], requests }
  }

  test('is kept with a request only where its own box was ticked', async () => {
    const none = await ask(asking)
    assert.deepEqual([none.status, none.said?.aid, none.said?.check], [303, undefined, undefined])
    const one = await ask({ ...asking, attachCheck: 'yes' })
    assert.deepEqual([one.said?.aid, one.said?.check?.bladder], [undefined, 'not sure'])
    const other = await ask({ ...asking, attachAid: 'yes' })
    assert.deepEqual([other.said?.aid, other.said?.check], [given, undefined])
    const wrong = await ask({ ...asking, attachAid: 'yes', phone: 'none' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.text, /name="attachAid" value="yes" checked/)
    assert.deepEqual(JSON.parse(hidden(wrong.text, 'aid')), given)
  })

  test('calls for help where what came along speaks of danger, kept or not', async () => {
    const aid = JSON.stringify({ own: 'I want to die' })
    // Not ticked, it is kept by nobody; whoever wrote it is helped all the same.
    const alone = await ask({ ...asking, aid })
    assert.deepEqual([alone.to, alone.said?.aid], ['/learn/ask/received-help', undefined])
    assert.equal((await ask({ ...asking, aid, attachAid: 'yes' })).to, '/learn/ask/received-help')
    const danger = (await clinic.owner.get('/api/requests/danger')).json as { waiting: number; taken: number }
    assert.deepEqual([danger.waiting, danger.taken], [1, 0])
  })

  test('what came along is counted for the clinic, only where it was ticked, without names', async () => {
    const use = async () => (await clinic.owner.get('/api/requests/aid-use')).json as AidUse
    const before = await use()
    const aid = JSON.stringify({ 'claim.drive': 'true', 'prep.sides': 'partly', own: 'My secret worry' })
    await ask({ ...asking, aid, attachAid: 'yes' })
    await ask({ ...asking, aid })
    const after = await use()
    assert.deepEqual([after.asked - before.asked, after.sent - before.sent], [2, 1])
    const wrong = ({ understood }: AidUse) => understood.find(({ claim }) => claim === 'drive')?.wrong ?? 0
    const partly = ({ prepared }: AidUse) => prepared.find(({ prep }) => prep === 'sides')?.partly ?? 0
    assert.deepEqual([wrong(after) - wrong(before), partly(after) - partly(before)], [1, 1])
    assert.doesNotMatch(JSON.stringify(after), /secret|Quince/)
    assert.equal((await clinic.monitor.get('/api/requests/aid-use')).status, 403)
  })

  const become = async (requestId: string, familyName: string, then?: (patientId: string) => Promise<void>) => {
    const identity = { givenName: 'Rosa', familyName, birthDate: '1988-04-03' }
    const registration = { id: randomUUID(), identityId: randomUUID(), identity }
    const body = { id: randomUUID(), intakeId: randomUUID(), registration }
    assert.equal((await clinic.frontDesk.post(`/api/requests/${requestId}/register`, body)).status, 200)
    await then?.(registration.id)
    return reading(app.db, clinic, (q) => listIntakeAnswers(q, body.intakeId))
  }

  test('goes into the questions before the visit as told by the patient, but for thoughts of suicide', async () => {
    const { id } = await ask({ ...asking, attachAid: 'yes', attachCheck: 'yes' })
    const answers = await become(id, 'Quince')
    const told = Object.fromEntries(answers.map(({ question, value }) => [question, value]))
    assert.deepEqual([told.bladder, told.aneurysm, told.eyes], [null, true, false])
    assert.ok(!('suicideThoughts' in told) && !('dialysis' in told))
    assert.equal(told.liver, false, 'the decision aid asked it')
    assert.ok(String(told.matters).includes(`${words.matters.needles}: ${words.weights.much}`))
    assert.ok(!String(told.matters).includes(words.matters.speed))
    assert.ok(answers.every(({ confirmed }) => confirmed === null))
  })

  test('of the decision aid alone the health questions go in too; where it and the self-check differ both stay', async () => {
    const aid = { 'health.pregnant': 'yes', 'health.liver': 'no', 'health.bladder': 'not sure' }
    const alone = await ask({ ...asking, aid: JSON.stringify(aid), attachAid: 'yes' })
    const told = Object.fromEntries((await become(alone.id, 'Alone')).map(({ question, value }) => [question, value]))
    assert.deepEqual([told.pregnant, told.liver, told.bladder, 'aneurysm' in told], [true, false, null, false])

    const check = { pregnant: 'no', liver: 'yes', bladder: 'not sure' }
    const both = await ask({
      ...asking,
      aid: JSON.stringify(aid),
      check: JSON.stringify(check),
      attachAid: 'yes',
      attachCheck: 'yes',
    })
    const answers = await become(both.id, 'Both')
    const of = (question: string) => answers.filter((one) => one.question === question).map(({ value }) => value)
    assert.deepEqual([of('pregnant'), of('liver'), of('bladder')], [[false, true], [false, true], [null]])
  })

  test('stands on the phone as told beforehand until the patient has been through it', async () => {
    const { id } = await ask({ ...asking, goals: 'Sleep', therapist: 'Dr. Tal', attachCheck: 'yes' })
    const answers = await become(id, 'Looked', async (patientId) => {
      const phone = await askedIntake(clinic.frontDesk, app.holding as never, patientId)
      const before = (await phone.read()).answers
      assert.ok(before.length > 5 && before.every(({ from, closed }) => from === 'request' && !closed))
      await phone.answers({ goals: 'Sleep', aneurysm: false }, app.clock.now)
      const now = new Map((await phone.read()).answers.map(({ question, from, value }) => [question, [from, value]]))
      assert.deepEqual(now.get('goals'), [null, 'Sleep'])
      assert.deepEqual(now.get('aneurysm'), [null, false])
      assert.deepEqual(now.get('bladder'), ['request', null])
      const { json } = await clinic.frontDesk.get(`/api/patients/${patientId}/intake`)
      const { parts } = (json as { intake: { parts: PartProgress[] } }).intake
      const you = parts.find(({ part }) => part === 'you')
      assert.deepEqual([you?.answered, you?.prefilled], [1, 0])
      const bladder = parts.find(({ part }) => part === 'bladder')
      assert.deepEqual([bladder?.answered, bladder?.prefilled], [0, 1])
    })
    assert.deepEqual(
      answers.filter(({ question }) => question === 'aneurysm').map(({ value, from }) => [value, from]),
      [
        [true, 'request'],
        [false, null],
      ],
    )
    assert.ok(answers.every(({ confirmed }) => confirmed === null))
  })

  test('a therapist refers with the patient’s agreement; it stands in the queue as theirs, not as the patient’s word', async () => {
    const referral = {
      ...asking,
      familyName: 'Referred',
      goals: 'Has been low for years.',
      referrer: 'Tess Tal, Harbor Therapy',
      referrerRole: 'therapist',
      referrerPhone: '503 555 0177',
      agreePatient: 'yes',
      attachAid: 'yes',
    }
    const page = await (await app.app.request('/learn/refer')).text()
    assert.doesNotMatch(page, /<input[^>]* checked/)
    for (const [field, sentence] of [
      ['referrer', says.referrer],
      ['referrerRole', says.referrerRole],
      ['referrerPhone', says.referrerReach],
      ['agreePatient', says.agreePatient],
    ] as const) {
      const { status, text, said } = await ask(
        { ...referral, [field]: field === 'agreePatient' ? 'no' : '' },
        '/learn/refer/send',
      )
      assert.deepEqual([status, said], [422, undefined], field)
      assert.ok(text.includes(sentence) && text.includes('Has been low for years.'), field)
    }
    const { to, said, id } = await ask(referral, '/learn/refer/send')
    assert.equal(to, '/learn/refer/received')
    assert.deepEqual([said?.via, said?.referrerRole, said?.agreePatient], ['referral', 'therapist', 'yes'])
    // Who refers is the therapist; nothing else that they wrote is an answer.
    assert.deepEqual(
      (await become(id, 'Referred')).map(({ question, value, from }) => [question, value, from]),
      [
        ['therapist', true, 'referral'],
        ['therapist', { name: 'Tess Tal, Harbor Therapy', phone: '503 555 0177' }, 'referral'],
      ],
    )
    const clinician = { ...referral, familyName: 'By a clinician', referrerRole: 'clinician' }
    assert.deepEqual(await become((await ask(clinician, '/learn/refer/send')).id, 'By a clinician'), [])
  })

  test('reading the queue is in the trail', async () => {
    const trail = await reading(app.db, clinic, (q) =>
      q.all<{ action: string }>(sql`select action from audit_entry where action = 'requests.open'`),
    )
    assert.ok(trail.length > 0)
  })

  test('the self-check says where its answers go', async () => {
    const { text } = await send('/learn/check', { step: 'rest', suicideThoughts: 'no' })
    assert.ok(text.includes(checkWords.askWithSays))
  })
})
