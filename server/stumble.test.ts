import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

/** What a program that watches for stumbles says and how it ends. */
const running = (script: string) => {
  const text = `import { watchForStumbles } from '${new URL('stumble.ts', import.meta.url).href}'
    watchForStumbles(); ${script}`
  return spawnSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' })
}

test('a promise that nobody waited for is written down without its words, and the rest goes on', () => {
  const { stdout, stderr, status } = running(`
    Promise.reject(new Error('wants to die'))
    setTimeout(() => console.log('still here'), 50)`)
  assert.deepEqual([stdout.trim(), status], ['still here', 0])
  assert.match(stderr, /left alone: Error\n\s+at /)
  assert.doesNotMatch(stderr, /wants to die/)
})

test('an exception that nobody caught ends the program with one sentence and no words of anybody', () => {
  const { stdout, stderr, status } = running(`
    setTimeout(() => { throw new Error('wants to die') }, 10)
    setTimeout(() => console.log('still here'), 200)`)
  assert.deepEqual([stdout, status], ['', 1])
  assert.match(stderr, /stumbled and stops/)
  assert.doesNotMatch(stderr, /wants to die/)
})
