import { createHash } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { codeOf, StartProblem } from './errors.ts'

/** What another process of the same user may ask of a running Evenkeel. */
export type Request = { command: string } & Record<string, unknown>
export type Commands = Record<string, (request: Request) => Promise<unknown>>
type Reply = { done: unknown } | { problem: string }

/** Longer ones do not fit into the address of a Unix socket. */
const longestPath = 100
const mostBytes = 64 * 1024

/**
 * A socket beside the data (a named pipe on Windows), for the user who owns the folder and nobody else. Where the path
 * is too long for a socket it stands in a private folder of the system's temporary one.
 */
const addressFor = (dataDir: string): string => {
  const place = existsSync(dataDir) ? realpathSync(dataDir) : resolve(dataDir)
  const id = createHash('sha256').update(place).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\evenkeel-control-${id}`
  const beside = join(place, 'control.sock')
  if (beside.length <= longestPath) return beside
  const folder = join(tmpdir(), `evenkeel-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(folder)
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0)
    throw new StartProblem(`The folder ${folder} belongs to somebody else; remove it, or choose a shorter DATA_DIR.`)
  return join(folder, `${id}.sock`)
}

/**
 * Answers `askControl` of other processes until it is stopped. Call it only with the folder's lock held: it replaces a
 * socket that an earlier process left behind.
 */
export const serveControl = async (dataDir: string, commands: Commands): Promise<() => Promise<void>> => {
  const address = addressFor(dataDir)
  if (process.platform !== 'win32') rmSync(address, { force: true })
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy())
    readLine(socket)
      .then((line) => answer(line, commands))
      .then((reply) => socket.end(`${JSON.stringify(reply)}\n`))
      .catch(() => socket.destroy())
  })
  await new Promise<void>((ready, fail) => server.once('error', fail).listen(address, ready))
  if (process.platform !== 'win32') chmodSync(address, 0o600)
  server.unref()
  return () => new Promise((done) => server.close(() => done()))
}

const answer = async (line: string, commands: Commands): Promise<Reply> => {
  try {
    const request = JSON.parse(line) as Request
    const command = Object.hasOwn(commands, request.command) ? commands[request.command] : undefined
    if (!command) return { problem: `This Evenkeel does not know the command "${request.command}".` }
    return { done: await command(request) }
  } catch (error) {
    if (error instanceof StartProblem) return { problem: error.message }
    return { problem: 'The running Evenkeel could not do it; its log says more.' }
  }
}

const readLine = (socket: net.Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      text += part
      const end = text.indexOf('\n')
      if (end >= 0) resolve(text.slice(0, end))
      else if (text.length > mostBytes) reject(new Error('too long'))
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed before it answered')))
  })

/**
 * Asks the Evenkeel that runs on `dataDir`. Returns what it did, or undefined when none is running there.
 * Throws `StartProblem` with its sentence when it could not.
 */
export const askControl = async (dataDir: string, request: Request): Promise<{ done: unknown } | undefined> => {
  const socket = net.connect(addressFor(dataDir))
  try {
    await new Promise<void>((ready, fail) => socket.once('connect', ready).once('error', fail))
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined
    throw new StartProblem(`The running Evenkeel could not be asked (${codeOf(error)}); run this as the same user.`)
  }
  const line = readLine(socket).catch(() => {
    throw new StartProblem('The running Evenkeel stopped before it answered.')
  })
  socket.write(`${JSON.stringify(request)}\n`)
  const reply = JSON.parse(await line) as Reply
  socket.destroy()
  if ('problem' in reply) throw new StartProblem(reply.problem)
  return reply
}
