import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'web/dist')
const stamp = join(dist, '.stamp')

// Screens import pure code from anywhere, so every source file counts; tests and node_modules do not.
const inputs = [
  'web/**/*',
  'care/**/*.{ts,tsx,css}',
  'clinic/**/*.{ts,tsx,css}',
  'science/**/*.{ts,bin}',
  'demo/screens/**/*',
  'package-lock.json',
]
const left = (path: string) => path.startsWith('web/dist') || path.endsWith('.test.ts') || path.endsWith('.md')

/** What the built files would be made from, as one hash: file names and contents. */
const hashInputs = async (): Promise<string> => {
  const files: string[] = []
  for await (const entry of glob(inputs, { cwd: root, withFileTypes: true })) {
    const path = relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')
    if (entry.isFile() && !left(path)) files.push(path)
  }
  const hash = createHash('sha256')
  for (const file of files.sort())
    hash
      .update(`${file}\0`)
      .update(await readFile(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

type Manifest = Record<
  string,
  { file: string; css?: string[]; assets?: string[]; imports?: string[]; dynamicImports?: string[] }
>

/** Tells the worker which files of this build the staff's pages may ever load; only those start without the clinic. */
const listFiles = async (folder: string, hash: string): Promise<void> => {
  const manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  const reached = new Set(['staff.html'])
  for (const name of reached)
    for (const next of [...(manifest[name]?.imports ?? []), ...(manifest[name]?.dynamicImports ?? [])])
      reached.add(next)
  const assets = [...reached].flatMap((name) => {
    const { file = '', css = [], assets = [] } = manifest[name] ?? {}
    return [file, ...css, ...assets]
  })
  const files = ['/staff.html', '/mode.js', '/keel.svg', ...new Set(assets.map((file) => `/${file}`))]
  const path = join(folder, 'worker.js')
  const worker = (await readFile(path, 'utf8'))
    .replace("'@build'", () => `'${hash.slice(0, 16)}'`)
    .replace("['@files']", () => JSON.stringify(files))
  await writeFile(path, worker)
}

/**
 * Builds web/dist from the browser's sources, only when they changed since the last complete build.
 * @param options.force builds anyway
 * @param options.say gets progress in sentences; standard error unless told
 * @returns true when something was built
 */
export const buildWeb = async (
  options: { force?: boolean; say?: (sentence: string) => void } = {},
): Promise<boolean> => {
  const say = options.say ?? ((sentence) => console.error(sentence))
  const hash = await hashInputs()
  const built = existsSync(stamp) ? await readFile(stamp, 'utf8') : undefined
  if (built === hash && !options.force) return false
  say('Building the browser code (only when it changed) …')
  const started = Date.now()
  // Vite is loaded only when it is needed: a start without a build need not wait for it.
  const [{ build }, { viteConfig }] = await Promise.all([import('vite'), import('./vite.config.ts')])
  // Built aside and put in place whole: a build that is cut short, or two at once, leave nothing half done.
  const aside = join(root, '.cache', `web-${process.pid}-${Date.now()}`)
  await mkdir(aside, { recursive: true })
  await build({ ...viteConfig, build: { ...viteConfig.build, outDir: aside } })
  await listFiles(aside, hash)
  await writeFile(join(aside, '.stamp'), hash)
  await rename(dist, `${aside}-old`).catch(() => {})
  await rename(aside, dist)
  await rm(`${aside}-old`, { recursive: true, force: true })
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  return true
}

if (import.meta.main) await buildWeb({ force: process.argv.includes('--force') })
