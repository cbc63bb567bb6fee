import { parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { type DiskEvents, openDurable } from './durable.ts'
import {
  type Asked,
  cause,
  counted,
  fsyncFailed,
  roomless,
  stoppedItself,
  type Told,
  type WorkerData,
} from './thread.ts'

/**
 * The embedded engine's thread: bytes of PostgreSQL's protocol in, bytes out. The engine runs here so that a long query
 * never stops the server from answering.
 */
const { folder, state, modules } = workerData as WorkerData
const port = parentPort
const tell = (told: Told, ...moved: ArrayBuffer[]): void => port?.postMessage(told, moved)

const die = (why: number): never => {
  Atomics.store(state, cause, why)
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

/** How PGlite's engine says that a statement failed, by an exception that is no failure of the engine. */
const longJump = 100

/**
 * PGlite swallows every exception of its loop, even the abort of a panicking engine, and then asks the dead engine again
 * for ever. Here anything but the known one ends the thread.
 */
const watch = (pg: PGlite): void => {
  const engine = pg.Module as unknown as { _PostgresMainLoopOnce: () => void }
  const once = engine._PostgresMainLoopOnce
  engine._PostgresMainLoopOnce = () => {
    try {
      once()
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'status' in error && error.status === longJump) throw error
      die(stoppedItself)
    }
  }
}

try {
  const disk: DiskEvents = {
    fsynced: () => void Atomics.add(state, counted, 1),
    fsyncRefused: () => die(fsyncFailed),
    full: () => void Atomics.store(state, roomless, 1),
  }
  const pg = await openDurable(folder, disk, modules)
  watch(pg)
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
