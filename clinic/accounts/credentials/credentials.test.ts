import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { describe, test } from 'node:test'
import { addMinutes, Instant } from '../../../science/time.ts'
import { secretsFrom } from '../secrets.ts'
import { codeAt } from '../testing/person.ts'
import { seal, unseal } from './offer.ts'
import { codeUri, newCodeSecret, stepOfCode } from './one-time-code.ts'
import { hashPassword, isOutdated, passwordMatches } from './password-hash.ts'
import { newRecoveryCodes, recoveryHash } from './recovery-code.ts'

const now = Instant.parse('2026-11-23T17:00:10.000Z')

describe('password hash', () => {
  test('carries its parameters, and fits its password only', async () => {
    const hash = await hashPassword('copper lantern seven otters')
    assert.match(hash, /^\$argon2id\$v=19\$m=47104,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    assert.equal(await passwordMatches('copper lantern seven otters', hash), true)
    assert.equal(await passwordMatches('copper lantern seven otter', hash), false)
    assert.equal(isOutdated(hash), false)
  })

  test('of the same password is another each time', async () => {
    const [one, other] = await Promise.all([
      hashPassword('same words here twice'),
      hashPassword('same words here twice'),
    ])
    assert.notEqual(one, other)
  })

  test('made with less is still read, and is to be made anew', async () => {
    const nonce = Buffer.alloc(16, 3)
    const parameters = { message: 'older', nonce, parallelism: 1, tagLength: 32, memory: 8192, passes: 1 }
    const tag = argon2Sync('argon2id', parameters).toString('base64').replace(/=+$/, '')
    const hash = `$argon2id$v=19$m=8192,t=1,p=1$${nonce.toString('base64').replace(/=+$/, '')}$${tag}`
    assert.equal(await passwordMatches('older', hash), true)
    assert.equal(isOutdated(hash), true)
  })

  test('is the same password in either Unicode form', async () => {
    assert.equal(await passwordMatches('cafe\u0301', await hashPassword('caf\u00e9')), true)
  })
})

describe('a code from the app', () => {
  const secret = newCodeSecret()
  const code = codeAt(secret, now)
  const step = Math.floor(Date.parse(now) / 30_000)

  test('fits its half minute, one before and one after', () => {
    assert.equal(stepOfCode(secret, code, now), step)
    assert.equal(stepOfCode(secret, code, addMinutes(now, 0.5)), step)
    assert.equal(stepOfCode(secret, code, addMinutes(now, -0.5)), step)
    assert.equal(stepOfCode(secret, code, addMinutes(now, 1)), undefined)
    assert.equal(stepOfCode(secret, code, addMinutes(now, -1)), undefined)
  })

  test('may be typed with a space, and nothing else is a code', () => {
    assert.equal(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now), step)
    for (const other of ['', '12345', '1234567', 'abcdef', `${code}0`])
      assert.equal(stepOfCode(secret, other, now), undefined)
  })

  // RFC 6238, appendix B, SHA-1: the last six of the eight digits.
  test('is the one of the standard', () => {
    const standard = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    for (const [seconds, digits] of [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [20_000_000_000, '353130'],
    ] as const) {
      const at = Instant.parse(new Date(seconds * 1000).toISOString())
      assert.equal(stepOfCode(standard, digits, at), Math.floor(seconds / 30))
    }
  })

  test('comes with an address an app understands', () => {
    assert.match(codeUri(secret, 'a@b.example'), /^otpauth:\/\/totp\/Evenkeel:a%40b\.example\?.*secret=[A-Z2-7]{32}/)
  })
})

describe('recovery codes', () => {
  test('are ten, all different, without letters that are misread', () => {
    const codes = newRecoveryCodes()
    assert.equal(new Set(codes).size, 10)
    for (const code of codes) assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('are the same however they are typed', () => {
    assert.equal(recoveryHash('a0b1-cdef-ghjk-mnpq'), recoveryHash(' AOBI CDEFGHJKMNPQ '))
    assert.notEqual(recoveryHash('A0B1-CDEF-GHJK-MNPQ'), recoveryHash('A0B1-CDEF-GHJK-MNPR'))
  })
})

describe('what the server hands out to be handed back', () => {
  const secrets = secretsFrom(Buffer.alloc(32, 1))
  const offer = seal(secrets, 'code.new', 'person', 'the secret', now)
  const refused = { kind: 'conflict' }

  test('comes back for the same thing, the same person, in time', () => {
    assert.equal(unseal(secrets, offer, 'code.new', 'person', addMinutes(now, 14.9)).secret, 'the secret')
  })
  test('and not otherwise', () => {
    assert.throws(() => unseal(secrets, offer, 'code.new', 'person', addMinutes(now, 15)), refused)
    assert.throws(() => unseal(secrets, offer, 'passkey.new', 'person', now), refused)
    assert.throws(() => unseal(secrets, offer, 'code.new', 'another', now), refused)
    assert.throws(() => unseal(secrets, `${offer.slice(0, -2)}AA`, 'code.new', 'person', now), refused)
    assert.throws(() => unseal(secretsFrom(Buffer.alloc(32, 2)), offer, 'code.new', 'person', now), refused)
    assert.ok(!offer.includes('secret'))
  })
})
