import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Instant } from '../../science/time.ts'
import {
  type ConsentRecorded,
  type ConsentState,
  holdsAsking,
  holdsCountersigning,
  holdsSending,
  holdsSigning,
  holdsWithdrawing,
  sameName,
  standingOf,
} from './consent.ts'

const at = Instant.parse('2026-11-23T17:00:00.000Z')
const request = { id: 'r', version: 2, askedAt: at, askedBy: 's' }
const signature = { id: 'g', signedName: 'Test Sample', signedAt: at }
const countersignature = { signedBy: 's', signedAt: at }
const withdrawal = { withdrawnAt: at }
const base: ConsentRecorded = { currentVersion: 2, openQuestions: 0 }

describe('where consent stands', () => {
  const table: [name: string, recorded: ConsentRecorded, state: ConsentState][] = [
    ['nothing published', { openQuestions: 0 }, 'none'],
    ['nobody asked', base, 'none'],
    ['asked', { ...base, request }, 'asked'],
    ['asked, question open', { ...base, request, openQuestions: 1 }, 'question open'],
    ['signed', { ...base, request, signature }, 'signed'],
    ['countersigned', { ...base, request, signature, countersignature }, 'countersigned'],
    ['withdrawn before signing', { ...base, request, withdrawal }, 'withdrawn'],
    ['withdrawn after countersigning', { ...base, request, signature, countersignature, withdrawal }, 'withdrawn'],
    ['a newer version, unsigned', { ...base, currentVersion: 3, request }, 'outdated'],
    [
      'a newer version, countersigned',
      { ...base, currentVersion: 3, request, signature, countersignature },
      'outdated',
    ],
    ['withdrawn and a newer version', { ...base, currentVersion: 3, request, signature, withdrawal }, 'withdrawn'],
    ['the version is not known', { openQuestions: 0, request, signature, countersignature }, 'outdated'],
  ]
  for (const [name, recorded, state] of table) {
    test(`${name}: ${state}`, () => {
      const standing = standingOf(recorded)
      assert.equal(standing.state, state)
      assert.equal(standing.inForce, state === 'countersigned')
      assert.notEqual(standing.because, '')
    })
  }
})

describe('what may be done next', () => {
  const may = (says: string | undefined) => says === undefined
  const table: [
    recorded: ConsentRecorded,
    ask: boolean,
    send: boolean,
    sign: boolean,
    counter: boolean,
    withdraw: boolean,
  ][] = [
    [{ openQuestions: 0 }, false, false, false, false, false],
    [base, true, false, false, false, false],
    [{ ...base, request }, true, true, true, false, true],
    [{ ...base, request, openQuestions: 1 }, true, true, false, false, true],
    [{ ...base, request, signature }, false, true, false, true, true],
    [{ ...base, request, signature, countersignature }, false, true, false, false, true],
    [{ ...base, request, withdrawal }, true, false, false, false, false],
    [{ ...base, currentVersion: 3, request, signature, countersignature }, true, false, false, false, true],
  ]
  for (const [recorded, ...expected] of table) {
    const standing = standingOf(recorded)
    test(`${standing.state}, version ${recorded.currentVersion}`, () => {
      const holds = [holdsAsking, holdsSending, holdsSigning, holdsCountersigning, holdsWithdrawing]
      assert.deepEqual(
        holds.map((hold) => may(hold(standing))),
        expected,
      )
    })
  }
})

test('names read alike without case, accents and spaces, and are told apart otherwise', () => {
  assert.ok(sameName('  josé  PÉREZ', 'Jose Perez'))
  assert.ok(sameName('O’Neil, Ann', 'o neil ann'))
  assert.ok(!sameName('Jon Perez', 'Jose Perez'))
  assert.ok(!sameName('', 'Jose Perez'))
})
