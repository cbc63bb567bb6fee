import fs from 'node:fs'
import { dirname, join } from 'node:path'

type Write = { at: number; length: number; before: Buffer; size: number }
type Image = { dropped: number; torn: number }

/**
 * A disk that can lose power, without root or a special file system. PGlite reaches the disk only through `node:fs`, so
 * `node:fs` is the disk: every write since the last fsync of its file is remembered with the bytes it replaced.
 * `cut(to)` copies the folder as it would be found after a power cut: each write that was not yet fsynced is kept, lost
 * or torn by chance, sector by sector of 512 bytes, and so is the name of a new file whose folder was not fsynced.
 * It replaces functions of `node:fs` for the whole thread: only for a process of its own.
 */
export const losingDisk = (folder: string, chance: () => number, beforeWrite: () => void) => {
  const real = { ...fs }
  const pathOf = new Map<number, string>()
  const pending = new Map<string, Write[]>()
  const created = new Set<string>()
  const ours = (path: unknown): path is string => typeof path === 'string' && path.startsWith(folder)

  const bytesAt = (path: string, at: number, length: number): Buffer => {
    const bytes = Buffer.alloc(Math.max(0, length))
    if (bytes.length === 0) return bytes
    const fd = real.openSync(path, 'r')
    real.readSync(fd, bytes, 0, bytes.length, at)
    real.closeSync(fd)
    return bytes
  }
  const note = (path: string, write: Write): void => {
    pending.set(path, [...(pending.get(path) ?? []), write])
  }
  const shorten = (path: string, length: number): void => {
    const { size } = real.statSync(path)
    const at = Math.min(length, size)
    note(path, { at, length: 0, before: bytesAt(path, at, size - at), size })
  }
  const replacements = {
    openSync: (path: string, flags: string | number, mode?: number): number => {
      const isNew = ours(path) && !real.existsSync(path)
      const fd = real.openSync(path, flags, mode)
      if (ours(path)) pathOf.set(fd, path)
      if (isNew) created.add(path)
      return fd
    },
    closeSync: (fd: number): void => {
      pathOf.delete(fd)
      real.closeSync(fd)
    },
    writeSync: (fd: number, buffer: Buffer, offset: number, length: number, at: number): number => {
      const path = pathOf.get(fd)
      if (path) {
        const { size } = real.fstatSync(fd)
        note(path, { at, length, before: bytesAt(path, at, Math.min(length, size - at)), size })
        beforeWrite()
      }
      return real.writeSync(fd, buffer, offset, length, at)
    },
    fsyncSync: (fd: number): void => {
      beforeWrite()
      real.fsyncSync(fd)
      const path = pathOf.get(fd)
      if (!path) return
      pending.delete(path)
      created.delete(path)
      for (const name of created) if (dirname(name) === path) created.delete(name)
    },
    ftruncateSync: (fd: number, length: number): void => {
      const path = pathOf.get(fd)
      if (path) shorten(path, length)
      real.ftruncateSync(fd, length)
    },
    truncateSync: (path: string, length: number): void => {
      if (ours(path)) shorten(path, length)
      real.truncateSync(path, length)
    },
    renameSync: (from: string, to: string): void => {
      const writes = pending.get(from)
      pending.delete(from)
      pending.delete(to)
      if (writes) pending.set(to, writes)
      if (created.delete(from)) created.add(to)
      for (const [fd, path] of pathOf) if (path === from) pathOf.set(fd, to)
      real.renameSync(from, to)
    },
    unlinkSync: (path: string): void => {
      pending.delete(path)
      created.delete(path)
      real.unlinkSync(path)
    },
  }
  Object.assign(fs, replacements)

  const undo = (fd: number, write: Write, whole: boolean): number => {
    if (whole || write.length === 0) {
      real.ftruncateSync(fd, write.size)
      if (write.before.length > 0) real.writeSync(fd, write.before, 0, write.before.length, write.at)
      return 0
    }
    let torn = 0
    for (let from = 0; from < write.before.length; from += 512) {
      const length = Math.min(512, write.before.length - from)
      if (chance() < 0.5) real.writeSync(fd, write.before, from, length, write.at + from)
      else torn++
    }
    return torn
  }
  return {
    /** What the disk holds so far counts as safe. */
    settle: (): void => {
      pending.clear()
      created.clear()
    },
    cut: (to: string): Image => {
      real.cpSync(folder, to, { recursive: true })
      const image = { dropped: 0, torn: 0 }
      const everythingLost = chance() < 0.3
      for (const [path, writes] of pending) {
        const copy = join(to, path.slice(folder.length))
        if (!real.existsSync(copy)) continue
        const fd = real.openSync(copy, 'r+')
        for (const write of writes.toReversed()) {
          if (!everythingLost && chance() < 0.4) continue
          image.dropped++
          image.torn += undo(fd, write, everythingLost)
        }
        real.closeSync(fd)
      }
      for (const path of created) if (chance() < 0.5) real.rmSync(join(to, path.slice(folder.length)), { force: true })
      return image
    },
  }
}
