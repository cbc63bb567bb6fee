import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { request } from './wire.ts'

/** The messages in `bytes`, as PostgreSQL's documentation lays them out: a letter, a length that counts itself, a body. */
const messagesIn = (bytes: Uint8Array) => {
  const buffer = Buffer.from(bytes)
  const messages: { type: string; body: Buffer }[] = []
  for (let at = 0; at < buffer.length; ) {
    const end = at + 1 + buffer.readInt32BE(at + 1)
    messages.push({ type: String.fromCharCode(buffer[at] ?? 0), body: buffer.subarray(at + 5, end) })
    at = end
  }
  return messages
}

/** The values of a Bind message for one statement without formats. */
const boundIn = (body: Buffer): (string | null)[] => {
  let at = body.indexOf(0, body.indexOf(0) + 1) + 3
  return Array.from({ length: body.readInt16BE(at) }, (_, i) => {
    at += i === 0 ? 2 : 0
    const length = body.readInt32BE(at)
    at += 4 + Math.max(0, length)
    return length < 0 ? null : body.toString('utf8', at - length, at)
  })
}

const typesOf = (bytes: Uint8Array) => messagesIn(bytes).map(({ type }) => type)

describe('a request to PostgreSQL', () => {
  test('text goes as it is; what is not prepared is prepared, bound, described and run; one sync ends it', () => {
    const steps = [{ text: 'begin' }, { text: 'select $1', values: ['a'] }, { text: 'commit', values: [] }]
    const uses = [
      { name: '', fields: undefined },
      { name: 's1', fields: undefined },
      { name: 's2', fields: [] },
    ]
    const sent = request(steps, uses)
    assert.equal(typesOf(sent).join(''), 'QCPBDEBES')
    const [begin, close, parse] = messagesIn(sent)
    assert.equal(begin?.body.toString(), 'begin\0')
    assert.equal(close?.body.toString(), 'Ss1\0')
    assert.equal(parse?.body.toString(), 's1\0select $1\0\0\0')
  })

  test('a value keeps every character, null stays apart from empty, and one longer than all before arrives whole', () => {
    const values = ['', null, 'ünï€😀', 'x'.repeat(100_000), 'after it']
    const [bound] = messagesIn(request([{ text: '…', values }], [{ name: 's', fields: [] }]))
    assert.deepEqual(boundIn(bound?.body ?? Buffer.alloc(0)), values)
  })

  test('its bytes are its own: handed to a thread they take nothing else along, and the next request leaves them as they are', () => {
    const one = request([{ text: 'select 1' }], [])
    const before = Buffer.from(one).toString()
    request([{ text: 'select 2' }], [])
    assert.equal(one.buffer.byteLength, one.byteLength)
    assert.equal(Buffer.from(one).toString(), before)
  })
})
