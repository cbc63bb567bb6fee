import fs from 'node:fs'
import { join } from 'node:path'

/** After the first initdb: every file and folder made durable once, before anything is acknowledged. */
export const fsyncTree = (folder: string): void => {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) fsyncTree(path)
    else if (entry.isFile()) fsyncPath(path, 'r+')
  }
  if (process.platform !== 'win32') fsyncPath(folder, 'r')
}

export const fsyncPath = (path: string, flags: 'r' | 'r+'): void => {
  const fd = fs.openSync(path, flags)
  try {
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
}
