import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { asqSinceLast } from '../../science/instruments/asq.ts'
import { nextDay } from '../../science/instruments/next-day.ts'
import { pcl5 } from '../../science/instruments/pcl5.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { helpFor, shownList } from './help.ts'

describe('help is shown the moment an answer calls for it', () => {
  const cases = [
    [phq9, '9', 0, undefined],
    [phq9, '9', 1, 'suicide'],
    [phq9, '9', 3, 'suicide'],
    [phq9, '1', 3, undefined],
    [phq9, 'difficulty', 3, undefined],
    [asqSinceLast, '1', 'yes', 'suicide'],
    [asqSinceLast, '5', 'yes', 'suicide'],
    [asqSinceLast, '1', 'no', undefined],
    [nextDay, 'breathing', 'yes', 'call 911'],
    [nextDay, 'breathing', 'no', undefined],
    [nextDay, 'fall', 'yes', 'clinic now'],
    [nextDay, 'mood', 'much worse', 'clinic now'],
    [nextDay, 'mood', 'worse', undefined],
    [nextDay, 'urine', 'yes', 'clinic within 24 hours'],
    [nextDay, 'drove', 'yes', undefined],
  ] as const
  for (const [instrument, linkId, value, help] of cases) {
    test(`${instrument.id} ${linkId} = ${value}: ${help ?? 'nothing'}`, () => {
      assert.equal(helpFor(instrument, linkId, value), help)
    })
  }
})

test('the phone gets every question of PHQ-9 with its exact words, and its beginning where it has one', () => {
  const { items, licence } = shownList(phq9)
  assert.equal(items.length, 10)
  assert.deepEqual(
    items.map(({ text }) => text),
    phq9.items.map(({ text }) => text),
  )
  assert.deepEqual(
    items.map(({ stem }) => stem),
    [...Array.from({ length: 9 }, () => phq9.stem), undefined],
  )
  assert.match(licence?.sentence ?? '', /No permission required/)
})

test('every question of PCL-5 keeps its beginning, though it ends like a question', () => {
  assert.ok(shownList(pcl5).items.every(({ stem }) => stem === pcl5.stem))
})

test('declining is skipping: it is not offered a second time', () => {
  for (const { answers } of shownList(asqSinceLast).items) {
    assert.deepEqual(
      answers.map(({ value, help }) => [value, help]),
      [
        ['yes', 'suicide'],
        ['no', undefined],
      ],
    )
  }
})
