import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Truth } from '../decide.ts'
import { tooLittle } from './continuing.ts'

const exactly = (total: number) => ({ low: total, high: total })

describe('N1, too little has changed', () => {
  /** what, baseline, newest, doses before it, non-response at the end, answer */
  const cases: [string, number | undefined, { low: number; high: number } | undefined, number, Truth | null, Truth][] =
    [
      ['20 to 16 is a fifth', 20, exactly(16), 4, null, false],
      ['20 to 17 is less than a fifth', 20, exactly(17), 4, null, true],
      ['19 to 15 is more than a fifth', 19, exactly(15), 4, null, false],
      ['19 to 16 is less', 19, exactly(16), 4, null, true],
      ['worse than before', 20, exactly(25), 4, null, true],
      ['after the third dose nothing is said', 20, exactly(20), 3, null, false],
      ['an open question that could change it', 20, { low: 15, high: 18 }, 4, null, undefined],
      ['an open question that cannot', 20, { low: 17, high: 20 }, 4, null, true],
      ['no baseline', undefined, exactly(16), 4, null, undefined],
      ['nothing answered since', 20, undefined, 6, null, false],
      ['a baseline of 0 has no fifth', 0, exactly(3), 4, null, false],
      ['non-response at the end', 20, exactly(16), 6, true, true],
      ['the end open', 20, exactly(16), 6, undefined, undefined],
      ['response at the end', 20, exactly(8), 6, false, false],
    ]
  for (const [name, baseline, latest, doses, atTheEnd, answer] of cases)
    test(`${name}: ${answer}`, () => assert.equal(tooLittle(baseline, latest, doses, atTheEnd), answer))
})
