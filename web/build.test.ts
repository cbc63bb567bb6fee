import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { buildWeb } from './build.ts'
import { patientWords } from './words/en/patient.ts'
import { patientWords as spanish } from './words/es/patient.ts'

const dist = join(import.meta.dirname, 'dist')
type Manifest = Record<string, { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }>

const manifestOf = (): Manifest => JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest

/** The chunks that these entries may ever load, or load at first. */
const chunksOf = (manifest: Manifest, entries: readonly string[], later = true): Set<string> => {
  const seen = new Set(entries.filter((name) => manifest[name]))
  for (const name of seen)
    for (const next of [...(manifest[name]?.imports ?? []), ...((later && manifest[name]?.dynamicImports) || [])])
      seen.add(next)
  assert.ok(seen.size >= entries.length, `${entries.join(', ')} are in the manifest`)
  return seen
}

/** What they weigh, in gzipped bytes of JavaScript. */
const weightOf = (entries: readonly string[], later = true): number => {
  const manifest = manifestOf()
  return [...chunksOf(manifest, entries, later)].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(dist, manifest[name]?.file ?? ''))).length,
    0,
  )
}

describe('what is built', () => {
  before(() => buildWeb({ say: () => {} }))

  for (const page of ['staff.html', 'patient.html', 'learn.html', 'read.html', 'decide.html']) {
    test(`${page} has nothing inline, and nothing from elsewhere`, () => {
      const html = readFileSync(join(dist, page), 'utf8')
      assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/)
      assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/)
      for (const [, address = ''] of html.matchAll(/(?:src|href)="([^"]*)"/g))
        assert.match(address, /^(\/[^/]|tel:|sms:)/)
    })
  }

  test('help stands on a patient’s page before any of it is drawn, in the words of the catalogue', () => {
    const html = readFileSync(join(dist, 'patient.html'), 'utf8')
    const { opening, crisisShort, call988, text988, call911 } = patientWords
    for (const words of [opening, crisisShort, spanish.crisisShort]) assert.ok(html.includes(`>${words}</p>`), words)
    for (const [to, words] of [
      ['tel:988', call988],
      ['sms:988', text988],
      ['tel:911', call911],
    ] as const)
      assert.ok(html.includes(`href="${to}">${words}</a>`), words)
  })

  test('the worker keeps exactly files that were built, everything a session room may load, and no patient’s page', () => {
    const worker = readFileSync(join(dist, 'worker.js'), 'utf8')
    const files = JSON.parse(worker.match(/const files = (\[.*\])/)?.[1] ?? '[]') as string[]
    for (const file of files) assert.ok(existsSync(join(dist, file)), file)
    const manifest = manifestOf()
    const room = Object.entries(manifest).filter(([name]) => /staff.html|sessions\/screens\/Session.tsx/.test(name))
    assert.equal(room.length, 2)
    for (const [, { file, css = [] }] of room)
      for (const one of [file, ...css]) assert.ok(files.includes(`/${one}`), one)
    assert.ok(!files.some((file) => /patient/.test(file)), 'a patient’s page needs the clinic')
    assert.doesNotMatch(worker, /@build|@files/)
  })

  test('styles carry no data: addresses and fetch nothing from elsewhere', () => {
    const sheets = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.css'))
    assert.ok(sheets.length > 0)
    for (const name of sheets) {
      for (const [, address = ''] of readFileSync(join(dist, 'assets', name), 'utf8').matchAll(
        /url\(["']?([^"')]*)/g,
      )) {
        assert.match(address, /^(\/assets\/|\.\/)[\w.-]+$/, name)
      }
    }
  })

  test('a patient loads at most 120 kB of JavaScript, gzipped, whatever the link is for', () => {
    const { 'patient.html': entry } = manifestOf()
    const screens = entry?.dynamicImports ?? []
    assert.ok(screens.length >= 5, 'each purpose of a link has its screen')
    for (const screen of screens) {
      const weight = weightOf(['patient.html', screen], false)
      assert.ok(weight > 20_000 && weight <= 120_000, `${screen}: ${Math.round(weight / 1000)} kB`)
    }
  })

  test('a screen of the staff takes at most 30 scripts, and what one needs never needs it', () => {
    const manifest = manifestOf()
    const screens = manifest['staff.html']?.dynamicImports ?? []
    assert.ok(screens.length > 50)
    for (const screen of screens) {
      const scripts = chunksOf(manifest, ['staff.html', screen], false).size
      assert.ok(scripts <= 30, `${screen}: ${scripts} scripts`)
    }
    for (const [name, { imports = [] }] of Object.entries(manifest))
      if (imports.length > 0) assert.ok(!chunksOf(manifest, imports, false).has(name), `${name} needs itself`)
  })

  test('a page that is only read loads no script but the colour mode', () => {
    const html = readFileSync(join(dist, 'read.html'), 'utf8')
    assert.deepEqual(
      [...html.matchAll(/<script[^>]*src="([^"]*)"/g)].map(([, source]) => source),
      ['/mode.js'],
    )
    assert.ok(gzipSync(readFileSync(join(dist, 'mode.js'))).length < 20_000)
  })

  test('the public page loads next to nothing at first, and at most 40 kB with all that moves on it', () => {
    const weigh = (pick: (name: string) => boolean) =>
      readdirSync(join(dist, 'assets'))
        .filter(pick)
        .reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, 'assets', name))).length, 0)
    const first = weightOf(['learn.html'], false)
    assert.ok(first > 100 && first <= 2_000, `at first ${first} bytes`)
    const worker = weigh((name) => /^people\.worker-.*\.js$/.test(name))
    const people = weigh((name) => /^people-.*\.bin$/.test(name))
    assert.ok(worker > 3_000 && people > 20_000, `worker ${worker}, people ${people} bytes`)
    const all = weightOf(['learn.html']) + worker + people
    assert.ok(all <= 40_000, `${all} bytes`)
  })

  test('what did not change is not built again', async () => {
    assert.equal(await buildWeb({ say: () => {} }), false)
  })
})
