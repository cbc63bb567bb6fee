import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lettersApart } from '../../science/spelling.ts'
import type { Day } from '../../science/time.ts'
import { likenesses } from './duplicates.ts'
import { birthDateProblem, Identity } from './identity.ts'
import { kinds } from './kinds.ts'
import { endsBefore, isAfter, PartialDate } from './partial-date.ts'
import { readSearch } from './search.ts'
import { nameKey, similarDates, similarNames } from './similar.ts'
import { digitsOf, EmailIfAny, TelephoneIfAny } from './telephone.ts'
import { required } from './typed.ts'

const today = '2026-11-23' as Day
const firstSentence = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues[0]?.message

describe('a telephone number', () => {
  for (const good of ['', '212 555 0147', '(212) 555-0147', '+1 212.555.0147 ext. 12', '+49 30 901820', '5550147']) {
    test(`is taken: ${good}`, () => assert.equal(TelephoneIfAny.parse(good), good))
  }
  for (const bad of ['12345', 'call my mother', '212 555 0147 or 0148', '1'.repeat(16), '<script>5550147</script>']) {
    test(`is refused: ${bad}`, () => assert.match(String(firstSentence(TelephoneIfAny.safeParse(bad))), /phone number/))
  }
  test('is compared by its digits, without the country or the extension', () => {
    assert.equal(digitsOf('+1 (212) 555-0147 x9'), '2125550147')
    assert.equal(digitsOf('212.555.0147'), '2125550147')
  })
})

describe('a mail address', () => {
  for (const good of ['', 'a.b+c@example.org'])
    test(`is taken: ${good}`, () => assert.equal(EmailIfAny.parse(good), good))
  for (const bad of ['@', 'a@b', 'a b@example.org', 'example.org']) {
    test(`is refused: ${bad}`, () =>
      assert.match(String(firstSentence(EmailIfAny.safeParse(bad))), /name@example\.org/))
  }
})

describe('a birth date', () => {
  for (const [date, says] of [
    ['2026-11-23', undefined],
    ['2026-11-24', /future/],
    ['1901-11-23', undefined],
    ['1900-11-23', /126 years old/],
    ['0085-02-01', /years old/],
  ] as const) {
    test(`${date} ${says ? 'is refused' : 'is possible'}`, () => {
      const found = birthDateProblem(date, today)
      if (says) assert.match(String(found), says)
      else assert.equal(found, undefined)
    })
  }
  for (const bad of ['1980-02-30', '2023-02-29', '1980-13-01', '3/5/1980', '', '1980']) {
    test(`${bad || 'nothing'} is no day`, () => {
      assert.match(
        String(firstSentence(Identity.safeParse({ familyName: 'Sample', birthDate: bad }))),
        /This date does not exist|is missing/,
      )
    })
  }
})

describe('who somebody is', () => {
  test('needs one name and a birth date, and invents nothing else', () => {
    const identity = Identity.parse({ familyName: 'Sukarno', birthDate: '1980-01-31' })
    assert.equal(identity.sex, null)
    assert.equal(identity.mayLeaveMessage, null)
    assert.equal(identity.needsInterpreter, null)
    assert.equal(identity.timeZone, null)
    assert.deepEqual(identity.reachBy, [])
  })
  test('is refused without any name', () => {
    assert.match(
      String(firstSentence(Identity.safeParse({ givenName: '  ', birthDate: '1980-01-31' }))),
      /A name is missing/,
    )
  })
  test('is missed together with the birth date', () => {
    assert.deepEqual(
      Identity.safeParse({}).error?.issues.map(({ path }) => path.join('.')),
      ['birthDate', 'familyName'],
    )
  })
  test('keeps what was typed, whatever it is', () => {
    for (const name of [
      '  Zoë 🦊 ',
      'נועה',
      '<b>Ada</b>',
      "O'Brien; drop table patient",
      '李',
      '\u202Eabc',
      'e\u0301',
    ]) {
      assert.equal(Identity.parse({ givenName: name, familyName: 'Sample', birthDate: '1980-01-31' }).givenName, name)
    }
  })
  test('refuses what cannot be stored', () => {
    for (const name of ['a\0b', 'half \uD83D', 'x'.repeat(201)]) {
      assert.equal(Identity.safeParse({ givenName: name, birthDate: '1980-01-31' }).success, false)
    }
  })
  test('refuses a time zone that does not exist', () => {
    const wrong = Identity.safeParse({ familyName: 'A', birthDate: '1980-01-31', timeZone: 'America/Gotham' })
    assert.match(String(firstSentence(wrong)), /no such time zone/)
  })
  test('cannot want calls without a number, or mail without an address', () => {
    const wrong = Identity.safeParse({ familyName: 'A', birthDate: '1980-01-31', reachBy: ['call', 'mail'] })
    assert.deepEqual(
      wrong.error?.issues.map((issue) => issue.path.join('.')),
      ['phone', 'email'],
    )
  })
})

describe('a date as precise as it is known', () => {
  for (const good of ['2019', '2019-05', '2019-05-03', '2024-02-29']) {
    test(`${good} is taken`, () => assert.equal(PartialDate.parse(good), good))
  }
  for (const bad of ['19', '2019-13', '2019-02-30', '1700', 'spring', '2019-5']) {
    test(`${bad} is refused`, () => assert.equal(PartialDate.safeParse(bad).success, false))
  }
  test('lies after a day only when all of it does', () => {
    assert.deepEqual(
      ['2026', '2026-11', '2026-11-23', '2027', '2026-12', '2026-11-24'].map((date) => isAfter(date, today)),
      [false, false, false, true, true, true],
    )
  })
  test('contradicts another only as far as both are known', () => {
    assert.equal(endsBefore('2019-05', '2019'), false)
    assert.equal(endsBefore('2019-05', '2019-04-30'), true)
    assert.equal(endsBefore('2019', '2018-12'), true)
  })
})

describe('the lists', () => {
  test('a code is written as ICD-10-CM writes it, or left out', () => {
    const code = (text: string) => kinds.problem.safeParse({ words: 'x', status: 'active', code: text })
    assert.equal(code(' f33.2 ').data?.code, 'F33.2')
    for (const bad of ['depression', 'F3', '33.2', 'F33.22222']) assert.equal(code(bad).success, false)
  })
  test('nothing about a problem or an allergy has a default that reads as harmless', () => {
    assert.equal(kinds.problem.safeParse({ words: 'Asthma' }).success, false)
    assert.equal(kinds.allergy.parse({ substance: 'Latex' }).severity, null)
    assert.equal(kinds.contact.parse({ kind: 'escort', name: 'Sam', phone: '212 555 0147' }).isAdult, null)
  })
  test('a medicine cannot stop before it started', () => {
    assert.equal(kinds.medicine.safeParse({ name: 'X', started: '2020-05', stopped: '2020-04' }).success, false)
    assert.equal(kinds.medicine.safeParse({ name: 'X', started: '2020-05', stopped: '2020' }).success, true)
  })
  test('insurance needs an insurer, the patient paying does not', () => {
    assert.equal(kinds.coverage.safeParse({ kind: 'insurance' }).success, false)
    assert.equal(kinds.coverage.safeParse({ kind: 'self-pay' }).success, true)
    assert.equal(kinds.coverage.safeParse({}).success, false)
  })
  test('words of spaces are no words', () => {
    assert.equal(firstSentence(required('The problem', 10).safeParse('   ')), 'The problem is missing.')
  })
})

describe('people who look alike', () => {
  test('names are compared without case, accents and punctuation', () => {
    assert.equal(nameKey("Núñez-O'Brien,  Ana"), 'nunez obrien ana')
    assert.equal(nameKey('נועה'), 'נועה')
    assert.equal(nameKey('!!'), '')
  })
  test('distance counts a swap of neighbours once', () => {
    assert.deepEqual(
      [lettersApart('abcd', 'abdc'), lettersApart('', 'abc'), lettersApart('kitten', 'sitting')],
      [1, 3, 3],
    )
  })
  for (const [a, b, alike] of [
    ['jon smith', 'john smith', true],
    ['smith john', 'john smith', true],
    ['ann smith', 'anne smyth', true],
    ['bo li', 'al wu', false],
    ['ann smith', 'bob jones', false],
    ['', 'ann smith', false],
  ] as const) {
    test(`${a || 'nobody'} and ${b} are ${alike ? '' : 'not '}similar`, () => assert.equal(similarNames(a, b), alike))
  }
  test('dates with a swap or one other digit are similar', () => {
    assert.equal(similarDates('1980-03-05', '1980-05-03'), true)
    assert.equal(similarDates('1980-03-05', '1990-03-05'), true)
    assert.equal(similarDates('1980-03-05', '1991-03-05'), false)
  })
  const ada = {
    nameKey: 'ada example',
    otherNameKey: '',
    familyKey: 'example',
    birthDate: '1980-03-05',
    phoneDigits: '2125550147',
    email: 'ada@example.org',
  }
  const nobody = {
    nameKey: 'zed zero',
    otherNameKey: '',
    familyKey: 'zero',
    birthDate: '1999-09-09',
    phoneDigits: '',
    email: '',
  }
  for (const [what, other, because] of [
    ['nothing', {}, []],
    [
      'a nickname',
      { nameKey: 'adah exmaple', familyKey: 'example', birthDate: '1980-03-05' },
      ['same birth date, similar name'],
    ],
    [
      'a sister',
      { nameKey: 'wilhelmina example', familyKey: 'example', birthDate: '1980-03-05' },
      ['same birth date, same family name'],
    ],
    ['a birth date swapped', { nameKey: 'ada example', birthDate: '1980-05-03' }, ['similar birth date, same name']],
    ['a telephone', { phoneDigits: '2125550147' }, ['same telephone number']],
    ['a mail address', { email: ' ADA@example.org' }, ['same mail address']],
    ['only a birth date', { birthDate: '1980-03-05' }, []],
    ['only a name', { nameKey: 'ada example', birthDate: '1955-01-01' }, []],
    ['a preferred name', { otherNameKey: 'ada example', birthDate: '1980-03-05' }, ['same birth date, similar name']],
  ] as const) {
    test(`${what} in common`, () => assert.deepEqual(likenesses(ada, { ...nobody, ...other }), because))
  }
  test('two people about whom nothing is known have nothing in common', () => {
    assert.deepEqual(likenesses(nobody, { ...nobody, nameKey: 'x', familyKey: 'x', birthDate: '1950-01-01' }), [])
  })
})

describe('the search box', () => {
  for (const [typed, read] of [
    ['', { names: [], birthDates: [] }],
    ['  Ada  núñez ', { names: ['ada', 'nunez'], birthDates: [] }],
    ['3/5/1980', { names: [], birthDates: ['1980-03-05'] }],
    ['ada 1980-03-05', { names: ['ada'], birthDates: ['1980-03-05'] }],
    ['#1004', { names: [], birthDates: [], digits: '1004', number: 1004 }],
    ['(212) 555-0147', { names: [], birthDates: [], digits: '2125550147' }],
    ['13/40/1980', { names: ['13', '40', '1980'], birthDates: [] }],
    ["%' or 1=1", { names: ['or', '1', '1'], birthDates: [] }],
  ] as const) {
    test(`reads "${typed}"`, () => assert.deepEqual(readSearch(typed), read))
  }
})
