import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { owning } from '../../../database/owner.ts'
import { sql } from '../../../database/sql.ts'
import { addMinutes, Day, type Instant } from '../../../science/time.ts'
import { testApp } from '../../../server/test.ts'
import type { BoardAnswer } from '../screens/answers.ts'
import type { SessionLine } from '../session-view.ts'
import { dosed, touched } from '../test.ts'
import { alarmsIn, onTile, roomsIn, sounding } from './alarm.ts'

const at = '2026-11-23T15:00:00.000Z' as Instant
const line = (more: Partial<SessionLine> & { id: string }) =>
  ({ room: { id: 'r', name: `Room ${more.id}` }, alerts: [], next: null, ...more }) as unknown as SessionLine

test('emergencies come first, then the rest; an observation sounds once it is overdue and not at the minute itself', () => {
  const next = {
    what: ['bloodPressure'],
    dueAt: addMinutes(at, -5),
    lateAt: at,
    reviewBy: Day.parse('2027-02-23'),
    state: 'due',
  }
  const lines = [
    line({ id: '1', next }),
    line({ id: '2', alerts: [{ rule: 'RL-12', severity: 'review', says: 'High.' }] }),
    line({ id: '3', alerts: [{ rule: 'RL-17', severity: 'emergency', says: 'Low SpO2.' }] }),
  ]
  assert.deepEqual(
    alarmsIn(lines, at).map(({ key }) => key),
    ['3/RL-17', '2/RL-12'],
  )
  assert.deepEqual(
    alarmsIn(lines, addMinutes(at, 1)).map(({ key, severity }) => [key, severity]),
    [
      ['3/RL-17', 'emergency'],
      [`1/late/${next.dueAt}`, 'attention'],
      ['2/RL-12', 'attention'],
    ],
  )
  assert.deepEqual(
    roomsIn(alarmsIn([...lines, line({ id: '3', next })], addMinutes(at, 1))).map(({ first, more }) => [
      first.key,
      more,
    ]),
    [
      ['3/RL-17', 1],
      [`1/late/${next.dueAt}`, 0],
      ['2/RL-12', 0],
    ],
  )
})

test('a silence covers what it names until it is over, and nothing new', () => {
  const lines = [line({ id: '2', alerts: [{ rule: 'RL-12', severity: 'review', says: 'High.' }] })]
  const silence = { id: 's', by: 'Milo', at, until: addMinutes(at, 2), alarms: ['2/RL-12'] }
  assert.deepEqual(sounding(alarmsIn(lines, at), [silence], addMinutes(at, 1)), [])
  assert.equal(sounding(alarmsIn(lines, at), [silence], addMinutes(at, 2)).length, 1, 'it comes back')
  const worse = [
    line({ id: '2', alerts: [...(lines[0]?.alerts ?? []), { rule: 'RL-17', severity: 'emergency', says: '' }] }),
  ]
  assert.deepEqual(
    sounding(alarmsIn(worse, at), [silence], addMinutes(at, 1)).map(({ key }) => key),
    ['2/RL-17'],
  )
})

test('a monitor silences the board by name: every board is told, the trail keeps it, the wall cannot', async () => {
  const app = await testApp()
  const session = await dosed(app)
  const { clinic } = session
  await session.later(5)
  assert.equal((await session.vitals({ systolic: 184 })).status, 200)
  const board = async (as = clinic.monitor) => (await as.get('/api/board')).json as BoardAnswer
  const [alarm] = alarmsIn((await board()).sessions, app.clock.now)
  assert.equal(alarm?.key, `${session.id}/RL-12`)
  const press = { id: randomUUID(), alarms: [alarm?.key] }
  assert.equal((await clinic.display.post('/api/board/silence', press)).status, 403)
  assert.equal((await clinic.monitor.post('/api/board/silence', { ...press, alarms: [] })).status, 422)
  assert.equal((await clinic.monitor.post('/api/board/silence', press)).status, 200)
  const pressedAt = app.clock.now
  app.clock.now = addMinutes(pressedAt, 1)
  assert.equal((await clinic.monitor.post('/api/board/silence', press)).status, 200, 'sent twice')
  const [silence, ...more] = (await board()).silences
  assert.deepEqual(more, [])
  assert.deepEqual([silence?.by, silence?.until], ['Milo Monitor', addMinutes(pressedAt, 2)])
  assert.equal((await board(clinic.display)).silences[0]?.by, 'M. M.')
  app.clock.now = addMinutes(pressedAt, 2)
  await touched(app, clinic)
  assert.deepEqual((await board()).silences, [], 'over')
  const told = await owning(app.db, (q) =>
    q.all<{ id: string }>(sql`select actor_id as id from audit_entry where action = 'board.silence'`),
  )
  assert.deepEqual([...new Set(told.map(({ id }) => id))], [clinic.monitor.staffId])
})

test('standing orders are the clinic’s own words, kept beside its other settings', async () => {
  const app = await testApp()
  const { owner, monitor } = await app.clinicWith()
  const orders = { highPressure: 'Recheck in 5 minutes. Call Dr Petra.', headache: '' }
  assert.equal((await monitor.post('/api/clinic/standing-orders', { orders })).status, 403)
  assert.equal((await owner.post('/api/clinic/standing-orders', { orders: { unheardOf: 'x' } })).status, 422)
  assert.equal((await owner.post('/api/clinic/standing-orders', { orders })).status, 200)
  assert.equal(
    (
      await owner.post('/api/clinic/limits', {
        route: 'im',
        limits: { minimumStayMinutes: 120 },
        why: 'Older.',
        signedAs: 'O',
      })
    ).status,
    200,
  )
  const { policy } = (await monitor.get('/api/clinic')).json as { policy: { standingOrders: object } }
  assert.deepEqual(policy.standingOrders, { highPressure: 'Recheck in 5 minutes. Call Dr Petra.' })
})

test('a tile says all that fits, else every emergency or the first of the rest, and how much it leaves out', () => {
  const of = (...severities: ('emergency' | 'review')[]) => {
    const { shown, more } = onTile(severities.map((severity, i) => ({ rule: `${i}`, severity, says: '' })))
    return [shown.map(({ rule }) => rule).join(''), more]
  }
  assert.deepEqual(of(), ['', 0])
  assert.deepEqual(of('review', 'review'), ['01', 0])
  assert.deepEqual(of('review', 'emergency'), ['10', 0])
  assert.deepEqual(of('review', 'review', 'review'), ['0', 2])
  assert.deepEqual(of('emergency', 'review', 'review', 'review'), ['0', 3])
  assert.deepEqual(of('review', 'emergency', 'review', 'emergency', 'emergency'), ['134', 2])
})
