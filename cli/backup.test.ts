import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { serveControl } from '../database/control.ts'
import { commandsFor } from '../database/control-commands.ts'
import { openDatabase } from '../database/open.ts'
import { newClinic } from '../database/test.ts'
import { copyTemplate } from '../database/test-template.ts'

/** A clinic and its first registered location. */
const rows = 2

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

const evenkeel = (
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; out: string; problem: string }> =>
  new Promise((resolve) => {
    const { DATABASE_URL: _, EVENKEEL_BACKUP_KEY: __, ...rest } = process.env
    const child = spawn(process.execPath, [main, ...args], { env: { ...rest, ...env } })
    let out = ''
    let problem = ''
    child.stdout.on('data', (text) => (out += text))
    child.stderr.on('data', (text) => (problem += text))
    child.once('close', (code) => resolve({ code, out, problem }))
  })

test('a backup is taken from a running Evenkeel and from a stopped one, and restored, on the command line', async () => {
  const base = fs.mkdtempSync(join(tmpdir(), 'evenkeel-cli-'))
  const at = (name: string): string => join(base, name)
  await copyTemplate(at('data'))
  const db = await openDatabase({ dataDir: at('data') })
  await newClinic(db)
  const stop = await serveControl(
    at('data'),
    commandsFor(db, at('data'), () => new Date()),
  )
  const running = { DATA_DIR: at('data'), EVENKEEL_BACKUP_KEY: 'a long passphrase' }

  const first = await evenkeel(['backup', at('running.backup')], running)
  assert.equal(first.code, 0, first.problem)
  assert.deepEqual([JSON.parse(first.out).rows, JSON.parse(first.out).encrypted], [rows, true])
  const twice = await evenkeel(['backup', at('running.backup')], running)
  assert.deepEqual([twice.code, twice.out], [1, ''])
  assert.match(twice.problem, /^The file .* exists already; [^\n]*\n$/)
  await stop()
  await db.close()

  const stopped = await evenkeel(['backup', base], { DATA_DIR: at('data') })
  assert.equal(stopped.code, 0, stopped.problem)
  assert.match(stopped.problem, /not encrypted/)
  // This folder never had a key: that is said, and not only to be seen in what is missing.
  assert.equal(JSON.parse(stopped.out).holdsKey, false)
  assert.match(stopped.problem, /key is not in it/)
  const { path } = JSON.parse(stopped.out)
  assert.match(path, /evenkeel-\d{4}-\d\d-\d\d-\d{6}\.backup$/)

  fs.writeFileSync(at('key'), 'a long passphrase\n')
  const restored = await evenkeel(['restore', at('running.backup'), '--key-file', at('key')], { DATA_DIR: at('new') })
  assert.equal(restored.code, 0, restored.problem)
  assert.equal(JSON.parse(restored.out).rows, rows)
  const again = await evenkeel(['restore', path], { DATA_DIR: at('new') })
  assert.equal(again.code, 1)
  assert.match(again.problem, /^The folder .* is not empty; nothing was restored\. [^\n]*\n$/)
  assert.equal((await evenkeel(['restore'], {})).code, 2)
  fs.rmSync(base, { recursive: true })
})
