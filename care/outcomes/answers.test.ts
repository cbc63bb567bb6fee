import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { listResponses } from '../../clinic/responses/queries.ts'
import type { AlertShown } from '../../clinic/safety/queries.ts'
import { listAlertsOf } from '../../clinic/safety/queries.ts'
import { reading } from '../../database/read.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { says } from '../../web/words/en/says/responses.ts'
import type { NextDayAnswers } from './routes-of-next-day.ts'
import type { Sheet } from './sheets.ts'
import { asqNo, calmDay, phq9Answers, treated } from './test.ts'

const app = await testApp()
const monday = Instant.parse('2026-11-23T17:00:00.000Z')

const clinic = async (now: Instant = monday) => {
  app.clock.now = now
  const as = await app.clinicWith()
  const { id: patientId } = await registered(as.prescriber, { preferredName: 'Sam' })
  const ask = async (asks: 'phq-9' | 'next-day', sessionId?: string) => {
    const reply = await as.monitor.post(`/api/patients/${patientId}/ask`, {
      asks,
      by: 'here',
      ...(sessionId ? { sessionId } : {}),
    })
    assert.equal(reply.status, 200, JSON.stringify(reply.json))
    return app.holding((reply.json as { url: string }).url)
  }
  const session = () =>
    treated(app.db, {
      clinicId: as.clinicId,
      patientId,
      staffId: as.prescriber.staffId,
      dosedAt: addMinutes(now, -300),
    })
  const alerts = (): Promise<AlertShown[]> =>
    reading(app.db, { clinicId: as.clinicId }, (q) => listAlertsOf(q, patientId, app.clock.now))
  const stored = () => reading(app.db, { clinicId: as.clinicId }, (q) => listResponses(q, patientId))
  return { ...as, patientId, ask, session, alerts, stored }
}
const phq9 = (answers: object, more: object = {}) => ({
  answeredAt: app.clock.now,
  responses: [{ id: randomUUID(), instrument: 'phq-9', answers, ...more }],
})
const day = (next: object, asq: object = asqNo) => ({
  answeredAt: app.clock.now,
  responses: [
    { id: randomUUID(), instrument: 'next-day', answers: next },
    { id: randomUUID(), instrument: 'asq-since-last', answers: asq },
  ],
})

describe('PHQ-9 on the patient’s phone', () => {
  // answers → [missing, score, lowest, highest], alerts. The cases are those of instruments.md §9.
  const blank = { '1': null, '2': null, '3': null, '4': null, '5': null, '6': null, '7': null, '8': null, '9': null }
  const nine = (...values: (number | null)[]) => Object.fromEntries(values.map((value, i) => [String(i + 1), value]))
  const cases: [string, object, [number, number | null, number | null, number | null], string[]][] = [
    ['case 1', nine(2, 2, 2, 2, 1, 1, 2, 0, 0), [0, 12, 12, 12], []],
    ['case 2: 10, whatever a stated total said', nine(0, 0, 0, 1, 2, 1, 3, 2, 1), [0, 10, 10, 10], ['S1 high']],
    ['case 3', nine(0, 0, 1, 1, 1, 0, 0, 0, 0), [0, 3, 3, 3], []],
    ['case 4', nine(3, 3, 3, 3, 3, 3, 3, 3, 3), [0, 27, 27, 27], ['S1 urgent']],
    ['case 6: difficulty does not count', { ...nine(0, 0, 0, 0, 0, 0, 0, 0, 0), difficulty: 3 }, [0, 0, 0, 0], []],
    ['case 11: question 9 of 1', nine(0, 0, 0, 0, 0, 0, 0, 0, 1), [0, 1, 1, 1], ['S1 high']],
    ['case 11: question 9 of 2', nine(0, 0, 0, 0, 0, 0, 0, 0, 2), [0, 2, 2, 2], ['S1 urgent']],
    ['one left open gives bounds', nine(3, 3, 3, null, 0, 0, 0, 0, 0), [1, null, 9, 12], []],
    ['question 9 left open is not a zero', nine(1, 1, 1, 1, 1, 1, 1, 1, null), [1, null, 8, 11], ['S2 review']],
    [
      'case 16: three open give no score',
      nine(3, 3, 3, 3, 3, 3, null, null, null),
      [3, null, null, null],
      ['S2 review'],
    ],
    ['only the difficulty answered is not zero', { ...blank, difficulty: 1 }, [9, null, null, null], ['S2 review']],
  ]
  for (const [name, answers, [missing, score, lowest, highest], raised] of cases) {
    test(name, async () => {
      const as = await clinic()
      const link = await as.ask('phq-9')
      const { status, json } = await link.post('/api/link/answers', phq9(answers))
      assert.equal(status, 200, JSON.stringify(json))
      const [response] = await as.stored()
      assert.deepEqual(
        [response?.missing, response?.score, response?.lowest, response?.highest],
        [missing, score, lowest, highest],
      )
      assert.deepEqual(response?.answers, answers)
      const alerts = await as.alerts()
      assert.deepEqual(
        alerts.map(({ ruleId, level }) => `${ruleId} ${level}`),
        raised,
      )
      for (const { ownerRole, says, source } of alerts) {
        assert.equal(ownerRole, 'prescriber')
        assert.ok(says && source)
      }
    })
  }

  test('case 17: an answer that the question does not offer is refused beside the question, and nothing is stored', async () => {
    const as = await clinic()
    const link = await as.ask('phq-9')
    for (const wrong of [4, -1, 1.5, 300, '2', 'Not at all']) {
      const { status, json } = await link.post('/api/link/answers', phq9({ ...phq9Answers(3), '4': wrong }))
      assert.equal(status, 422, JSON.stringify(wrong))
      assert.ok((json as { fields: Record<string, string> }).fields['answers.4'], JSON.stringify(json))
    }
    assert.equal((await link.post('/api/link/answers', phq9({ ...phq9Answers(3), total: 3 }))).status, 422)
    assert.deepEqual(await as.stored(), [])
    assert.equal((await link.post('/api/link/answers', phq9(phq9Answers(3)))).status, 200, 'the link still works')
  })

  test('at midnight on a Sunday raises its alert with a running clock, and says nobody reads now', async () => {
    const sunday = Instant.parse('2026-11-22T05:00:00.000Z')
    const as = await clinic(sunday)
    const { status, json } = await (await as.ask('phq-9')).post('/api/link/answers', phq9(phq9Answers(6, 3)))
    assert.equal(status, 200)
    assert.deepEqual(json, { receivedAt: sunday, coverNow: null })
    const [alert] = await as.alerts()
    assert.equal(alert?.dueAt, addMinutes(sunday, 15))
    assert.equal(alert?.standing.state, 'waiting')
  })

  test('sent twice is stored once and alerts once; the second time it hears the same', async () => {
    const as = await clinic()
    const link = await as.ask('phq-9')
    const body = phq9(phq9Answers(9, 2))
    const first = await link.post('/api/link/answers', body)
    app.clock.now = addMinutes(monday, 10)
    const again = await link.post('/api/link/answers', body)
    assert.deepEqual([first.status, again.status], [200, 200])
    assert.deepEqual(again.json, first.json)
    assert.equal((await as.stored()).length, 1)
    assert.equal((await as.alerts()).length, 1)
  })

  test('other answers through a used link are refused, and the first stay', async () => {
    const as = await clinic()
    const link = await as.ask('phq-9')
    const body = phq9(phq9Answers(9))
    await link.post('/api/link/answers', body)
    const other = { ...body, responses: [{ ...body.responses[0], answers: phq9Answers(2) }] }
    assert.equal((await link.post('/api/link/answers', other)).status, 409)
    assert.equal((await link.post('/api/link/answers', phq9(phq9Answers(2)))).status, 409)
    assert.deepEqual(
      (await as.stored()).map(({ score }) => score),
      [9],
    )
  })

  test('submitted twice at the same moment is stored once', {
    skip: app.db.engine !== 'server' && 'needs a server',
  }, async () => {
    const as = await clinic()
    const link = await as.ask('phq-9')
    const body = phq9(phq9Answers(9, 1))
    const replies = await Promise.all(Array.from({ length: 4 }, () => link.post('/api/link/answers', body)))
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 200, 200, 200],
    )
    assert.equal((await as.stored()).length, 1)
    assert.equal((await as.alerts()).length, 1)
  })

  test('a phone whose clock is wrong does not move the answer into the future, or before the question', async () => {
    for (const [said, kept] of [
      [addMinutes(monday, 9999), monday],
      [addMinutes(monday, -9999), monday],
    ] as const) {
      const as = await clinic()
      await (await as.ask('phq-9')).post('/api/link/answers', { ...phq9(phq9Answers(1)), answeredAt: said })
      assert.deepEqual(
        (await as.stored()).map(({ answeredAt }) => answeredAt),
        [kept],
      )
    }
  })
})

describe('a PHQ-9 that rose', () => {
  const cases: [string, object, object, string[]][] = [
    ['by 4: nothing', phq9Answers(10), phq9Answers(14), []],
    ['by 5: a clinician calls', phq9Answers(10), phq9Answers(15), ['RL-06 high']],
    ['fell', phq9Answers(20), phq9Answers(4), []],
    ['by 3 to 6, one open: a person looks', phq9Answers(10), { ...phq9Answers(13), '8': null }, ['RL-06 review']],
  ]
  for (const [name, before, after, raised] of cases) {
    test(name, async () => {
      const as = await clinic()
      await (await as.ask('phq-9')).post('/api/link/answers', phq9(before))
      app.clock.now = addMinutes(monday, 7 * 1440)
      const link = await relink(as)
      await link.post('/api/link/answers', phq9(after))
      assert.deepEqual(
        (await as.alerts()).map(({ ruleId, level }) => `${ruleId} ${level}`),
        raised,
      )
    })
  }
  const relink = async (as: Awaited<ReturnType<typeof clinic>>) => {
    // A week later nobody is signed in any more.
    const again = await as.another(['monitor'])
    const reply = await again.post(`/api/patients/${as.patientId}/ask`, { asks: 'phq-9', by: 'here' })
    return app.holding((reply.json as { url: string }).url)
  }
})

describe('the day after', () => {
  const cases: [string, object, object, string[]][] = [
    ['nothing to report', calmDay, asqNo, []],
    ['a fall: the clinic looks within the hour', { ...calmDay, fall: 'yes' }, asqNo, ['next-day.fall high']],
    ['trouble breathing is urgent', { ...calmDay, breathing: 'yes' }, asqNo, ['next-day.breathing urgent']],
    ['thoughts right now are urgent', calmDay, { ...asqNo, '1': 'yes', '5': 'yes' }, ['S6 urgent']],
    ['a positive screen, not now: the same day', calmDay, { ...asqNo, '2': 'yes', '5': 'no' }, ['S6 high']],
    ['a positive screen with the last question open is urgent', calmDay, { ...asqNo, '2': 'yes' }, ['S6 urgent']],
    ['a declined question is not a no', calmDay, { ...asqNo, '3': 'declined' }, ['S2 review']],
    ['an unanswered question is not a no', calmDay, { '1': 'no', '2': 'no', '3': null, '4': 'no' }, ['S2 review']],
  ]
  for (const [name, next, asq, raised] of cases) {
    test(name, async () => {
      const as = await clinic()
      const { sessionId } = await as.session()
      const { status, json } = await (await as.ask('next-day', sessionId)).post('/api/link/answers', day(next, asq))
      assert.equal(status, 200, JSON.stringify(json))
      assert.deepEqual(
        (await as.alerts()).map(({ ruleId, level }) => `${ruleId} ${level}`),
        raised,
      )
      assert.deepEqual(
        (await as.stored()).map(({ contextKind, contextId }) => [contextKind, contextId]),
        [
          ['next-day', sessionId],
          ['next-day', sessionId],
        ],
      )
    })
  }

  test('is read by whoever treats the patient, whatever it raised, the newest first', async () => {
    const as = await clinic()
    const { sessionId } = await as.session()
    const answer = async (next: object) => {
      const sent = await (await as.ask('next-day', sessionId)).post('/api/link/answers', day(next))
      assert.equal(sent.status, 200, JSON.stringify(sent.json))
    }
    await answer({ ...calmDay, drove: 'yes' })
    app.clock.now = addMinutes(app.clock.now, 5)
    await answer({ ...calmDay, mood: 'worse' })
    const { json } = await as.monitor.get(`/api/patients/${as.patientId}/next-day`)
    const said = (json as NextDayAnswers).checks.map(({ answers: { mood, drove } }) => ({ mood, drove }))
    assert.deepEqual(said, [
      { mood: 'worse', drove: 'no' },
      { mood: calmDay.mood, drove: 'yes' },
    ])
  })

  test('needs both lists: leaving the suicide questions out is not an answer', async () => {
    const as = await clinic()
    const { sessionId } = await as.session()
    const link = await as.ask('next-day', sessionId)
    const whole = day(calmDay)
    assert.equal(
      (await link.post('/api/link/answers', { ...whole, responses: whole.responses.slice(0, 1) })).status,
      422,
    )
    assert.equal((await link.post('/api/link/answers', phq9(phq9Answers(1)))).status, 422)
    assert.deepEqual(await as.stored(), [])
  })

  test('is about a session of that patient', async () => {
    const as = await clinic()
    const other = await clinic()
    const { sessionId } = await other.session()
    for (const body of [
      { asks: 'next-day', by: 'here' },
      { asks: 'next-day', by: 'here', sessionId },
    ]) {
      assert.equal((await as.monitor.post(`/api/patients/${as.patientId}/ask`, body)).status, 422)
    }
  })
})

test('treatment that helps no more asks for a suicide-risk check once, not with every answer', async () => {
  const as = await clinic()
  const record = async (total: number, atDay: number) => {
    const sent = { id: randomUUID(), instrument: 'phq-9', answers: phq9Answers(total), contextKind: 'between' }
    const answeredAt = addMinutes(monday, atDay * 1440)
    const { status } = await as.monitor.post(`/api/patients/${as.patientId}/responses`, { ...sent, answeredAt })
    assert.equal(status, 200)
  }
  const checks = async () => (await as.alerts()).filter(({ ruleId }) => ruleId === 'RL-08').map(({ level }) => level)
  await record(20, -33)
  await treated(app.db, {
    clinicId: as.clinicId,
    patientId: as.patientId,
    staffId: as.prescriber.staffId,
    dosedAt: addMinutes(monday, -31 * 1440),
  })
  await record(4, -20)
  assert.deepEqual(await checks(), [])
  await record(10, -10)
  assert.deepEqual(await checks(), ['high'])
  await record(12, -4)
  assert.deepEqual(await checks(), ['high'])
})

test('a suicide-risk check that is open is not asked for again after the next dose; once it is closed, it is', async () => {
  const as = await clinic()
  const dosedAndAnswered = async (atDay: number) => {
    const at = (day: number) => addMinutes(monday, day * 1440)
    const { clinicId, patientId, prescriber } = as
    await treated(app.db, { clinicId, patientId, staffId: prescriber.staffId, dosedAt: at(atDay) })
    app.clock.now = at(atDay + 1)
    const sent = { id: randomUUID(), instrument: 'phq-9', answers: phq9Answers(12), contextKind: 'between' }
    const { status } = await as.monitor.post(`/api/patients/${patientId}/responses`, {
      ...sent,
      answeredAt: at(atDay + 1),
    })
    assert.equal(status, 200)
    return (await as.alerts()).filter(({ ruleId }) => ruleId === 'RL-08')
  }
  // Nothing was answered before the first dose, so nobody can read whether the treatment helps.
  for (const day of [-33, -30, -27]) await dosedAndAnswered(day)
  const [first, ...more] = await dosedAndAnswered(-24)
  assert.deepEqual([first?.level, more], ['review', []])
  assert.equal((await dosedAndAnswered(-22)).length, 1)
  const said = { id: randomUUID(), kind: 'close', words: 'Spoke with Sam, no thoughts of suicide.' }
  assert.equal((await as.prescriber.post(`/api/alerts/${first?.id}/events`, said)).status, 200)
  assert.equal((await dosedAndAnswered(-20)).length, 2)
})

describe('answers without a single answer', () => {
  const blanks = [{}, { '1': null, '9': null }]
  for (const answers of blanks)
    test(`are refused with a sentence, and leave the link open: ${JSON.stringify(answers)}`, async () => {
      const as = await clinic()
      const link = await as.ask('phq-9')
      const refused = await link.post('/api/link/answers', phq9(answers))
      assert.deepEqual([refused.status, (refused.json as { says: string }).says], [422, says.nothingAnswered])
      const entered = { id: randomUUID(), instrument: 'phq-9', answers, answeredAt: monday, contextKind: 'between' }
      const typed = await as.monitor.post(`/api/patients/${as.patientId}/responses`, entered)
      assert.deepEqual([typed.status, (typed.json as { says: string }).says], [422, says.nothingAnswered])
      assert.deepEqual([await as.stored(), await as.alerts()], [[], []])
      assert.equal((await link.post('/api/link/answers', phq9(phq9Answers(4)))).status, 200)
    })
})

describe('a link for several questionnaires', () => {
  const gad7 = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((id) => [id, 2]))
  const asking = (as: Awaited<ReturnType<typeof clinic>>, instruments: string[]) =>
    as.monitor.post(`/api/patients/${as.patientId}/ask`, { asks: 'questionnaires', instruments, by: 'here' })

  test('asks what was chosen, in that order, shows help where it is called for, and stores all at once', async () => {
    const as = await clinic()
    const { json } = await asking(as, ['gad-7', 'asq-since-last'])
    const phone = app.holding((json as { url: string }).url)
    const sheet = (await phone.get('/api/link/questions')).json as Sheet
    assert.deepEqual(
      sheet.lists.map(({ id }) => id),
      ['gad-7', 'asq-since-last'],
    )
    assert.equal(sheet.lists[1]?.items[0]?.answers[0]?.help, 'suicide')
    const one = { id: randomUUID(), instrument: 'gad-7', answers: gad7 }
    const partly = await phone.post('/api/link/answers', { answeredAt: app.clock.now, responses: [one] })
    assert.equal(partly.status, 422)
    const responses = [one, { id: randomUUID(), instrument: 'asq-since-last', answers: asqNo }]
    for (const _ of [1, 2])
      assert.equal((await phone.post('/api/link/answers', { answeredAt: app.clock.now, responses })).status, 200)
    const stored = (await as.stored()).map(({ instrument, score }) => [instrument, score])
    assert.deepEqual(stored.toSorted(), [
      ['asq-since-last', null],
      ['gad-7', 14],
    ])
  })

  test('keeps what was answered: a list passed over stays due, and its suicide questions are somebody’s to ask', async () => {
    const as = await clinic()
    const send = async (answers: Record<string, object>) => {
      const { json } = await asking(as, Object.keys(answers))
      const phone = app.holding((json as { url: string }).url)
      const responses = Object.entries(answers).map(([instrument, said]) => ({
        id: randomUUID(),
        instrument,
        answers: said,
      }))
      const sent = { answeredAt: app.clock.now, responses }
      for (const _ of [1, 2]) assert.equal((await phone.post('/api/link/answers', sent)).status, 200)
    }
    await send({ 'gad-7': { '1': null }, 'asq-since-last': asqNo })
    assert.deepEqual(
      (await as.stored()).map(({ instrument }) => instrument),
      ['asq-since-last'],
    )
    assert.deepEqual(await as.alerts(), [])
    await send({ 'gad-7': gad7, 'asq-since-last': {} })
    assert.equal((await as.stored()).length, 3)
    assert.deepEqual(
      (await as.alerts()).map(({ ruleId }) => ruleId),
      ['S2'],
    )
  })

  test('is not made for what a clinician answers, what has no words here, or nothing', async () => {
    const as = await clinic()
    for (const wrong of [['cgi-s'], ['madrs'], ['gad-7', 'nothing'], []]) {
      const { status } = await asking(as, wrong)
      assert.equal(status, 422, wrong.join())
    }
    const none = await as.monitor.post(`/api/patients/${as.patientId}/ask`, { asks: 'questionnaires', by: 'here' })
    assert.equal(none.status, 422)
  })
})
