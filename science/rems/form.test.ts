import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remsDeadline, remsForms } from './form.ts'

test('every edition has its own fields once, each with a source, and refers only to fields that it has', () => {
  assert.ok(remsForms.length >= 2)
  for (const { id, fields, note } of remsForms) {
    const ids = fields.map((field) => field.id)
    assert.equal(new Set(ids).size, ids.length, id)
    assert.ok(note.length > 20, id)
    for (const field of fields) {
      assert.ok(field.source.label, field.id)
      assert.equal(field.from === 'asked', field.answer !== undefined, field.id)
      if (field.onlyIf) assert.ok(ids.includes(field.onlyIf.field), field.id)
    }
  }
})

test('the current form asks for opioids, breathing and oximetry, the one of 2021 for MAOIs', () => {
  const [current, older] = remsForms.map(({ fields }) => new Set(fields.map(({ id }) => id)))
  const differ = ['opioids', 'respiratoryDepression', 'oximetry', 'maois']
  assert.deepEqual(
    differ.map((id) => [current?.has(id), older?.has(id)]),
    [
      [true, false],
      [true, false],
      [true, false],
      [false, true],
    ],
  )
})

test('is due after 7 days, with a reminder on day 5', () => {
  assert.deepEqual([remsDeadline.remindAfterDays, remsDeadline.dueAfterDays], [5, 7])
})
