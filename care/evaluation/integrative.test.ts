import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../database/read.ts'
import { Day } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { type IntegrativePlan, type Item, integrativeLines, isOverdue, itemKinds, pastReviews } from './integrative.ts'
import { type ClosedPlan, integrativePlanOf } from './queries-of-integrative.ts'
import { evaluated } from './test.ts'

const app = await testApp()
const today = Day.parse(app.clock.now.slice(0, 10))
const later = (days: number): Day => Day.parse(Temporal.PlainDate.from(today).add({ days }).toString())

const item = (more: object = {}): Item => ({
  id: randomUUID(),
  kind: 'lifestyle',
  words: 'Walk half an hour a day',
  owner: 'Testa',
  reviewOn: later(14),
  ...more,
})

const open = async () => {
  const as = await app.clinicWith()
  const { patientId, evaluationId, path } = await evaluated(as.prescriber, app.clock.now, {})
  const sign = (sent: object, who = as.prescriber) =>
    who.post(`${path}/integrative-plan`, { id: randomUUID(), evaluationId, expected: 0, items: [item()], ...sent })
  const read = async (who = as.prescriber) => {
    const { status, json } = await who.get(`${path}/integrative-plan`)
    assert.equal(status, 200, JSON.stringify(json))
    return json as { today: Day; versions: IntegrativePlan[]; closed: ClosedPlan | null }
  }
  return { as, patientId, evaluationId, path, sign, read }
}

describe('an integrative plan', () => {
  test('is the prescriber’s own words, each item with somebody who looks after it and a day; versions stay', async () => {
    const { as, patientId, sign, read } = await open()
    assert.deepEqual((await read()).versions, [])
    const items = itemKinds.map((kind) => item({ kind, words: ` ${kind} <b>🦊 ` }))
    assert.equal((await sign({ items })).status, 200)
    assert.equal((await sign({ expected: 1, items: [items[0]], why: 'The rest is done.' })).status, 200)
    const { versions } = await read(as.monitor)
    assert.deepEqual(
      versions.map(({ number, signedBy, why }) => [number, signedBy, why]),
      [
        [2, 'Petra Prescriber', 'The rest is done.'],
        [1, 'Petra Prescriber', ''],
      ],
    )
    assert.deepEqual(versions[1]?.items, items)
    const newest = await reading(app.db, as, (q) => integrativePlanOf(q, patientId))
    assert.deepEqual(newest?.items, [items[0]])
  })

  test('is signed by prescribers only, and read by the therapist of the team, and not by the front desk', async () => {
    const { as, path, patientId, sign, read } = await open()
    assert.equal((await sign({ items: [item({ owner: 'Thea Therapist' })] })).status, 200)
    assert.equal((await as.therapist.get(`${path}/integrative-plan`)).status, 404, 'of another team')
    const team = { id: randomUUID(), staffId: as.therapist.staffId }
    assert.equal((await as.prescriber.post(`/api/patients/${patientId}/team`, team)).status, 200)
    assert.equal((await read(as.therapist)).versions[0]?.items[0]?.owner, 'Thea Therapist')
    assert.equal((await sign({ expected: 1 }, as.therapist)).status, 403)
    assert.equal((await sign({}, as.monitor)).status, 403)
    assert.equal((await as.frontDesk.get(`${path}/integrative-plan`)).status, 403)
  })

  for (const [what, sent, field] of [
    ['no items', { items: [] }, 'items'],
    ['no owner', { items: [item({ owner: ' ' })] }, 'items.0.owner'],
    ['no words', { items: [item({ words: '' })] }, 'items.0.words'],
    ['no day', { items: [item({ reviewOn: undefined })] }, 'items.0.reviewOn'],
    ['a day that does not exist', { items: [item({ reviewOn: '2027-02-30' })] }, 'items.0.reviewOn'],
    ['a day that has passed', { items: [item(), item({ reviewOn: later(-1) })] }, 'items.1.reviewOn'],
    ['another kind', { items: [item({ kind: 'dose' })] }, 'items.0.kind'],
  ] as const) {
    test(`with ${what} is refused where it is wrong, and nothing is stored`, async () => {
      const { sign, read } = await open()
      const { status, json } = await sign(sent)
      assert.equal(status, 422)
      assert.ok(field in (json as { fields: Record<string, string> }).fields, JSON.stringify(json))
      assert.deepEqual((await read()).versions, [])
    })
  }

  test('of two who sign at once the first wins, and the second is told who; sent again it is stored once', async () => {
    const { as, sign, read } = await open()
    const other = await as.another(['prescriber'], 'Pia Prescriber')
    const body = { id: randomUUID(), items: [item()] }
    assert.equal((await sign(body)).status, 200)
    assert.equal((await sign(body)).status, 200)
    assert.equal((await sign({ ...body, items: [item({ words: 'Something else' })] })).status, 409)
    const second = await sign({}, other)
    assert.equal(second.status, 409)
    assert.match(JSON.stringify(second.json), /Petra Prescriber has signed version 1/)
    assert.equal((await read()).versions.length, 1)
  })

  test('a later version needs a reason', async () => {
    const { sign } = await open()
    await sign({})
    assert.equal((await sign({ expected: 1, why: ' ' })).status, 422)
  })

  test('ends with its evaluation: the next one begins without', async () => {
    const { as, patientId, evaluationId, path, sign, read } = await open()
    await sign({})
    const closed = await as.prescriber.post(`${path}/evaluation/close`, { evaluationId, reason: 'Done.' })
    assert.equal(closed.status, 204, JSON.stringify(closed.json))
    assert.equal((await sign({ expected: 1, why: 'More' })).status, 409)
    await as.prescriber.post(`${path}/evaluation`, { id: randomUUID() })
    const after = await read()
    assert.deepEqual(after.versions, [])
    assert.equal(await reading(app.db, as, (q) => integrativePlanOf(q, patientId)), undefined)
    assert.deepEqual([after.closed?.number, after.closed?.closedBy], [1, 'Petra Prescriber'])
    assert.equal(after.closed?.items.length, 1, 'it is there to be read')
  })
})

describe('a review', () => {
  test('is overdue from the day after', () => {
    assert.equal(isOverdue({ reviewOn: later(-1) }, today), true)
    assert.equal(isOverdue({ reviewOn: today }, today), false)
  })
  test('that is overdue may stay as it is in a new version, but no passed day may be chosen anew', () => {
    const stood = item({ reviewOn: later(-3) })
    assert.deepEqual(pastReviews([stood], [stood], today), {})
    const moved = { ...stood, reviewOn: later(-2) }
    assert.deepEqual(Object.keys(pastReviews([item(), moved], [stood], today)), ['items.1.reviewOn'])
  })
})

test('for whoever reads it the plan is a line for each item, and nothing where there is none', () => {
  const lines = integrativeLines({ items: [item({ words: 'Breathe', kind: 'mindfulness' })] }, () => 'Dec 12')
  assert.deepEqual(lines, ['Mindfulness: Breathe (Testa; we will review it on Dec 12)'])
  assert.deepEqual(
    integrativeLines(undefined, () => ''),
    [],
  )
})
