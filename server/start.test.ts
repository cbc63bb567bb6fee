import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { StartProblem } from '../database/errors.ts'
import { newClinic, ownDatabase } from '../database/test.ts'
import { serve } from './start.ts'

// A database of its own: what serves makes rounds through every clinic, by the clock on the wall.
const { db, close } = await ownDatabase()
after(close)
const at = (host: string) => ({ db, dataDir: mkdtempSync(join(tmpdir(), 'evenkeel-start-')), host, port: 0 })

test('an address for everybody is named as a browser on this machine has to call it to stay signed in', async () => {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const { origin, port, stop } = await serve(at(host))
    await stop()
    assert.equal(origin, `http://localhost:${port}`)
  }
})

test('the key is made where no clinic is kept, and missed where one is', async () => {
  await newClinic(db)
  await assert.rejects(serve(at('127.0.0.1')), (error) => {
    assert.ok(error instanceof StartProblem)
    assert.match(error.message, /secret\.key is missing, though a clinic is already kept here/)
    return true
  })
})
