import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { addMinutes, Instant } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { initialsAmong } from './session-view.ts'
import { booked, checked, setLimit } from './test.ts'
import { beyond, mostAtOnce, watchFindings, watchLimit } from './watching.ts'

const at = (minutes: number) => addMinutes(Instant.parse('2026-11-23T15:00:00.000Z'), minutes)
const stretch = (from: number, until: number) => ({ from: at(from), until: at(until) })

test('the busiest moment of a stretch counts, and back to back is not at once', () => {
  const slot = stretch(60, 180)
  assert.equal(mostAtOnce(slot, []), 1)
  assert.equal(mostAtOnce(slot, [stretch(0, 60), stretch(180, 240)]), 1)
  assert.equal(mostAtOnce(slot, [stretch(0, 61)]), 2)
  assert.equal(mostAtOnce(slot, [stretch(0, 90), stretch(90, 150)]), 2, 'one after the other')
  assert.equal(mostAtOnce(slot, [stretch(0, 91), stretch(90, 150)]), 3)
  assert.equal(mostAtOnce(slot, [stretch(100, 110), stretch(100, 110), stretch(179, 300)]), 3)
})

test('a wall tells two who work here apart, and shows no more of a name than that takes', () => {
  const all = ['Milo Monitor', 'Mona Monitor', 'Petra Prescriber']
  assert.deepEqual(all.map(initialsAmong(all)), ['Mi. M.', 'Mo. M.', 'P. P.'])
  const close = ['Ann Lee', 'Anna Lee', 'Anna Lee', 'Al Lo']
  const titled = ['Dr. Ana Reyes, MD', 'Milo Hart, RN', 'Priya Nair, PMHNP-BC']
  assert.deepEqual(
    titled.map(initialsAmong(titled)),
    ['A. R.', 'M. H.', 'P. N.'],
    'titles and credentials are no names',
  )
  assert.deepEqual(close.map(initialsAmong(close)), ['A. L.', 'Anna. L.', 'Anna. L.', 'Al. L.'])
})

test('at the limit nothing holds, one more does, and where no limit is set nothing is found', () => {
  const today = '2026-11-23' as never
  const found = (count: number, limit: number | null) => watchFindings({ name: 'Milo', count, limit }, today)
  assert.deepEqual(
    found(2, 2).map(({ holds }) => holds),
    [false],
  )
  assert.deepEqual(
    found(3, 2).map(({ holds, rule }) => [holds, rule]),
    [[true, 'SB-4']],
  )
  assert.deepEqual(found(30, null), [])
  assert.equal(beyond({ count: 30, limit: null }), false)
  for (const policy of [{}, null, undefined, { patientsPerMonitor: 0 }, { patientsPerMonitor: '2' }])
    assert.equal(watchLimit(policy), null)
  assert.equal(watchLimit({ patientsPerMonitor: 2, limits: {} }), 2)
})

const app = await testApp()
const start = app.clock.now

/** A clinic in which one person may watch one patient, and has one. */
const fullClinic = async () => {
  app.clock.now = start
  const clinic = await app.clinicWith()
  await setLimit(clinic, 1)
  const first = await checked(app, clinic)
  return { clinic, first }
}
const held = ({ json }: Reply) => (json as { because?: { id: string }[] }).because?.map(({ id }) => id)

test('a second patient at once is booked with a reason of somebody who may watch, and not at the desk', async () => {
  const { clinic, first } = await fullClinic()
  const ids = { id: randomUUID(), eventId: randomUUID() }
  await assert.rejects(booked(app, clinic), /SB-4/)
  const other = await booked(app, { ...clinic, frontDesk: clinic.monitor }, { beyondLimit: 'Short visit.' })
  const log = await other.read()
  assert.match(JSON.stringify(log.events[0]), /"beyondLimit":"Short visit."/)
  const again = { ...first.booking, ...ids, roomId: other.roomId, beyondLimit: 'I want to.' }
  const desk = await clinic.frontDesk.post('/api/sessions', again)
  assert.deepEqual([desk.status, held(desk)], [423, ['SB-4']], 'a reason at the desk is no reason')
  const board = (await clinic.monitor.get('/api/board')).json as { watching: object[]; patientsPerMonitor: number }
  assert.deepEqual(board.watching, [{ id: clinic.monitor.staffId, name: 'Milo Monitor', count: 1 }])
  assert.equal(board.patientsPerMonitor, 1)
})

test('handing over to somebody who has enough waits for a reason', async () => {
  const { clinic } = await fullClinic()
  const other = await booked(app, clinic, { responsibleId: clinic.prescriber.staffId })
  assert.equal((await other.arrive()).status, 200)
  const to = { toId: clinic.monitor.staffId, toName: 'Milo Monitor' }
  const refused = await other.event('handed over', to)
  assert.deepEqual([refused.status, held(refused)], [423, ['SB-4']])
  assert.equal((await other.event('handed over', { ...to, beyondLimit: 'Petra is called away.' })).status, 200)
  const board = (await clinic.display.get('/api/board')).json as { watching: object[] }
  assert.deepEqual(board.watching, [{ id: '', name: 'M. M.', count: 2 }], 'a wall shows initials')
})

test('clearing waits for the prescriber’s reason while one person has too many; without a limit it does not', async () => {
  const { clinic, first } = await fullClinic()
  await setLimit(clinic, 2)
  const second = await booked(app, clinic)
  assert.equal((await second.arrive()).status, 200)
  assert.equal((await first.clear()).status, 200, 'two of two')
  await setLimit(clinic, 1)
  const third = await checked(app, { ...clinic, frontDesk: clinic.monitor }, { beyondLimit: 'A double day.' })
  const waits = await third.clear()
  assert.deepEqual([waits.status, held(waits)], [423, ['SB-4']])
  await setLimit(clinic, undefined)
  assert.equal((await third.clear()).status, 200)
})
