import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')

const holds = (pattern: RegExp) => (file: string) => pattern.test(readFileSync(join(root, file), 'utf8'))

/** So that no lane begins a long one when the others are done: one that waits for a demo clinic to be made, then by size. */
const longestFirst = (a: string, b: string): number =>
  Number(makesDemo(b)) - Number(makesDemo(a)) || sizeOf(b) - sizeOf(a)
const sizeOf = (file: string): number => statSync(join(root, file)).size
const makesDemo = (file: string): boolean => file === 'journeys/demo.test.ts'

const asksForEngine = holds(/\bengine\b|EVENKEEL_TEST_DATABASE/)

// In the same order on every machine: a folder lists its files as it likes.
const listed = (pattern: string, exclude: string[] = []): string[] =>
  globSync(pattern, { cwd: root, exclude: ['node_modules/**', 'web/dist/**', ...exclude] }).sort()

export type TestFiles = Record<'alone' | 'pure' | 'onDatabase' | 'onBothEngines' | 'journeys', string[]>

/**
 * The tests whose path contains one of the words (all, without words), by what they need.
 * `alone`: starts processes and databases by itself, mostly waits for them, and is the same whatever the others run on.
 * `onDatabase`: needs a database, whichever. `onBothEngines`: those of them that test the database or ask which engine
 * it is.
 */
export const findTests = (words: readonly string[] = []): TestFiles => {
  const wanted = (file: string) => words.length === 0 || words.some((word) => file.includes(word))
  const tests = listed('**/*.test.ts', ['journeys/**']).filter(wanted)
  const alone = tests.filter(holds(/from '(node:child_process|[^']*\/test-(template|server)\.ts)'/))
  const shared = tests.filter((file) => !alone.includes(file))
  const onDatabase = shared.filter(holds(/from '(\.|[^']*(server|database))\/test\.ts'/))
  return {
    alone,
    pure: shared.filter((file) => !onDatabase.includes(file)),
    onDatabase,
    onBothEngines: onDatabase.filter((file) => file.startsWith('database/') || asksForEngine(file)),
    journeys: listed('journeys/*.test.ts').filter(wanted).sort(longestFirst),
  }
}
