import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Day, Instant } from '../../science/time.ts'
import { changeAwaited, course, placeOf, progress, spacingIn } from './course.ts'
import { differences, mgPerKg, Prescribed, type Reviewed, reviewPoints } from './plan.ts'
import { beforePlan } from './rules.ts'

const day = (text: string) => Day.parse(text)
const plan = { sessions: 6, daysBetweenLeast: 2, daysBetweenMost: 5, reviewAfter: [3] }
const given = (...days: string[]) =>
  days.map((dosed, index) => ({
    id: `s${index}`,
    bookedOn: day(dosed),
    dosedOn: day(dosed),
    ended: true,
    nothingHad: false,
  }))

describe('session n of m', () => {
  test('before the first there is no window', () => {
    const stand = progress(plan, [], [])
    assert.deepEqual([stand.done, stand.planned, stand.next, stand.window], [0, 6, 1, undefined])
  })
  test('counts doses, not bookings; a session that ended without one does not count', () => {
    const sessions = [
      ...given('2026-11-02'),
      { id: 'x', bookedOn: day('2026-11-05'), dosedOn: null, ended: true, nothingHad: true },
      { id: 'y', bookedOn: day('2026-11-07'), dosedOn: null, ended: false, nothingHad: false },
    ]
    const stand = course(plan, sessions, [], day('2026-11-06'))
    assert.deepEqual([stand.done, stand.next, stand.booked, stand.nothingHad], [1, 2, 1, 1])
    assert.deepEqual(stand.window, { from: '2026-11-04', to: '2026-11-07' })
  })
  test('the window follows the last day, in whatever order the sessions come, across a year’s end', () => {
    const stand = progress(plan, given('2026-12-30', '2026-12-27'), [])
    assert.deepEqual(stand.window, { from: '2027-01-01', to: '2027-01-04' })
  })
  test('at most two a week moves the window until seven days have passed', () => {
    const stand = progress({ ...plan, perWeekMost: 2 }, given('2026-11-02', '2026-11-04'), [])
    assert.deepEqual(stand.window, { from: '2026-11-09', to: '2026-11-09' })
  })
  test('after the last there is no next; one more is said to be beyond the plan', () => {
    const days = ['2026-11-02', '2026-11-04', '2026-11-06', '2026-11-09', '2026-11-11', '2026-11-13']
    assert.deepEqual(
      [progress(plan, given(...days), []).next, progress(plan, given(...days), []).beyondPlan],
      [undefined, false],
    )
    assert.equal(progress(plan, given(...days, '2026-11-16'), []).beyondPlan, true)
  })
})

describe('a booking and its day', () => {
  const on = (bookedOn: string, more: object = {}) => ({
    ...{ id: bookedOn, bookedOn: day(bookedOn), dosedOn: null, ended: false, nothingHad: false },
    ...more,
  })
  const stands = (...sessions: Parameters<typeof course>[1]) => {
    const { booked, leftOpen, done } = course(plan, sessions, [], day('2026-11-10'))
    return [booked, leftOpen.map(({ bookedOn }) => bookedOn).join(), done]
  }
  for (const [name, session, expected] of [
    ['of today is booked, whatever its hour', on('2026-11-10'), [1, '', 0]],
    ['to come is booked', on('2026-11-11'), [1, '', 0]],
    ['whose day has passed is none, and left open', on('2026-11-09'), [0, '2026-11-09', 0]],
    ['of a past day that was ended is neither', on('2026-11-09', { ended: true }), [0, '', 0]],
    ['given and never ended was given', on('2026-11-09', { dosedOn: day('2026-11-09') }), [0, '', 1]],
    ['given past midnight was given', on('2026-11-09', { dosedOn: day('2026-11-10') }), [0, '', 1]],
  ] as const) {
    test(name, () => assert.deepEqual(stands(session), expected))
  }
  test('each stands for itself', () => {
    assert.deepEqual(stands(on('2026-11-12'), on('2026-11-02'), on('2026-11-07')), [1, '2026-11-02,2026-11-07', 0])
  })
})

describe('a review is due', () => {
  const days = ['2026-11-02', '2026-11-04', '2026-11-06', '2026-11-09', '2026-11-11', '2026-11-13']
  const due = (count: number, reviews: Parameters<typeof progress>[2] = []) =>
    progress(plan, given(...days.slice(0, count)), reviews).reviewsDue.map(
      ({ point, afterSession }) => `${point} ${afterSession}`,
    )
  const early = { point: 'after session', afterSession: 3, decision: 'continue' } as const
  test('not after two, after three, and still after four until somebody decides', () => {
    assert.deepEqual(due(2), [])
    assert.deepEqual(due(3), ['after session 3'])
    assert.deepEqual(due(4), ['after session 3'])
    assert.deepEqual(due(4, [early]), [])
  })
  test('at the end, on top of an early one nobody made', () => {
    assert.deepEqual(due(6), ['after session 3', 'at the end 6'])
    assert.deepEqual(due(6, [early]), ['at the end 6'])
    assert.deepEqual(due(6, [early, { point: 'at the end', afterSession: 6, decision: 'continue' }]), [])
  })
  test('a decision at another time settles no review point', () => {
    assert.deepEqual(due(3, [{ point: 'at another time', afterSession: 3, decision: 'continue' }]), ['after session 3'])
  })
})

describe('a day against the spacing', () => {
  const spacingOn = (given: string[], on: string) =>
    spacingIn(
      progress(
        plan,
        given.map((one) => ({ dosedOn: day(one), ended: true })),
        [],
      ).window,
      on,
    )
  for (const [on, expected] of [
    ['2026-11-03', 'too early'],
    ['2026-11-04', 'fits'],
    ['2026-11-07', 'fits'],
    ['2026-11-08', 'too late'],
  ] as const)
    test(`${on}: ${expected}`, () => assert.equal(spacingOn(['2026-11-02'], on), expected))
  test('before the first session every day fits', () => assert.equal(spacingOn([], '2026-11-02'), 'fits'))
})

describe('what is prescribed', () => {
  const typed = { doseMg: 40, sessions: 6, daysBetweenLeast: 2, daysBetweenMost: 5, goals: 'Sleep, work' }
  const wrong = (change: object) => {
    const { error } = Prescribed.safeParse({ ...typed, ...change })
    return error?.issues.map(({ path }) => path.join('.'))
  }
  test('is taken when it can be', () => assert.equal(wrong({}), undefined))
  for (const [change, path] of [
    [{ doseMg: 5000 }, 'doseMg'],
    [{ doseMg: 0 }, 'doseMg'],
    [{ sessions: 0 }, 'sessions'],
    [{ sessions: 61 }, 'sessions'],
    [{ sessions: 2.5 }, 'sessions'],
    [{ daysBetweenLeast: 6 }, 'daysBetweenMost'],
    [{ daysBetweenLeast: 0 }, 'daysBetweenLeast'],
    [{ perWeekMost: 8 }, 'perWeekMost'],
    [{ goals: '  ' }, 'goals'],
    [{ alsoReviewAfter: [6] }, 'alsoReviewAfter'],
  ] as const)
    test(`is refused with ${JSON.stringify(change)}`, () => assert.deepEqual(wrong(change), [path]))
  test('always has a review after session 3, unless the course ends there', () => {
    assert.deepEqual(reviewPoints(6, []), [3])
    assert.deepEqual(reviewPoints(8, [5, 3]), [3, 5])
    assert.deepEqual(reviewPoints(3, []), [])
  })
})

test('mg/kg is shown only with a weight', () => {
  assert.equal(mgPerKg(40, 80), '0.50')
  assert.equal(mgPerKg(40, null), undefined)
  assert.equal(mgPerKg(40, undefined), undefined)
})

test('versions differ field by field', () => {
  const base = { ...plan, doseMg: 40, goals: 'Sleep', notes: '' }
  assert.deepEqual(differences(base, { ...base, reviewAfter: [3] }), [])
  assert.deepEqual(differences(base, { ...base, doseMg: 45, perWeekMost: 2, reviewAfter: [3, 5] }), [
    { what: 'doseMg', before: '40', after: '45' },
    { what: 'perWeekMost', before: '', after: '2' },
    { what: 'reviewAfter', before: '3', after: '3, 5' },
  ])
})

describe('a plan is held', () => {
  const yes = { inForce: true, because: 'Because.' }
  const no = { inForce: false, because: 'Because.' }
  const today = day('2026-11-23')
  for (const [determination, consent, weightKg, expected] of [
    [yes, yes, 80, []],
    [no, yes, 80, ['PL-1 not met']],
    [yes, no, 80, ['PL-2 not met']],
    [yes, yes, undefined, ['PL-3 unknown']],
    [no, no, undefined, ['PL-1 not met', 'PL-2 not met', 'PL-3 unknown']],
  ] as const)
    test(`by ${JSON.stringify(expected)}`, () => {
      const held = beforePlan({ determination, consent, weightKg }, today).filter(({ holds }) => holds)
      assert.deepEqual(
        held.map(({ rule, answer }) => `${rule} ${answer}`),
        expected,
      )
    })
})

test('a session keeps its place in the course, whatever is given after it', () => {
  const of = (id: string, dosedOn: string | null, ended = true) => ({
    id,
    dosedOn: dosedOn === null ? null : day(dosedOn),
    bookedOn: day(dosedOn ?? '2026-11-20'),
    ended,
  })
  const sessions = [of('b', '2026-11-05'), of('a', '2026-11-02'), of('gone', null), of('next', null, false)]
  assert.deepEqual(
    ['a', 'b', 'next', 'gone', 'of another plan'].map((id) => placeOf(sessions, id)),
    [1, 2, 3, undefined, undefined],
  )
})

describe('a change that was decided', () => {
  const at = (text: string) => Instant.parse(`2026-11-${text}T15:00:00.000Z`)
  const decided = (decision: Reviewed['decision'], on: string): Reviewed => ({
    id: on,
    point: 'after session',
    afterSession: 3,
    decision,
    reason: 'Half way.',
    decidedAt: at(on),
    decidedBy: 'Petra Prescriber',
  })
  const awaited = (signed: string, ...reviews: Reviewed[]) => changeAwaited({ signedAt: at(signed) }, reviews)?.decision
  test('is awaited until a version is signed after it, and not after a newer decision to go on', () => {
    assert.equal(awaited('02', decided('change dose or interval', '10')), 'change dose or interval')
    assert.equal(awaited('02', decided('change route', '10')), 'change route')
    assert.equal(awaited('11', decided('change dose or interval', '10')), undefined)
    assert.equal(awaited('02', decided('change dose or interval', '10'), decided('continue', '20')), undefined)
    assert.equal(
      awaited('02', decided('continue', '10'), decided('change dose or interval', '20')),
      'change dose or interval',
    )
    assert.equal(awaited('02', decided('add therapy', '10')), undefined)
  })
  test('is awaited still where therapy was added or somebody referred since: neither says how the plan goes on', () => {
    for (const since of ['add therapy', 'refer'] as const) {
      assert.equal(
        awaited('02', decided('change dose or interval', '10'), decided(since, '20')),
        'change dose or interval',
      )
      assert.equal(awaited('11', decided('change dose or interval', '10'), decided(since, '20')), undefined)
    }
  })
  test('is awaited too of whoever goes on after the last session: nothing of the plan is left', () => {
    const goOn: Reviewed = { ...decided('continue', '10'), point: 'at the end', afterSession: 6 }
    assert.equal(awaited('02', goOn), 'continue')
    assert.equal(awaited('11', goOn), undefined)
    assert.equal(awaited('02', decided('continue', '10')), undefined)
  })
})
