import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../open.ts'
import { copyTemplate } from '../test-template.ts'
import { fewest, killRounds } from './kill.ts'
import { makeLedger, stepsFor } from './ledger.ts'
import { powerCuts } from './power.ts'

const folder = async (): Promise<string> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-durable-'))
  await copyTemplate(dataDir)
  return dataDir
}

test('every commit of the embedded engine waits for a real fsync', async () => {
  const dataDir = await folder()
  const db = await openDatabase({ dataDir })
  const connection = await db.connect()
  const settings = await Promise.all(
    ['fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'data_checksums'].map(async (name) => {
      const [answer] = await connection.send([{ text: `show ${name}`, values: [] }])
      return Object.values(answer?.rows[0] ?? {})[0]
    }),
  )
  assert.deepEqual(settings, ['on', 'on', 'on', 'fsync', 'on'])
  await connection.send([makeLedger])
  const before = db.fsyncs()
  for (let n = 1; n <= 20; n++) await connection.send(stepsFor(n))
  assert.ok(db.fsyncs() - before >= 20, `${db.fsyncs() - before} fsyncs for 20 commits`)
  await db.close()
  rmSync(dataDir, { recursive: true })
})

test('the data folder is its owner’s only', { skip: process.platform === 'win32' }, async () => {
  const dataDir = await folder()
  const db = await openDatabase({ dataDir })
  assert.equal(statSync(dataDir).mode & 0o777, 0o700)
  assert.equal(statSync(join(dataDir, 'database')).mode & 0o077, 0)
  await db.close()
  rmSync(dataDir, { recursive: true })
})

test('a second process on the same folder is refused with one sentence, and the first goes on', async () => {
  const dataDir = await folder()
  const db = await openDatabase({ dataDir })
  const open = fileURLToPath(new URL('../open.ts', import.meta.url))
  const script = `const { openDatabase } = await import(${JSON.stringify(open)})
    await openDatabase({ dataDir: process.argv[1] }).catch((problem) => { console.log(problem.name, problem.message); process.exit(7) })`
  const second = spawnSync(process.execPath, ['--input-type=module', '-e', script, dataDir], { encoding: 'utf8' })
  assert.equal(second.status, 7, second.stderr)
  assert.match(second.stdout, /^StartProblem The data folder .* is in use by another Evenkeel; .*\n$/)
  const connection = await db.connect()
  await connection.send([makeLedger])
  await db.close()
  await (await openDatabase({ dataDir })).close()
  rmSync(dataDir, { recursive: true })
})

test('nothing acknowledged is lost when the process is killed', async () => {
  const { acknowledged, ...found } = await killRounds(4)
  assert.deepEqual(found, { rounds: 4, lost: 0, torn: 0, corrupt: 0 })
  assert.ok(acknowledged >= 3 * fewest, `only ${acknowledged} commits were tried`)
})

test('nothing acknowledged is lost when the power goes', async () => {
  const seed = 1 + Math.floor(Math.random() * 1e6)
  const { dropped, sectorsTorn, ...found } = await powerCuts(5, seed)
  assert.deepEqual({ seed, ...found }, { seed, cuts: 5, lost: 0, torn: 0, corrupt: 0 })
  assert.ok(dropped > 0, 'the cuts dropped no write, so they proved nothing')
  assert.ok(sectorsTorn >= 0)
})
