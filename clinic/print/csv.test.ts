import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv } from './csv.ts'

test('commas, quotes and line ends stay inside their cell', () => {
  assert.equal(csv([['a,b', 'say "hi"', 'two\nlines', 7, null]]), '"a,b","say ""hi""","two\nlines",7,\r\n')
})

test('nothing that was typed is carried out by a spreadsheet, and numbers stay numbers', () => {
  assert.equal(csv([['=1+1', '@x', '-2', -2]]), "'=1+1,'@x,'-2,-2\r\n")
})
