import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { Day, Instant } from '../../science/time.ts'
import { type MayShare, mayShare, type Sharing } from './may-share.ts'
import type { Release } from './release.ts'

const day = (text: string) => Day.parse(text)
const today = day('2026-11-28')
const [doctor, other] = [randomUUID(), randomUUID()]

const release = (change: Partial<Release> = {}): Release => ({
  id: randomUUID(),
  form: 'release',
  recipientId: doctor,
  contents: ['diagnoses', 'plan'],
  purposes: ['treatment'],
  from: day('2026-11-01'),
  until: day('2026-12-31'),
  signedName: 'Test Sample',
  signedOn: day('2026-11-01'),
  signedHow: 'on screen',
  keptWhere: '',
  textHash: '',
  at: Instant.parse('2026-11-01T15:00:00.000Z'),
  by: 'Fred Frontdesk',
  revoked: null,
  ...change,
})
const part2 = (change: Partial<Release> = {}) => release({ form: 'part 2', contents: ['substance use'], ...change })
const takenBack = (on: string): Partial<Release> => ({
  revoked: { on: day(on), words: '', at: Instant.parse('2026-11-28T15:00:00.000Z'), by: 'Fred Frontdesk' },
})
const letter = (change: Partial<Sharing> = {}): Sharing => ({
  recipientId: doctor,
  aside: false,
  purpose: 'treatment',
  contents: ['diagnoses', 'plan'],
  substanceUse: false,
  on: today,
  ...change,
})
const said = (answer: MayShare): string => (answer.may ? 'may' : answer.because.join(' | '))

describe('what may go to somebody outside', () => {
  const cases: [string, Sharing, Release[], RegExp][] = [
    ['a release covers it', letter(), [release()], /^may$/],
    ['no release at all', letter(), [], /Diagnoses; The plan.*: no release names this recipient/],
    ['the last day is covered', letter(), [release({ until: today })], /^may$/],
    ['it ended yesterday', letter(), [release({ until: day('2026-11-27') })], /ended on November 27, 2026/],
    ['it begins today', letter(), [release({ from: today })], /^may$/],
    ['it begins tomorrow', letter(), [release({ from: day('2026-11-29') })], /begins on November 29, 2026/],
    ['taken back tomorrow', letter(), [release(takenBack('2026-11-29'))], /^may$/],
    ['taken back today', letter(), [release(takenBack('2026-11-28'))], /revoked the release on November 28, 2026/],
    ['taken back, and signed anew', letter(), [release(takenBack('2026-11-20')), release()], /^may$/],
    ['to somebody set aside', letter({ aside: true }), [release()], /recipient was set aside/],
    ['to somebody else', letter({ recipientId: other }), [release()], /no release names this recipient/],
    ['for another purpose', letter({ purpose: 'payment' }), [release()], /is for “Payment”/],
    ['for one of two purposes', letter(), [release({ purposes: ['payment', 'treatment'] })], /^may$/],
    [
      'more than it covers',
      letter({ contents: ['diagnoses', 'scores'] }),
      [release()],
      /^Questionnaire scores.*covers it/,
    ],
    [
      'two that cover it together',
      letter({ contents: ['plan', 'scores'] }),
      [release(), release({ contents: ['scores'] })],
      /^may$/,
    ],
    ['nothing in it is named', letter({ contents: [] }), [release()], /Nothing in it is named/],
  ]
  for (const [name, sharing, releases, expected] of cases)
    test(name, () => assert.match(said(mayShare(sharing, releases)), expected))
})

describe('what is about substance use', () => {
  const cases: [string, Sharing, Release[], RegExp][] = [
    ['nobody has said whether it is there', letter({ substanceUse: null }), [release(), part2()], /No one has said/],
    ['with a Part 2 consent', letter({ substanceUse: true }), [release(), part2()], /^may$/],
    ['with a release alone', letter({ substanceUse: true }), [release()], /^Substance use.*Part 2/],
    ['with a Part 2 consent alone', letter({ substanceUse: true }), [part2()], /^Diagnoses/],
    ['and nothing else is in it', letter({ substanceUse: true, contents: [] }), [part2()], /^may$/],
    [
      'Part 2 consent ended',
      letter({ substanceUse: true }),
      [release(), part2({ until: day('2026-11-27') })],
      /^Substance.*ended/,
    ],
    [
      'Part 2 consent taken back',
      letter({ substanceUse: true }),
      [release(), part2(takenBack('2026-11-28'))],
      /^Substance.*revoked/,
    ],
    [
      'Part 2 consent for another purpose',
      letter({ substanceUse: true }),
      [release(), part2({ purposes: ['payment'] })],
      /^Substance.*“Treatment/,
    ],
    [
      'Part 2 consent to somebody else',
      letter({ substanceUse: true }),
      [release(), part2({ recipientId: other })],
      /^Substance/,
    ],
  ]
  for (const [name, sharing, releases, expected] of cases)
    test(name, () => assert.match(said(mayShare(sharing, releases)), expected))

  test('goes out with a word against passing it on, and what is not about it without one', () => {
    const releases = [release(), part2()]
    assert.deepEqual(mayShare(letter({ substanceUse: true }), releases), {
      may: true,
      records: releases.map(({ id }) => id),
      notice: true,
    })
    assert.deepEqual(mayShare(letter(), releases), { may: true, records: [releases[0]?.id], notice: false })
  })
})

test('one release fewer, an earlier end or a taking back never lets more out', () => {
  const all = [release(), release({ contents: ['scores'], until: day('2026-12-01') }), part2()]
  for (const substanceUse of [true, false, null])
    for (const contents of [['plan'], ['plan', 'scores'], ['sessions']] as const)
      for (const one of all) {
        const sharing = letter({ substanceUse, contents: [...contents] })
        const rest = all.filter((release) => release !== one)
        const worse = [
          rest,
          [...rest, { ...one, ...takenBack('2026-11-28') }],
          [...rest, { ...one, until: day('2026-11-27') }],
        ]
        for (const releases of worse) assert.ok(!mayShare(sharing, releases).may || mayShare(sharing, all).may)
      }
})
