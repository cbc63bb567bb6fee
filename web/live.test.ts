import assert from 'node:assert/strict'
import { test } from 'node:test'
import { QueryClient } from '@tanstack/react-query'
import { followLive } from './live.ts'

/** The browser's own: here it opens, breaks and opens again when the test says so. */
class Stream extends EventTarget {
  static readonly CLOSED = 2
  static newest: Stream
  readonly readyState = 1
  constructor() {
    super()
    Stream.newest = this
  }
  close() {}
  happens(kind: 'open' | 'error') {
    this.dispatchEvent(new Event(kind))
  }
}

test('a stream that broke for a moment and is there again asks for everything anew: what was told meanwhile was missed', () => {
  Object.assign(globalThis, { EventSource: Stream })
  const queries = new QueryClient()
  const path = ['/api/board']
  const isAskedAnew = () => queries.getQueryState(path)?.isInvalidated
  queries.setQueryData(path, 'as it was')
  const stop = followLive(queries)
  Stream.newest.happens('open')
  assert.equal(isAskedAnew(), false)
  Stream.newest.happens('error')
  Stream.newest.happens('open')
  assert.equal(isAskedAnew(), true)
  stop()
  queries.clear()
})
