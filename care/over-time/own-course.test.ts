import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { phq9Answers, treated } from '../outcomes/test.ts'
import { newestOfDays } from './mood.ts'
import type { OverTime, OwnCourse } from './queries.ts'

const app = await testApp()
const start = Instant.parse('2026-11-23T17:00:00.000Z')
const words = 'Zaubernuss'

const clinic = async () => {
  app.clock.now = start
  const as = await app.clinicWith()
  const { id: patientId } = await registered(as.prescriber, { preferredName: 'Sam' })
  const link = async () => {
    const { status, json } = await as.monitor.post(`/api/patients/${patientId}/ask`, { asks: 'course', by: 'here' })
    assert.equal(status, 200, JSON.stringify(json))
    return app.holding((json as { url: string }).url)
  }
  const phq9 = (total: number | null, at: Instant) =>
    as.prescriber.post(`/api/patients/${patientId}/responses`, {
      id: randomUUID(),
      instrument: 'phq-9',
      answers: total === null ? { ...phq9Answers(8), '1': null } : phq9Answers(total),
      answeredAt: at,
      contextKind: 'between',
    })
  return { ...as, patientId, link, phq9 }
}
const mood = (value: number, at: Instant, id = randomUUID()) => ({ id, value, at })
type Phone = Awaited<ReturnType<Awaited<ReturnType<typeof clinic>>['link']>>
const read = async (phone: Phone) => {
  const { status, json } = await phone.get('/api/link/course')
  assert.equal(status, 200, JSON.stringify(json))
  return json as OwnCourse
}

describe('the patient’s own course', () => {
  test('is their scores and doses by day, without a band, a comparison or anybody’s words', async () => {
    const as = await clinic()
    const { clinicId, patientId, prescriber } = as
    await as.phq9(20, addMinutes(start, -12 * 1440))
    await treated(app.db, { clinicId, patientId, staffId: prescriber.staffId, dosedAt: addMinutes(start, -10 * 1440) })
    await as.phq9(9, addMinutes(start, -2 * 1440))
    await as.phq9(null, addMinutes(start, -1440))
    const fact = { words, code: 'F33.2', status: 'active' }
    await prescriber.post(`/api/patients/${patientId}/problems`, { change: 'recorded', id: randomUUID(), fact })
    const course = await read(await as.link())
    assert.deepEqual(
      course.series.map(({ title, range, scores, open }) => [
        title,
        range.high,
        scores.map(({ value }) => value),
        open.length,
      ]),
      [['PHQ-9', 27, [20, 9], 1]],
    )
    assert.deepEqual(
      course.doses.map(({ mg }) => mg),
      [50],
    )
    assert.doesNotMatch(
      JSON.stringify(course),
      new RegExp(`${words}|moderate|severe|remission|response|relapse|percent`),
    )
  })

  test('is their own answers: what a clinician rated of them is not among them', async () => {
    const as = await clinic()
    await as.phq9(20, addMinutes(start, -12 * 1440))
    const rated = { instrument: 'madrs', total: 31, answeredAt: addMinutes(start, -11 * 1440), contextKind: 'between' }
    const { status, json } = await as.prescriber.post(`/api/patients/${as.patientId}/responses`, {
      id: randomUUID(),
      ...rated,
    })
    assert.equal(status, 200, JSON.stringify(json))
    const staff = (await as.prescriber.get(`/api/patients/${as.patientId}/over-time`)).json as OverTime
    const titles = (all: readonly { title: string }[]) => all.map(({ title }) => title)
    assert.deepEqual(titles(staff.series), ['PHQ-9', 'MADRS'])
    assert.deepEqual(titles((await read(await as.link())).series), ['PHQ-9'])
  })

  test('opens again and again until its time is over, and for this patient only', async () => {
    const as = await clinic()
    const phone = await as.link()
    await read(phone)
    app.clock.now = addMinutes(start, 239)
    assert.deepEqual((await read(phone)).series, [])
    app.clock.now = addMinutes(start, 240)
    assert.equal((await phone.get('/api/link/course')).status, 403)
    const other = await clinic()
    await other.phq9(20, addMinutes(start, -60))
    assert.equal((await read(await as.link())).series.length, 0)
  })

  test('goes by a way the patient agreed to, and the message names no treatment', async () => {
    const as = await clinic()
    const refused = await as.monitor.post(`/api/patients/${as.patientId}/ask`, { asks: 'course', by: 'sms' })
    assert.equal(refused.status, 422)
  })
})

describe('the daily mood', () => {
  test('nobody is asked until the patient says so, and it can be taken back', async () => {
    const as = await clinic()
    const phone = await as.link()
    const choose = (wanted: boolean, id = randomUUID()) => phone.post('/api/link/course/choice', { id, wanted })
    assert.equal((await read(phone)).moodWanted, null)
    const id = randomUUID()
    assert.equal((await choose(true, id)).status, 200)
    assert.equal((await choose(true, id)).status, 200, 'sent twice')
    assert.equal((await choose(false, id)).status, 409, 'one id, one choice')
    assert.equal((await read(phone)).moodWanted, true)
    await choose(false)
    assert.equal((await read(phone)).moodWanted, false)
  })

  test('sent twice is stored once; the same id with another value is refused and changes nothing', async () => {
    const as = await clinic()
    const phone = await as.link()
    const send = (...moods: object[]) => phone.post('/api/link/course/moods', { moods })
    const first = mood(4, start)
    assert.deepEqual((await send(first)).json, { stored: [first.id] })
    assert.equal((await send(first, mood(6, start))).status, 200)
    assert.equal((await send({ ...first, value: 9 })).status, 409)
    assert.deepEqual(
      (await read(phone)).moods.map(({ value }) => value),
      [4, 6],
    )
  })

  test('is a whole number from 0 to 10', async () => {
    const phone = await (await clinic()).link()
    for (const [value, status] of [
      [-1, 422],
      [0, 200],
      [10, 200],
      [11, 422],
      [3.5, 422],
    ] as const) {
      assert.equal(
        (await phone.post('/api/link/course/moods', { moods: [mood(value, start)] })).status,
        status,
        `${value}`,
      )
    }
  })

  test('tapped without a connection keeps its own hour; a phone’s clock moves it neither ahead nor before the link', async () => {
    const as = await clinic()
    const phone = await as.link()
    app.clock.now = addMinutes(start, 100)
    const moods = [mood(3, addMinutes(start, 30)), mood(4, addMinutes(start, 500)), mood(5, addMinutes(start, -500))]
    assert.equal((await phone.post('/api/link/course/moods', { moods })).status, 200)
    assert.deepEqual(
      (await read(phone)).moods.map(({ at, value }) => [at, value]),
      [
        [start, 5],
        [addMinutes(start, 30), 3],
        [addMinutes(start, 100), 4],
      ],
    )
  })

  test('however low it is, raises no alert', async () => {
    const as = await clinic()
    await (await as.link()).post('/api/link/course/moods', { moods: [mood(0, start)] })
    assert.deepEqual(((await as.prescriber.get('/api/alerts')).json as { alerts: object[] }).alerts, [])
  })

  test('of each of the clinic’s days the newest counts', () => {
    const at = (time: string) => Instant.parse(time)
    const moods = [
      { at: at('2026-11-24T04:59:00.000Z'), value: 2 },
      { at: at('2026-11-23T15:00:00.000Z'), value: 7 },
      { at: at('2026-11-24T05:00:00.000Z'), value: 5 },
    ]
    assert.deepEqual(
      newestOfDays(moods, 'America/New_York').map(({ value }) => value),
      [2, 5],
    )
  })
})

describe('staff', () => {
  test('see the same moods beside the scores; the front desk does not', async () => {
    const as = await clinic()
    const phone = await as.link()
    await phone.post('/api/link/course/choice', { id: randomUUID(), wanted: true })
    await phone.post('/api/link/course/moods', { moods: [mood(6, start)] })
    const path = `/api/patients/${as.patientId}/over-time`
    const { moods, moodWanted, series } = (await as.prescriber.get(path)).json as OverTime
    assert.deepEqual([moods, moodWanted, series.length], [[{ at: start, value: 6 }], true, 1])
    assert.equal((await as.frontDesk.get(path)).status, 403)
  })
})
