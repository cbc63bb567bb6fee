import { cause, fsyncFailed, roomless } from './thread.ts'

/** Why the embedded engine stopped or did not start, each as one sentence that says what is kept and what to do. */

const full = (dataDir: string): string =>
  `The disk holding ${dataDir} is full, so Evenkeel stopped; everything acknowledged is kept. Make room, then start again.`

/** The engine ended without an answer. */
export const stopped = (state: Int32Array, dataDir: string): string => {
  if (Atomics.load(state, roomless)) return full(dataDir)
  return Atomics.load(state, cause) === fsyncFailed
    ? `The disk holding ${dataDir} refused to keep what was written, so Evenkeel stopped; everything acknowledged is kept. Check the disk, then start again.`
    : `The database in ${dataDir} stopped unexpectedly; everything acknowledged is kept. Start Evenkeel again.`
}

/** The engine answered with an error after which it cannot be trusted with more. `code` is its SQLSTATE. */
export const refused = (code: string, state: Int32Array, dataDir: string): string => {
  if (code === '53100') return full(dataDir)
  return code.startsWith('XX')
    ? `The database in ${dataDir} is damaged, so Evenkeel stopped; nothing was overwritten. Restore a backup into an empty folder.`
    : stopped(state, dataDir)
}

export const notOpened = (state: Int32Array, dataDir: string): string =>
  Atomics.load(state, roomless)
    ? `The disk holding ${dataDir} is full, so Evenkeel could not start; nothing is lost. Make room, then start again.`
    : `The database in ${dataDir} does not open and may be damaged; nothing was overwritten. Restore a backup into an empty folder.`

/** The operating system refused the folder itself. `code` is its own word for why. */
export const unusable = (code: string, dataDir: string): string =>
  code === 'ENOSPC'
    ? `The disk holding ${dataDir} is full, so Evenkeel could not start; nothing is lost. Make room, then start again.`
    : `The data folder ${dataDir} cannot be used (${code}); give a DATA_DIR that this user may read and write.`
