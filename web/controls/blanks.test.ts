import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutBlanks } from './blanks.ts'

test('what was left empty is absent, and what was answered stays: no, zero and an empty list included', () => {
  assert.deepEqual(
    withoutBlanks({
      name: '',
      note: null,
      smokes: false,
      dose: 0,
      effects: [],
      address: { street: '', city: undefined },
    }),
    { smokes: false, dose: 0, effects: [] },
  )
})

test('a list keeps its length', () => {
  assert.deepEqual(withoutBlanks({ contacts: [{ name: '' }, { name: 'Sam' }] }), {
    contacts: [undefined, { name: 'Sam' }],
  })
})

test('a form with nothing in it is absent', () => assert.equal(withoutBlanks({ a: '', b: { c: null } }), undefined))
