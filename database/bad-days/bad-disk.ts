import fs from 'node:fs'
import { isMainThread } from 'node:worker_threads'

/**
 * Preloaded (`--import`) into a process of a test: in the engine's thread the disk fails as EVENKEEL_BAD_DISK says.
 *   full:BYTES   no room after that many bytes; what exists can still be overwritten
 *   stuck:BYTES  no write at all succeeds after that many bytes
 *   fsync:COUNT  fsync fails after that many times
 */
const [kind = '', limit = '0'] = (process.env.EVENKEEL_BAD_DISK ?? '').split(':')
const refuse = (code: string): never => {
  throw Object.assign(new Error(`${code}: made by the test`), { code })
}

if (!isMainThread) {
  const real = { ...fs }
  let written = 0
  let synced = 0
  if (kind !== 'fsync')
    Object.assign(fs, {
      writeSync: (fd: number, buffer: Buffer, offset: number, length: number, at: number): number => {
        written += length
        const grows = kind === 'stuck' || at + length > real.fstatSync(fd).size
        if (written > Number(limit) && grows) refuse('ENOSPC')
        return real.writeSync(fd, buffer, offset, length, at)
      },
    })
  else
    Object.assign(fs, {
      fsyncSync: (fd: number): void => {
        if (++synced > Number(limit)) refuse('EIO')
        real.fsyncSync(fd)
      },
    })
}
