import { parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { openDurable } from './durable.ts'
import { type Asked, cause, counted, fsyncFailed, type Told, type WorkerData } from './thread.ts'

/**
 * The embedded engine's thread: bytes of PostgreSQL's protocol in, bytes out. The engine runs here so that a long query
 * never stops the server from answering.
 */
const { folder, state } = workerData as WorkerData
const port = parentPort
const tell = (told: Told, ...moved: ArrayBuffer[]): void => port?.postMessage(told, moved)

const count = (): void => {
  Atomics.add(state, counted, 1)
}
const die = (): never => {
  Atomics.store(state, cause, fsyncFailed)
  process.exit(1)
}

const ask = (pg: PGlite, bytes: Uint8Array): Uint8Array => {
  const chunks: Buffer[] = []
  pg.execProtocolRawStream(bytes, { syncToFs: false, onRawData: (data) => chunks.push(Buffer.from(data)) })
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}

try {
  const pg = await openDurable(folder, count, die)
  port?.on('message', async (asked: Asked) => {
    if (asked === 'close') {
      await pg.close()
      tell({ kind: 'closed' })
      port.close()
      return
    }
    const bytes = ask(pg, asked.bytes)
    tell({ kind: 'reply', bytes }, bytes.buffer as ArrayBuffer)
  })
  tell({ kind: 'open' })
} catch (error) {
  tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  port?.close()
}
