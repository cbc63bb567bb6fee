import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import type { Change } from './change.ts'
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
  tells(change: Change) {
    this.dispatchEvent(new MessageEvent('change', { data: JSON.stringify(change) }))
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

test('a change told while a screen waits for its first answer is asked for again: that answer may be from before it', async () => {
  Object.assign(globalThis, { EventSource: Stream })
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 5_000 } } })
  const answers: ((answer: string) => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve))
  const screen = new QueryObserver(queries, { queryKey: ['/api/board'], queryFn })
  const leave = screen.subscribe(() => undefined)
  const stop = followLive(queries)
  Stream.newest.happens('open')
  Stream.newest.tells({ action: 'sessions.arrive' })
  await wait(200)
  answers[0]?.('before')
  await wait(20)
  assert.equal(screen.getCurrentResult().data, 'before')
  answers[1]?.('after')
  await wait(20)
  assert.equal(screen.getCurrentResult().data, 'after')
  stop()
  leave()
  queries.clear()
})
