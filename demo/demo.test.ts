import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { after, before, describe, test } from 'node:test'
import { demoDoor, listDemos } from '../clinic/accounts/demo-clinic.ts'
import { roles } from '../clinic/accounts/permissions.ts'
import { verifyAudit } from '../clinic/audit/verify.ts'
import { discardDemo } from '../database/discard-demo.ts'
import { owning } from '../database/owner.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import { newClinic, ownDatabase } from '../database/test.ts'
import type { Query, Statement } from '../database/types.ts'
import { Instant } from '../science/time.ts'
import { carrying, doorsInto } from '../server/in-process.ts'
import { testApp } from '../server/test.ts'
import { buildDemo } from './build.ts'
import { makeDemo } from './make.ts'
import { people } from './people.ts'
import type { Course, Person, Stage } from './person.ts'
import { showDemo } from './start.ts'

// A database of its own: a demo's door closes as soon as any other test has made a clinic.
const { db, close } = await ownDatabase()
const app = await testApp(db)
const { secrets, origin } = app
const now = Instant.parse('2026-11-23T17:00:00.000Z')
app.clock.now = now
const making = { db, secrets, now, origin }
after(close)

/** A few people, with courses as short as what is to be seen allows. */
const person = (family: string, stage: Stage): Person => ({
  name: ['Testa', family],
  born: `19${60 + family.length}-03-0${1 + (family.length % 9)}`,
  sex: 'female',
  weightKg: 70,
  doseMg: 35,
  route: 'im',
  stage,
})
const course = (more: Partial<Course>): Course => ({ at: 'course', attempts: [], phq9: { from: 18, to: 9 }, ...more })
const few: Person[] = [
  person('Registered', { at: 'registered', began: -1 }),
  person('Evaluating', { at: 'evaluating', began: -3 }),
  person('Telling', { at: 'intake begun', began: -1 }),
  person('Havingtold', { at: 'intake done', began: -2 }),
  person('Gonethrough', { at: 'intake gone through', began: -5 }),
  person('Waitingfor', { at: 'awaiting confirmation', began: -4 }),
  person('Notsuitable', { at: 'not suitable', began: -9 }),
  person('Notyetthere', { at: 'not yet', began: -9 }),
  person('Askedtosign', { at: 'consent asked', began: -6 }),
  person('Questioning', { at: 'question open', began: -6 }),
  person('Signedoff', { at: 'consent signed', began: -6 }),
  person('Planned', { at: 'planned', began: -8 }),
  person('Overdue', course({ next: { doseIn: -38, room: 0, misses: [30] } })),
  person('Bookedlater', course({ next: { doseIn: 95, room: 1 } })),
  person('Notshowing', course({ attempts: ['no-show'], next: { day: 2 } })),
  person('Calledoff', course({ attempts: ['cancelled'], next: { day: 3 } })),
  person('Sentaway', course({ attempts: ['stopped'], next: { day: 3 } })),
  person('Paperswap', course({ attempts: ['given'], last: -30, twist: 'paper in the wrong chart' })),
  person('Refilling', course({ attempts: ['given'], last: -9, twist: 'refilled early' })),
  person('Reviewdue', course({ attempts: ['given', 'given', 'given'], last: -2, twist: 'review not done' })),
  person('Nine', course({ attempts: ['given'], last: -3, twist: 'item 9 today' })),
  person(
    'Pregnant',
    course({
      attempts: ['given'],
      last: -6,
      letter: { to: 'referrer', days: 1, until: 'sent' },
      twist: 'pregnant meanwhile',
    }),
  ),
  person(
    'Withdrawing',
    course({
      attempts: ['given'],
      last: -8,
      letter: { to: 'therapist', days: 1, until: 'draft' },
      twist: 'consent withdrawn',
    }),
  ),
]

/** How many rows of each table are this clinic's; tables without any are left out. */
const rowsOf = (clinicId: string): Promise<Record<string, number>> =>
  owning(db, async (q) => {
    const tables = await q.all<{ name: string }>(sql`
      select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace`)
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const { n } = await q.one<{ n: number }>(
        sql`select count(*) as n from ${sql.raw(`"${name}"`)} where clinic_id = ${clinicId}`,
      )
      if (n > 0) counts[name] = n
    }
    return counts
  })

const countIn = async (q: Query, from: Statement): Promise<number> =>
  (await q.one<{ n: number }>(sql`select count(*) as n from ${from}`)).n

/** A browser with a cookie from the demo's door. */
const enteredAs = async (role: string) => {
  const { status, headers } = await app.nobody.post('/api/demo/enter', { role })
  assert.equal(status, 200, role)
  const token = headers.get('set-cookie')?.match(/=([\w-]{43});/)?.[1] ?? ''
  return doorsInto(app.app, origin)(carrying(token))
}

describe('a small demo clinic', () => {
  let clinicId = ''
  before(async () => {
    clinicId = await buildDemo({ ...making, people: few })
  })
  after(() => discardDemo(db, clinicId))

  test('is whole, marked as a demo, and its audit trail is unbroken and in order', async () => {
    assert.deepEqual(await listDemos(db), [{ clinicId, madeAt: now }])
    assert.equal((await verifyAudit(db, clinicId)).whole, true)
    const backwards = await reading(db, { clinicId }, (q) =>
      q.all(
        sql`select seq from (select seq, at, lag(at) over (order by seq) as before from audit_entry) e where at < before`,
      ),
    )
    assert.deepEqual(backwards, [])
  })

  test('has somebody at every stage', async () => {
    const states = await reading(db, { clinicId }, async (q) => ({
      patients: await countIn(q, sql`patient`),
      endings: (await q.all<{ was: string }>(sql`select distinct ended_as as was from session`)).map(({ was }) => was),
      phq9: await countIn(q, sql`response where instrument = 'phq-9'`),
      outcomes: (await q.all<{ o: string }>(sql`select distinct outcome as o from determination`)).map(({ o }) => o),
      needConfirmation: await countIn(
        q,
        sql`determination d where needs_confirmation and not exists (
          select from determination_confirmation c where c.determination_id = d.id)`,
      ),
      questions: await countIn(q, sql`consent_question`),
      withdrawals: await countIn(q, sql`consent_withdrawal`),
      releases: await countIn(q, sql`release`),
      letters: await countIn(q, sql`letter`),
      signed: await countIn(q, sql`letter_signature`),
      sent: await countIn(q, sql`letter_sending`),
      takenHome: await countIn(q, sql`supply`),
      lost: await countIn(q, sql`loss`),
    }))
    assert.equal(states.patients, few.length)
    assert.deepEqual(states.endings.toSorted(), ['cancelled', 'no-show', 'released', 'stopped', null].toSorted())
    assert.deepEqual(states.outcomes.toSorted(), ['not suitable', 'not yet', 'suitable'])
    assert.ok(states.needConfirmation >= 1, 'nobody waits for a second confirmation')
    assert.ok(states.phq9 > few.length)
    assert.deepEqual([states.questions, states.withdrawals], [1, 1])
    // One letter went out under a release, the other is a draft that no release covers.
    assert.deepEqual([states.releases, states.letters, states.signed, states.sent], [1, 2, 1, 1])
    assert.deepEqual([states.takenHome, states.lost], [3, 1])
  })

  test('lets anybody in as each role, and shows each what theirs shows', async () => {
    for (const role of roles) {
      const as = await enteredAs(role)
      const { json } = await as.get('/api/me')
      const me = json as { signedIn: boolean; staff: { roles: string[] }; clinic: { isDemo: boolean } }
      assert.deepEqual([me.signedIn, me.staff.roles, me.clinic.isDemo], [true, [role], true])
    }
  })

  test('has a board that is alive: somebody given a dose, somebody overdue, somebody booked', async () => {
    const { json } = await (await enteredAs('monitor')).get('/api/board')
    const { sessions } = json as { sessions: { phase: string; overdue: number; dosedAt: string | null }[] }
    const phases = sessions.map(({ phase }) => phase)
    assert.ok(phases.includes('booked') && phases.includes('observing'), phases.join(', '))
    assert.ok(
      sessions.some(({ overdue }) => overdue > 0),
      'no observation is overdue',
    )
  })

  test('has an alert that waits, a review that is due and a determination that reopened', async () => {
    const as = await enteredAs('prescriber')
    const { alerts } = (await as.get('/api/alerts')).json as { alerts: { ruleId: string }[] }
    assert.ok(
      alerts.some(({ ruleId }) => ruleId === 'S1'),
      alerts.map(({ ruleId }) => ruleId).join(', '),
    )
    const found = await reading(db, { clinicId }, (q) => q.all<{ id: string }>(sql`select id from patient`))
    const charts = await Promise.all(found.map(({ id }) => as.get(`/api/patients/${id}/chart`)))
    const steps = charts.map(({ json }) => JSON.stringify((json as { steps: unknown }).steps))
    assert.ok(
      steps.some((text) => text.includes('CI-05a was not met and is met')),
      'no determination has reopened',
    )
    const course = charts.map(({ json }) => (json as { course: { reviewsDue: unknown[] } | null }).course)
    assert.equal(course.filter((one) => (one?.reviewsDue.length ?? 0) > 0).length, 1)
  })

  test('hands out a patient’s link that opens the questions', async () => {
    const { status, json } = await app.nobody.post('/api/demo/patient-link')
    assert.equal(status, 200)
    const questions = await app.holding((json as { url: string }).url).get('/api/link/questions')
    assert.equal(questions.status, 200, JSON.stringify(questions.json))
  })

  test('is told about on the terminal: where to sign in, as whom, and a link that opens', async (t) => {
    const lines: string[] = []
    t.mock.method(console, 'log', (line: string) => lines.push(line))
    await showDemo(db, { dataDir: tmpdir(), origin, anew: false })
    const said = lines.join('\n')
    t.mock.restoreAll()
    assert.match(
      said,
      /Sign in at http:\/\/localhost:4747\/demo as: owner, prescriber, monitor, front desk, therapist, wall/,
    )
    const link = said.match(/http\S+\/l#\S+/)?.[0] ?? ''
    assert.equal((await app.holding(link).get('/api/link/questions')).status, 200, said)
    assert.deepEqual(await listDemos(db), [{ clinicId, madeAt: now }])
  })

  test('unlocks a locked screen without a password; a real clinic never does', async () => {
    const as = await enteredAs('monitor')
    await as.post('/api/sign-in/lock')
    assert.equal((await as.get('/api/board')).status, 401)
    assert.equal((await as.post('/api/demo/unlock')).status, 200)
    assert.equal((await as.get('/api/board')).status, 200)
  })
})

describe('a demo clinic beside a real one', () => {
  test('half-made is thrown away by the next making, and is entered by nobody', async () => {
    const cut = (share: number) => {
      if (share > 0.99) throw new Error('The power fails.')
    }
    await assert.rejects(makeDemo({ ...making, people: few.slice(0, 2), tell: cut }).finished, /The power fails/)
    const [{ clinicId: half, madeAt } = { clinicId: '', madeAt: now }] = await listDemos(db)
    assert.equal(madeAt, null)
    assert.equal((await rowsOf(half)).patient, 1, 'nothing was left half-made')
    assert.deepEqual(await demoDoor(db), { exists: false, enterable: false })
    assert.equal((await app.nobody.post('/api/demo/enter', { role: 'owner' })).status, 404)
    const whole = await makeDemo({ ...making, people: few.slice(0, 1) }).finished
    assert.deepEqual(await listDemos(db), [{ clinicId: whole, madeAt: now }])
    assert.deepEqual(await rowsOf(half), {})
  })

  test('is made once, however often it is asked for', async () => {
    const [first, second] = await Promise.all([makeDemo(making).finished, makeDemo(making).finished])
    assert.equal(first, second)
    assert.deepEqual((await app.nobody.post('/api/demo')).json, { go: '/demo' })
    assert.equal((await listDemos(db)).length, 1)
  })

  test('is made by request while somebody waits, and thrown away so that no row is left in any table', async () => {
    const [{ clinicId = '' } = {}] = await listDemos(db)
    assert.ok((await rowsOf(clinicId)).audit_entry, 'nothing to throw away')
    assert.equal((await app.nobody.post('/api/demo/discard')).status, 200)
    assert.deepEqual(await rowsOf(clinicId), {})
    assert.equal((await app.nobody.post('/api/demo/discard')).status, 404)
    assert.equal(((await app.nobody.get('/api/demo')).json as { state: string }).state, 'none')
  })

  test('closes its door once a real clinic is kept here; then only an owner throws it away', async () => {
    const clinicId = await makeDemo({ ...making, people: [] }).finished
    const { owner, monitor, clinicId: real } = await app.clinicWith()
    assert.deepEqual(await demoDoor(db), { exists: true, enterable: false, clinicId })
    for (const role of roles) assert.equal((await app.nobody.post('/api/demo/enter', { role })).status, 404, role)
    assert.equal((await app.nobody.post('/api/demo/patient-link')).status, 404)
    assert.equal((await app.nobody.post('/api/demo')).status, 409)
    assert.equal((await monitor.post('/api/demo/unlock')).status, 403)
    for (const as of [app.nobody, monitor]) assert.equal((await as.post('/api/demo/discard')).status, 403)
    const before = await rowsOf(real)
    assert.equal((await owner.post('/api/demo/discard')).status, 200)
    assert.deepEqual([await rowsOf(clinicId), await rowsOf(real)], [{}, before])
  })

  test('cannot be anything but a demo to be thrown away', async () => {
    const real = await newClinic(db)
    await assert.rejects(discardDemo(db, real), /Only a demo clinic/)
  })
})

test('the people of the demo are at every stage, and nobody could take one for real', () => {
  const kinds = new Set(people.flatMap(({ stage }) => (stage.at === 'course' ? (stage.twist ?? []) : stage.at)))
  for (const kind of [
    'registered',
    'intake begun',
    'intake done',
    'intake gone through',
    'evaluating',
    'awaiting confirmation',
    'not suitable',
    'not yet',
    'determined',
    'consent asked',
    'question open',
    'consent signed',
    'planned',
    'review not done',
    'paper in the wrong chart',
    'high pressure',
    'item 9 today',
    'pregnant meanwhile',
    'consent withdrawn',
    'something new',
    'second confirmation',
  ] as const) {
    assert.ok(kinds.has(kind), kind)
  }
  const courses = people.map(({ stage }) => stage).filter((stage) => stage.at === 'course')
  const given = ({ attempts }: Course) => attempts.filter((attempt) => attempt === 'given').length
  assert.deepEqual([...new Set(courses.map(given))].toSorted(), [0, 1, 2, 3, 4, 5, 6])
  assert.ok(courses.some(({ maintenance = 0 }) => maintenance > 0))
  assert.equal(new Set(people.map(({ name }) => name.join(' '))).size, people.length)
  assert.ok(people.length >= 40, String(people.length))
})

test('somebody who got worse is called the same evening: the next morning may be a session', async () => {
  const worse = people.filter(({ name }) => name.join(' ') === 'Wursa Thanbefore')
  assert.equal(worse.length, 1)
  // On this Saturday her course falls so that the call would have come in the middle of the next session.
  const saturday = Instant.parse('2026-11-28T12:50:00.000Z')
  await discardDemo(db, await buildDemo({ ...making, now: saturday, people: worse }))
})
