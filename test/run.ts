import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const seed = pathToFileURL(join(import.meta.dirname, 'seed.ts')).href

export type Tally = { name: string; passed: number; failed: number; skipped: number; seconds: number }
export type Job = { name: string; files: string[]; env?: Record<string, string> }

export const lineOf = ({ name, passed, failed, skipped, seconds }: Tally): string =>
  `${failed > 0 ? '✖' : '✔'} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`

/**
 * One process for all files of a job: it starts once, and they share one database with a fresh clinic for each test. It
 * ends with its last test: one that failed may have left a database open, and the job would never say so.
 */
export const run = ({ name, files, env = {} }: Job): Promise<Tally> =>
  counted(
    name,
    start(
      ['--test', '--test-isolation=none', '--test-force-exit', '--import', seed],
      files.map((file) => join(root, file)),
      env,
    ),
  )

/** One process that takes the next of the waiting files whenever it is done with one (`lane.ts`). */
export const runLane = (name: string, waiting: string[], env: Record<string, string>): Promise<Tally> => {
  const started = start([], [join(import.meta.dirname, 'lane.ts')], env)
  const { child } = started
  let doing = ''
  let since = Date.now()
  child.on('message', () => {
    if (doing) console.log(`  ${doing}: ${Math.round((Date.now() - since) / 1000)} s`)
    doing = waiting.shift() ?? ''
    since = Date.now()
    child.send(doing ? { file: doing } : {})
  })
  return counted(name, started)
}

type Started = { child: ChildProcess; reports: string }

/**
 * What a process reports goes into files: one that ends at once, as they do with their last test, waits for its files, but
 * of a pipe that is read slowly it drops what nobody has taken yet, and the sum with it.
 */
const start = (options: string[], files: string[], env: Record<string, string>): Started => {
  const reports = mkdtempSync(join(tmpdir(), 'evenkeel-reports-'))
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...options,
      ...['spec', 'tap'].flatMap((as) => [`--test-reporter=${as}`, `--test-reporter-destination=${join(reports, as)}`]),
      ...files,
    ],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
  return { child, reports }
}

const counted = (name: string, { child, reports }: Started): Promise<Tally> =>
  new Promise((resolve) => {
    const started = Date.now()
    let log = ''
    child.stdout?.on('data', (data) => (log += data))
    child.stderr?.on('data', (data) => (log += data))
    child.on('close', (code) => {
      const read = (as: string) => (existsSync(join(reports, as)) ? readFileSync(join(reports, as), 'utf8') : '')
      const [spec, tap] = [read('spec'), read('tap')]
      rmSync(reports, { recursive: true, force: true })
      const count = (word: string) => Number(tap.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0)
      // Without the sum at its end nobody knows what became of a job, and that is a failure.
      const ended = code === 0 && /^# tests \d+$/m.test(tap)
      const tally = {
        name,
        passed: count('pass'),
        failed: count('fail') + count('cancelled') || (ended ? 0 : 1),
        skipped: count('skipped'),
        seconds: Math.round((Date.now() - started) / 1000),
      }
      console.log(lineOf(tally))
      // A passing job says one line; a failing one shows what failed, from where the runner gathers it.
      const gathered = spec.indexOf('✖ failing tests:')
      if (tally.failed > 0) {
        const failures = gathered >= 0 ? spec.slice(gathered) : `${spec}\n${tap.slice(-4000)}\n${log.slice(-4000)}`
        console.log(failures)
        console.log(loggedFor(failures, log))
      }
      resolve(tally)
    })
  })

/** What the server logged under the ids that these failures mention, and just before: one error may stand behind another. */
const loggedFor = (failures: string, log: string): string => {
  const entries = [...log.matchAll(/^Error ([0-9a-f-]{36}): .*(\n +at .*)*/gm)]
  const mentioned = entries.map(([, id]) => id !== undefined && failures.includes(id))
  return entries
    .filter((_, place) => mentioned[place] || mentioned[place + 1])
    .map(([entry]) => entry)
    .join('\n')
}

/** Takes one job after the other, so many at a time, until none is left. */
export const runAll = async (jobs: readonly (() => Promise<Tally>)[], lanes: number): Promise<Tally[]> => {
  const waiting = [...jobs]
  const tallies: Tally[] = []
  const lane = async (): Promise<void> => {
    for (let job = waiting.shift(); job; job = waiting.shift()) tallies.push(await job())
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return tallies
}
