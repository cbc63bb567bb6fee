// Runs on any Node >= 18, with nothing installed: makes sure that what package-lock.json names is here, and finds a
// Node 26. Everything after this file is TypeScript that Node 26 runs directly.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const needed = 26

/** Prints a sentence and ends the process: the bootstrap has nobody above it to tell. */
const stop = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

/** Installs when the lockfile is not the one that was installed last. Says so, because it takes half a minute. */
export const install = () => {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.evenkeel-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.error('Installing the parts Evenkeel is built from (about half a minute, only when they change) …')
  const started = Date.now()
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(npm, ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
    // npm hands its own settings down to scripts it runs; the inner npm must not take them for its own.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
  })
  if (run.error) stop(`npm could not be run (${run.error.message}). Evenkeel needs npm beside Node: https://nodejs.org`)
  if (run.status !== 0) {
    stop(
      `npm could not install the parts:\n${run.stderr.trim()}\nCheck the connection to the npm registry and run this again.`,
    )
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, lock)
  console.error(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

/** The machine's Node when it is new enough, otherwise the exact one that package.json pins as a package. */
export const findNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const pinned = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(pinned)) return pinned
  return stop(
    `Evenkeel runs on Node ${needed} and this is Node ${process.versions.node}; there is no packaged Node for ` +
      `${process.platform} ${process.arch}. Install Node ${needed} (https://nodejs.org) and run this again.`,
  )
}
