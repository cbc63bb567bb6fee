import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesIn } from '../../clinic/print/test.ts'
import { remsForms } from '../../science/rems/form.ts'
import { Instant } from '../../science/time.ts'
import type { FilledField } from './filled.ts'
import { remsPdf } from './pdf.ts'

test('each page of the form says whose it is', async () => {
  const [form] = remsForms
  assert.ok(form)
  const values: Record<string, string> = { firstName: 'Test', lastName: 'Sample', birthDate: '1980-03-05' }
  const filled = form.fields.map((field): FilledField => {
    const value = values[field.id]
    return value ? { ...field, state: 'known', value } : { ...field, state: 'missing' }
  })
  const printedAt = Instant.parse('2026-11-23T17:05:00.000Z')
  const pdf = Buffer.from(await remsPdf(form, filled, { sendings: [], printedAt }))
  const pages = pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0
  const feet = linesIn(pdf).filter((line) => line === `${form.title} Test Sample 1980-03-05`)
  assert.ok(pages > 1)
  assert.equal(feet.length, pages)
})
