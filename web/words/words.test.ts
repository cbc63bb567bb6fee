import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { counted, inList } from './words.ts'

const root = join(import.meta.dirname, '../..')
// The gallery shows made-up things to a test, and nobody else.
const screens = globSync('{web,care,clinic,demo}/**/*.tsx', { cwd: root }).filter(
  (file) => !/^web.(gallery|dist)/.test(file),
)

// What stands between a type's > and the next < is code.
const startsAsCode = /^\s*(return|type|const|let|export|import|if|else|function|async)\b/

/** Text between tags, and attributes that are read, as far as they hold words instead of an expression. */
const literals = (source: string): string[] => {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')
  const between = [...code.matchAll(/>([^<>{}=;()&|]*[A-Za-z]{2,}[^<>{}=;()&|]*)<\/?[A-Za-z]/g)].map(
    ([, text = '']) => text,
  )
  const attributes = [
    ...code.matchAll(
      /\b(?:label|title|hint|note|placeholder|alt|aria-label|save|why|statement|sign|what|unit)="([^"]*)"/g,
    ),
  ].map(([, text = '']) => text)
  return [
    ...between.filter((text) => /[A-Za-z]{2,}\s+[A-Za-z]{2,}/.test(text) && !startsAsCode.test(text)),
    ...attributes.filter((text) => /[A-Z][a-z]|\s/.test(text)),
  ].map((text) => text.trim())
}

describe('every sentence on a screen stands in the catalogue', () => {
  test('the reading of screens finds what it should', () => {
    const source = `const x = a > b && c < d
      // A comment with <b>several words</b> in it
      return <p title="Not here">Give the dose <Button label={words.x}>{words.give}</Button></p>`
    assert.deepEqual(literals(source), ['Give the dose', 'Not here'])
    assert.ok(screens.length >= 20, `${screens.length} screens seen`)
  })
  for (const file of screens) {
    test(file, () => assert.deepEqual(literals(readFileSync(join(root, file), 'utf8')), []))
  }
})

test('a list is joined as people say it', () => {
  assert.deepEqual([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(inList), ['', 'a', 'a and b', 'a, b and c'])
})

test('one is not several', () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => counted(count, 'patient')),
    ['0 patients', '1 patient', '2 patients'],
  )
})
