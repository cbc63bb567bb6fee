import type { IncomingMessage } from 'node:http'
import type { Context as Http } from 'hono'
import { Problem } from '../clinic/request/problem.ts'
import { says } from '../web/words/en/says/server.ts'

/**
 * Reads a JSON body of at most `limit` bytes. It counts what arrives, because a length that the sender states can be
 * wrong, and it takes JSON only: a form of another site cannot send that without the browser asking first.
 */
export const readBody = async (http: Http, limit: number): Promise<unknown> => {
  const type = http.req.header('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) {
    throw new Problem('invalid', says.takesJson, { fields: { body: says.sendJson } })
  }
  const bytes = await bytesOf(http, limit)
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new Problem('invalid', says.notWholeJson, { fields: { body: says.notJson } })
  }
}

/** A form as a browser sends it without a script. @throws Problem for anything else, or beyond `limit` bytes */
export const readForm = async (http: Http, limit: number): Promise<URLSearchParams> => {
  const type = http.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new Problem('invalid', says.takesForm)
  return new URLSearchParams((await bytesOf(http, limit)).toString('utf8'))
}

const bytesOf = (http: Http, limit: number): Promise<Buffer> => {
  const incoming = incomingOf(http)
  return incoming ? fromSocket(incoming, limit) : fromStream(http.req.raw.body, limit)
}

const mostLetBy = 16 * 1024 * 1024

const incomingOf = (http: Http): IncomingMessage | undefined =>
  (http.env as { incoming?: IncomingMessage } | undefined)?.incoming

/** Over a network: from Node's own request, which spares making a web stream of it. */
const fromSocket = (incoming: IncomingMessage, limit: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      // What comes beyond the limit is let go by, and answered after it: a connection that is closed on somebody who
      // still sends shows them no answer. Beyond that, nobody is listened to.
      if (size <= limit) chunks.push(chunk)
      else if (size > limit + mostLetBy) reject(new Problem('invalid', tooLarge(limit)))
    })
    // Whoever sent it has gone, or never finished: nobody is left to be told, and it is no error of ours.
    const cutOff = () => reject(new Problem('invalid', says.notInFull))
    incoming.once('end', () => {
      incoming.off('close', cutOff)
      if (size > limit) reject(new Problem('invalid', tooLarge(limit)))
      else resolve(Buffer.concat(chunks))
    })
    incoming.once('error', cutOff)
    incoming.once('close', cutOff)
    // Gone before we came to listen, while we looked who is asking: nothing more will be heard.
    if (incoming.destroyed) cutOff()
  })

/** In this process: as `app.request` hands it over. */
const fromStream = async (body: ReadableStream<Uint8Array> | null, limit: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of body ?? []) {
      size += chunk.byteLength
      if (size > limit) throw new Problem('invalid', tooLarge(limit))
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('invalid', says.notInFull)
  }
  return Buffer.concat(chunks)
}

const tooLarge = (limit: number): string => says.tooLarge(Math.round(limit / 1024))
