import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { evidence, evidencePage } from './evidence.ts'
import { shipped } from './instruments/catalogue.ts'
import { mayShow } from './instruments/instrument.ts'
import { phq9 } from './instruments/phq9.ts'
import { register } from './register.ts'
import { type Source, SourceStatus } from './sources.ts'
import { Day } from './time.ts'

const entries = evidence.flatMap((group) => group.entries)
const sources: Source[] = entries.flatMap(({ source, further = [] }) => [source, ...further])

describe('every clinical statement', () => {
  test('is listed: criteria, red lines, protocol, scales, plausibility', () => {
    assert.ok(entries.length > 180, `${entries.length} entries`)
    for (const id of [
      'CI-01a',
      'CI-33',
      'RL-01',
      'RL-19',
      'RL-23',
      'RL-41',
      'B6-time',
      'minimumStayMinutes',
      'S1',
      'systolic',
    ])
      assert.ok(
        entries.some((entry) => entry.id === id),
        id,
      )
  })

  for (const { title, entries: group } of evidence)
    test(`of "${title}" says something, and has a source, a status and a review date`, () => {
      for (const { id, says, source, reviewBy } of group) {
        assert.ok(says.length > 3, id)
        assert.doesNotMatch(says, /[{}]|undefined/, id)
        assert.ok(source.label.length > 3, id)
        assert.ok(SourceStatus.safeParse(source.status).success, id)
        assert.ok(Day.safeParse(reviewBy).success && reviewBy > '2026-11-23', `${id} ${reviewBy}`)
      }
    })

  test('that holds or warns by facts is named by a test of what it does, wherever they are looked up', () => {
    // The two others only list the rules: this one, and the one that compares them with the reference.
    const tests = globSync('{science,care}/**/*.test.ts', { cwd: join(import.meta.dirname, '..') })
      .filter((file) => !/science.(evidence|criteria.reference)\.test\.ts$/.test(file))
      .map((file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
    const rules = entries.filter(({ needs }) => needs !== undefined).map(({ id }) => id.replace(/ \(.*\)$/, ''))
    assert.ok(rules.length > 250, `${rules.length} rules`)
    const untested = rules.filter((id) => !tests.some((text) => new RegExp(`['"\`]${id}['"\` ]`).test(text)))
    assert.deepEqual([...new Set(untested)], [])
  })

  test('claims to be seen only with an address where it was seen, unless a document of that name was', () => {
    const seen = Object.values<Source>(register).filter(({ status }) => status === 'verified')
    for (const source of seen) assert.ok(source.address?.startsWith('http'), source.label)
  })

  test('from memory has no address, and policy says that it is policy', () => {
    for (const { label, address, status } of sources) {
      if (status === 'memory' || status === 'policy') assert.equal(address, undefined, label)
      if (status === 'policy') assert.match(label, /^Clinic policy: /)
    }
  })

  test('never says that somebody is safe, cleared or eligible', () => {
    for (const { id, says } of entries) assert.doesNotMatch(says, /\b(safe|all clear|eligible|cleared|OK)\b/, id)
  })
})

test('every questionnaire may be shown, and says why', () => {
  for (const instrument of shipped) {
    assert.ok(mayShow(instrument), instrument.id)
    assert.ok(instrument.licence.sentence.length > 20, instrument.id)
    assert.equal(new Set(instrument.items.map(({ linkId }) => linkId)).size, instrument.items.length)
  }
  assert.equal(mayShow({ ...phq9, licence: { ...phq9.licence, status: 'unknown' } }), false)
})

test('docs/evidence/rules.md is up to date (node docs/evidence/write.ts writes it)', () => {
  const page = readFileSync(new URL('../docs/evidence/rules.md', import.meta.url), 'utf8')
  assert.equal(page, evidencePage())
})
