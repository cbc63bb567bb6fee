/** What the engine's thread and its owner say to each other. */
export type WorkerData = { folder: string; state: Int32Array }
export type Asked = { bytes: Uint8Array } | 'close'
export type Told =
  | { kind: 'open' }
  | { kind: 'failed'; reason: string }
  | { kind: 'reply'; bytes: Uint8Array }
  | { kind: 'closed' }

/** Places in the shared state: how many fsyncs, and why the thread died if it did. */
export const counted = 0
export const cause = 1
export const fsyncFailed = 1
