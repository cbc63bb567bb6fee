import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Tally } from './run.ts'

type Report = {
  metadata?: { vulnerabilities?: Record<string, number> }
  vulnerabilities?: Record<string, { severity: string; via: unknown[] }>
}

/**
 * Asks the registry for known weaknesses of what runs in production. High or critical fails the run. A registry that
 * cannot be asked is said and counted as skipped: silence there is not an answer.
 */
export const auditDependencies = async (): Promise<Tally> => {
  const started = Date.now()
  const report = read(await ask())
  const found = report?.metadata?.vulnerabilities
  const tally = (passed: number, failed: number, skipped: number) => ({
    name: 'dependency audit',
    passed,
    failed,
    skipped,
    seconds: Math.round((Date.now() - started) / 1000),
  })
  if (!found) {
    console.log(
      '── The registry’s list of known weaknesses could not be asked from here: dependencies were not audited.',
    )
    return tally(0, 0, 1)
  }
  const serious = (found.high ?? 0) + (found.critical ?? 0)
  for (const [name, { severity }] of Object.entries(report?.vulnerabilities ?? {}))
    console.log(`   ${severity}: ${name}`)
  return tally(serious === 0 ? 1 : 0, serious === 0 ? 0 : 1, 0)
}

/** npm’s answer as text. One try of fifteen seconds: npm by itself would try a dead registry for many minutes. */
const ask = (): Promise<string> =>
  new Promise((resolve) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const patience = ['--fetch-retries=0', '--fetch-timeout=15000']
    const child = spawn(npm, ['audit', '--json', '--omit=dev', '--audit-level=high', ...patience], {
      cwd: join(import.meta.dirname, '..'),
      // npm hands its own settings down to scripts it runs; the inner npm must not take them for its own.
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 40_000,
      shell: process.platform === 'win32',
    })
    let said = ''
    child.stdout.on('data', (data) => (said += data))
    child.on('error', () => resolve(''))
    child.on('close', () => resolve(said))
  })

const read = (text: string): Report | undefined => {
  try {
    return JSON.parse(text) as Report
  } catch {
    return undefined
  }
}
