import type { Modules } from './modules.ts'

/** What the engine's thread and its owner say to each other. */
export type WorkerData = { folder: string; state: Int32Array; modules: Modules }
export type Asked = { bytes: Uint8Array } | 'close'
export type Told =
  | { kind: 'open' }
  | { kind: 'failed'; reason: string }
  | { kind: 'reply'; bytes: Uint8Array }
  | { kind: 'closed' }

/** Places in the shared state: how many fsyncs, why the thread died if it did, and whether the disk had no room. */
export const counted = 0
export const cause = 1
export const roomless = 2
export const newState = (): Int32Array => new Int32Array(new SharedArrayBuffer(12))

/** Causes. */
export const fsyncFailed = 1
export const stoppedItself = 2
