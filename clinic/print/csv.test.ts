import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv, csvFile } from './csv.ts'

test('commas, quotes and line ends stay inside their cell', () => {
  assert.equal(csv([['a,b', 'say "hi"', 'two\nlines', 7, null]]), '"a,b","say ""hi""","two\nlines",7,\r\n')
})

test('nothing that was typed is carried out by a spreadsheet, and numbers stay numbers', () => {
  assert.equal(csv([['=1+1', '@x', '-2', -2]]), "'=1+1,'@x,'-2,-2\r\n")
})

test('a file begins with the mark by which a spreadsheet knows its letters', async () => {
  const bytes = Buffer.from(await csvFile([['Núñez-Łoś', '=1']], 'names').arrayBuffer())
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  assert.equal(bytes.subarray(3).toString('utf8'), "Núñez-Łoś,'=1\r\n")
})
