import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { StartProblem } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addMinutes } from '../../science/time.ts'
import { testApp } from '../../server/test.ts'
import { hashOf, loadSecrets, secretsFrom } from './secrets.ts'
import { newBrowser } from './testing/browser.ts'
import { codeAt, goodPassword, invite, joinByPassword, tokenIn } from './testing/person.ts'

describe('sealing', () => {
  test('opens with the same key, and a changed byte with none', () => {
    const secrets = secretsFrom(Buffer.alloc(32, 1))
    const sealed = secrets.seal('a secret ✓')
    assert.equal(secrets.open(sealed), 'a secret ✓')
    assert.notEqual(secrets.seal('a secret ✓'), sealed)
    const bytes = Buffer.from(sealed, 'base64url')
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      assert.throws(() => secrets.open(changed.toString('base64url')))
    }
    assert.throws(() => secretsFrom(Buffer.alloc(32, 2)).open(sealed))
  })
})

describe('the key of this installation', () => {
  const fresh = () => mkdtempSync(join(tmpdir(), 'evenkeel-key-'))
  const keyIn = (folder: string) => join(folder, 'secret.key')

  test('is made once, whole, for its owner only, and read again', () => {
    const folder = fresh()
    const sealed = loadSecrets(folder).seal('a secret')
    assert.match(readFileSync(keyIn(folder), 'utf8'), /^[0-9a-f]{64}$/)
    assert.equal(statSync(keyIn(folder)).mode & 0o777, 0o600)
    assert.deepEqual(readdirSync(folder), ['secret.key'])
    assert.equal(loadSecrets(folder, false).open(sealed), 'a secret')
  })
  test('that is damaged is refused in one sentence and left as it is', () => {
    const key = 'ab'.repeat(32)
    for (const damaged of ['short', key.slice(1), `${key}00`, `${key.slice(2)}zz`]) {
      const folder = fresh()
      writeFileSync(keyIn(folder), damaged)
      for (const mayMake of [true, false]) assert.throws(() => loadSecrets(folder, mayMake), refused(/damaged/))
      assert.equal(readFileSync(keyIn(folder), 'utf8'), damaged)
    }
  })
  test('that a first start was cut off from writing is made; beside what an earlier one sealed it is missed', () => {
    for (const leave of [() => undefined, (folder: string) => writeFileSync(keyIn(folder), '')]) {
      const folder = fresh()
      leave(folder)
      const before = readdirSync(folder)
      assert.throws(() => loadSecrets(folder, false), refused(/missing, though a clinic is already kept here/))
      assert.deepEqual(readdirSync(folder), before)
      loadSecrets(folder)
      assert.match(readFileSync(keyIn(folder), 'utf8'), /^[0-9a-f]{64}$/)
    }
  })
})

const refused = (says: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StartProblem)
  assert.match(error.message, says)
  return true
}

test('no secret is in any answer, nor in the trail, nor readable in any row, but where it is handed out', async () => {
  const app = await testApp()
  const clinic = await app.clinicWith()
  const invited = await invite(clinic.owner, ['owner', 'monitor'])
  const joining = newBrowser(app)
  const { letters, recoveryCodes } = await joinByPassword(joining, invited.link, app.clock.now)

  app.clock.now = addMinutes(app.clock.now, 1)
  const browser = newBrowser(app)
  const code = codeAt(letters, app.clock.now)
  await browser.post('/api/sign-in', { email: invited.email, password: goodPassword, code })
  const token = browser.token()
  for (const path of ['/api/me', '/api/account', '/api/staff', '/api/clinic']) {
    assert.equal((await browser.get(path)).status, 200, path)
  }
  await browser.post('/api/sign-in/lock')
  await browser.post('/api/sign-in/unlock', { password: goodPassword })
  await browser.post('/api/sign-in/passkey/ask')
  await browser.post('/api/join/look', { token: tokenIn(invited.link) })

  const secret = letters.replaceAll(' ', '')
  const never = [goodPassword, secret, token, tokenIn(invited.link), ...recoveryCodes]
  const hashes = [hashOf(token), hashOf(tokenIn(invited.link)), '$argon2id$']
  for (const answer of browser.seen) {
    for (const word of [...never, ...hashes]) assert.ok(!answer.includes(word), `${word} in ${answer.slice(0, 200)}`)
  }

  const { clinicId } = clinic
  const tables = [
    'staff',
    'password',
    'totp',
    'passkey',
    'recovery_code',
    'sign_in',
    'sign_in_attempt',
    'invitation',
    'message',
    'audit_entry',
  ]
  for (const table of tables) {
    const rows = await reading(app.db, { clinicId }, (q) =>
      q.all<{ row: string }>(sql`select t::text as row from ${sql.raw(table)} t`),
    )
    assert.ok(rows.length > 0 || table === 'passkey', `${table} is empty`)
    for (const { row } of rows) for (const word of never) assert.ok(!row.includes(word), `${word} in ${table}`)
  }
  const trail = await reading(app.db, { clinicId }, (q) =>
    q.all<{ detail: string }>(sql`select detail::text as detail from audit_entry`),
  )
  for (const { detail } of trail) for (const word of hashes) assert.ok(!detail.includes(word))
})
