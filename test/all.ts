import { rmSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { serverIsThere } from '../database/test-server.ts'
import { template } from '../database/test-template.ts'
import { buildWeb } from '../web/build.ts'
import { auditDependencies } from './audit.ts'
import { check } from './check.ts'
import { findChromium } from './chromium.ts'
import { findTests, root } from './files.ts'
import { type Job, lineOf, run, runAll, runLane, type Tally } from './run.ts'

/**
 * Everything that `npm test` promises: the compiler, the linter, every test (those that need a database on a PostgreSQL
 * server when there is one, else embedded) and the journeys in a real browser, on the embedded engine.
 * `npm test -- care/sessions` runs only the files whose path contains one of the words, on both engines;
 * `npm run test:long` takes every test with a database on both.
 */
const words = process.argv.slice(2)
const everything = words.length === 0
const { alone, pure, onDatabase, onBothEngines, journeys } = findTests(words)

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
// The same tests on a second engine would take half as long again: only what could differ between the two.
const onEmbedded = everything && server ? onBothEngines : onDatabase
/** Every second file, from the first or from the second on: all of them one after the other would outlast everything else. */
const onServer = (half: 0 | 1): Job => ({
  name: `on a PostgreSQL server, ${half + 1} of 2`,
  files: server ? onDatabase.filter((_, place) => place % 2 === half) : [],
  env: { EVENKEEL_TEST_DATABASE: 'server' },
})
const parts: Job[] = [
  onServer(0),
  onServer(1),
  {
    name: 'pure code and the embedded database',
    files: [...pure, ...onEmbedded],
    env: { EVENKEEL_TEST_DATABASE: 'embedded' },
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

// One more at a time than there are cores: a journey waits for frames and timers for a part of its time. Each lane with its
// browser takes about a gigabyte and a half. What starts processes of its own runs beside them, because it mostly waits.
const lanes = Math.max(1, Math.min(availableParallelism() + 1, Math.floor(totalmem() / 2.5e9), 4))
const jobs = [
  ...parts.filter(({ files }) => files.length > 0).map((part) => () => run(part)),
  ...Array.from({ length: Math.min(lanes, journeys.length) }, (_, at) => lane(at + 1)),
]
const beside = alone.length > 0 ? [run({ name: 'processes and databases of their own', files: alone })] : []
const tallies = [...first, ...(await runAll(jobs, lanes)), ...(await Promise.all(beside))]
rmSync(join(root, '.cache/journeys-tmp'), { recursive: true, force: true })

console.log('')
for (const tally of tallies) console.log(lineOf(tally))
const sum = (key: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[key], 0)
console.log(`in ${Math.round((Date.now() - started) / 1000)} s`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`)
process.exit(sum('failed') > 0 ? 1 : 0)
