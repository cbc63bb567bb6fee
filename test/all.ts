import { spawn } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { serverIsThere } from '../database/test-server.ts'
import { buildWeb } from '../web/build.ts'
import { auditDependencies } from './audit.ts'
import { check } from './check.ts'
import { findChromium } from './chromium.ts'

/**
 * Everything that `npm test` promises: the compiler, the linter, every test on the embedded engine, every test that
 * needs a database on a PostgreSQL server as well when there is one, and the journeys in a real browser.
 * `npm test -- care/sessions` runs only the files whose path contains one of the words, and no journeys.
 */
const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const wanted = (file: string) => words.length === 0 || words.some((word) => file.includes(word))

const tests = globSync('**/*.test.ts', {
  cwd: root,
  exclude: ['node_modules/**', 'web/dist/**', 'journeys/**'],
}).filter(wanted)
const onDatabase = tests.filter((file) =>
  /from '[^']*(server|database)\/test\.ts'|from '\.\/test\.ts'/.test(readFileSync(join(root, file), 'utf8')),
)
const journeys = globSync('journeys/*.test.ts', { cwd: root }).filter(wanted)

type Tally = { name: string; passed: number; failed: number; skipped: number; seconds: number }
const tallies: Tally[] = []

/** One process for all files: sixty files start once, and share one database with a fresh clinic for each test. */
const run = (name: string, files: string[], env: Record<string, string> = {}, perFile = false): Promise<void> =>
  new Promise((resolve) => {
    if (files.length === 0) return resolve()
    const started = Date.now()
    console.log(`\n── ${name}: ${files.length} files`)
    const isolation = perFile ? ['--test-concurrency=1'] : ['--test-isolation=none']
    const reporter = [
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      '--test-reporter-destination=stderr',
    ]
    const args = [
      '--disable-warning=ExperimentalWarning',
      '--test',
      ...isolation,
      ...reporter,
      ...files.map((file) => join(root, file)),
    ]
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let tap = ''
    let spec = ''
    child.stderr.on('data', (data) => (tap += data))
    child.stdout.on('data', (data) => (spec += data))
    child.on('close', (code) => {
      const count = (word: string) => Number(tap.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0)
      const failed = count('fail') + count('cancelled') || (code === 0 ? 0 : 1)
      // A passing run says one line; a failing one shows what failed, from where the runner gathers it.
      if (failed > 0)
        console.log(
          spec.includes('failing tests:')
            ? spec.slice(spec.indexOf('✖ failing tests:'))
            : `${spec}\n${tap.slice(-4000)}`,
        )
      tallies.push({
        name,
        passed: count('pass'),
        failed,
        skipped: count('skipped'),
        seconds: Math.round((Date.now() - started) / 1000),
      })
      const last = tallies.at(-1)
      console.log(
        `   ${name}: ${last?.passed} passed, ${last?.failed} failed, ${last?.skipped} skipped, ${last?.seconds} s`,
      )
      resolve()
    })
  })

const started = Date.now()
const problems = await check(words.length === 0)
tallies.push(problems)
if (words.length === 0) tallies.push(auditDependencies())

// Side by side: the embedded database computes, the server mostly waits for its disk.
const server = onDatabase.length > 0 && serverIsThere()
await Promise.all([
  run('pure code and the embedded database', tests, { EVENKEEL_TEST_DATABASE: 'embedded' }),
  server && run('the same on a PostgreSQL server', onDatabase, { EVENKEEL_TEST_DATABASE: 'server' }),
])
if (!server && onDatabase.length > 0) {
  console.log(
    '\n── No PostgreSQL server was found (DATABASE_URL, or initdb on this machine): two-at-once tests did not run.',
  )
}
if (journeys.length > 0) {
  await buildWeb()
  const chromium = await findChromium()
  await run('journeys in a browser', journeys, { CHROMIUM: chromium }, true)
}
rmSync(join(root, '.cache/journeys-tmp'), { recursive: true, force: true })

console.log('')
for (const { name, passed, failed, skipped, seconds } of tallies) {
  console.log(
    `${failed > 0 ? '✖' : '✔'} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`,
  )
}
const sum = (key: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[key], 0)
console.log(`in ${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exit(sum('failed') > 0 ? 1 : 0)
