import { readFileSync } from 'node:fs'
import { startEvenkeel } from '../journeys/evenkeel.ts'

/** From the command to the first 200 of /health, on a data folder that is there already, built. Median of five. */
export const startUp = async (): Promise<{ milliseconds: number; residentMB: number }> => {
  const evenkeel = await startEvenkeel()
  const times: number[] = []
  let residentMB = 0
  for (let round = 0; round < 5; round++) {
    await evenkeel.kill()
    const started = performance.now()
    await evenkeel.start()
    await fetch(`${evenkeel.origin}/health`).then((response) => response.json())
    times.push(performance.now() - started)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    residentMB = resident(evenkeel.pid())
  }
  await evenkeel.stop()
  return { milliseconds: Math.round(times.toSorted((a, b) => a - b)[2] ?? Number.NaN), residentMB }
}

/** Resident memory of a process in MB, from Linux’s own account of it; not a number elsewhere. */
export const resident = (pid: number): number => {
  try {
    return Math.round(Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1]) / 1024)
  } catch {
    return Number.NaN
  }
}
