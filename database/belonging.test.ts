import assert from 'node:assert/strict'
import { test } from 'node:test'
import { belongingTo, type Reference } from './belonging.ts'

const key = (table: string, to: string, column = `${to}_id`): Reference => ({
  table,
  to,
  columns: ['clinic_id', column],
  toColumns: ['clinic_id', 'id'],
})
const columns = new Map([
  ['clinic', ['clinic_id']],
  ['staff', ['clinic_id', 'id']],
  ['patient', ['clinic_id', 'id']],
  ['letter', ['clinic_id', 'id', 'patient_id']],
  ['letter_version', ['clinic_id', 'id', 'letter_id', 'replaces']],
  ['letter_sending', ['clinic_id', 'id', 'version_id']],
  ['room', ['clinic_id', 'id']],
])
const belonging = belongingTo('p1', columns, [
  ...[...columns.keys()].map(
    (table): Reference => ({ table, to: 'clinic', columns: ['clinic_id'], toColumns: ['clinic_id'] }),
  ),
  key('letter', 'patient'),
  key('letter_version', 'letter_version', 'replaces'),
  key('letter_version', 'staff', 'written_by'),
  key('letter_version', 'letter'),
  key('letter_sending', 'letter_version', 'version_id'),
])

test('a row with the patient’s id is theirs, and so is one that hangs on it at any distance', () => {
  assert.equal(belonging('patient')?.text, 'id = $1')
  assert.equal(belonging('letter')?.text, 'patient_id = $1')
  assert.equal(
    belonging('letter_version')?.text,
    '(("clinic_id", "letter_id") in (select "clinic_id", "id" from "letter" where patient_id = $1))',
  )
  assert.match(belonging('letter_sending')?.text ?? '', /from "letter_version" where \(\("clinic_id", "letter_id"\)/)
  assert.deepEqual(belonging('letter_sending')?.values, ['p1'])
})

test('what belongs to the clinic is no patient’s', () => {
  for (const table of ['clinic', 'staff', 'room']) assert.equal(belonging(table), undefined, table)
})
