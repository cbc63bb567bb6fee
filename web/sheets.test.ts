import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')

/** The classes to which a sheet gives a look wherever they stand: `.question { … }`, not `.shell .question`. */
const claimedBy = (sheet: string): string[] =>
  readFileSync(join(root, sheet), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/[{}]/)
    .flatMap((part) => part.split(','))
    .flatMap((selector) => selector.trim().match(/^\.([\w-]+)$/)?.[1] ?? [])

/** Sheets stay when a screen is left, and come along with others: of two that claim a class, chance says which holds. */
test('of the sheets that screens of the staff bring along, no two claim the same class', () => {
  const sheets = globSync('{care,clinic,demo}/**/*.css', { cwd: root }).sort()
  assert.ok(sheets.length > 20)
  const claims = sheets.flatMap((sheet) => [...new Set(claimedBy(sheet))].map((name) => ({ name, sheet })))
  const twice = Map.groupBy(claims, ({ name }) => name)
    .entries()
    .filter(([, by]) => by.length > 1)
    .map(([name, by]) => `.${name}: ${by.map(({ sheet }) => sheet).join(', ')}`)
  assert.deepEqual([...twice], [])
})
