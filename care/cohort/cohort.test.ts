import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { csv } from '../../clinic/print/csv.ts'
import { diagnosisGroupOf } from '../../science/cohorts/diagnosis-groups.ts'
import type { ScoreAt } from '../../science/instruments/course.ts'
import { hideTable } from '../../science/statistics/small-cells.ts'
import { addMinutes, Day, Instant } from '../../science/time.ts'
import { curveOf } from './curve.ts'
import { columns, deidentified } from './deidentified.ts'
import { cohortOf } from './read.ts'
import { cohortSheet } from './sheet.ts'
import { type Started, type Starter, starterFrom } from './starter.ts'
import { tableBy } from './table.ts'

const now = Instant.parse('2026-11-23T17:00:00.000Z')
const ago = (days: number): Instant => addMinutes(now, -days * 1440)
const score = (days: number, total: number): ScoreAt => ({ at: ago(days), total, status: 'final' })
const started = (more: Partial<Started> = {}): Started => ({
  route: 'iv',
  diagnosis: 'depression',
  dosedAt: [ago(60), ago(57), ago(50)],
  planned: 3,
  switchedAt: null,
  scores: [score(61, 20), score(30, 9)],
  atOnce: [],
  ...more,
})
const starter = (more: Partial<Started> = {}): Starter => {
  const found = starterFrom(started(more), now, {})
  assert.ok(found)
  return found
}

describe('whoever started', () => {
  test('is measured 14 to 31 days after the last dose of the first series, and at no other time', () => {
    const at = (days: number) => starter({ scores: [score(61, 20), score(days, 9)] }).standing
    assert.deepEqual([36.1, 36, 18.1, 18].map(at), ['not measured', 'measured', 'measured', 'not measured'])
  })
  test('counts by the first series: later doses do not move its end', () => {
    const dosedAt = [ago(60), ago(57), ago(50), ago(5)]
    assert.equal(starter({ dosedAt }).standing, 'measured')
    assert.equal(starter({ dosedAt, planned: 6 }).standing, 'not yet')
  })
  test('is followed until somebody goes on by another route: what came after is not told of the first', () => {
    const scores = [score(61, 20), score(48, 18), score(30, 4)]
    assert.equal(starter({ scores }).outcome?.remission, true)
    const left = starter({ scores, switchedAt: ago(45) })
    assert.deepEqual(
      [left.standing, left.outcome, left.toResponse],
      ['not measured', null, { days: 12, happened: false }],
    )
    assert.equal(starter({ scores, switchedAt: ago(29) }).standing, 'measured')
  })
  test('without a baseline, or without a score at the end, is counted as such and has no outcome', () => {
    const noBaseline = starter({ scores: [score(30, 2)] })
    assert.deepEqual([noBaseline.standing, noBaseline.outcome, noBaseline.toResponse], ['no baseline', null, null])
    const lost = starter({ scores: [score(61, 20)] })
    assert.deepEqual([lost.standing, lost.outcome], ['not measured', null])
    assert.deepEqual(lost.toResponse, { days: 0, happened: false })
  })
  test('responds at half of the baseline, and not one point above', () => {
    const of = (total: number) => starter({ scores: [score(61, 20), score(30, total)] }).outcome?.response
    assert.deepEqual([of(10), of(11)], [true, false])
  })
  test('is followed to the first response, and from it to the first score that counts as lost', () => {
    const scores = [score(61, 20), score(55, 12), score(48, 10), score(40, 4), score(20, 9), score(10, 12), score(3, 2)]
    const { toResponse, toRelapse } = starter({ scores })
    assert.deepEqual(toResponse, { days: 12, happened: true })
    assert.deepEqual(toRelapse, { days: 38, happened: true })
    const kept = starter({ scores: scores.slice(0, 5) })
    assert.deepEqual(kept.toRelapse, { days: 28, happened: false })
    const attempted = starter({
      scores: scores.slice(0, 5),
      atOnce: [ago(59), ago(25)].map((at) => ({ at, is: 'admitted' as const })),
    })
    assert.deepEqual(attempted.toRelapse, { days: 23, happened: true })
  })
  test('who never had a dose is nobody who started', () => {
    assert.equal(starterFrom(started({ dosedAt: [] }), now, {}), undefined)
  })
})

test('a coded problem puts somebody in one group; without a code it is not recorded', () => {
  assert.equal(diagnosisGroupOf(['F33.2', 'F43.10']), 'depression')
  assert.equal(diagnosisGroupOf(['F31.81', 'F33.2']), 'bipolar')
  assert.equal(diagnosisGroupOf(['G57.71']), 'pain')
  assert.equal(diagnosisGroupOf(['I10']), 'other')
  assert.equal(diagnosisGroupOf([]), 'not recorded')
})

describe('the table', () => {
  const people = (count: number, more: Partial<Started>) => Array.from({ length: count }, () => starter(more))
  const responder = {}
  const other = { scores: [score(61, 20), score(30, 18)] }
  const missing = { scores: [score(61, 20)] }

  test('counts everybody who started, and shares of the measured and of all with their intervals', () => {
    const [all] = tableBy('route', [...people(20, responder), ...people(30, other), ...people(15, missing)])
    assert.equal(all?.started, 65)
    assert.deepEqual(all?.standing, { measured: 50, 'not measured': 15, 'no baseline': 0, 'not yet': 0 })
    const { ofMeasured, ofAll } = all?.metrics.response ?? {}
    assert.deepEqual([ofMeasured?.count, ofMeasured?.of, ofAll?.count, ofAll?.of], [20, 50, 20, 65])
    assert.ok(ofMeasured && ofMeasured.low < 0.4 && ofMeasured.high > 0.4)
  })
  test('hides a small number, and the share that would tell it', () => {
    const [all] = tableBy('route', [...people(10, responder), ...people(30, other)])
    assert.deepEqual(all?.metrics.response, { ofMeasured: null, ofAll: null })
    assert.equal(all?.standing.measured, 40)
  })
  test('hides what the sum of the others would tell: a small group takes the next one with it', () => {
    const rows = tableBy('route', [
      ...people(30, responder),
      ...people(20, { ...responder, route: 'im' }),
      ...people(4, { ...responder, route: 'lozenge' }),
    ])
    const shown = Object.fromEntries(rows.map(({ group, started: count }) => [group, count]))
    assert.deepEqual(shown, { all: 54, im: null, iv: 30, lozenge: null })
  })
  test('nobody is no division by zero', () => {
    assert.deepEqual(
      tableBy('route', []).map(({ group, started: count }) => [group, count]),
      [['all', 0]],
    )
  })
  test('no row and no column leaves one hidden part alone, whatever the numbers are', () => {
    const table = fc.array(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(table, (counts) => {
        const { rows } = hideTable(counts)
        const [sums, ...groups] = rows
        for (const [index, { cells }] of groups.entries()) {
          const hidden = cells.filter((cell) => cell === null).length
          assert.ok(hidden !== 1, JSON.stringify({ counts, index }))
          for (const [column, cell] of cells.entries()) {
            assert.ok(cell === null || cell === counts[index]?.[column])
            assert.ok(cell === null || cell === 0 || cell > 10)
          }
        }
        for (const column of [0, 1, 2]) {
          const hidden = groups.filter(({ cells }) => cells[column] === null).length
          assert.ok(hidden !== 1, JSON.stringify({ counts, column, sums }))
        }
      }),
    )
  })
})

describe('a curve', () => {
  const followed = (count: number, days: number, happened: boolean) =>
    Array.from({ length: count }, () => ({ days, happened }))
  test('shows a week only where enough are followed and nothing small happened since the last one shown', () => {
    const { points } = curveOf('all', [...followed(12, 10, true), ...followed(3, 20, true), ...followed(30, 60, false)])
    const [week1, week2, week4, , , week12] = points
    assert.deepEqual([week1?.share, week1?.atRisk], [1, 45])
    assert.equal(week2?.share?.toFixed(4), (33 / 45).toFixed(4))
    assert.deepEqual([week4?.share, week4?.atRisk], [null, 30])
    assert.deepEqual([week12?.share, week12?.atRisk], [null, 0])
  })
  test('of fewer than eleven people shows nothing', () => {
    const { followed: count, points } = curveOf('iv', followed(10, 100, false))
    assert.equal(count, null)
    assert.ok(points.every(({ share, atRisk }) => share === null && (atRisk === null || atRisk === 0)))
  })
})

test('a table that is taken away bears the day of the clinic, late in the evening too', () => {
  const evening = Instant.parse('2026-12-01T00:30:00.000Z')
  const by = { why: 'As published', signedAs: 'Petra Prescriber', signedBy: 'Petra Prescriber', signedAt: evening }
  const chosen = { 'phq-9-relapse': { defines: 'phq-9-relapse', row: 'PHQ9-R1n', ...by } } as const
  const [title] = cohortSheet(cohortOf([], chosen, evening), 'America/New_York')
  assert.equal(title?.[1], 'As of 2026-11-30')
  assert.match(String(title?.[3]), /on 2026-11-30/)
})

describe('the export without names', () => {
  const known = (birthDate: string, more: Partial<Started> = {}) => ({
    ...started(more),
    about: { birthDate: Day.parse(birthDate), sex: 'female' },
  })
  let made = 0
  const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
  const of = (...people: ReturnType<typeof known>[]) => deidentified(people, 'America/New_York', newId)

  test('has the columns of the list and no other, each value as its column says', () => {
    const [head, ...rows] = of(
      known('1980-03-05'),
      known('1930-01-01', { scores: [] }),
      known('1999-12-31', { route: 'im' }),
    )
    assert.deepEqual(
      head,
      columns.map(({ id }) => id),
    )
    assert.equal(rows.length, 5)
    for (const row of rows) {
      assert.equal(row.length, columns.length)
      for (const [index, { id, looks }] of columns.entries()) assert.match(String(row[index] ?? ''), looks, id)
    }
  })
  test('tells an age up to 89, one group above, and of that group no year', () => {
    const age = (birthDate: string) => of(known(birthDate))[1]?.filter((_, index) => index === 1 || index === 5)
    assert.deepEqual(age('1936-09-25'), [89, 2026])
    assert.deepEqual(age('1936-09-24'), ['90 or older', null])
    assert.deepEqual(age('1920-01-01'), ['90 or older', null])
  })
  test('tells weeks since the first dose, before it below nought', () => {
    assert.deepEqual(
      of(known('1980-03-05'))
        .slice(1)
        .map((row) => row.at(-2)),
      [-1, 4],
    )
  })
  test('gives the same person another id each time, and holds no date', () => {
    const once = [known('1980-03-05')]
    assert.notEqual(of(...once)[1]?.[0], of(...once)[1]?.[0])
    assert.doesNotMatch(csv(of(...once)), /\d{4}-\d{2}-\d{2}T|1980|-03-05/)
  })
})

test('improvement lost is counted by the rule that the clinic chose, and the answer names it', () => {
  // Twelve whose rise is exactly 5, so that one rule counts it and the other does not, and twelve who lost nothing.
  const up = Array.from({ length: 12 }, () => started({ scores: [score(61, 20), score(40, 5), score(30, 10)] }))
  const kept = Array.from({ length: 12 }, () => started({ scores: [score(61, 20), score(40, 5), score(25, 6)] }))
  const at = (chosen: Parameters<typeof cohortOf>[1]) => {
    const { toRelapse, lostBy } = cohortOf([...up, ...kept], chosen, now)
    const share = toRelapse[0]?.points.find(({ day }) => day === 14)?.share
    return [share, lostBy.row, lostBy.riseFrom, lostBy.chosen?.signedBy]
  }
  const signed = { why: 'why', signedAs: 'Petra', signedBy: 'Petra Prescriber', signedAt: ago(1) }
  const chosen = { 'phq-9-relapse': { defines: 'phq-9-relapse', row: 'PHQ9-R1n', ...signed } } as const
  assert.deepEqual(at({}), [0.5, 'PHQ9-R1', 5, undefined])
  assert.deepEqual(at(chosen), [1, 'PHQ9-R1n', 6, 'Petra Prescriber'])
})
