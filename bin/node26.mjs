// Runs on any Node >= 18, with nothing installed: makes sure that what package-lock.json names is here, and finds a
// Node 26. Everything after this file is TypeScript that Node 26 runs directly.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const needed = 26

/** Prints a sentence and ends the process: the bootstrap has nobody above it to tell. */
const stop = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

/** What the names of packages call this machine. An older npm knows no libc and leaves what is for another one. */
const machine = () => ({
  os: process.platform,
  cpu: process.arch,
  libc:
    process.platform === 'linux' && !process.report?.getReport().header.glibcVersionRuntime
      ? 'musl'
      : process.platform === 'linux'
        ? 'glibc'
        : undefined,
})

/**
 * Parts for this machine that npm left out. It does so without a word when the Node that runs npm is older than they
 * ask for, although it is Node 26 that will run them.
 * @param {{ packages: Record<string, { optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }> }} lock
 * @param {{ os: string, cpu: string, libc?: string | undefined }} of
 * @param {(path: string) => boolean} isThere
 * @returns {string[]}
 */
export const leftOut = ({ packages }, { os, cpu, libc }, isThere) => {
  const fits = (/** @type {string[] | undefined} */ asked, /** @type {string | undefined} */ is) =>
    asked === undefined || is === undefined || asked.includes(is)
  return Object.entries(packages)
    .filter(([, part]) => part.optional && (part.os || part.cpu))
    .filter(([, part]) => fits(part.os, os) && fits(part.cpu, cpu) && fits(part.libc, libc))
    .map(([path]) => path)
    .filter((path) => !isThere(path))
}

/** Runs npm; with `node`, by that Node instead of the one that runs this. */
const npm = (args, node) => {
  const name = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // npm hands its own settings down to scripts it runs; the inner npm must not take them for its own.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))
  const script = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' }
  const all = [...args, '--loglevel=error', '--no-audit', '--no-fund']
  if (node && script?.endsWith('npm-cli.js')) return spawnSync(node, [script, ...all], { ...options, env })
  // Where npm is a script, it is run by the first Node on the path.
  const path = node ? { PATH: `${dirname(node)}${delimiter}${env.PATH ?? ''}` } : {}
  return spawnSync(name, all, { ...options, env: { ...env, ...path }, shell: process.platform === 'win32' })
}

/** Installs when the lockfile is not the one that was installed last. Says so, because it takes half a minute. */
export const install = () => {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  const stamp = join(root, 'node_modules', '.evenkeel-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  console.error('Installing the parts Evenkeel is built from (about half a minute, only when they change) …')
  const started = Date.now()
  const told = (run) => {
    if (run.error)
      stop(`npm could not be run (${run.error.message}). Evenkeel needs npm beside Node: https://nodejs.org`)
    if (run.status !== 0) {
      stop(
        `npm could not install the parts:\n${run.stderr.trim()}\nCheck the connection to the npm registry and run this again.`,
      )
    }
  }
  const missing = () => leftOut(JSON.parse(lock), machine(), (path) => existsSync(join(root, path)))
  told(npm(['ci']))
  if (missing().length > 0) told(npm(['install', '--no-save'], findNode()))
  const still = missing()
  if (still.length > 0) {
    stop(
      `npm left out ${still.join(', ')}, because Node ${process.versions.node} is too old for it. ` +
        `Install Node ${needed} (https://nodejs.org) and run this again.`,
    )
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
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
