import { killRounds } from '../database/durability/kill.ts'
import { powerCuts } from '../database/durability/power.ts'

/**
 * The longer campaigns: the same judges as in `npm test`, many more rounds, another seed each day. Prints what it saw
 * and fails when anything acknowledged was lost, torn or corrupt. `npm run test:long -- ROUNDS CUTS`.
 */
const [rounds = 30, cuts = 130] = process.argv.slice(2).map(Number)
const seed = Math.floor(Date.now() / 86_400_000)

console.log(`Killing a writing process ${rounds} times …`)
const killed = await killRounds(rounds)
console.log(JSON.stringify(killed))
console.log(`Cutting the power ${cuts} times (seed ${seed}) …`)
const cut = await powerCuts(cuts, seed)
console.log(JSON.stringify(cut))

const bad = killed.lost + killed.torn + killed.corrupt + cut.lost + cut.torn + cut.corrupt
console.log(`${bad === 0 ? 2 : 0} passed, ${bad === 0 ? 0 : 1} failed`)
process.exit(bad === 0 ? 0 : 1)
