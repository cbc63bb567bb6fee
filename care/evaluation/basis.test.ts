import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Row, type Standing, standing } from '../../clinic/records/fact.ts'
import { PatientProblem } from '../../clinic/records/kinds.ts'
import { evaluationCriteria } from '../../science/criteria/evaluation.ts'
import type { Day, Instant } from '../../science/time.ts'
import { type Answered, type AnswerValue, type Basis, findingsFrom } from './basis.ts'
import { readings } from './listed.ts'
import { type Asked, answerTo, questions } from './questions.ts'
import { noToAll, nothingFound } from './test.ts'

const at = (minute: number) => `2026-11-23T17:${String(minute).padStart(2, '0')}:00.000Z` as Instant
const answers = (values: Readonly<Record<string, AnswerValue>>, minute = 1): Answered[] =>
  Object.entries(values).map(([key, value]) => ({
    id: key,
    key: key as Asked,
    value,
    confirmed: false,
    recordedAt: at(minute),
    recordedBy: 'Milo',
  }))
const unknownList = { facts: [], known: { is: 'unknown' as const } }
const empty: Basis = {
  today: '2026-11-23' as Day,
  birthDate: '1980-03-05' as Day,
  answers: [],
  lists: { problem: unknownList, medicine: unknownList, allergy: unknownList },
  entries: { trial: [], result: [], pdmp: [] },
  asq: undefined,
}
const none = { facts: [], known: { is: 'none known' as const, recordedAt: at(1), recordedBy: 'Milo' } }
const complete: Basis = {
  ...empty,
  lists: { ...empty.lists, medicine: none },
  answers: answers(nothingFound),
  asq: { answers: noToAll, answeredAt: at(1), by: 'Milo' },
}
const finding = (basis: Basis, rule: string) => {
  const found = findingsFrom(basis, 'im').find((one) => one.rule === rule)
  assert.ok(found, rule)
  return found
}
const problems = (
  code: string,
  more: { status?: 'active' | 'resolved'; minute?: number; change?: 'ended' | 'entered in error' } = {},
): Basis['lists'] => {
  const row: Row<ReturnType<typeof PatientProblem.parse>> = {
    ...PatientProblem.parse({ words: 'Something', code, status: more.status ?? 'active' }),
    id: 'p',
    change: 'recorded',
    corrects: null,
    why: '',
    recordedAt: at(more.minute ?? 0),
    recordedBy: 'Petra',
  }
  const rows = more.change ? [row, { ...row, id: 'q', corrects: 'p', change: more.change }] : [row]
  return { ...complete.lists, problem: { facts: standing(rows), known: { is: 'listed' } } }
}

describe('an evaluation in which nothing is recorded', () => {
  test('knows nothing but the age', () => {
    const known = findingsFrom(empty, 'im').filter(({ answer }) => answer !== 'unknown')
    assert.deepEqual(
      known.map(({ rule }) => rule),
      ['CI-25', 'CI-26'],
    )
  })
  test('asks for every fact that a rule of any route looks at, or derives it', () => {
    const derived = ['age', 'suicideScreen']
    const needed = new Set(evaluationCriteria.flatMap(({ needs }) => needs))
    assert.deepEqual(
      [...needed].filter((fact) => !(fact in questions) && !derived.includes(fact)),
      [],
    )
    assert.ok(needed.size > 35)
  })
})

describe('each answer settles its own rules, and only those', () => {
  for (const [key, value] of Object.entries(nothingFound)) {
    test(`${key} left out is unknown`, () => {
      const { [key]: _, ...others } = nothingFound
      const basis = { ...complete, answers: answers(others) }
      const before = new Map(findingsFrom(complete, 'im').map((f) => [f.rule, f.answer]))
      for (const found of findingsFrom(basis, 'im')) {
        const looksAtIt = evaluationCriteria.some(
          ({ id, needs }) => id === found.rule && (needs as readonly string[]).includes(key),
        )
        assert.equal(found.answer, looksAtIt ? 'unknown' : before.get(found.rule), found.rule)
      }
      assert.deepEqual(
        findingsFrom({ ...complete, answers: answers({ ...nothingFound, [key]: null }) }, 'im'),
        findingsFrom(basis, 'im'),
      )
      assert.ok(value !== null)
    })
  }
  test('with all of them answered nothing is unknown', () => {
    assert.deepEqual(
      findingsFrom(complete, 'im')
        .filter(({ answer }) => answer !== 'not met')
        .map(({ rule }) => rule),
      [],
    )
  })
  for (const [key, value, rule] of [
    ['systolic', 141, 'CI-01a'],
    ['diastolic', 91, 'CI-01a'],
    ['pressureRiseHazard', true, 'CI-01b'],
    ['childPugh', 'C', 'CI-04a'],
    ['pregnancy', 'pregnant', 'CI-05a'],
    ['asaClass', 4, 'CI-08'],
    ['ketamineHypersensitivity', true, 'CI-12'],
    ['stopBang', 5, 'CI-16'],
    ['capacityInDoubt', true, 'CI-33'],
  ] as const) {
    test(`${key} ${value} meets ${rule} alone`, () => {
      const met = findingsFrom({ ...complete, answers: answers({ ...nothingFound, [key]: value }) }, 'im').filter(
        ({ answer }) => answer !== 'not met',
      )
      assert.deepEqual(
        met.map(({ rule, answer }) => [rule, answer]),
        [[rule, 'met']],
      )
    })
  }
})

describe('the suicide screen', () => {
  for (const [what, asq, answer] of [
    ['not done', undefined, 'unknown'],
    ['with a question open', { ...noToAll, '3': null }, 'unknown'],
    ['with an answer declined', { ...noToAll, '1': 'declined' }, 'unknown'],
    ['positive now', { ...noToAll, '5': 'yes' }, 'met'],
    ['negative', noToAll, 'not met'],
  ] as const) {
    test(`${what}: CI-24 is ${answer}`, () => {
      const basis = { ...complete, asq: asq ? { answers: asq, answeredAt: at(1), by: 'Milo' } : undefined }
      assert.equal(finding(basis, 'CI-24').answer, answer)
    })
  }
})

describe('age', () => {
  for (const [born, ci25, ci26] of [
    ['2008-11-24', 'met', 'not met'],
    ['2008-11-23', 'not met', 'not met'],
    ['1961-11-24', 'not met', 'not met'],
    ['1961-11-23', 'not met', 'met'],
  ] as const) {
    test(`born ${born}`, () => {
      const basis = { ...complete, birthDate: born as Day }
      assert.deepEqual([finding(basis, 'CI-25').answer, finding(basis, 'CI-26').answer], [ci25, ci26])
    })
  }
})

describe('the problem list', () => {
  test('answers with yes what an answer denied, and says so', () => {
    const found = finding({ ...complete, lists: problems('I71.4') }, 'CI-10')
    assert.equal(found.answer, 'met')
    assert.deepEqual(
      found.from.map(({ source, words }) => [source, words]),
      [['list', 'Something (I71.4)']],
    )
  })
  for (const [code, options, rule, answer] of [
    ['I71.4', { status: 'resolved' }, 'CI-10', 'not met'],
    ['I71.4', { status: 'resolved', minute: 5 }, 'CI-10', 'unknown'],
    ['I71.4', { change: 'entered in error' }, 'CI-10', 'not met'],
    ['I61.9', { status: 'resolved' }, 'CI-11', 'met'],
    ['I61.9', { change: 'ended' }, 'CI-11', 'met'],
    ['I61.9', { change: 'entered in error' }, 'CI-11', 'not met'],
    ['F20.9', { minute: 0 }, 'CI-02a', 'not met'],
    ['F20.9', { minute: 5 }, 'CI-02a', 'unknown'],
    ['F33.3', { minute: 5 }, 'CI-02b', 'unknown'],
    ['F33.2', { minute: 5 }, 'CI-02a', 'not met'],
    ['F60.3', { minute: 5 }, 'CI-02c', 'unknown'],
    ['F11.20', {}, 'CI-32', 'met'],
    ['F17.210', { minute: 5 }, 'CI-03a', 'not met'],
    ['J45.40', { minute: 5 }, 'CI-15', 'not met'],
  ] as const) {
    test(`${code} ${JSON.stringify(options)}: ${rule} is ${answer}`, () => {
      assert.equal(finding({ ...complete, lists: problems(code, options) }, rule).answer, answer)
    })
  }
  test('names only facts that the evaluation asks', () => {
    for (const { fact } of readings) assert.ok(fact in questions, fact)
  })
})

describe('the allergy list', () => {
  const allergy = (substance: string): Basis['lists'] => ({
    ...empty.lists,
    allergy: {
      facts: standing([
        {
          substance,
          reaction: '',
          severity: null,
          id: 'a',
          change: 'recorded',
          corrects: null,
          why: '',
          recordedAt: at(5),
          recordedBy: 'Petra',
        },
      ]) as Standing<{ substance: string; reaction: string; severity: null }>[],
      known: { is: 'listed' },
    },
  })
  test('with ketamine on it meets CI-12 whatever was answered', () => {
    for (const name of ['Ketamine', 'esketamine (Spravato)', 'KETALAR']) {
      assert.equal(finding({ ...complete, lists: allergy(name) }, 'CI-12').answer, 'met', name)
    }
  })
  test('without ketamine answers nothing', () => {
    assert.equal(finding({ ...empty, lists: allergy('Latex') }, 'CI-12').answer, 'unknown')
  })
  test('said to be empty answers with no, and an empty one that nobody spoke about does not', () => {
    const none = {
      ...empty.lists,
      allergy: { facts: [], known: { is: 'none known' as const, recordedAt: at(1), recordedBy: 'Milo' } },
    }
    assert.equal(finding({ ...empty, lists: none }, 'CI-12').answer, 'not met')
    assert.equal(finding(empty, 'CI-12').answer, 'unknown')
  })
})

describe('an answer', () => {
  for (const [key, value, taken] of [
    ['pregnancy', 'maybe', false],
    ['pregnancy', null, true],
    ['childPugh', 'D', false],
    ['asaClass', 7, false],
    ['asaClass', 2.5, false],
    ['stopBang', 0, true],
    ['systolic', '120', false],
    ['ketamineMisuse', 'no', false],
    ['ketamineMisuse', 0, false],
    ['ketamineMisuse', false, true],
    ['history', ' ', false],
    ['history', 'ok 🙂', true],
  ] as const) {
    test(`to ${key}: ${JSON.stringify(value)} is ${taken ? 'taken' : 'refused'}`, () => {
      assert.equal(answerTo(key).safeParse(value).success, taken)
    })
  }
})
