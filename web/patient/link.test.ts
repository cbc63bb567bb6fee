import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tokenIn } from './link.ts'

const token = 'abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE'

test('the token is read from behind the #, or from the path', () => {
  assert.equal(tokenIn({ pathname: '/l', hash: `#${token}` }), token)
  assert.equal(tokenIn({ pathname: `/l/${token}`, hash: '' }), token)
})

test('an address without a token opens nothing', () => {
  for (const [pathname, hash] of [
    ['/l', ''],
    ['/l', '#help'],
    ['/', ''],
    [`/l/${token}/more`, ''],
  ] as const) {
    assert.equal(tokenIn({ pathname, hash }), undefined)
  }
})
