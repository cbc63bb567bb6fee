import type { Context as Http } from 'hono'
import { Problem } from '../clinic/request/problem.ts'

/**
 * Reads a JSON body of at most `limit` bytes. It counts what arrives, because a length that the sender states can be
 * wrong, and it takes JSON only: a form of another site cannot send that without the browser asking first.
 */
export const readBody = async (http: Http, limit: number): Promise<unknown> => {
  const type = http.req.header('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) {
    throw new Problem('invalid', 'This address takes JSON.', { fields: { body: 'Send it as application/json.' } })
  }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of http.req.raw.body ?? []) {
      size += chunk.byteLength
      if (size > limit) throw new Problem('invalid', tooLarge(limit))
      chunks.push(chunk)
    }
  } catch (error) {
    // Whoever sent it has gone, or never finished: nobody is left to be told, and it is no error of ours.
    throw error instanceof Problem ? error : new Problem('invalid', 'This did not arrive in full.')
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new Problem('invalid', 'What arrived is not whole JSON.', { fields: { body: 'Not JSON.' } })
  }
}

const tooLarge = (limit: number): string =>
  `This is larger than the ${Math.round(limit / 1024)} kB that can be taken here.`
