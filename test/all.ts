import { globSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { serverIsThere } from '../database/test-server.ts'
import { template } from '../database/test-template.ts'
import { buildWeb } from '../web/build.ts'
import { auditDependencies } from './audit.ts'
import { check } from './check.ts'
import { findChromium } from './chromium.ts'
import { type Job, lineOf, run, runAll, runLane, type Tally } from './run.ts'

/**
 * Everything that `npm test` promises: the compiler, the linter, every test on the embedded engine, every test that
 * needs a database on a PostgreSQL server as well when there is one, and the journeys in a real browser.
 * `npm test -- care/sessions` runs only the files whose path contains one of the words.
 */
const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const everything = words.length === 0
const wanted = (file: string) => everything || words.some((word) => file.includes(word))
const imports = (pattern: RegExp) => (file: string) =>
  new RegExp(`from '${pattern.source}'`).test(readFileSync(join(root, file), 'utf8'))

const tests = globSync('**/*.test.ts', {
  cwd: root,
  exclude: ['node_modules/**', 'web/dist/**', 'journeys/**'],
})
  .filter(wanted)
  .sort() // The same order on every machine: a folder lists its files as it likes.
// What starts processes and databases by itself mostly waits for them, and is the same whatever the others run on.
const alone = tests.filter(imports(/(node:child_process|[^']*\/test-(template|server)\.ts)/))
const shared = tests.filter((file) => !alone.includes(file))
const onDatabase = shared.filter(imports(/(\.|[^']*(server|database))\/test\.ts/))
const journeys = globSync('journeys/*.test.ts', { cwd: root }).filter(wanted).sort()

const started = Date.now()
// May have to install one first: that happens beside everything else.
const browser = journeys.length > 0 ? findChromium() : Promise.resolve(undefined)
const first: Tally[] = await Promise.all([
  check(everything),
  ...(everything ? [auditDependencies()] : []),
  // Once, before several processes would each make it.
  ...(alone.length + onDatabase.length + journeys.length > 0 ? [template().then(() => [])] : []),
  ...(journeys.length > 0 ? [buildWeb().then(() => [])] : []),
]).then((results) => results.flat())
for (const tally of first) console.log(lineOf(tally))

const server = serverIsThere()
const parts: Job[] = [
  { name: 'processes and databases of their own', files: alone },
  { name: 'pure code and the embedded database', files: shared, env: { EVENKEEL_TEST_DATABASE: 'embedded' } },
  {
    name: 'the same on a PostgreSQL server',
    files: server ? onDatabase : [],
    env: { EVENKEEL_TEST_DATABASE: 'server' },
  },
]
if (!server && onDatabase.length > 0)
  console.log('No PostgreSQL server was found (DATABASE_URL, or initdb here): two-at-once tests will not run.')

/** Without a browser nothing was seen of the journeys, and that is a failure. */
const lane = (number: number) => async (): Promise<Tally> => {
  const name = `journeys, lane ${number}`
  const chromium = await browser
  if (!chromium) return { name, passed: 0, failed: 1, skipped: 0, seconds: 0 }
  return runLane(name, journeys, { CHROMIUM: chromium })
}

// As many at a time as there are cores: a browser that has to share its core keeps its steps waiting.
const lanes = Math.min(Math.max(availableParallelism(), 2), 5)
const jobs = [
  ...parts.filter(({ files }) => files.length > 0).map((part) => () => run(part)),
  ...Array.from({ length: Math.min(lanes, journeys.length) }, (_, at) => lane(at + 1)),
]
const tallies = [...first, ...(await runAll(jobs, lanes))]
rmSync(join(root, '.cache/journeys-tmp'), { recursive: true, force: true })

console.log('')
for (const tally of tallies) console.log(lineOf(tally))
const sum = (key: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[key], 0)
console.log(`in ${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exit(sum('failed') > 0 ? 1 : 0)
