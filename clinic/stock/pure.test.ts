import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { nextBusinessDay } from '../../science/stock.ts'
import { Day, Instant } from '../../science/time.ts'
import { inventoryDue, type Mismatch, standingOf } from './count.ts'
import { discrepancyOf } from './dose.ts'
import { amountOf, type Item, mlOf, NewItem, takenFrom } from './item.ts'
import { expiryOf } from './ledger.ts'
import { initials } from './report.ts'

const vial: Item = { id: '', drug: 'ketamine', form: 'vial', strength: 50, volumeMl: 10, ndc: '' }
const device: Item = { id: '', drug: 'esketamine', form: 'device', strength: 28, volumeMl: null, ndc: '' }
const lozenge: Item = { id: '', drug: 'ketamine', form: 'lozenge', strength: 100, volumeMl: null, ndc: '' }

describe('an amount', () => {
  test('of vials is in mg, full ones and what is in opened ones together', () => {
    assert.equal(amountOf(vial, { full: 2, openMl: 3.4 }), 1170)
    assert.equal(mlOf(vial, 35), 0.7)
  })
  test('of devices and lozenges is their number', () => {
    assert.equal(amountOf(device, { full: 3, openMl: 0 }), 3)
    assert.equal(mlOf(device, 3), undefined)
  })
})

describe('what a dose takes', () => {
  test('from a vial is its mg', () => {
    assert.equal(takenFrom(vial, { drug: 'ketamine', form: 'vial', mg: 37.5 }), 37.5)
  })
  test('from devices and lozenges is pieces, and of the lozenge’s own strength only', () => {
    assert.equal(takenFrom(device, { drug: 'esketamine', form: 'device', mg: 28, pieces: 1 }), 1)
    const two = { drug: 'ketamine', form: 'lozenge', mg: 200, pieces: 2 } as const
    assert.equal(takenFrom(lozenge, { ...two, strength: 100 }), 2)
    assert.equal(takenFrom(lozenge, { ...two, strength: 50 }), undefined)
    assert.equal(takenFrom(lozenge, two), undefined)
  })
  test('is nothing of another drug or form', () => {
    assert.equal(takenFrom(device, { drug: 'ketamine', form: 'vial', mg: 28 }), undefined)
    assert.equal(takenFrom(vial, { drug: 'ketamine', form: 'lozenge', mg: 100, pieces: 1, strength: 100 }), undefined)
  })
})

test('esketamine is kept in 28 mg devices and nothing else', () => {
  const item = { id: '7b2d3f0e-1c7a-4ad0-9b0f-3a1c8c1f2d11', drug: 'esketamine', form: 'device', strength: 28 }
  assert.ok(NewItem.safeParse(item).success)
  assert.ok(!NewItem.safeParse({ ...item, strength: 56 }).success)
  assert.ok(!NewItem.safeParse({ ...item, form: 'vial', volumeMl: 1 }).success)
  assert.ok(!NewItem.safeParse({ ...item, drug: 'ketamine' }).success)
})

test('a lot is good on its last day and expired on the next', () => {
  assert.equal(expiryOf('2026-11-28', '2026-11-28', '2027-01-27'), 'soon')
  assert.equal(expiryOf('2026-11-27', '2026-11-28', '2027-01-27'), 'expired')
  assert.equal(expiryOf('2027-01-28', '2026-11-28', '2027-01-27'), 'later')
})

test('a dose that was not drawn or differs is named until somebody settles it', () => {
  assert.equal(discrepancyOf({ given: 40, drawn: null, settled: false }), 'not drawn')
  assert.equal(discrepancyOf({ given: 35, drawn: 40, settled: false }), 'differs')
  assert.equal(discrepancyOf({ given: 0, drawn: 40, settled: false }), 'differs')
  assert.equal(discrepancyOf({ given: 40, drawn: 40, settled: false }), undefined)
  assert.equal(discrepancyOf({ given: 0, drawn: null, settled: false }), undefined)
  assert.equal(discrepancyOf({ given: 40, drawn: null, settled: true }), undefined)
})

describe('the clocks of CS-7', () => {
  const friday = Day.parse('2026-11-27')
  const event = (kind: 'found' | 'taken' | 'notice sent' | 'form 106 sent', outcome: string | null = null) => ({
    id: kind,
    kind,
    outcome: outcome as never,
    words: 'said',
    at: Instant.parse('2026-11-28T10:00:00.000Z'),
    byId: 'p',
    by: 'Petra',
  })
  const mismatch = (events: Mismatch['events'], counted = 400): Mismatch => ({
    id: 'm',
    itemId: 'i',
    locationId: 'p',
    lotId: 'l',
    lot: 'K-1',
    counted,
    expected: 500,
    takenAt: Instant.parse('2026-11-27T20:00:00.000Z'),
    takenOn: friday,
    countedBy: 'Milo',
    events,
  })
  const tasks = (events: Mismatch['events'], today: string, counted?: number) =>
    standingOf(mismatch(events, counted), Day.parse(today)).tasks.map(({ dueOn, overdue }) => [dueOn, overdue])

  test('one business day after a Friday is Monday', () => {
    assert.equal(nextBusinessDay(friday, 1), '2026-11-30')
    assert.equal(nextBusinessDay(Day.parse('2026-11-23'), 1), '2026-11-24')
  })
  test('run from the count: the notice by the next business day, the form within 45 days', () => {
    assert.deepEqual(tasks([], '2026-11-30'), [
      ['2026-11-30', false],
      ['2027-01-11', false],
    ])
    assert.deepEqual(tasks([], '2026-12-01')[0], ['2026-11-30', true])
  })
  test('go on when a loss was found and end when none was; more than expected starts none', () => {
    assert.equal(tasks([event('found', 'loss or theft')], '2026-11-28').length, 2)
    assert.equal(tasks([event('found', 'miscounted')], '2026-11-28').length, 0)
    assert.equal(tasks([], '2026-11-28', 600).length, 0)
  })
  test('the item is held until something was found, and the matter is open until the tasks are done', () => {
    const at = (events: Mismatch['events']) => {
      const { holds, open, owner } = standingOf(mismatch(events), friday)
      return { holds, open, owner: owner?.name }
    }
    const loss = event('found', 'loss or theft')
    assert.deepEqual(at([]), { holds: true, open: true, owner: undefined })
    assert.deepEqual(at([event('taken')]), { holds: true, open: true, owner: 'Petra' })
    assert.deepEqual(at([loss]), { holds: false, open: true, owner: 'Petra' })
    assert.deepEqual(at([loss, event('notice sent'), event('form 106 sent')]), {
      holds: false,
      open: false,
      owner: 'Petra',
    })
  })
})

test('initials are the first letters of every name', () => {
  assert.equal(initials('Milo van Monitor'), 'MVM')
})

test('the next inventory is due two years after the last', () => {
  assert.equal(inventoryDue(Day.parse('2026-11-28')), '2028-11-28')
  assert.equal(inventoryDue(Day.parse('2028-02-29')), '2030-02-28')
})
