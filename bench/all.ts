import { cpus } from 'node:os'
import { serverIsThere } from '../database/test-server.ts'
import { readPages } from '../server/readability.ts'
import { frames } from './frames.ts'
import { measureHand } from './hand.ts'
import { lighthouse, type Scored } from './lighthouse.ts'
import { simulatePopulation } from './pharmacokinetics.ts'
import type { Engine } from './place.ts'
import { measureRegistry } from './registry.ts'
import { measureRoom } from './room.ts'
import { runRules } from './rules.ts'
import { runOn } from './run.ts'
import { runScoring } from './scoring.ts'
import { sizes } from './size.ts'
import { startUp } from './start.ts'

/**
 * `npm run bench` prints one table: what is measured, the number, and what it aims at. Nothing is asserted: times say
 * something only beside other times of the same run on the same machine, so most of them are ratios.
 */
const rows: [what: string, found: string, aim: string][] = []
const say = (what: string, found: string, aim = '') => {
  rows.push([what, found, aim])
  console.error(`  ${what}: ${found}`)
}
const whole = (number: number) => Math.round(number).toLocaleString('en-US')
const short = (number: number) => number.toFixed(number < 10 ? 2 : 1)

console.error('Measuring; about twenty minutes. A machine that does other work as well gives worse ratios.')
const engines: Engine[] = serverIsThere() ? ['embedded', 'server'] : ['embedded']
for (const engine of engines) {
  const { vitals, chart } = await runOn(engine)
  const { insert, one, tenRows, sixteen } = vitals
  say(`${engine}: vitals set, 1 client, against a bare durable INSERT`, `${short(insert / one)} ×`, '≤ 3 ×')
  say(`  a second: INSERT, vitals sets over HTTP`, `${whole(insert)}, ${whole(one)}`)
  say(`${engine}: vitals sets, 16 clients, of the engine’s rate for ten rows`, short(sixteen / tenRows), '≥ 0.33')
  say(`  a second: ten rows, vitals sets over HTTP`, `${whole(tenRows)}, ${whole(sixteen)}`)
  say(`${engine}: chart of ten years, 300 sessions, median`, `${short(chart.milliseconds)} ms`, '≤ 25 ms')
  say(`  95th percentile; size`, `${short(chart.p95)} ms; ${whole(chart.kB)} kB`)
  say(`  statements: the page and its trail; at the door`, `${chart.queries}; ${chart.atTheDoor}`, '≤ 10')
}
for (const engine of engines) {
  const { sent, stored, twice, saved, board, cpuShare } = await measureRoom(engine)
  say(`${engine}: 60 sessions, 2 devices each, board open: tap to board, p99`, `${whole(board.p99)} ms`, '≤ 1000 ms')
  say(
    `  tap to board, median; tap to saved, median and p99`,
    `${whole(board.p50)}; ${whole(saved.p50)}, ${whole(saved.p99)} ms`,
  )
  say(`  sent, stored, stored twice`, `${sent}, ${stored}, ${twice}`, 'all, once')
  say(`  server, of one core`, `${whole(cpuShare * 100)} %`)
}
const { taps, digits, seconds, handSeconds } = await measureHand()
say('a whole vitals set, tablet, a hand at 0.25 s a tap or digit, to the log', `${short(seconds)} s`, '< 5 s')
say(`  taps, digits; of that the hand alone`, `${taps}, ${digits}; ${short(handSeconds)} s`)
if (engines.length === 1) console.error('  No PostgreSQL server was found, so only the embedded engine was measured.')

const [few, many] = [await measureRegistry(1_000), await measureRegistry(10_000)]
for (const { patients, registryMs, cohortMs, otherMs, restMB, workMB } of [few, many]) {
  say(
    `embedded: registry of ${whole(patients)} patients, ${whole(patients * 100)} answers, median`,
    `${whole(registryMs)} ms`,
  )
  say('  clinic outcomes; another request meanwhile', `${whole(cohortMs)}; ${whole(otherMs)} ms`)
  say('  memory of the server, before and after', `${restMB}, ${workMB} MB`)
}
const growth = (of: (one: typeof few) => number) => `${short(of(many) / of(few))} ×`
say(
  '  ten times the patients: registry, clinic outcomes',
  [growth((one) => one.registryMs), growth((one) => one.cohortMs)].join(', '),
  '≤ 10 ×',
)

const rules = runRules(2_000)
say(`all rules, ${rules.medicines} medicines, 4 routes, median`, `${short(rules.median)} ms`, '≤ 1 ms')
say('  95th percentile; the first run of a process', `${short(rules.p95)}; ${short(rules.cold)} ms`)

for (const { what, scoredPerSecond, fromJsonPerSecond } of runScoring(100_000)) {
  say(`sets of answers scored a second of processor time, ${what}`, whole(scoredPerSecond))
  say('  from JSON, checked against what is offered', whole(fromJsonPerSecond))
}

const { milliseconds, residentMB } = await startUp()
say('start, built, to the first answer', `${short(milliseconds / 1000)} s`, '≤ 3 s')
say('memory at rest', `${residentMB} MB`)
const aims: Record<string, string> = { patient: '≤ 120 kB', learn: '≤ 40 kB with all that comes later' }
for (const { entry, files, kB } of await sizes())
  say(`JavaScript, gzip: ${entry} (${files} files)`, `${kB} kB`, aims[entry])

const scored: Scored[] = []
for (const { path, grade } of readPages()) say(`${path}: school grade`, grade.toFixed(1), '≤ 8.5')

for await (const one of lighthouse()) {
  scored.push(one)
  console.error(`  Lighthouse, ${one.path}: ${Object.values(one.scores).join(', ')}; ${whole(one.paintMs)} ms`)
}
say(`Lighthouse, slow phone, the worst of ${scored.length} public pages`, '', 'each ≥ 98')
for (const name of ['performance', 'accessibility', 'best-practices', 'seo']) {
  const least = scored.toSorted((a, b) => (a.scores[name] ?? 0) - (b.scores[name] ?? 0))[0]
  say(`  ${name}`, `${least?.scores[name]} (${least?.path})`, '≥ 98')
}
const latest = scored.toSorted((a, b) => b.paintMs - a.paintMs)[0]
say('  largest paint', `${whole(latest?.paintMs ?? Number.NaN)} ms (${latest?.path})`, '≤ 1500 ms')
const heaviest = scored.toSorted((a, b) => b.scriptKB - a.scriptKB)[0]
say('  JavaScript over the wire', `${short(heaviest?.scriptKB ?? Number.NaN)} kB (${heaviest?.path})`, '≤ 20 kB')

const slower = 4
const { mainMs, middleMs, worst5Ms, bandsPerSecond } = await frames(slower)
say(
  `public page, band moved, processor ${slower} × slower: a frame, middle and 95 %`,
  `${short(middleMs)}, ${short(worst5Ms)} ms`,
  '≤ 16.7 ms',
)
say('  work of the page’s thread a frame, processor time', `${short(mainMs)} ms`, '≤ 16.7 ms')
say('  the whole population’s bands drawn anew', `${whole(bandsPerSecond)} a second`, '60')
simulatePopulation(1_000, 5)
const thousand = simulatePopulation(1_000, 10)
say('1,000 people, 4 routes, 240 min: curves, processor time', `${whole(thousand.curvesCpuMs)} ms`, '≤ 150 ms')

const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length))
const [first, second] = [width(0), width(1)]
console.log(`\n${'measured'.padEnd(first)}  ${'found'.padStart(second)}  aim`)
for (const [what, found, aim] of rows) console.log(`${what.padEnd(first)}  ${found.padStart(second)}  ${aim}`)
console.log(`\n${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`)
