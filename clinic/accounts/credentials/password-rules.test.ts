import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { shortestPassword, whyNotPassword } from './password-rules.ts'

const own = ['Miriam Halloway', 'miriam.halloway@clinic.example']

describe('a password is refused', () => {
  const refused = [
    'short',
    '11characte1',
    'password1234',
    'Password123!',
    'P@ssw0rd12345',
    '123456789012',
    'qwertyuiop12',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'letmeinletmein',
    'ketamineclinic',
    'Evenkeel2026!',
    'miriamhalloway',
    'MiriamHalloway1',
    'zxcvbnmasdfgh',
    'abcdefghijkl',
    'passwordpassword',
    'welcomewelcome1',
  ]
  for (const password of refused) {
    test(JSON.stringify(password), () => assert.equal(typeof whyNotPassword(password, own), 'string'))
  }
  test('beyond 200 characters', () =>
    assert.match(whyNotPassword(`${'copper lantern '.repeat(14)}`) ?? '', /at most 200/))
})

describe('a password is taken', () => {
  const taken = [
    'copper lantern seven otters',
    'gT7#kq2Lw9xz',
    'eleven-blue-kites',
    'mañana llueve café',
    '水曜日に傘を忘れたので走った',
  ]
  for (const password of taken)
    test(JSON.stringify(password), () => assert.equal(whyNotPassword(password, own), undefined))
})

test('twelve characters are counted as a person counts them', () => {
  assert.match(whyNotPassword('xK9#mQ2$vL7') ?? '', /at least 12/)
  assert.equal(whyNotPassword('xK9#mQ2$vL7w'), undefined)
})

test('whatever is shorter than the shortest is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: shortestPassword - 1 }), (password) => {
      assert.ok(whyNotPassword(password))
    }),
  )
})
