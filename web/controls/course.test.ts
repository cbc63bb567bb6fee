import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Course, named, plot } from './course.ts'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T15:00:00.000Z`
const course: Course = {
  title: 'PHQ-9',
  lowest: 0,
  highest: 27,
  timeZone: 'America/New_York',
  bands: [
    { from: 0, to: 4, label: 'minimal' },
    { from: 5, to: 27, label: 'more' },
  ],
  scores: [
    { at: at(11), value: 0 },
    { at: at(1), value: 27 },
  ],
  doses: [{ at: at(6), label: 'Session 1' }],
}
const drawn = (changes: Partial<Course> = {}, width = 600) =>
  plot({ ...course, ...changes }, width, 232, { day: (at) => at.slice(5, 10), time: (at) => at.slice(11, 16) })

describe('a course plot', () => {
  test('puts the scores in the order of time, the highest on top', () => {
    const [first, last] = drawn().points
    assert.deepEqual([first?.value, last?.value], [27, 0])
    assert.ok((first?.x ?? 0) < (last?.x ?? 0) && (first?.y ?? 0) < (last?.y ?? 0))
    assert.deepEqual([last?.y, first?.y], drawn().ends)
  })

  test('puts a dose halfway in time halfway between', () => {
    const { points, doses } = drawn()
    assert.equal(doses[0]?.x, ((points[0]?.x ?? 0) + (points[1]?.x ?? 0)) / 2)
  })

  test('gives every whole score a band, and no gap between two', () => {
    const [minimal, more] = drawn().bands
    assert.equal(minimal?.y, (more?.y ?? 0) + (more?.height ?? 0))
  })

  test('draws what stands beside it on its own range over the same days', () => {
    const values = [
      { at: at(16), value: 10 },
      { at: at(6), value: 0 },
    ]
    const { beside, ends, points } = drawn({ beside: { title: 'Mood', lowest: 0, highest: 10, values } })
    assert.deepEqual([beside[0]?.y, beside[1]?.y], ends)
    assert.ok((beside[0]?.x ?? 0) < (points[1]?.x ?? 0) && (points[1]?.x ?? 0) < (beside[1]?.x ?? 0))
    assert.deepEqual(drawn().beside, [])
  })

  test('stays inside its frame', () => {
    for (const width of [240, 390, 600, 1100]) {
      const { points, right } = drawn({}, width)
      for (const { x, y } of points) assert.ok(x >= 0 && x <= right && right <= width && y >= 0 && y <= 232)
    }
  })

  test('draws one score alone in the middle, with its day', () => {
    const { points, days } = drawn({ scores: [{ at: at(1), value: 9 }], doses: [], bands: [] })
    assert.equal(points[0]?.x, 300)
    assert.deepEqual(
      days.map(({ text }) => text),
      ['11-01'],
    )
  })

  test('names a day once, and the times where all is on one day', () => {
    const texts = (moments: string[], width = 600) =>
      drawn({ scores: moments.map((one) => ({ at: one, value: 9 })), doses: [] }, width).days.map(({ text }) => text)
    assert.deepEqual(texts(['2026-11-01T15:00:00.000Z', '2026-11-01T19:30:00.000Z']), ['11-01, 15:00', '19:30'])
    assert.deepEqual(texts(['2026-11-01T15:00:00.000Z', '2026-11-01T19:30:00.000Z'], 200), ['11-01, 15:00'])
    assert.deepEqual(texts(['2026-11-01T15:00:00.000Z', '2026-11-09T15:00:00.000Z', '2026-11-09T22:00:00.000Z']), [
      '11-01',
      '11-09',
    ])
  })

  test('draws doses before there is any score', () => {
    const { points, doses } = drawn({ scores: [] })
    assert.equal(points.length, 0)
    assert.ok(Number.isFinite(doses[0]?.x))
  })

  test('names bands beside the plot only where there is room', () => {
    assert.equal(named(course, 600), true)
    assert.equal(named(course, 390), false)
    assert.equal(named({ ...course, bands: [] }, 600), false)
  })

  test('leaves out days that would run into each other', () => {
    const doses = Array.from({ length: 20 }, (_, index) => ({
      at: at(1 + index / 2 < 10 ? 1 + (index % 9) : 10),
      label: `${index}`,
    }))
    const xs = drawn({ doses }, 390).days.map(({ x }) => x)
    for (const [index, x] of xs.slice(1).entries()) assert.ok(x - (xs[index] ?? 0) >= 62)
  })
})
