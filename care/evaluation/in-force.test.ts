import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Finding } from '../../science/decide.ts'
import type { Instant } from '../../science/time.ts'
import type { From } from './basis.ts'
import { beyondOverride, type Determination, type ListsSeen, needsConfirmation, unaddressed } from './determination.ts'
import { inForce } from './in-force.ts'

const finding = (rule: string, answer: Finding['answer'], more: Partial<Finding> = {}): Finding => ({
  kind: 'concern',
  rule,
  severity: 'relative',
  answer,
  holds: answer !== 'not met',
  missing: [],
  stale: false,
  says: `${rule}.`,
  settledBy: '',
  source: { label: '', status: 'policy' },
  further: [],
  reviewBy: '2027-01-01' as never,
  overriddenBy: ['prescriber'],
  ...more,
})
const taken = (words: string): From => ({
  fact: 'benzodiazepine',
  value: true,
  source: 'medicine',
  words,
  by: '',
  at: '',
})
const lists: ListsSeen = {
  problem: { is: 'listed', ids: ['p'] },
  medicine: { is: 'none known', ids: [] },
  allergy: { is: 'unknown', ids: [] },
  unread: ['p'],
}
const findings = [finding('CI-01', 'not met'), finding('CI-02', 'met')]
const decided: Determination = {
  id: 'd',
  evaluationId: 'e',
  route: 'im',
  outcome: 'suitable',
  reasons: 'x',
  findings,
  addressed: { 'CI-02': 'x' },
  lists,
  needsConfirmation: false,
  replaces: null,
  reevaluateBy: null,
  at: '2026-11-23T17:00:00.000Z' as Instant,
  by: 'Petra',
  byId: 's',
  confirmation: null,
}
const confirmation = {
  answer: 'confirmed',
  reason: 'x',
  bySamePerson: false,
  at: decided.at,
  by: 'Pia',
  byId: 't',
} as const

describe('a determination', () => {
  for (const [what, state, made, evaluation, now, listsNow] of [
    ['that nobody made', 'none', undefined, 'e', findings, lists],
    ['without an open evaluation', 'none', decided, undefined, findings, lists],
    ['of an earlier evaluation', 'none', decided, 'other', findings, lists],
    ['of not suitable', 'not suitable', { ...decided, outcome: 'not suitable' }, 'e', findings, lists],
    ['of not yet', 'not yet', { ...decided, outcome: 'not yet' }, 'e', findings, lists],
    ['with nothing changed', 'in force', decided, 'e', findings, lists],
    [
      'that waits for a second act',
      'awaiting confirmation',
      { ...decided, needsConfirmation: true },
      'e',
      findings,
      lists,
    ],
    ['that was confirmed', 'in force', { ...decided, needsConfirmation: true, confirmation }, 'e', findings, lists],
    [
      'that was not confirmed',
      'not confirmed',
      { ...decided, needsConfirmation: true, confirmation: { ...confirmation, answer: 'not confirmed' } },
      'e',
      findings,
      lists,
    ],
    ['with a finding newly met', 'reopened', decided, 'e', [finding('CI-01', 'met'), finding('CI-02', 'met')], lists],
    [
      'with a finding newly unknown',
      'reopened',
      decided,
      'e',
      [finding('CI-01', 'unknown'), finding('CI-02', 'met')],
      lists,
    ],
    [
      'with a finding no longer met',
      'reopened',
      decided,
      'e',
      [finding('CI-01', 'not met'), finding('CI-02', 'not met')],
      lists,
    ],
    [
      'with a graver severity',
      'reopened',
      decided,
      'e',
      [finding('CI-01', 'not met'), finding('CI-02', 'met', { severity: 'absolute' })],
      lists,
    ],
    ['with a rule that is new', 'reopened', decided, 'e', [...findings, finding('CI-99', 'not met')], lists],
    ['with a rule that is gone', 'reopened', decided, 'e', findings.slice(1), lists],
    ['with a problem that nobody here can read', 'reopened', decided, 'e', findings, { ...lists, unread: ['p', 'q'] }],
    ['with such a problem corrected', 'reopened', decided, 'e', findings, { ...lists, unread: ['q'] }],
    ['with such a problem ended', 'reopened', decided, 'e', findings, { ...lists, unread: [] }],
    [
      'with a problem, a medicine and an allergy that touch no finding',
      'in force',
      decided,
      'e',
      findings,
      {
        problem: { is: 'listed', ids: ['p', 'q'] },
        medicine: { is: 'listed', ids: ['m'] },
        allergy: { is: 'listed', ids: ['a'] },
        unread: ['p'],
      },
    ],
    [
      'with a met finding that rests on something else',
      'reopened',
      decided,
      'e',
      [finding('CI-01', 'not met'), { ...finding('CI-02', 'met'), from: [taken('Xanax')] }],
      lists,
    ],
    [
      'confirmed and then changed',
      'reopened',
      { ...decided, needsConfirmation: true, confirmation },
      'e',
      [finding('CI-01', 'met')],
      lists,
    ],
  ] as const) {
    test(`${what} is: ${state}`, () => {
      const found = inForce(made as Determination | undefined, evaluation, now, listsNow as unknown as ListsSeen)
      assert.equal(found.state, state)
      assert.equal(found.because.length > 0, state !== 'in force')
    })
  }
  test('says which finding changed, and how', () => {
    const { because } = inForce(decided, 'e', [finding('CI-01', 'met'), finding('CI-02', 'met')], lists)
    assert.deepEqual(because, ['CI-01 was not met and is met: CI-01.'])
  })
})

describe('going on', () => {
  const all = [
    finding('A', 'met'),
    finding('B', 'unknown'),
    finding('C', 'not met'),
    finding('D', 'met', { severity: 'info', holds: false }),
  ]
  test('needs a reason for every finding that is met or unknown', () => {
    assert.deepEqual(Object.keys(unaddressed('suitable', all, {})), ['A', 'B'])
    assert.deepEqual(Object.keys(unaddressed('suitable', all, { A: 'weighed', B: ' ' })), ['B'])
    assert.deepEqual(unaddressed('suitable', all, { A: 'weighed', B: 'tested elsewhere' }), {})
  })
  test('is what needs reasons; stopping does not', () => assert.deepEqual(unaddressed('not yet', all, {}), {}))
  test('is impossible past a finding that nobody overrides', () => {
    assert.equal(beyondOverride('suitable', [finding('A', 'met', { overriddenBy: 'nobody' })]).length, 1)
    assert.equal(beyondOverride('suitable', [finding('A', 'not met', { overriddenBy: 'nobody' })]).length, 0)
    assert.equal(beyondOverride('not yet', [finding('A', 'met', { overriddenBy: 'nobody' })]).length, 0)
  })
  for (const [answer, severity, outcome, needed] of [
    ['met', 'absolute', 'suitable', true],
    ['unknown', 'absolute', 'suitable', true],
    ['not met', 'absolute', 'suitable', false],
    ['met', 'relative', 'suitable', false],
    ['met', 'absolute', 'not yet', false],
  ] as const) {
    test(`with an ${severity} finding ${answer}, ${outcome}: ${needed ? 'needs' : 'needs no'} second act`, () => {
      assert.equal(needsConfirmation(outcome, [finding('A', answer, { severity })]), needed)
    })
  }
})
