import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Instant } from '../../science/time.ts'
import { type Change, current, knowledge, type Row, standing } from './fact.ts'

type Content = { words: string }
const at = (minute: number) => `2026-11-23T17:${String(minute).padStart(2, '0')}:00.000Z` as Instant
const row = (id: string, change: Change, corrects: string | null, minute: number, words = id): Row<Content> => ({
  id,
  change,
  corrects,
  words,
  why: '',
  recordedAt: at(minute),
  recordedBy: 'Petra',
})
const said = (minute: number) => ({ recordedAt: at(minute), recordedBy: 'Petra' })

describe('what stands', () => {
  test('is the newest row of each fact, with every earlier one behind it', () => {
    const rows = [
      row('a', 'recorded', null, 1),
      row('b', 'corrected', 'a', 2),
      row('c', 'recorded', null, 3),
      row('d', 'corrected', 'b', 4),
    ]
    const facts = standing(rows)
    assert.deepEqual(
      facts.map((fact) => [fact.now.id, fact.before.map((r) => r.id), fact.state]),
      [
        ['c', [], 'current'],
        ['d', ['b', 'a'], 'current'],
      ],
    )
  })
  for (const [change, state] of [
    ['ended', 'ended'],
    ['entered in error', 'entered in error'],
    ['corrected', 'current'],
  ] as const) {
    test(`after "${change}" is ${state}`, () => {
      assert.equal(standing([row('a', 'recorded', null, 1), row('b', change, 'a', 2)])[0]?.state, state)
    })
  }
  test('stays ended when its words are corrected, and never disappears', () => {
    const facts = standing([row('a', 'recorded', null, 1), row('b', 'ended', 'a', 2), row('c', 'corrected', 'b', 3)])
    assert.equal(facts.length, 1)
    assert.equal(facts[0]?.state, 'ended')
    assert.deepEqual(current(facts), [])
  })
})

describe('an empty list', () => {
  const listed = standing([row('a', 'recorded', null, 5)])
  const ended = standing([row('a', 'recorded', null, 5), row('b', 'ended', 'a', 10)])
  test('about which nobody spoke is unknown', () => assert.equal(knowledge([], undefined).is, 'unknown'))
  test('is none known once somebody said so', () => assert.equal(knowledge([], said(1)).is, 'none known'))
  test('that filled up is listed, whatever was said', () => assert.equal(knowledge(listed, said(9)).is, 'listed'))
  test('that emptied after somebody said so is unknown again', () =>
    assert.equal(knowledge(ended, said(1)).is, 'unknown'))
  test('that emptied before somebody said so is none known', () =>
    assert.equal(knowledge(ended, said(11)).is, 'none known'))
})
