import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../open.ts'
import { copyTemplate } from '../test-template.ts'
import { judge, readLedger } from './ledger.ts'

const cutter = fileURLToPath(new URL('./cutter.ts', import.meta.url))

export type Cut = { cuts: number; dropped: number; sectorsTorn: number; lost: number; torn: number; corrupt: number }

/**
 * Cuts the power at random moments, often in the middle of a commit or a checkpoint; opens what the disk then holds and
 * looks for every acknowledged commit. A copy that does not open throws.
 */
export const powerCuts = async (cuts: number, seed = 1): Promise<Cut> => {
  const base = mkdtempSync(join(tmpdir(), 'evenkeel-cut-'))
  try {
    const dataDir = join(base, 'data')
    await copyTemplate(dataDir)
    const run = spawnSync(process.execPath, [cutter, dataDir, String(cuts), String(seed)], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(`The power-cut writer failed: ${run.stderr}`)
    const sum: Cut = { cuts: 0, dropped: 0, sectorsTorn: 0, lost: 0, torn: 0, corrupt: 0 }
    for (const line of run.stdout.trim().split('\n')) {
      const image = JSON.parse(line) as { to: string; acknowledged: number; dropped: number; torn: number }
      const db = await openDatabase({ dataDir: image.to })
      try {
        const loss = judge(await readLedger(await db.connect()), image.acknowledged)
        sum.cuts++
        sum.dropped += image.dropped
        sum.sectorsTorn += image.torn
        sum.lost += loss.lost
        sum.torn += loss.torn
        sum.corrupt += loss.corrupt
      } finally {
        await db.close()
        rmSync(image.to, { recursive: true, force: true })
      }
    }
    return sum
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}
