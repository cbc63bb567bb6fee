import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

const run = (name: string, command: string, args: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', command), ...args], { cwd: root })
    let said = ''
    child.stdout.on('data', (data) => (said += data))
    child.stderr.on('data', (data) => (said += data))
    child.on('close', (code) => {
      if (code !== 0) console.log(`── ${name}\n${said.trim()}`)
      resolve(code === 0)
    })
  })

/** The compiler and the linter, as two tests that can fail. */
export const check = async (all: boolean) => {
  const started = Date.now()
  const results = all
    ? await Promise.all([
        run('types', 'typescript/bin/tsc', ['-p', '.']),
        run('format and lint', '@biomejs/biome/bin/biome', ['ci', '--colors=off', '--diagnostic-level=warn', '.']),
      ])
    : []
  const failed = results.filter((passed) => !passed).length
  const seconds = Math.round((Date.now() - started) / 1000)
  return { name: 'types, format and lint', passed: results.length - failed, failed, skipped: 0, seconds }
}

if (import.meta.main) process.exit((await check(true)).failed > 0 ? 1 : 0)
