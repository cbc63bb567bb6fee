import { connect, type Socket } from 'node:net'

export type Ask = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<{ status: number; text: string }>

/**
 * One keep-alive connection to a server, as a tablet holds it; one request at a time. Written onto the socket as it is:
 * Node's own client takes as long as a third of the server's work, and this measures the server. Fails on an answer that
 * is not 200. A server closes a connection on which nothing was asked for a while: the next question opens another, as a
 * browser's would.
 */
export const newClient = (origin: string, headers: Record<string, string>): { ask: Ask; close: () => void } => {
  const { host, hostname, port } = new URL(origin)
  const always = Object.entries({ host, 'sec-fetch-site': 'same-origin', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  let arrived = Buffer.alloc(0)
  let waiting: { resolve: (answer: { status: number; text: string }) => void; reject: (why: Error) => void } | undefined
  const take = (data: Buffer<ArrayBuffer>) => {
    arrived = arrived.length === 0 ? data : Buffer.concat([arrived, data])
    const end = arrived.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = arrived.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
    if (Number.isNaN(length)) waiting?.reject(new Error(`An answer without a length: ${head}`))
    if (!(arrived.length >= end + 4 + length)) return
    const text = arrived.toString('utf8', end + 4, end + 4 + length)
    arrived = Buffer.alloc(0)
    waiting?.resolve({ status: Number(head.slice(9, 12)), text })
  }
  const lost = (why: Error) => waiting?.reject(why)
  const open = () =>
    connect({ host: hostname, port: Number(port), noDelay: true })
      .on('data', take)
      .on('error', lost)
      .on('close', () => lost(new Error('The server closed the connection')))
  let socket: Socket | undefined
  let last: Promise<unknown> = Promise.resolve()
  const once: Ask = async (method, path, body) => {
    const payload = body === undefined ? '' : JSON.stringify(body)
    const json = payload && `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(payload)}\r\n`
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      if (!socket || socket.destroyed) socket = open()
      waiting = { resolve, reject }
      socket.write(`${method} ${path} HTTP/1.1\r\n${always}${json}\r\n${payload}`)
    })
    if (answer.status !== 200) throw new Error(`${method} ${path} was answered with ${answer.status}: ${answer.text}`)
    return answer
  }
  const ask: Ask = (...asked) => {
    const turn = last.then(() => once(...asked))
    last = turn.catch(() => undefined)
    return turn
  }
  return { ask, close: () => socket?.destroy() }
}
