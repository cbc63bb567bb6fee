import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../../science/time.ts'
import { dueNext, phaseOf, type Standing } from './schedule.ts'

const clinic = { timeZone: 'America/New_York', morning: '09:00' }
// 15:00 in New York.
const releasedAt = Instant.parse('2026-06-01T19:00:00.000Z')
/** Nine in the morning so many days after the last dose, in New York. */
const morning = (days: number) =>
  Instant.parse(new Date(Date.parse('2026-06-01T13:00:00Z') + days * 86_400_000).toISOString())
const day = (days: number) => addMinutes(releasedAt, days * 1440)

const standing = (more: Partial<Standing> = {}): Standing => ({
  releasedAt,
  plan: 'in force',
  done: 2,
  planned: 6,
  daysBetweenLeast: 2,
  asked: {},
  answered: {},
  ...more,
})
const due = (more: Partial<Standing>, at = day(1)) =>
  dueNext(standing(more), clinic, at).map(({ instrument, dueAt }) => [instrument, dueAt])
const over = { done: 6 }
const measured = { 'phq-9': day(-5), 'gad-7': day(-5), asq: day(-30), 'audit-c': day(-30), urinary: day(-30) }

describe('where a treatment stands', () => {
  const cases: [Partial<Standing>, string][] = [
    [{}, 'induction'],
    [{ done: 6 }, 'after the course'],
    [{ done: 7 }, 'after the course'],
    [{ daysBetweenLeast: 13 }, 'induction'],
    [{ daysBetweenLeast: 14 }, 'maintenance'],
    [{ plan: 'stopped' }, 'after stopping'],
    [{ plan: 'none', planned: null }, 'after the course'],
  ]
  for (const [more, phase] of cases)
    test(`${JSON.stringify(more)}: ${phase}`, () => assert.equal(phaseOf(standing(more)), phase))
})

describe('a clinic that has decided for itself', () => {
  const own = { ...clinic, inductionDays: 4, laterDays: 14 }
  const asked = (more: Partial<Standing>, at: Instant) => dueNext(standing(more), own, at).map(({ dueAt }) => dueAt)
  test('asks after its own number of days in induction, and after another one later', () => {
    assert.deepEqual(asked({ answered: { 'phq-9': morning(2) } }, day(3)), [morning(6)])
    const maintenance = { daysBetweenLeast: 14, answered: { 'phq-9': morning(2) } }
    assert.deepEqual(asked(maintenance, day(3)), [morning(16)])
  })
  test('AUDIT-C stays at the quarter', () => {
    const answered = { 'phq-9': morning(2), 'audit-c': morning(2) }
    assert.deepEqual(asked({ daysBetweenLeast: 14, answered }, day(3)), [morning(16), morning(92)])
  })
})

describe('in induction', () => {
  test('PHQ-9 the morning after, when nobody was asked; then a week after the last answers', () => {
    assert.deepEqual(due({}), [['phq-9', morning(1)]])
    assert.deepEqual(due({ answered: { 'phq-9': morning(-3) } }), [['phq-9', morning(4)]])
    assert.deepEqual(due({ answered: { 'phq-9': morning(-30) } }), [['phq-9', morning(1)]])
  })
  test('asked and not answered, a week after it was asked', () => {
    assert.deepEqual(due({ asked: { 'phq-9': morning(0) }, answered: { 'phq-9': morning(-9) } }), [
      ['phq-9', morning(7)],
    ])
  })
  test('what was measured before, and nothing else', () => {
    assert.deepEqual(
      due({ answered: { 'gad-7': day(-30), 'pcl-5': day(-30), 'audit-c': day(-30) } }).map(
        ([instrument]) => instrument,
      ),
      ['phq-9', 'gad-7', 'pcl-5-weekly'],
    )
  })
  test('PCL-5 in its form about the past week, and from the end of the course on in the one about the past month', () => {
    const answered = { 'pcl-5': day(-30), 'pcl-5-weekly': morning(-3) }
    assert.deepEqual(
      due({ answered }).find(([instrument]) => instrument?.startsWith('pcl')),
      ['pcl-5-weekly', morning(4)],
    )
    const later = due({ ...over, answered }, day(14)).map(([instrument]) => instrument)
    assert.deepEqual([later.includes('pcl-5'), later.includes('pcl-5-weekly')], [true, false])
  })
})

describe('after the course', () => {
  test('goes on weekly, and names the reading on day 14', () => {
    const found = due({ ...over, answered: measured }, day(3))
    assert.deepEqual(found[0], ['phq-9', morning(2)])
    assert.ok(found.some(([instrument, at]) => instrument === 'audit-c' && at === morning(14)))
  })
  test('asks everything measured before once between day 14 and day 31, from the last dose', () => {
    const names = (more: Partial<Standing>, at: Instant) =>
      due({ ...over, ...more }, at).map(([instrument]) => instrument)
    const everything = ['phq-9', 'gad-7', 'asq-since-last', 'urinary', 'audit-c']
    assert.deepEqual(names({ answered: measured }, day(14)), everything)
    assert.deepEqual(names({ answered: measured }, day(31)), everything)
    const answered = { ...measured, 'phq-9': morning(15), 'gad-7': morning(15) }
    assert.deepEqual(names({ answered }, day(16)), ['asq-since-last', 'urinary', 'audit-c'])
    assert.deepEqual(names({ answered: measured, asked: { 'phq-9': morning(14) } }, day(20)).includes('phq-9'), false)
  })
  test('then by the month, and alcohol by the quarter', () => {
    const answered = { ...measured, 'phq-9': morning(20), 'audit-c': morning(20) }
    const found = Object.fromEntries(due({ ...over, answered }, day(32)))
    assert.deepEqual([found['phq-9'], found['audit-c']], [morning(50), morning(110)])
  })
})

test('maintenance is by the month', () => {
  const found = due({ daysBetweenLeast: 21, answered: { 'phq-9': morning(-10), 'gad-7': morning(-40) } })
  assert.deepEqual(found, [
    ['gad-7', morning(1)],
    ['phq-9', morning(20)],
  ])
})

describe('after stopping', () => {
  const stopped = { plan: 'stopped' } as const
  const cases: [string, number, number | undefined, number | undefined][] = [
    ['the first week', 1, undefined, 7],
    ['a week that passed while nobody asked is made up for once', 16, undefined, 14],
    ['the fourth week was asked: month 2 is next', 30, 28, 60],
    ['month 6 was asked: month 12 is next', 190, 180, 365],
    ['month 12 was asked: nothing more', 370, 365, undefined],
  ]
  for (const [name, at, asked, next] of cases)
    test(name, () => {
      const found = due({ ...stopped, asked: asked === undefined ? {} : { 'phq-9': day(asked) } }, day(at))
      assert.deepEqual(
        found.map(([, dueAt]) => String(dueAt).slice(0, 10)),
        next === undefined ? [] : [morning(next).slice(0, 10)],
      )
    })
  test('asks PHQ-9 only', () => {
    assert.deepEqual(
      due({ ...stopped, answered: measured }).map(([instrument]) => instrument),
      ['phq-9'],
    )
  })
})
