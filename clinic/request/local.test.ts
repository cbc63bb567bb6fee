import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLocal } from './local.ts'

test('this machine is itself by its names only, as a host and in an address of the web', () => {
  for (const host of ['localhost', '127.0.0.1', '::1', new URL('http://[::1]:25').hostname])
    assert.ok(isLocal(host), host)
  for (const host of ['0.0.0.0', '::', 'localhost.example.org', '127.0.0.1.example.org', '10.0.0.1', ''])
    assert.ok(!isLocal(host), host)
})
