import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'

type Package = {
  optionalDependencies?: Record<string, string>
  dependencies?: Record<string, string>
  hasInstallScript?: boolean
}

const root = join(import.meta.dirname, '..')
const lock = (
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Package> }
).packages
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Required<Package>

/** Where Node would look for `name` from the package at `at`. */
const resolved = (at: string, name: string): boolean => {
  for (
    let folder = at;
    ;
    folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : ''
  ) {
    if (lock[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

describe('package-lock.json', () => {
  // npm drops an optional package it could not fetch without a word, and then `npm ci` refuses the lock elsewhere.
  test('names every optional package, for every platform', () => {
    const missing = Object.entries(lock).flatMap(([at, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !resolved(at, name))
        .map((name) => `${at} → ${name}`),
    )
    assert.deepEqual(missing, [])
  })
  test('has no package that runs a script when it is installed', () => {
    assert.deepEqual(
      Object.entries(lock)
        .filter(([, { hasInstallScript }]) => hasInstallScript)
        .map(([at]) => at),
      [],
    )
  })
})

describe('package.json', () => {
  test('pins every version exactly', () => {
    for (const [name, version] of Object.entries(own.dependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name)
  })
  test('has each runtime dependency explained in docs/decisions', () => {
    const explained = readFileSync(join(root, 'docs/decisions/2026-11-23-parts.md'), 'utf8')
    assert.deepEqual(
      Object.keys(own.dependencies).filter(
        (name) => !explained.includes(name.replace('simplewebauthn/browser', 'simplewebauthn/server')),
      ),
      [],
    )
    assert.ok(Object.keys(own.dependencies).length <= 25)
  })
})
