import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { gates } from '../../science/criteria/gates.ts'
import { measureById } from '../../science/instruments/catalogue.ts'
import type { Measure } from '../../science/instruments/instrument.ts'
import { packFor } from '../../science/instruments/testing.ts'
import { Day, Instant } from '../../science/time.ts'
import { type As, type Reply, testApp } from '../../server/test.ts'
import { asqNo } from '../outcomes/test.ts'
import { arrivedAndAsked, bookedAgain, checked } from './test.ts'
import { waitingFindings } from './waiting.ts'

describe('an open alert holds the next session', () => {
  const today = Day.parse('2026-11-23')
  const raisedAt = Instant.parse('2026-11-22T05:00:00.000Z')
  const cases = [
    ['S3', 'urgent', true],
    ['S6', 'urgent', true],
    ['S6', 'high', true],
    ['S4', 'high', true],
    ['S5', 'review', false],
    ['M1', 'review', true],
    ['M2', 'review', true],
    ['S1', 'urgent', false],
    ['W1', 'review', false],
  ] as const
  for (const [rule, level, holds] of cases)
    test(`${rule} ${level}: ${holds ? 'held' : 'not held'}`, () => {
      const found = waitingFindings([{ rule, level, says: 'It says so.', raisedAt }], today)
      assert.deepEqual(
        found.map((finding) => [finding.rule, finding.answer, finding.overriddenBy]),
        holds ? [[rule, 'not met', ['prescriber']]] : [],
      )
    })
  test('each rests on what the list of rules says of it (SB-alert)', () => {
    const [finding] = waitingFindings([{ rule: 'S3', level: 'urgent', says: 'It says so.', raisedAt }], today)
    assert.equal(gates.openAlert.id, 'SB-alert')
    assert.deepEqual([finding?.source, finding?.reviewBy], [gates.openAlert.source, gates.openAlert.reviewBy])
  })
  test('two of one rule are one finding with both sentences, and none is none', () => {
    const both = ['One.', 'Two.'].map((says) => ({ rule: 'M2', level: 'review', says, raisedAt }))
    const [finding, ...more] = waitingFindings(both, today)
    assert.match(finding?.says ?? '', /One\. Two\./)
    assert.equal(more.length, 0)
    assert.deepEqual([waitingFindings([], today), waitingFindings(undefined, today)], [[], []])
  })
})

type Session = Awaited<ReturnType<typeof checked>>

const held = ({ json }: Reply): string[] => ((json as { because?: { id: string }[] }).because ?? []).map(({ id }) => id)

describe('a positive screen that the room did not ask itself holds the dose', async () => {
  const app = await testApp()
  const cssrs = measureById['c-ssrs-screener'] as Measure
  const cssrsSaying = (yes: readonly string[], six = 'never') => ({
    ...Object.fromEntries(['1', '2', '3', '4', '5'].map((linkId) => [linkId, yes.includes(linkId) ? 'yes' : 'no'])),
    '6': six,
  })
  const record = async ({ clinic, patientId }: Session, instrument: string, answers: object, more: object = {}) => {
    const sent = { id: randomUUID(), instrument, answers, answeredAt: app.clock.now, contextKind: 'between', ...more }
    const reply = await clinic.monitor.post(`/api/patients/${patientId}/responses`, sent)
    assert.equal(reply.status, 200, JSON.stringify(reply.json))
    return (reply.json as { flags: { id: string }[] }).flags.map(({ id }) => id)
  }
  const closed = async ({ clinic }: Session, by: As) => {
    const { alerts } = (await clinic.prescriber.get('/api/alerts')).json as { alerts: { id: string }[] }
    const close = { kind: 'close', words: 'Called, seen, safety plan made with the sister.' }
    for (const { id } of alerts)
      assert.equal((await by.post(`/api/alerts/${id}/events`, { ...close, id: randomUUID() })).status, 200)
  }
  const reasonFor = (rule: string) => [{ rule, reason: 'Seen and assessed by me this morning' }]

  test('acute, from home: until a prescriber closes it', async () => {
    const session = await checked(app)
    await record(session, 'asq-since-last', { ...asqNo, '1': 'yes', '5': 'yes' })
    assert.deepEqual(held(await session.clear()), ['S6'])
    await closed(session, session.clinic.prescriber)
    assert.equal((await session.clear()).status, 200)
  })

  test('behind a link, whatever is said in the room afterwards', async () => {
    const session = await checked(app)
    const { clinic, patientId } = session
    const ask = { asks: 'questionnaires', instruments: ['asq-since-last'], by: 'here' }
    const { json } = await clinic.monitor.post(`/api/patients/${patientId}/ask`, ask)
    const phone = app.holding((json as { url: string }).url)
    const answers = { ...asqNo, '2': 'yes', '5': 'no' }
    const responses = [{ id: randomUUID(), instrument: 'asq-since-last', answers }]
    assert.equal((await phone.post('/api/link/answers', { answeredAt: app.clock.now, responses })).status, 200)
    await session.later(1)
    await session.facts({ suicide: { '1': 'no', '2': 'no', '3': 'no', '4': 'no' } })
    assert.deepEqual(held(await session.clear()), ['S6'])
  })

  for (const [what, yes, six, rule] of [
    ['question 4', ['1', '2', '3', '4'], 'never', 'S3'],
    ['question 5', ['1', '2', '5'], 'never', 'S3'],
    ['behavior in the past 3 months', [], 'in the past 3 months', 'S3'],
    ['question 3', ['1', '2', '3'], 'never', 'S4'],
    ['behavior longer ago', [], 'more than 3 months ago', 'S4'],
  ] as const)
    test(`C-SSRS from paper, by the numbers of its questions: ${what}`, async () => {
      const session = await checked(app)
      assert.deepEqual(await record(session, cssrs.id, cssrsSaying(yes, six)), [rule])
      assert.deepEqual(held(await session.clear()), [rule])
    })

  test('C-SSRS with nothing but No, and questions 1 and 2 alone, hold nothing', async () => {
    const session = await checked(app)
    assert.deepEqual(await record(session, cssrs.id, cssrsSaying([])), [])
    assert.deepEqual(await record(session, cssrs.id, cssrsSaying(['1', '2'])), ['S5'])
    assert.equal((await session.clear()).status, 200)
  })

  test('C-SSRS in the clinic’s own words, in the evaluation’s place or the session’s', async () => {
    const session = await checked(app)
    const pack = { id: randomUUID(), pack: packFor(cssrs), licenceHeld: true }
    assert.equal((await session.clinic.owner.post(`/api/questionnaires/${cssrs.id}/pack`, pack)).status, 200)
    const here = { contextKind: 'session', contextId: session.id }
    assert.deepEqual(await record(session, cssrs.id, cssrsSaying(['1', '2', '3', '4', '5']), here), ['S3'])
    assert.deepEqual(held(await session.clear()), ['S3'])
  })

  test('a monitor who closes the alert signs for no dose: a prescriber clears with a reason, and is not asked again', async () => {
    const session = await checked(app)
    await record(session, cssrs.id, cssrsSaying(['1', '2', '5']))
    await closed(session, session.clinic.monitor)
    assert.deepEqual(held(await session.clear()), ['S3'])
    assert.equal((await session.clear(reasonFor('S3'))).status, 200)
    await session.later(1)
    assert.equal((await session.dose()).status, 200)
  })

  test('what is answered between the clearance and the dose holds the dose, also where one like it was cleared', async () => {
    const session = await checked(app)
    await record(session, 'asq-since-last', { ...asqNo, '1': 'yes', '5': 'no' })
    assert.equal((await session.clear(reasonFor('S6'))).status, 200)
    await session.later(1)
    await record(session, cssrs.id, cssrsSaying(['1', '2', '5']))
    await record(session, 'asq-since-last', { ...asqNo, '1': 'yes', '5': 'yes' })
    assert.deepEqual(held(await session.dose()).sort(), ['S3', 'S6'])
    const given = { answers: [...reasonFor('S3'), ...reasonFor('S6')] }
    assert.deepEqual(held(await session.dose({}, given)).sort(), ['S3', 'S6'], 'a monitor’s reason is none')
    assert.equal((await session.dose({}, given, session.clinic.prescriber)).status, 200)
  })

  test('a screen of another session that ended without a dose is not forgotten in the next', async () => {
    const first = await checked(app)
    await first.facts({ suicide: { '1': 'yes', '2': 'no', '3': 'no', '4': 'no', '5': 'no' } })
    assert.deepEqual(held(await first.clear()), ['S6-same-day'])
    assert.equal((await first.event('stopped', { as: 'not treated today', reason: 'Safety plan first' })).status, 200)
    const next = await arrivedAndAsked(app, await bookedAgain(app, first))
    assert.deepEqual(held(await next.clear()), ['S6'])
    await closed(next, next.clinic.prescriber)
    assert.equal((await next.clear()).status, 200)
  })
})
