import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sha256 } from '../../clinic/print/sha256.ts'
import { filesIn } from '../../clinic/print/test.ts'
import { Day, Instant } from '../../science/time.ts'
import { type Head, letterFrom, letterText, type Section } from './letter.ts'
import { letterPdf } from './pdf.ts'

const at = Instant.parse('2026-11-23T17:05:00.000Z')
const head: Head = {
  kind: 'referrer',
  clinicName: 'Test clinic',
  patientName: 'Łucja 李',
  birthDate: '1980-03-05',
  recipient: { name: 'Dr. Refer Example', organisation: '' },
}
const sections: Section[] = [{ id: 'plan', text: 'ketamine 40 mg\nSix sessions' }]

test('the paper carries the exact text that was signed, and the word against passing it on with it', async () => {
  const rendered = letterText(letterFrom(head, sections, true))
  const signature = { at, by: 'Petra Prescriber', onDay: Day.parse('2026-11-23') }
  const version = {
    id: 'v',
    number: 2,
    sections,
    derived: sections,
    substanceUse: true,
    lookedWords: [],
    rendered,
    at,
    by: 'Milo',
  }
  const printed = await letterPdf(
    { ...version, textHash: sha256(rendered), signature },
    { printedAt: at, mark: undefined },
  )
  const pdf = Buffer.from(printed)
  const file = pdf.toString('latin1')
  assert.match(file, /^%PDF-1\.7/)
  assert.match(file, /\/StructTreeRoot/)
  assert.match(file, /letter\.txt/)
  const attached = filesIn(pdf).find((text) => text === rendered)
  assert.ok(attached, 'the exact text is attached')
  assert.match(attached, /42 CFR Part 2/)
})
