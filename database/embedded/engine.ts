import fs from 'node:fs'
import { Worker } from 'node:worker_threads'
import { codeOf, DatabaseGone, StartProblem } from '../errors.ts'
import { newestMigration } from '../migrations.ts'
import type { Answer, Connection, Database, Step } from '../types.ts'
import { clusterIn, finishFirstStart, prepareFolder } from './folder.ts'
import { lockFolder } from './lock.ts'
import { names } from './names.ts'
import { type Asked, cause, counted, fsyncFailed, type Told } from './thread.ts'
import { isFatal, replies, request } from './wire.ts'

type Question = { steps: readonly Step[]; resolve: (answers: Answer[]) => void; reject: (error: unknown) => void }

/** PostgreSQL inside this process, in a thread of its own, on a folder of its own. One session: transactions queue. */
export const openEmbedded = async (dataDir: string): Promise<Database> => {
  makeFolder(dataDir)
  const unlock = await lockFolder(dataDir)
  try {
    const { first } = prepareFolder(dataDir, newestMigration())
    const state = new Int32Array(new SharedArrayBuffer(8))
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { folder: clusterIn(dataDir), state },
    })
    await opened(worker, dataDir)
    if (first) finishFirstStart(dataDir)
    return over(worker, state, dataDir, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

const makeFolder = (dataDir: string): void => {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    fs.chmodSync(dataDir, 0o700)
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK)
  } catch (error) {
    throw new StartProblem(
      `The data folder ${dataDir} cannot be used (${codeOf(error) ?? 'unknown reason'}); give a DATA_DIR this user may write to.`,
    )
  }
}

const opened = (worker: Worker, dataDir: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const damaged = (): void =>
      reject(
        new StartProblem(
          `The database in ${dataDir} does not open, so it may be damaged or the disk may be full; nothing was overwritten. Make room, or restore a backup into an empty folder.`,
        ),
      )
    worker.once('error', damaged)
    worker.once('exit', damaged)
    worker.once('message', (told: Told) => {
      worker.off('error', damaged)
      worker.off('exit', damaged)
      if (told.kind === 'open') resolve()
      else damaged()
    })
  })

const over = (worker: Worker, state: Int32Array, dataDir: string, unlock: () => Promise<void>): Database => {
  const asked: Question[] = []
  const queue: ((connection: Connection) => void)[] = []
  const handlers = new Set<(payload: string) => void>()
  const prepared = names()
  const lost = Promise.withResolvers<DatabaseGone>()
  const closed = Promise.withResolvers<void>()
  let gone: DatabaseGone | undefined
  let busy = false
  let closing = false

  const lose = (sentence: string): DatabaseGone => {
    gone ??= new DatabaseGone(sentence)
    for (const question of asked.splice(0)) question.reject(gone)
    for (const next of queue.splice(0)) next(dead)
    lost.resolve(gone)
    void worker.terminate()
    return gone
  }
  const dead: Connection = { send: () => Promise.reject(gone), release: () => {} }

  const answer = (bytes: Uint8Array): void => {
    const question = asked.shift()
    if (!question) return
    const reply = replies(bytes, question.steps)
    prepared.confirm(reply.parsed)
    if (!reply.whole) question.reject(lose(stopped(state, dataDir)))
    else if (reply.error && isFatal(reply.error)) question.reject(lose(fatal(reply.error.code, dataDir)))
    else if (reply.error) question.reject(reply.error)
    else question.resolve(reply.answers)
    for (const payload of reply.notices) for (const handler of handlers) handler(payload)
  }
  worker.on('message', (told: Told) => {
    if (told.kind === 'reply') answer(told.bytes)
    if (told.kind === 'closed') closed.resolve()
  })
  worker.on('error', () => lose(stopped(state, dataDir)))
  worker.on('exit', () => {
    closed.resolve()
    if (!closing) lose(stopped(state, dataDir))
  })

  const send = (steps: readonly Step[]): Promise<Answer[]> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone)
      const bytes = request(steps, prepared.nameOf)
      asked.push({ steps, resolve, reject })
      worker.postMessage({ bytes } satisfies Asked)
    })
  const connection = (): Connection => {
    let held = true
    return {
      send: (steps) => (held ? send(steps) : Promise.reject(new Error('This session was given back'))),
      release: () => {
        if (!held) return
        held = false
        const next = queue.shift()
        if (next) next(connection())
        else busy = false
      },
    }
  }
  return {
    engine: 'embedded',
    place: dataDir,
    gone: lost.promise,
    fsyncs: () => Atomics.load(state, counted),
    connect: () => {
      if (gone) return Promise.reject(gone)
      if (closing) return Promise.reject(new DatabaseGone('The database is closed.'))
      if (busy) return new Promise((resolve) => queue.push(resolve))
      busy = true
      return Promise.resolve(connection())
    },
    listen: async (handler) => {
      if (handlers.size === 0) await send([{ text: 'listen evenkeel' }])
      handlers.add(handler)
      return async () => {
        handlers.delete(handler)
      }
    },
    close: async () => {
      if (closing) return closed.promise
      closing = true
      if (!gone) worker.postMessage('close' satisfies Asked)
      await closed.promise
      await worker.terminate()
      await unlock()
    },
  }
}

const stopped = (state: Int32Array, dataDir: string): string =>
  Atomics.load(state, cause) === fsyncFailed
    ? `The disk under ${dataDir} refused to keep what was written, so Evenkeel stopped; everything acknowledged before is kept. Check the disk, then start again.`
    : `The database in ${dataDir} stopped unexpectedly; everything acknowledged is kept. Start Evenkeel again.`

const fatal = (code: string, dataDir: string): string =>
  code === '53100'
    ? `The disk holding ${dataDir} is full, so Evenkeel stopped; everything acknowledged is kept. Make room, then start again.`
    : code.startsWith('XX')
      ? `The database in ${dataDir} is damaged, so Evenkeel stopped; nothing was overwritten. Restore a backup into an empty folder.`
      : stopped(new Int32Array(2), dataDir)
