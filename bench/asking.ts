import { Agent, request } from 'node:http'

export type Ask = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<{ status: number; text: string }>

/** One keep-alive connection to a server, as a tablet holds it. Fails on an answer that is not 200. */
export const newClient = (origin: string, headers: Record<string, string>): { ask: Ask; close: () => void } => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { hostname, port } = new URL(origin)
  const ask: Ask = (method, path, body) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body)
      const sent = { 'sec-fetch-site': 'same-origin', ...headers }
      const json = payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}
      const call = request({ agent, hostname, port, method, path, headers: { ...sent, ...json } }, (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (data) => (text += data))
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve({ status: 200, text })
          else reject(new Error(`${method} ${path} was answered with ${answer.statusCode}: ${text}`))
        })
      })
      call.on('error', reject)
      call.end(payload)
    })
  return { ask, close: () => agent.destroy() }
}
