import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

type Report = {
  metadata?: { vulnerabilities?: Record<string, number> }
  vulnerabilities?: Record<string, { severity: string; via: unknown[] }>
}

/**
 * Asks the registry for known weaknesses of what runs in production. High or critical fails the run. A registry that
 * cannot be asked is said and counted as skipped: silence there is not an answer.
 */
export const auditDependencies = () => {
  const started = Date.now()
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['audit', '--json', '--omit=dev', '--audit-level=high']
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))
  const { stdout } = spawnSync(npm, args, {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    env,
    timeout: 60_000,
    shell: process.platform === 'win32',
  })
  const report = read(stdout)
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

const read = (text: string): Report | undefined => {
  try {
    return JSON.parse(text) as Report
  } catch {
    return undefined
  }
}
