import assert from 'node:assert/strict'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { askControl, serveControl } from './control.ts'
import { StartProblem } from './errors.ts'

const folder = (name = ''): string => {
  const dataDir = join(fs.mkdtempSync(join(tmpdir(), 'evenkeel-control-')), name)
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return dataDir
}
const commands = {
  echo: async (request: object) => request,
  fail: () => Promise.reject(new StartProblem('No room left.')),
  break: () => Promise.reject(new Error('secret words')),
}

for (const [name, dataDir] of [
  ['beside the data', folder()],
  ['where the path is too long for a socket', folder('x'.repeat(120))],
] as const)
  test(`a running process is asked ${name}`, async () => {
    assert.equal(await askControl(dataDir, { command: 'echo' }), undefined, 'nobody runs yet')
    const stop = await serveControl(dataDir, commands)
    assert.deepEqual(await askControl(dataDir, { command: 'echo', to: 'é\n' }), {
      done: { command: 'echo', to: 'é\n' },
    })
    await assert.rejects(askControl(dataDir, { command: 'fail' }), { name: 'StartProblem', message: 'No room left.' })
    await assert.rejects(askControl(dataDir, { command: 'break' }), /its log says more/)
    await assert.rejects(askControl(dataDir, { command: 'toString' }), /does not know the command "toString"/)
    await stop()
    assert.equal(await askControl(dataDir, { command: 'echo' }), undefined, 'nobody runs any more')
  })

test('the socket is its owner’s only, and one left behind is replaced', {
  skip: process.platform === 'win32',
}, async () => {
  const dataDir = folder()
  fs.writeFileSync(join(dataDir, 'control.sock'), '')
  const stop = await serveControl(dataDir, commands)
  assert.equal(fs.statSync(join(dataDir, 'control.sock')).mode & 0o777, 0o600)
  await stop()
})
