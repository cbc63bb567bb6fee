import { killRounds } from '../database/durability/kill.ts'
import { powerCuts } from '../database/durability/power.ts'
import { serverIsThere } from '../database/test-server.ts'
import { demoOn } from '../demo/any-day.ts'
import { addMinutes, Instant } from '../science/time.ts'
import { findTests } from './files.ts'
import { run, runAll } from './run.ts'

/**
 * The longer campaigns: the same judges as in `npm test`, many more rounds, another seed each day, the properties'
 * among them; and every test with a database on either engine, on a server once more with all that is presumed untrue.
 * Prints what it saw and fails when anything acknowledged was lost, torn or corrupt, when the demo cannot be made on one
 * of the coming days, or a test fails. `npm run test:long -- ROUNDS CUTS DAYS`.
 */
const [rounds = 30, cuts = 130, days = 14] = process.argv.slice(2).map(Number)
const seed = Math.floor(Date.now() / 86_400_000)

console.log(`Killing a writing process ${rounds} times …`)
const killed = await killRounds(rounds)
console.log(JSON.stringify(killed))
console.log(`Cutting the power ${cuts} times (seed ${seed}) …`)
const cut = await powerCuts(cuts, seed)
console.log(JSON.stringify(cut))

console.log(`Making the demo on each of ${days} days, at another hour each …`)
const today = Instant.parse(new Date().toISOString())
const wrong = await demoOn(Array.from({ length: days }, (_, day) => addMinutes(today, day * (24 + 5) * 60)))
console.log(JSON.stringify(wrong))

const { pure, onDatabase } = findTests()
const env = (engine: 'embedded' | 'server') => ({ EVENKEEL_TEST_DATABASE: engine, EVENKEEL_SEED: String(seed) })
const onServer = [
  { name: 'with the seed of the day, server', files: onDatabase, env: env('server') },
  // Only there does anything go by memory and is made sure of; here nothing of it holds, and every request is done again.
  { name: 'nothing presumed holds, server', files: onDatabase, env: { ...env('server'), EVENKEEL_TEST_DOUBT: '1' } },
]
const jobs = [
  { name: 'with the seed of the day, embedded', files: [...pure, ...onDatabase], env: env('embedded') },
  ...(serverIsThere() ? onServer : []),
]
const tallies = await runAll(
  jobs.map((job) => () => run(job)),
  1,
)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)

const bad = failed + killed.lost + killed.torn + killed.corrupt + cut.lost + cut.torn + cut.corrupt + wrong.length
console.log(`${bad === 0 ? 3 + jobs.length : 0} passed, ${bad === 0 ? 0 : 1} failed`)
process.exit(bad === 0 ? 0 : 1)
