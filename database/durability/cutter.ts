import { cpSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openDurable } from '../embedded/durable.ts'
import { prepared } from '../prepared.ts'
import type { Step } from '../types.ts'
import { replies, request } from '../wire.ts'
import { losingDisk } from './disk.ts'
import { makeLedger, stepsFor } from './ledger.ts'

/** Writes to a database on a disk that loses power `cuts` times, leaving a copy for each. Run by `powerCuts`. */
const [dataDir = '', cutsText = '5', seedText = '1'] = process.argv.slice(2)
const cuts = Number(cutsText)

let seed = Number(seedText)
/** Mulberry32: the same seed gives the same cuts again. */
const chance = (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

let acknowledged = 0
let made = 0
let operations = 0
let next = Number.POSITIVE_INFINITY
const disk = losingDisk(join(dataDir, 'database'), chance, () => {
  if (made >= cuts || ++operations < next) return
  next = operations + 20 + Math.floor(chance() * 600)
  const to = `${dataDir}-cut${made++}`
  const image = disk.cut(join(to, 'database'))
  cpSync(join(dataDir, 'version.json'), join(to, 'version.json'))
  writeSync(1, `${JSON.stringify({ to, acknowledged, ...image })}\n`)
})

const engine = await openDurable(join(dataDir, 'database'), {
  fsynced: () => {},
  fsyncRefused: () => process.exit(4),
  full: () => process.exit(5),
})
const statements = prepared()
const send = (steps: readonly Step[]): void => {
  const chunks: Buffer[] = []
  const onRawData = (data: Uint8Array): void => void chunks.push(Buffer.from(data))
  const uses = statements.usesOf(steps)
  engine.execProtocolRawStream(request(steps, uses), { syncToFs: false, onRawData })
  const { answers, error, whole } = replies(Buffer.concat(chunks), steps, uses)
  statements.keep(uses.slice(0, answers.length))
  if (error || !whole) throw error ?? new Error('The engine broke off')
}
send([makeLedger, { text: 'checkpoint' }])
disk.settle()
next = operations + 50
while (made < cuts) {
  send(stepsFor(acknowledged + 1))
  acknowledged++
}
process.exit(0)
