import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { buildWeb } from './build.ts'

const dist = join(import.meta.dirname, 'dist')
type Manifest = Record<string, { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }>

/** Everything an entry may ever load, in gzipped bytes of JavaScript. */
const weightOf = (entry: string): number => {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const seen = new Set<string>()
  const visit = (name: string) => {
    const chunk = manifest[name]
    if (!chunk || seen.has(name)) return
    seen.add(name)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next)
  }
  visit(entry)
  assert.ok(seen.size > 0, `${entry} is in the manifest`)
  return [...seen].reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, manifest[name]?.file ?? ''))).length, 0)
}

describe('what is built', () => {
  before(() => buildWeb({ say: () => {} }))

  for (const page of ['staff.html', 'patient.html']) {
    test(`${page} has nothing inline, and nothing from elsewhere`, () => {
      const html = readFileSync(join(dist, page), 'utf8')
      assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/)
      assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:/)
      for (const [, address = ''] of html.matchAll(/(?:src|href)="([^"]*)"/g)) assert.match(address, /^\/[^/]/)
    })
  }

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
    const weight = weightOf('patient.html')
    assert.ok(weight > 20_000 && weight <= 120_000, `${Math.round(weight / 1000)} kB`)
  })

  test('what did not change is not built again', async () => {
    assert.equal(await buildWeb({ say: () => {} }), false)
  })
})
