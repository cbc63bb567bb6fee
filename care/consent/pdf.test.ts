import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sha256 } from '../../clinic/print/sha256.ts'
import { linesIn, streamsIn } from '../../clinic/print/test.ts'
import { Day, Instant } from '../../science/time.ts'
import { composed } from './document.ts'
import { imKetamine } from './documents/im-ketamine.ts'
import { consentPdf } from './pdf.ts'
import type { Signature } from './queries-of-request.ts'
import { clinicWords } from './test.ts'
import { rendered } from './text.ts'

const at = Instant.parse('2026-11-23T17:05:00.000Z')
const zone = 'America/New_York'
const asked = {
  clinicName: 'Test clinic',
  patientName: 'Łucja 李',
  birthDate: Day.parse('1980-03-05'),
  version: 1,
  treatedFor: 'Depression',
  aim: 'Feeling better',
  content: composed(imKetamine, clinicWords),
}
const text = rendered(asked)

test('the PDF is tagged, has a title and language, and carries the exact text under the printed hash', async () => {
  const request = { id: 'r', patientId: 'p', route: 'im' as const, version: 1, askedAt: at, askedBy: 'Milo' }
  const pdf = Buffer.from(await consentPdf({ ...request, asked, rendered: text, textHash: sha256(text) }, zone, at))
  const file = pdf.toString('latin1')
  assert.match(file, /^%PDF-1\.7/)
  assert.match(file, /\/MarkInfo/)
  assert.match(file, /\/StructTreeRoot/)
  assert.match(file, /\/Lang \(en-US\)/)
  assert.match(file, /\/S \/H2/)
  const attached = streamsIn(pdf).find((stream) => stream.toString('utf8') === text)
  assert.ok(attached, 'the exact text is attached')
  assert.equal(sha256(attached.toString('utf8')), sha256(text))
})

test('the page names the patient as they are written', async () => {
  const request = { id: 'r', patientId: 'p', route: 'im' as const, version: 1, askedAt: at, askedBy: 'Milo' }
  const pdf = Buffer.from(await consentPdf({ ...request, asked, rendered: text, textHash: sha256(text) }, zone, at))
  assert.match(linesIn(pdf).join('\n'), /Łucja \[U\+674E\]/)
  // Pages come apart: each says whose it is, as the first does under its title.
  const pages = pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0
  assert.ok(pages > 3)
  assert.equal(linesIn(pdf).filter((line) => line === 'For Łucja [U+674E], born March 5, 1980.').length, pages + 1)
})

test('who signed, and when, stands at the clinic’s time, on its day', async () => {
  const request = { id: 'r', patientId: 'p', route: 'im' as const, version: 1, askedAt: at, askedBy: 'Milo' }
  const evening = Instant.parse('2026-11-24T03:30:00.000Z')
  const signature: Signature = {
    id: 's',
    textHash: sha256(text),
    signedName: 'Łucja',
    signedAt: evening,
    deviceKind: 'phone',
    linkId: 'l',
    presentName: null,
    countersignedAt: Instant.parse('2026-11-24T14:00:00.000Z'),
    countersignedBy: 'Petra Prescriber',
    confirmed: [],
    talkedThrough: null,
    therapistSignedAt: null,
    therapistSignedBy: null,
  }
  const whole = { ...request, asked, rendered: text, textHash: sha256(text), signature }
  const said = linesIn(Buffer.from(await consentPdf(whole, zone, at))).join(' ')
  assert.match(said, /Signed November 23, 2026 at 10:30\sPM EST, on a phone/)
  assert.match(said, /Countersigned by Petra Prescriber, November 24, 2026 at 9:00\sAM EST\./)
})
