import { writeSync } from 'node:fs'
import { openDatabase } from '../open.ts'
import { makeLedger, readLedger, stepsFor } from './ledger.ts'

/** Commits as fast as it can and says so after each commit, until it is killed. Run by `killRounds` and the tests. */
const db = await openDatabase({ dataDir: process.argv[2] ?? '' })
const connection = await db.connect()
void db.gone.then((gone) => {
  writeSync(2, `${gone.message}\n`)
  process.exit(3)
})
await connection.send([makeLedger])
let n = (await readLedger(connection)).last
writeSync(1, `READY ${n}\n`)
for (;;) {
  n++
  await connection.send(stepsFor(n))
  writeSync(1, `ACK ${n}\n`)
}
