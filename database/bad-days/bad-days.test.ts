import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { judge, readLedger } from '../durability/ledger.ts'
import { DatabaseGone, StartProblem } from '../errors.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open.ts'
import { owning } from '../owner.ts'
import { sql } from '../sql.ts'
import { copyTemplate } from '../test-template.ts'

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const inFolder = async (run: (dataDir: string) => Promise<void>): Promise<void> => {
  const base = fs.mkdtempSync(join(tmpdir(), 'evenkeel-bad-'))
  const dataDir = join(base, 'data')
  await copyTemplate(dataDir)
  try {
    await run(dataDir)
  } finally {
    fs.rmSync(base, { recursive: true, force: true })
  }
}

/** Every file in the folder with its size and when it was last written: "nothing was changed" can be checked by it. */
const contentOf = (folder: string): Map<string, string> =>
  new Map(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, fs.statSync(path, { bigint: true })] as const)
      .map(([path, { size, mtimeNs }]) => [path, `${size} bytes, written ${mtimeNs}`]),
  )

const oneSentence = (error: unknown, pattern: RegExp): true => {
  assert.ok(error instanceof StartProblem || error instanceof DatabaseGone, String(error))
  assert.match(error.message, /^[A-Z][^\n]*\.$/)
  assert.match(error.message, pattern)
  return true
}

describe('a disk that fails while commits are being acknowledged', () => {
  for (const [kind, says] of [
    ['full:1500000', /^The disk holding .* is full, so Evenkeel stopped; everything acknowledged is kept\. .*\n$/],
    ['stuck:1500000', /^The disk holding .* is full, so Evenkeel stopped; everything acknowledged is kept\. .*\n$/],
    ['fsync:40', /^The disk holding .* refused to keep .*; everything acknowledged is kept\. .*\n$/],
  ] as const)
    test(`${kind}: one sentence, an exit code, and nothing acknowledged is lost`, () =>
      inFolder(async (dataDir) => {
        // Opened once before: the first opening of the template may begin a new segment of the log, 16 MB at once.
        await (await openDatabase({ dataDir })).close()
        const run = spawnSync(
          process.execPath,
          ['--import', pathOf('bad-disk.ts'), pathOf('../durability/writer.ts'), dataDir],
          { encoding: 'utf8', env: { ...process.env, EVENKEEL_BAD_DISK: kind }, timeout: 120_000 },
        )
        assert.equal(run.status, 3, run.stderr)
        assert.match(run.stderr, says)
        const acknowledged = run.stdout.match(/ACK \d+\n/g)?.length ?? 0
        assert.ok(acknowledged > 10, `${acknowledged} commits before the disk failed`)
        const db = await openDatabase({ dataDir })
        assert.deepEqual(judge(await readLedger(await db.connect()), acknowledged), { lost: 0, torn: 0, corrupt: 0 })
        await db.close()
      }))
})

describe('a data folder that cannot be opened is refused with one sentence and left as it was', () => {
  const cases: [string, RegExp, (dataDir: string) => void][] = [
    [
      'a damaged control file',
      /does not open and may be damaged; nothing was overwritten/,
      (dataDir) => fs.writeFileSync(join(dataDir, 'database/global/pg_control'), Buffer.alloc(8192, 7)),
    ],
    [
      'no control file',
      /does not open and may be damaged/,
      (dataDir) => fs.rmSync(join(dataDir, 'database/global/pg_control')),
    ],
    [
      'no PG_VERSION',
      /missing or damaged; nothing was changed/,
      (dataDir) => fs.rmSync(join(dataDir, 'database/PG_VERSION')),
    ],
    [
      'no write-ahead log',
      /does not open and may be damaged/,
      (dataDir) => fs.rmSync(join(dataDir, 'database/pg_wal'), { recursive: true }),
    ],
    [
      'a damaged version file',
      /version\.json is damaged/,
      (dataDir) => fs.writeFileSync(join(dataDir, 'version.json'), '{"post'),
    ],
    ['no version file', /does not recognize/, (dataDir) => fs.rmSync(join(dataDir, 'version.json'))],
    [
      'data of a newer Evenkeel',
      /written by a newer Evenkeel \(schema 9999; /,
      (dataDir) => fs.writeFileSync(join(dataDir, 'version.json'), '{"postgres":18,"schema":"9999"}'),
    ],
    [
      'data of another PostgreSQL',
      /written by PostgreSQL 17 and this Evenkeel brings PostgreSQL 18/,
      (dataDir) => fs.writeFileSync(join(dataDir, 'version.json'), '{"postgres":17,"schema":"0001"}'),
    ],
  ]
  for (const [name, says, damage] of cases)
    test(name, () =>
      inFolder(async (dataDir) => {
        damage(dataDir)
        const before = contentOf(dataDir)
        await assert.rejects(openDatabase({ dataDir }), (error) => oneSentence(error, says))
        const after = contentOf(dataDir)
        after.delete(join(dataDir, 'database/postmaster.pid'))
        assert.deepEqual([...after.keys()].sort(), [...before.keys()].sort())
        for (const [path, state] of before) assert.equal(after.get(path), state, `${path} was changed`)
      }),
    )
})

test('a file where the data folder should be is refused with one sentence', () =>
  inFolder(async (dataDir) => {
    await assert.rejects(openDatabase({ dataDir: join(dataDir, 'version.json') }), (error) =>
      oneSentence(error, /cannot be used \(E[A-Z]+\)/),
    )
  }))

test('a damaged table stops the database instead of answering from it', () =>
  inFolder(async (dataDir) => {
    let db = await openDatabase({ dataDir })
    const { path } = await owning(db, (query) =>
      query.one<{ path: string }>(sql`select pg_relation_filepath('migration') as path`),
    )
    await db.close()
    const fd = fs.openSync(join(dataDir, 'database', path), 'r+')
    fs.writeSync(fd, Buffer.alloc(512, 0xa5), 0, 512, 4096)
    fs.closeSync(fd)
    db = await openDatabase({ dataDir })
    await assert.rejects(migrate(db), (error) =>
      oneSentence(error, /is damaged, so Evenkeel stopped; nothing was overwritten/),
    )
    assert.match((await db.gone).message, /is damaged/)
    await db.close()
  }))

test('a first start that was cut short begins again', () =>
  inFolder(async (dataDir) => {
    fs.rmSync(join(dataDir, 'version.json'))
    fs.rmSync(join(dataDir, 'database/global'), { recursive: true })
    fs.writeFileSync(join(dataDir, 'first-start-unfinished'), '')
    const db = await openDatabase({ dataDir })
    assert.notDeepEqual(await migrate(db), [])
    await db.close()
    assert.equal(fs.existsSync(join(dataDir, 'first-start-unfinished')), false)
  }))

test('statements after the database is gone say that it is gone', () =>
  inFolder(async (dataDir) => {
    const db = await openDatabase({ dataDir })
    await db.close()
    await assert.rejects(
      owning(db, (query) => query.one(sql`select 1`)),
      (error) => oneSentence(error, /The database is closed\./),
    )
  }))

for (const [url, says] of [
  [
    'postgres://nobody:secret@127.0.0.1:1/none',
    /^The database server at 127\.0\.0\.1:1\/none could not be reached \(ECONNREFUSED\); /,
  ],
  ['not an address', /^DATABASE_URL is not an address such as /],
] as const)
  test(`a server that is not there: ${says.source}`, async () => {
    await assert.rejects(openDatabase({ url }), (error) => {
      assert.ok(error instanceof StartProblem && !error.message.includes('secret'))
      return oneSentence(error, says)
    })
  })
