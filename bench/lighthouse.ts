import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { flags } from '../journeys/browser.ts'
import { startEvenkeel } from '../journeys/evenkeel.ts'
import { publicPaths } from '../server/learn.ts'
import { findChromium } from '../test/chromium.ts'
import { buildWeb } from '../web/build.ts'
import { newPlace } from './place.ts'
import { newWorld } from './world.ts'

/**
 * Lighthouse is no part of `npm install`: it weighs 176 MB and only this measurement needs it. The first run fetches it
 * into .cache (about ten seconds), without anybody's install scripts.
 */
const version = '13.5.0'
const folder = join(import.meta.dirname, '../.cache/lighthouse')

const Result = z.object({
  runtimeError: z.object({ message: z.string() }).optional(),
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      scoreDisplayMode: z.string(),
      numericValue: z.number().optional(),
      displayValue: z.string().optional(),
      details: z.object({ items: z.unknown().optional() }).optional(),
    }),
  ),
})
const Requests = z.array(z.object({ resourceType: z.string().optional(), transferSize: z.number().optional() }))
type Lighthouse = (url: string, flags: object) => Promise<{ lhr: unknown } | undefined>

const fetched = async (): Promise<Lighthouse> => {
  const core = join(folder, 'node_modules/lighthouse/core/index.js')
  const mark = join(folder, `fetched-${version}`)
  if (!existsSync(mark)) {
    console.error(`  Fetching Lighthouse ${version} into .cache (176 MB, once) …`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
    const args = ['install', `lighthouse@${version}`, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const npm = spawnSync('npm', args, {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'))),
    })
    if (npm.status !== 0) throw new Error('Lighthouse could not be fetched from the npm registry.')
    writeFileSync(mark, '')
  }
  const { default: lighthouse }: { default: Lighthouse } = await import(pathToFileURL(core).href)
  return lighthouse
}

/** A Chromium of its own, listening for Lighthouse. */
const openChromium = async () => {
  const path = await findChromium()
  if (!path) throw new Error('There is no Chromium here.')
  const profile = mkdtempSync(join(tmpdir(), 'evenkeel-lighthouse-'))
  const child = spawn(path, [...flags, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await new Promise<number>((resolve, reject) => {
    let said = ''
    child.on('exit', () => reject(new Error(`Chromium ended:\n${said}`)))
    child.stderr.on('data', (data) => {
      said += data
      const listening = said.match(/DevTools listening on ws:\/\/[^:]+:(\d+)/)
      if (listening) resolve(Number(listening[1]))
    })
  })
  const close = async () => {
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill()
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { port, close }
}

export type Scored = {
  path: string
  /** 0 to 100: performance, accessibility, best-practices, seo. */
  scores: Record<string, number>
  /** The largest paint on Lighthouse's slow phone and network. */
  paintMs: number
  /** JavaScript that came over the wire, compressed. */
  scriptKB: number
  /** What Lighthouse would have otherwise, in its own words. */
  amiss: string[]
}

const measured = (path: string, found: unknown): Scored => {
  const { runtimeError, categories, audits } = Result.parse(found)
  if (runtimeError) throw new Error(`${path}: ${runtimeError.message}`)
  const requests = Requests.parse(audits['network-requests']?.details?.items)
  const scripts = requests.filter(({ resourceType }) => resourceType === 'Script')
  const bytes = scripts.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0)
  return {
    path,
    scores: Object.fromEntries(
      Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
    ),
    paintMs: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
    scriptKB: bytes / 1024,
    amiss: Object.entries(audits).flatMap(([id, { score, scoreDisplayMode, title, displayValue = '' }]) =>
      score !== null &&
      ((scoreDisplayMode === 'binary' && score < 1) || (scoreDisplayMode === 'numeric' && score < 0.9))
        ? [`${id}: ${title} ${displayValue}`.trim()]
        : [],
    ),
  }
}

/**
 * Public pages of a real clinic, one after the other, as Lighthouse sees them: its phone, its slow network, its
 * processor four times slower.
 */
export async function* lighthouse(paths: readonly string[] = publicPaths): AsyncGenerator<Scored> {
  await buildWeb()
  const run = await fetched()
  const place = await newPlace('embedded')
  const db = await place.open()
  await newWorld(db, place.dataDir, 0)
  await db.close()
  const evenkeel = await startEvenkeel({ env: place.env })
  const { port, close } = await openChromium()
  try {
    for (const path of paths)
      yield measured(path, (await run(`${evenkeel.origin}${path}`, { port, logLevel: 'error' }))?.lhr)
  } finally {
    await close()
    await evenkeel.stop()
    await place.stop()
  }
}

if (import.meta.main) {
  const asked = process.argv.slice(2)
  for await (const { path, scores, paintMs, scriptKB, amiss } of lighthouse(asked.length > 0 ? asked : publicPaths)) {
    const all = Object.entries(scores).map(([name, score]) => `${name} ${score}`)
    console.log(
      `${path}: ${all.join(', ')}; largest paint ${Math.round(paintMs)} ms; ${scriptKB.toFixed(1)} kB of script`,
    )
    for (const one of amiss) console.log(`  ${one}`)
  }
}
