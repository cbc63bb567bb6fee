import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseNumber } from './number.ts'

describe('what was typed as a number', () => {
  const cases: [typed: string, read: number | string | undefined][] = [
    ['', undefined],
    ['  ', undefined],
    ['0', 0],
    ['140', 140],
    [' 72.5 ', 72.5],
    ['12.', 12],
    ['.5', 0.5],
    ['1,200', 1200],
    ['7,5', '7,5'],
    ['120/80', '120/80'],
    ['1e3', '1e3'],
    ['0x10', '0x10'],
    ['Infinity', 'Infinity'],
    ['-4', -4],
  ]
  for (const [typed, read] of cases)
    test(`"${typed}" is ${JSON.stringify(read)}`, () => assert.equal(parseNumber(typed), read))
})
