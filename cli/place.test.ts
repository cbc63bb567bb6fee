import assert from 'node:assert/strict'
import { test } from 'node:test'
import { StartProblem } from '../database/errors.ts'
import { placeFrom } from './place.ts'

test('a setting that cannot be is named in one sentence', () => {
  for (const [name, wrong, says] of [
    ['PORT', 'eighty', /PORT is "eighty"/],
    ['PORT', ' ', /PORT is " "/],
    ['PORT', '65536', /from 0 to 65535/],
    ['DATABASE_URL', 'mysql://x', /DATABASE_URL has to begin/],
    ['PUBLIC_URL', 'clinic.example', /PUBLIC_URL is "clinic.example"/],
    ['PUBLIC_URL', 'clinic.example:443', /PUBLIC_URL is "clinic.example:443"/],
    ['PUBLIC_URL', 'http://clinic.example', /expected an https address/],
    ['PUBLIC_URL', 'https://clinic.example/app', /nothing behind the name/],
    ['PUBLIC_URL', 'https://clinic.example?at=1', /nothing behind the name/],
  ] as const) {
    const refused = (error: unknown) => error instanceof StartProblem && says.test(error.message)
    assert.throws(() => placeFrom({ [name]: wrong }), refused, `${name}=${wrong}`)
  }
})

test('a setting that is there and empty is as one that is not there', () => {
  const empty = { PORT: '', HOST: '', DATA_DIR: '', DATABASE_URL: '', PUBLIC_URL: '' }
  assert.deepEqual(placeFrom(empty), placeFrom({}))
  assert.equal(placeFrom({}).port, 4747)
})

test('the address that people use is kept as their browsers write it', () => {
  for (const [given, kept] of [
    ['https://clinic.example', 'https://clinic.example'],
    ['https://Clinic.Example:443/', 'https://clinic.example'],
    ['https://clinic.example:8443//', 'https://clinic.example:8443'],
    ['http://localhost:4747', 'http://localhost:4747'],
  ]) {
    assert.equal(placeFrom({ PUBLIC_URL: given }).publicUrl, kept)
  }
})
