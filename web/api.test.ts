import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idBeside, newId } from './api.ts'

test('what is made along with another has an id of its own, the same whenever it is sent', () => {
  const id = newId()
  const beside = [1, 2, 3].map((place) => idBeside(id, place))
  assert.equal(new Set([id, ...beside]).size, 4)
  assert.deepEqual(
    beside,
    [1, 2, 3].map((place) => idBeside(id, place)),
  )
  for (const one of beside) assert.ok(z.uuid().safeParse(one).success, one)
  assert.equal(idBeside('5ef1d02a-7c35-4c8e-9b1a-ffffffffffff'), '5ef1d02a-7c35-4c8e-9b1a-000000000000')
})
