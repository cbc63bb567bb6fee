import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'

const within = 5_000

/** What a screen shows comes to be this: fields follow what was tapped a moment later, and on a busy machine that is seen. */
export const comesTo = async (read: () => Promise<unknown>, expected: unknown): Promise<void> => {
  const last = Date.now() + within
  let shown = await read()
  while (!isDeepStrictEqual(shown, expected) && Date.now() < last) {
    await wait(40)
    shown = await read()
  }
  assert.deepEqual(shown, expected)
}
