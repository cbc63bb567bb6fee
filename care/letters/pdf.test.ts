import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sha256 } from '../../clinic/print/sha256.ts'
import { filesIn, linesIn } from '../../clinic/print/test.ts'
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

const from = {
  name: 'Test clinic',
  address: {
    street: '12 Harbor Street',
    city: 'Portland',
    region: 'ME',
    postalCode: '04101',
    phone: '+1 207 555 0100',
  },
}

test('the paper says how the clinic that wrote is reached, and on each page whom it is about', async () => {
  const long = [{ id: 'plan', text: Array.from({ length: 90 }, (_, i) => `Line ${i}`).join('\n') }] as const
  const print = async (of: typeof from | { name: string; address: object }, kind: Head['kind']) => {
    const rendered = letterText(letterFrom({ ...head, kind, patientName: 'Sam Sample' }, long, false))
    const signature = { at, by: 'Petra Prescriber', onDay: Day.parse('2026-11-23') }
    const version = {
      id: 'v',
      number: 2,
      sections: [...long],
      derived: [...long],
      substanceUse: false,
      lookedWords: [],
    }
    const more = { rendered, at, by: 'Milo', textHash: sha256(rendered), signature }
    const pdf = await letterPdf({ ...version, ...more }, { from: of, printedAt: at, mark: undefined })
    return linesIn(Buffer.from(pdf)).map((line) => line.trim())
  }
  const outside = await print(from, 'referrer')
  assert.ok(outside.includes('Test clinic, 12 Harbor Street, Portland, ME 04101. Phone: +1 207 555 0100'))
  const whose = 'About: Sam Sample, born March 5, 1980, a patient of Test clinic.'
  assert.ok(outside.filter((line) => line === whose).length > 2, 'once in the text and once at the foot of each page')
  assert.ok((await print({ name: 'Test clinic', address: {} }, 'patient')).includes('Test clinic. Phone: not recorded'))
})

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
    { from, printedAt: at, mark: undefined },
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
