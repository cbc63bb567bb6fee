import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { system } from '../clinic/accounts/actor.ts'
import { loadSecrets } from '../clinic/accounts/secrets.ts'
import { audited } from '../clinic/audit/audited.ts'
import { migrate } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { owning } from '../database/owner.ts'
import { sql } from '../database/sql.ts'
import { copyTemplate } from '../database/test-template.ts'
import { Instant } from '../science/time.ts'

const main = join(import.meta.dirname, 'main.ts')
const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-cli-'))
const clinicId = randomUUID()
const at = Instant.parse('2026-11-23T17:00:00.000Z')

/** Runs the command line as somebody at a terminal does. */
const evenkeel = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, PORT: '0', ...env },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (data) => {
      out += data
    })
    child.stderr.on('data', (data) => {
      err += data
    })
    child.on('close', (code) => resolve({ code, out, err }))
  })

const openHere = async () => {
  const db = await openDatabase({ dataDir })
  await migrate(db)
  return db
}

before(async () => {
  await copyTemplate(dataDir)
  loadSecrets(dataDir)
  const db = await openHere()
  const act = { clinicId, actor: system, action: 'test', at }
  await audited(db, act, (tx) =>
    tx.run(
      sql`insert into clinic (clinic_id, name, time_zone) values (${clinicId}, 'Test clinic', 'America/New_York')`,
    ),
  )
  await audited(db, act, async () => undefined)
  await db.close()
})
after(() => rmSync(dataDir, { recursive: true, force: true }))

describe('evenkeel', () => {
  test('lists its commands, each of which explains itself', async () => {
    const { code, out } = await evenkeel(['--help'])
    assert.equal(code, 0)
    const commands = ['start', 'backup', 'restore', 'audit verify', 'migrate', 'recover', 'export']
    for (const command of commands) assert.match(out, new RegExp(`^  ${command} `, 'm'))
    for (const command of commands) {
      const one = await evenkeel([...command.split(' '), '--help'])
      assert.equal(one.code, 0, command)
      assert.match(one.out, new RegExp(`evenkeel ${command}`))
    }
  })

  test('does not guess at a command or an option it does not know', async () => {
    const unknown = await evenkeel(['stort'])
    assert.equal(unknown.code, 2)
    assert.match(unknown.err, /no command "stort"/)
    assert.equal((await evenkeel(['export', '--nonsense'])).code, 2)
    const { code, err } = await evenkeel(['constructor'])
    assert.deepEqual([code, err], [2, 'There is no command "constructor". evenkeel --help lists them.\n'])
    const half = await evenkeel(['audit'])
    assert.deepEqual([half.code, half.err], [2, 'There is no command "audit". Did you mean evenkeel audit verify?\n'])
  })

  test('helps whoever asks as people ask', async () => {
    for (const asked of ['audit --help', 'export -h']) {
      const { code, out } = await evenkeel(asked.split(' '))
      assert.equal(code, 0, asked)
      assert.match(out, /evenkeel /)
    }
  })

  test('makes nothing where nothing is kept, and says so', async () => {
    const nowhere = join(dataDir, 'none')
    const { code, err } = await evenkeel(['audit', 'verify'], { DATA_DIR: nowhere })
    assert.deepEqual([code, err], [1, `There is no Evenkeel data in ${nowhere}; say where it is with DATA_DIR.\n`])
    assert.equal(existsSync(nowhere), false)
  })

  test('says in one sentence what is wrong with a setting, with no stack', async () => {
    for (const [env, says] of [
      [{ PORT: 'eighty' }, /PORT is "eighty"/],
      [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL has to begin/],
      [{ DATABASE_URL: 'postgres://127.0.0.1:1/none' }, /./],
    ] as const) {
      const { code, err } = await evenkeel(['start'], env)
      assert.equal(code, 1)
      assert.match(err, says)
      assert.doesNotMatch(err, /^\s+at /m)
    }
  })

  test('names a port that is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    const { code, err } = await evenkeel(['start'], { PORT: String(port) })
    taken.close()
    assert.equal(code, 1)
    assert.match(err, new RegExp(`Port ${port} is in use`))
    assert.doesNotMatch(err, /^\s+at /m)
  })

  test('exports a clinic as JSON, and refuses one that is not there', async () => {
    const { code, out } = await evenkeel(['export'])
    assert.equal(code, 0)
    const exported = JSON.parse(out) as { clinicId: string; tables: Record<string, unknown[]> }
    assert.equal(exported.clinicId, clinicId)
    assert.equal(exported.tables.audit_entry?.length, 2)
    assert.equal('sign_in' in exported.tables, false)
    const other = await evenkeel(['export', '--clinic', randomUUID()])
    assert.equal(other.code, 1)
    assert.match(other.err, /no such clinic/)
  })

  test('exports nothing for a patient who is not there, rather than an empty record', async () => {
    const { code, out, err } = await evenkeel(['export', '--patient', 'Smith'])
    assert.deepEqual([code, out], [1, ''])
    assert.match(err, /^There is no patient Smith in that clinic/)
  })

  test('ends quietly when whoever reads has read enough', async () => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'rules'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.once('data', () => child.stdout.destroy())
    let err = ''
    child.stderr.on('data', (data) => {
      err += data
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    assert.deepEqual([code, err], [0, ''])
  })

  test('verifies the audit trail: 0 when whole, 3 when an entry was changed', async () => {
    const whole = await evenkeel(['audit', 'verify'])
    assert.equal(whole.code, 0)
    const { clinics } = JSON.parse(whole.out) as {
      clinics: { whole: boolean; entries: number; head: { seq: number } }[]
    }
    assert.deepEqual([clinics[0]?.whole, clinics[0]?.entries, clinics[0]?.head.seq], [true, 2, 2])
    const kept = join(dataDir, 'kept.json')
    writeFileSync(kept, whole.out.replace(/"hash": "[0-9a-f]{4}/, '"hash": "0000'))
    const cut = await evenkeel(['audit', 'verify', '--kept', kept])
    assert.equal(cut.code, 3)
    assert.match(cut.out, /the entry that was kept is not in it any more/)
    const db = await openHere()
    await owning(
      db,
      async (q) => {
        await q.run(sql`alter table audit_entry disable trigger user`)
        await q.run(sql`update audit_entry set action = 'something else' where seq = 1`)
        await q.run(sql`alter table audit_entry enable trigger user`)
      },
      'write',
    )
    await db.close()
    const changed = await evenkeel(['audit', 'verify'])
    assert.equal(changed.code, 3)
    assert.match(changed.out, /this entry was changed/)
  })
})
