import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../open.ts'
import { copyTemplate } from '../test-template.ts'
import { judge, readLedger } from './ledger.ts'

const writer = fileURLToPath(new URL('./writer.ts', import.meta.url))

export type Killed = { rounds: number; acknowledged: number; lost: number; torn: number; corrupt: number }

/**
 * Kills a process with SIGKILL in the middle of committing (one time in five already while it opens or recovers), opens
 * its folder again, and looks for every commit it had acknowledged.
 */
export const killRounds = async (rounds: number): Promise<Killed> => {
  const base = mkdtempSync(join(tmpdir(), 'evenkeel-kill-'))
  const dataDir = join(base, 'data')
  await copyTemplate(dataDir)
  const sum: Killed = { rounds, acknowledged: 0, lost: 0, torn: 0, corrupt: 0 }
  try {
    for (let round = 1; round <= rounds; round++) {
      const { last, count } = await writeAndKill(dataDir, round > 1 && round % 5 === 3)
      const db = await openDatabase({ dataDir })
      try {
        const { lost, torn, corrupt } = judge(await readLedger(await db.connect()), last)
        sum.acknowledged += count
        sum.lost += lost
        sum.torn += torn
        sum.corrupt += corrupt
      } finally {
        await db.close()
      }
    }
    return sum
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

/** What a round acknowledges before it is killed, but for one killed early. */
export const fewest = 20

const acksIn = (out: string): number => out.match(/ACK/g)?.length ?? 0

const writeAndKill = (dataDir: string, early: boolean): Promise<{ last: number; count: number }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    const killAfter = (ms: number): NodeJS.Timeout => setTimeout(() => child.kill('SIGKILL'), ms)
    let out = ''
    let timer = early ? killAfter(100 + Math.random() * 500) : undefined
    child.stdout.on('data', (data: Buffer) => {
      out += data
      // Counted, not timed, until then: a busy machine commits only a few a second, and those would prove little.
      if (acksIn(out) >= fewest) timer ??= killAfter(Math.random() * 900)
    })
    child.once('close', (code) => {
      clearTimeout(timer)
      if (code !== null) return reject(new Error(`The writer ended by itself with ${code}`))
      const acknowledged = [...out.matchAll(/(?:READY|ACK) (\d+)\n/g)].map((match) => Number(match[1]))
      resolve({ last: acknowledged.at(-1) ?? 0, count: acksIn(out) })
    })
  })
