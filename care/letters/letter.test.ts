import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { letterWords } from '../../web/words/en/care-letters.ts'
import {
  canonical,
  changedSince,
  contentsIn,
  type Head,
  isStillFor,
  letterFrom,
  letterText,
  namesSubstanceUse,
  type Section,
  writtenFrom,
} from './letter.ts'

const head: Head = {
  kind: 'referrer',
  clinicName: 'Test clinic',
  patientName: 'Test Sample',
  birthDate: '1980-03-05',
  recipient: { name: 'Dr. Refer Example', organisation: '' },
}
const sections: Section[] = [
  { id: 'plan', text: 'ketamine 40 mg\n\nSix sessions' },
  { id: 'scores', text: '  ' },
]

describe('a letter', () => {
  test('contains what its parts are about, and an empty part is none', () => {
    assert.deepEqual(contentsIn(sections), ['plan'])
    assert.deepEqual(contentsIn([...sections, { id: 'help', text: 'Call 911.' }]), ['plan'])
    assert.equal(namesSubstanceUse(sections), false)
    assert.equal(namesSubstanceUse([{ id: 'substance use', text: '\n' }]), false)
    assert.equal(namesSubstanceUse([{ id: 'substance use', text: 'Alcohol' }]), true)
  })

  test('goes out with a word against passing it on only where something is about substance use', () => {
    const notice = (substanceUse: boolean | null, kind: Head['kind'] = 'referrer') =>
      letterText(letterFrom({ ...head, kind }, sections, substanceUse)).includes(letterWords.notice[1])
    assert.deepEqual([notice(true), notice(false), notice(null)], [true, false, false])
    assert.equal(notice(true, 'patient'), false)
  })

  test('is printed as it was signed: the text taken apart is the letter again', () => {
    for (const substanceUse of [true, false]) {
      const written = letterFrom(head, sections, substanceUse)
      assert.deepEqual(writtenFrom(letterText(written)), written)
    }
    assert.ok(!letterText(letterFrom(head, sections, false)).includes(letterWords.headings.scores))
  })

  test('is still for the same people with its days in words, or as a text of before has them', () => {
    const version = { sections, substanceUse: false, rendered: letterText(letterFrom(head, sections, false)) }
    const older = { ...version, rendered: version.rendered.replace('born March 5, 1980', 'born 1980-03-05') }
    assert.notEqual(older.rendered, version.rendered)
    assert.deepEqual([isStillFor(head, version), isStillFor(head, older)], [true, true])
    const corrected = { ...head, birthDate: '1980-03-06' }
    assert.deepEqual([isStillFor(corrected, version), isStillFor(corrected, older)], [false, false])
  })

  test('equal content is equal text, in whatever order it came', () => {
    assert.equal(canonical(sections), canonical(sections.toReversed()))
  })

  test('says part by part what the record says now and did not then', () => {
    assert.deepEqual(changedSince(sections, sections), [])
    const now: Section[] = [{ id: 'plan', text: 'ketamine 50 mg' }, ...sections.slice(1)]
    assert.deepEqual(
      changedSince(sections, now).map(({ id }) => id),
      ['plan'],
    )
    assert.deepEqual(
      changedSince(sections, sections.slice(1)).map(({ id, now }) => [id, now]),
      [['plan', '']],
    )
  })
})
