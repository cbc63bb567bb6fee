import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')

/** Spellings of other English-speaking countries that have stood here. Names of documents keep their own. */
const british = new RegExp(
  [
    '(recogn|organ|random|general|author|minim|maxim|summar|hospital|stabil|prior|final|ideal|normal|special|util)is(e|ed|es|ing|ation|er)\\b',
    '(behavi|col|fav|lab|neighb|hum|hon|tum)our',
    'programme(s|\\b)',
    '(cent|lit|met|fib)res?\\b',
    'licence|judgement|enrolment|practis(e|ed|ing)\\b',
    '(cancel|label|travel|counsel)led',
    'anaesthe|apnoea|haemo|oedema|phaeo|diarrhoea|paediat|ischaem|anaem',
    '(anal|paral)yse',
  ].join('|'),
  'i',
)

/** What is read, as far as strings and templates of the code say it: prose, and no keys, codes or names. */
const proseIn = (source: string): string[] =>
  [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
    .map(([, plain = '', template = '']) => plain || template.replaceAll(/\$\{[^}]*\}/g, '…'))
    .filter((text) => / /.test(text) || /^[A-Z][a-z]+\W?$/.test(text))

const files = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts'))

// The register names documents; the lists of medicines know both spellings of what people type.
const ownSpelling = /^science\/(register\.ts|medicines\/|pharmacokinetics\/)/

test('the spelling is that of the United States', () => {
  assert.match('Pump programme', british)
  assert.doesNotMatch('The pump is programmed', british)
  const read = [...files('web/words/en/**/*.ts'), ...files('{science,care/consent/documents}/**/*.ts')].filter(
    (file) => !ownSpelling.test(file),
  )
  assert.ok(read.length > 150, `only ${read.length} files were read`)
  const found = read.flatMap((file) =>
    proseIn(readFileSync(join(root, file), 'utf8'))
      .filter((text) => british.test(text))
      .map((text) => `${file}: ${text.slice(0, 120)}`),
  )
  assert.deepEqual(found, [])
})
