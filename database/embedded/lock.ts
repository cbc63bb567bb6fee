import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { codeOf, StartProblem } from '../errors.ts'

/**
 * Two processes on one folder would both write, and one would silently lose (electric-sql/pglite#1106; measured). The
 * kernel keeps the lock: a socket in the abstract namespace (Linux) or a named pipe (Windows) is taken atomically and
 * freed when its process dies, SIGKILL included, so it is never stale. Elsewhere a socket file is tried before it is
 * replaced.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const id = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)
  const file = join(folder, '.lock')
  const address =
    process.platform === 'linux'
      ? `\0evenkeel-${id}`
      : process.platform === 'win32'
        ? `\\\\.\\pipe\\evenkeel-${id}`
        : file
  const taken = new StartProblem(
    `The data folder ${folder} is in use by another Evenkeel; stop that one first, or give this one its own DATA_DIR.`,
  )
  try {
    return await hold(address)
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error
    if (address !== file || (await answers(address))) throw taken
    rmSync(file, { force: true })
    return hold(address)
  }
}

const hold = (address: string): Promise<() => Promise<void>> =>
  new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy()).once('error', reject)
    server.listen(address, () => {
      server.unref()
      resolve(() => new Promise((done) => server.close(() => done())))
    })
  })

const answers = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(address, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
