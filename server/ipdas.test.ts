import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { aidPage } from '../care/intake/aid/page.ts'
import { Day } from '../science/time.ts'
import { aidWords } from '../web/words/en/aid.ts'
import { siteWords } from '../web/words/en/site.ts'

const root = join(import.meta.dirname, '..')

test('every place that docs/evidence/ipdas.md names is there, and says what is looked for', () => {
  const text = readFileSync(join(root, 'docs/evidence/ipdas.md'), 'utf8')
  const rows = text.split('\n').filter((line) => /^\| (?!Asks)/.test(line))
  // 6 that make it a decision aid, 6 without which it could mislead, 23 that make it better.
  assert.equal(rows.length, 6 + 6 + 23)
  for (const row of rows) {
    const [, file = '', word = ''] = row.match(/`([^`#]+)#([^`]+)` \|$/) ?? []
    assert.ok(file, row)
    assert.ok(readFileSync(join(root, file), 'utf8').includes(word), `${file} does not say ${word}`)
    assert.equal(/\*\*(not met|in part)\*\*/.test(row), row.includes('To meet it: '), row)
  }
})

test('authors, money, how it is kept up to date, and the day it is due stand on the aid itself', () => {
  const day = Day.parse('2026-11-29')
  const page = aidPage({ today: day, clinic: undefined }).html
  const { who, money, chosen, update, level } = aidWords.about
  for (const says of [who, money, chosen, update, level]) assert.ok(page.includes(says), says)
  for (const id of ['PS-14', 'PD-08', 'PO-03', 'PF-36']) assert.ok(page.includes(`data-fact="${id}"`), id)
  assert.match(
    page,
    /We last checked the facts on this page on November 23, 2026. They are due to be checked again by \w+ \d+, 2027/,
  )
  assert.ok(!page.includes(siteWords.facts.stalePage))
  assert.ok(aidPage({ today: Day.parse('2028-01-01'), clinic: undefined }).html.includes(siteWords.facts.stalePage))
})
