import fs from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import type { Modules } from './modules.ts'

/**
 * PGlite as shipped is not durable: it starts with `-F`, and its Node file system has no fsync, so a power cut leaves a
 * database that does not open (electric-sql/pglite#1107; measured: 23 of 25). This supplies both. `wal_sync_method` is
 * fsync because PGlite's fdatasync and sync_file_range do nothing.
 */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['fsync=on', 'wal_sync_method=fsync', 'synchronous_commit=on', 'full_page_writes=on'].flatMap((p) => ['-c', p]),
  ...['timezone=UTC', 'datestyle=ISO', 'client_min_messages=warning'].flatMap((p) => ['-c', p]),
]

/** What the disk did, told at once: the engine itself reports it late, or panics before it can. */
export type DiskEvents = { fsynced: () => void; fsyncRefused: () => never; full: () => void }

type Streams = {
  NODEFS: {
    stream_ops: { fsync?: (stream: { nfd: number }) => number; write: (...all: readonly unknown[]) => number }
  }
}

/** Emscripten's number for ENOSPC. */
const noSpace = 51

/** Opens the cluster in `folder`, making it when there is none. */
export const openDurable = async (folder: string, disk: DiskEvents, modules?: Modules): Promise<PGlite> => {
  const files = new NodeFS(folder)
  const init = files.init.bind(files)
  files.init = async (pg, options) => {
    const made = await init(pg, options)
    made.emscriptenOpts.preRun?.push((module) => {
      const { stream_ops } = (module as unknown as Streams).NODEFS
      const write = stream_ops.write
      stream_ops.write = (...all) => {
        try {
          return write(...all)
        } catch (error) {
          if (typeof error === 'object' && error !== null && 'errno' in error && error.errno === noSpace) disk.full()
          throw error
        }
      }
      stream_ops.fsync = (stream) => {
        try {
          fs.fsyncSync(stream.nfd)
        } catch {
          disk.fsyncRefused() // A page the disk refused may look clean at the next fsync: nothing can be promised now.
        }
        disk.fsynced()
        return 0
      }
    })
    return made
  }
  return PGlite.create({ fs: files, startParams, ...modules })
}
