import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { testApp } from './test.ts'

// Over a socket, as a browser sends it: in process a body takes another way.
describe('a body that comes over a network', () => {
  const server = createServer()
  let port = 0
  before(async () => {
    const { app } = await testApp()
    server.on('request', getRequestListener(app.fetch))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  const post = async (
    body: string | Buffer<ArrayBuffer>,
    headers: Record<string, string> = {},
    path = '/api/setup/look',
  ) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
      body,
    })
    return { status: response.status, json: (await response.json()) as { says: string; fields?: object } }
  }

  test('is read whole, whatever pieces it comes in', async () => {
    // Its letters take three bytes each, so a piece can end within one.
    const typed = JSON.stringify({ email: `${'€'.repeat(19_000)}@clinic.example`, password: 'x', code: '1' })
    const { status, json } = await post(typed, {}, '/api/sign-in')
    assert.deepEqual([status, Object.keys(json.fields ?? {})], [422, ['email']])
  })

  test('that is too large is answered, and the connection goes on', async () => {
    for (let i = 0; i < 3; i++) {
      const { status, json } = await post(Buffer.alloc(3 * 1024 * 1024, 'x'))
      assert.deepEqual([status, json.says], [422, 'This is larger than the 64 kB that can be accepted here.'])
    }
    assert.equal((await post('{"token":1}')).status, 422)
  })

  test('that is no JSON, or empty, is refused with a sentence', async () => {
    for (const body of ['{"token"', '', '\u0000']) {
      const { status, json } = await post(body)
      assert.deepEqual([status, json.says], [422, 'The JSON that arrived is incomplete.'])
    }
  })

  test('that is cut off in the middle takes nobody else with it', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          'POST /api/setup/look HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"token":',
          () => setTimeout(() => socket.destroy(), 30),
        )
      })
      socket.on('close', () => resolve())
      socket.on('error', () => undefined)
    })
    assert.equal((await post('{"token":1}')).status, 422)
  })
})
