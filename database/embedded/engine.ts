import fs from 'node:fs'
import { Worker } from 'node:worker_threads'
import { codeOf, DatabaseGone, StartProblem } from '../errors.ts'
import { newestMigration } from '../migrations.ts'
import { prepared as newPrepared, type Use } from '../prepared.ts'
import type { Answer, Connection, Database, Step } from '../types.ts'
import { isFatal, replies, request } from '../wire.ts'
import { clusterIn, finishFirstStart, prepareFolder } from './folder.ts'
import { lockFolder } from './lock.ts'
import { compileModules } from './modules.ts'
import { notOpened, refused, stopped, unusable } from './reasons.ts'
import { type Asked, counted, newState, type Told, type WorkerData } from './thread.ts'
import { keepTidy } from './tidy.ts'

type Question = {
  steps: readonly Step[]
  uses: readonly Use[]
  resolve: (answers: Answer[]) => void
  reject: (error: unknown) => void
}

/** PostgreSQL inside this process, in a thread of its own, on a folder of its own. One session: transactions queue. */
export const openEmbedded = async (dataDir: string): Promise<Database> => {
  makeFolder(dataDir)
  const unlock = await lockFolder(dataDir)
  try {
    const { first } = prepareFolder(dataDir, newestMigration())
    const state = newState()
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { folder: clusterIn(dataDir), state, modules: await compileModules(first) } satisfies WorkerData,
    })
    await opened(worker, state, dataDir)
    if (first) finishFirstStart(dataDir)
    return over(worker, state, dataDir, unlock)
  } catch (error) {
    await unlock()
    const code = codeOf(error)
    throw code?.startsWith('E') ? new StartProblem(unusable(code, dataDir), { cause: error }) : error
  }
}

const makeFolder = (dataDir: string): void => {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    fs.chmodSync(dataDir, 0o700)
    fs.accessSync(dataDir, fs.constants.R_OK | fs.constants.W_OK)
  } catch (error) {
    throw new StartProblem(unusable(codeOf(error) ?? 'unknown reason', dataDir), { cause: error })
  }
}

const opened = (worker: Worker, state: Int32Array, dataDir: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (): void => reject(new StartProblem(notOpened(state, dataDir)))
    worker.once('error', fail)
    worker.once('exit', fail)
    worker.once('message', (told: Told) => {
      worker.off('error', fail)
      worker.off('exit', fail)
      if (told.kind === 'open') resolve()
      else fail()
    })
  })

const over = (worker: Worker, state: Int32Array, dataDir: string, unlock: () => Promise<void>): Database => {
  const asked: Question[] = []
  const queue: ((connection: Connection) => void)[] = []
  const handlers = new Set<(payload: string) => void>()
  const prepared = newPrepared()
  const lost = Promise.withResolvers<DatabaseGone>()
  const closed = Promise.withResolvers<void>()
  let gone: DatabaseGone | undefined
  let busy = false
  let closing = false
  let changed = 0
  let listening: Promise<void> | undefined

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
    const reply = replies(bytes, question.steps, question.uses)
    prepared.keep(question.uses.slice(0, reply.answers.length))
    if (!reply.whole) question.reject(lose(stopped(state, dataDir)))
    else if (reply.error && isFatal(reply.error)) question.reject(lose(refused(reply.error.code, state, dataDir)))
    else if (reply.error) question.reject(reply.error)
    else {
      changed += changesIn(reply.answers)
      question.resolve(reply.answers)
    }
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
      const uses = prepared.usesOf(steps)
      const bytes = request(steps, uses)
      asked.push({ steps, uses, resolve, reject })
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
  /** In its turn, as every statement: inside somebody's transaction that rolls back it would be undone. */
  const startListening = async (): Promise<void> => {
    const own = await db.connect()
    try {
      await own.send([{ text: 'listen evenkeel' }])
    } catch (error) {
      listening = undefined
      throw error
    } finally {
      own.release()
    }
  }
  const db: Database = {
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
      handlers.add(handler)
      listening ??= startListening()
      await listening
      return async () => {
        handlers.delete(handler)
      }
    },
    close: async () => {
      if (closing) return closed.promise
      closing = true
      stopTidying()
      if (!gone) worker.postMessage('close' satisfies Asked)
      await closed.promise
      await worker.terminate()
      await unlock()
    },
  }
  const stopTidying = keepTidy(db, () => changed)
  return db
}

const changesIn = (answers: readonly Answer[]): number =>
  answers.reduce((sum, { tag, affected }) => (/^(INSERT|UPDATE|DELETE|MERGE)/.test(tag) ? sum + affected : sum), 0)
