import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { backUp } from '../backup.ts'
import { StartProblem } from '../errors.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open.ts'
import { listClinicIds, owning } from '../owner.ts'
import { reading } from '../read.ts'
import { restore, type Target } from '../restore.ts'
import { sql } from '../sql.ts'
import { serverIsThere, startServerForTests } from '../test-server.ts'
import { copyTemplate } from '../test-template.ts'
import type { Database } from '../types.ts'
import { verifyBackup } from './read.ts'
import { seedClinic } from './seed.ts'
import { listSequences, listTables, pagesOf } from './tables.ts'

const base = fs.mkdtempSync(join(tmpdir(), 'evenkeel-backup-'))
const source = join(base, 'source')
const secretKey = randomBytes(32).toString('hex')
const now = new Date('2026-11-23T12:00:00Z')
let db: Database
let file = ''
let sealed = ''

describe('a backup', () => {
  before(async () => {
    await copyTemplate(source)
    fs.writeFileSync(join(source, 'secret.key'), secretKey)
    db = await openDatabase({ dataDir: source })
    await seedClinic(db, 30)
    await seedClinic(db, 3)
    file = (await backUp(db, { to: join(base, 'plain.backup'), dataDir: source, now })).path
    sealed = (await backUp(db, { to: join(base, 'sealed.backup'), dataDir: source, passphrase: 'right', now })).path
  })
  after(async () => {
    await db.close()
    fs.rmSync(base, { recursive: true, force: true })
  })

  const sumOf = (rows: Record<string, number>): number => Object.values(rows).reduce((sum, count) => sum + count, 0)

  /** Every row of every table, as text. */
  const contentOf = async (of: Database): Promise<Record<string, string[]>> => {
    const clinicIds = (await listClinicIds(of)).sort()
    return owning(of, async (query) => {
      const content: Record<string, string[]> = {
        sequences: (await listSequences(query)).map((one) => JSON.stringify(one)),
      }
      for (const table of await listTables(query))
        content[table.name] = (await Array.fromAsync(pagesOf(query, table, clinicIds))).flat()
      return content
    })
  }

  const expectSame = async (target: Target): Promise<void> => {
    const restored = await openDatabase(target.url ? { url: target.url } : { dataDir: target.dataDir })
    try {
      assert.deepEqual(await migrate(restored), [])
      const [was, is] = [await contentOf(db), await contentOf(restored)]
      assert.ok((was.session_event?.length ?? 0) === 33 && (was.audit_entry?.length ?? 0) === 2)
      assert.deepEqual(is, was)
      assert.equal(fs.readFileSync(join(target.dataDir, 'secret.key'), 'utf8'), secretKey)
      const catalogue = (of: Database) =>
        owning(of, (query) =>
          query.all(sql`select conname, contype from pg_constraint where contype in ('f', 'c', 'p', 'u', 'x')
          and connamespace = (select oid from pg_namespace where nspname = 'public') order by conname`),
        )
      assert.deepEqual(await catalogue(restored), await catalogue(db))
      const [clinicId = ''] = await listClinicIds(restored)
      const seen = await reading(restored, { clinicId }, (query) =>
        query.one<{ n: number }>(sql`select count(distinct clinic_id) as n from patient`),
      )
      assert.equal(seen.n, 1, 'row-level security is back')
    } finally {
      await restored.close()
    }
  }

  test('restored into an empty folder has every row of every table', async () => {
    const dataDir = join(base, 'restored')
    const done = await restore(sealed, { dataDir }, { passphrase: 'right' })
    assert.equal(done.takenAt, now.toISOString())
    await expectSame({ dataDir })
  })

  describe('between the embedded engine and a server', () => {
    test('a server is there to test with', () => assert.ok(serverIsThere(), 'install postgresql or set DATABASE_URL'))
    test('there and back again', { skip: !serverIsThere() }, async () => {
      const server = await startServerForTests()
      try {
        const target = { url: server.url, dataDir: join(base, 'server-key') }
        await restore(sealed, target, { passphrase: 'right' })
        await expectSame(target)
        await assert.rejects(restore(file, target), /is not empty; nothing was restored/)

        const there = await openDatabase({ url: server.url })
        const back = await backUp(there, { to: join(base, 'back.backup'), dataDir: target.dataDir, now })
        assert.equal(back.holdsKey, true)
        await there.close()
        const dataDir = join(base, 'back-again')
        await restore(back.path, { dataDir })
        await expectSame({ dataDir })
      } finally {
        await server.stop()
      }
    })
  })

  test('a backup is its owner’s only, says nothing when sealed, and never replaces a file', async () => {
    for (const path of [file, sealed]) assert.equal(fs.statSync(path).mode & 0o777, 0o600)
    const bytes = fs.readFileSync(sealed)
    assert.ok(!bytes.includes(secretKey) && !bytes.includes('Test clinic'))
    await assert.rejects(backUp(db, { to: file, dataDir: source, now }), /exists already/)
  })

  test('others go on writing while a backup is taken, and it holds one moment', async () => {
    const path = join(base, 'busy.backup')
    const [done] = await Promise.all([
      backUp(db, { to: path, dataDir: source, now }),
      seedClinic(db, 2),
      seedClinic(db, 2),
    ])
    const { rows } = await verifyBackup(path, undefined)
    assert.equal(sumOf(rows), done.rows)
    assert.equal((rows.patient ?? 0) % 2, 1, 'a clinic of two was seen whole or not at all')
  })

  describe('a backup that is not right is refused with one sentence and leaves nothing', () => {
    const cut = (path: string, to: number, from = 0): string => {
      const other = `${path}.${from}-${to}`
      fs.writeFileSync(other, fs.readFileSync(path).subarray(from, to))
      return other
    }
    const flip = (path: string, part: number): string => {
      const bytes = fs.readFileSync(path)
      const at = Math.floor(bytes.length * part)
      bytes[at] = (bytes[at] ?? 0) ^ 0x10
      const other = `${path}.flip${part}`
      fs.writeFileSync(other, bytes)
      return other
    }
    const cases: [string, () => string, string | undefined, RegExp][] = [
      ['the wrong key', () => sealed, 'wrong', /the key is not the one it was made with, or the file was changed/],
      ['no key', () => sealed, undefined, /is encrypted; give its key/],
      ['cut short (encrypted)', () => cut(sealed, -100), 'right', /was changed or cut short/],
      ['cut short (plain)', () => cut(file, -100), undefined, /was changed or cut short|is damaged/],
      ['cut to its first line', () => cut(sealed, 150), 'right', /not a whole Evenkeel backup|cut short/],
      ['a byte changed near the end (encrypted)', () => flip(sealed, 0.99), 'right', /was changed or cut short/],
      ['a byte changed in the middle (plain)', () => flip(file, 0.5), undefined, /was changed or cut short|is damaged/],
      ['its first line changed', () => flip(sealed, 0.0005), 'right', /was changed or cut short|not a whole/],
      ['an empty file', () => cut(file, 0), undefined, /not a whole Evenkeel backup/],
      ['some other file', () => new URL(import.meta.url).pathname, undefined, /not a whole Evenkeel backup/],
      ['no file', () => join(base, 'nowhere'), undefined, /There is no backup at /],
    ]
    for (const [name, path, passphrase, says] of cases)
      test(name, async () => {
        const parent = fs.mkdtempSync(join(base, 'empty-'))
        await assert.rejects(restore(path(), { dataDir: join(parent, 'data') }, { passphrase }), (error) => {
          assert.ok(error instanceof StartProblem, String(error))
          assert.match(error.message, says)
          assert.match(error.message, /^[^\n]*\.$/)
          return true
        })
        assert.deepEqual(fs.readdirSync(parent), [])
      })
  })

  test('a folder that holds anything is not restored into', async () => {
    await assert.rejects(restore(file, { dataDir: source }), /is not empty; nothing was restored/)
  })
})
