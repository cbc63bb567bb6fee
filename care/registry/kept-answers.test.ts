import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { listResponses } from '../../clinic/responses/queries.ts'
import { reading } from '../../database/read.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { phq9Answers } from '../outcomes/test.ts'
import { readAnswered } from './kept-answers.ts'

const app = await testApp()
const start = app.clock.now
const millisecondsLater = (milliseconds: number) => addMinutes(start, -1440 + milliseconds / 60_000)

const clinicWithTwo = async () => {
  const clinic = await app.clinicWith()
  const [{ id: first }, { id: second }] = [await registered(clinic.monitor), await registered(clinic.monitor, other)]
  const answer = async (patientId: string, at: Instant, total: number, more: object = {}) => {
    const id = randomUUID()
    const answers = phq9Answers(total)
    const body = { id, instrument: 'phq-9', contextKind: 'between', answeredAt: at, answers, ...more }
    const { status, json } = await clinic.monitor.post(`/api/patients/${patientId}/responses`, body)
    assert.equal(status, 200, JSON.stringify(json))
    return id
  }
  const read = () => readAnswered(app.db, clinic.clinicId, 'phq-9')
  return { ...clinic, first, second, answer, read }
}
const other = { givenName: 'Second', familyName: 'Person' }

/** What the chart reads of one patient. */
const charted = async (clinicId: string, patientId: string) =>
  (await reading(app.db, { clinicId }, (q) => listResponses(q, patientId)))
    .map(({ answeredAt: at, score, lowest: low, highest: high }) => ({ at, score, low, high }))
    .toSorted((a, b) => a.at.localeCompare(b.at))

test('what is kept of answers is what the chart reads, to the millisecond, also after a correction', async () => {
  const clinic = await clinicWithTwo()
  const compare = async () => {
    const found = await clinic.read()
    assert.deepEqual(found.get(clinic.first), await charted(clinic.clinicId, clinic.first))
    return found
  }
  for (const after of [0, 1, 123, 499, 500, 999]) await clinic.answer(clinic.first, millisecondsLater(after), 9)
  const missing = { answers: { ...phq9Answers(12), '8': null } }
  const wrong = await clinic.answer(clinic.first, millisecondsLater(1001), 12, missing)
  await compare()
  await clinic.answer(clinic.first, millisecondsLater(1001), 14, { corrects: wrong, why: 'Dated wrongly' })
  assert.deepEqual((await compare()).get(clinic.first)?.at(-1)?.score, 14)
})

test('what was taken back is not kept, be it all that somebody answered', async () => {
  const clinic = await clinicWithTwo()
  const only = await clinic.answer(clinic.first, millisecondsLater(0), 9)
  assert.equal((await clinic.read()).get(clinic.first)?.length, 1)
  const taking = { id: randomUUID(), why: 'The other one’s' }
  const path = `/api/patients/${clinic.first}/responses/${only}/take-back`
  assert.equal((await clinic.monitor.post(path, taking)).status, 204)
  assert.deepEqual((await clinic.read()).get(clinic.first), [])
})

test('only of whoever has more answers than before is anything read again', async () => {
  const clinic = await clinicWithTwo()
  await clinic.answer(clinic.first, millisecondsLater(0), 9)
  await clinic.answer(clinic.second, millisecondsLater(0), 10)
  const before = await clinic.read()
  await clinic.answer(clinic.second, millisecondsLater(5), 11)
  const now = await clinic.read()
  assert.equal(now.get(clinic.first), before.get(clinic.first))
  assert.deepEqual(
    [before, now].map((read) => read.get(clinic.second)?.length),
    [1, 2],
  )
})

test('another clinic is told nothing of it, also while it is kept', async () => {
  const [mine, theirs] = [await clinicWithTwo(), await clinicWithTwo()]
  await mine.answer(mine.first, millisecondsLater(0), 9)
  assert.deepEqual([...(await mine.read()).keys()], [mine.first])
  assert.deepEqual([...(await theirs.read()).keys()], [])
})
