import { AsyncLocalStorage } from 'node:async_hooks'
import { DatabaseError } from './errors.ts'
import type { Answer, Connection, Database, Query, Statement, Step, Tx } from './types.ts'
import { encode } from './values.ts'
import { rollBack, sendWhole } from './whole.ts'

/** What goes along behind the opening, and whom to tell when that was answered (`presumed.ts`). */
type Presumed = { steps: readonly Step[]; held: () => void } | undefined

type Waiting = { step: Step; resolve: (answer: Answer) => void; reject: (error: unknown) => void }

/** A forgotten transaction would hold everybody up for ever: after this long without a statement it is rolled back. */
const idleLimitMs = 30_000

/** What is begun within a transaction but outlives it (a timer, say) is inside of nothing any more. */
const inside = new AsyncLocalStorage<{ db: Database; open: boolean }>()

const refuseNested = (db: Database): void => {
  const around = inside.getStore()
  if (around?.open && around.db === db)
    throw new Error('A transaction was begun inside a transaction; pass the query along instead')
}

const stepOf = (statement: Statement): Step => ({ text: statement.text, values: statement.values.map(encode) })

const commit: Step = { text: 'commit', values: [] }

/** Statements asked in the same instant leave together; the opening of the transaction rides with the first of them. */
const batching = (connection: Connection, beginning: readonly Step[], presumed: Presumed) => {
  const opening = presumed ? [...beginning, ...presumed.steps] : beginning
  let waiting: Waiting[] = []
  /** Somebody waits for an answer: what is waiting leaves at the end of this instant. */
  let asked = false
  let opened = false
  let failure: unknown

  const flush = async (...last: Step[]): Promise<Answer[]> => {
    const batch = waiting
    waiting = []
    asked = false
    const steps = [...(opened ? [] : opening), ...batch.map((w) => w.step), ...last]
    const skip = opened ? 0 : opening.length
    opened = true
    try {
      const answers = await connection.send(steps)
      if (skip > 0) presumed?.held()
      for (const [i, w] of batch.entries()) w.resolve(answers[i + skip] as Answer)
      return answers
    } catch (error) {
      failure ??= error
      for (const w of batch) w.reject(error)
      if (last.length > 0) throw error
      return []
    }
  }
  const ask = (statement: Statement): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.push({ step: stepOf(statement), resolve, reject })
      if (asked) return
      asked = true
      queueMicrotask(() => asked && flush())
    })
  const leave = (statement: Statement): void => {
    waiting.push({ step: stepOf(statement), resolve: () => {}, reject: () => {} })
  }
  return { ask, leave, flush, opened: () => opened, pending: () => waiting.length > 0, failure: () => failure }
}

const expectRows = (rows: unknown[], least: number, statement: Statement): void => {
  if (rows.length < least || rows.length > 1)
    throw new Error(`Expected ${least === 1 ? 'exactly' : 'at most'} one row, got ${rows.length}: ${statement.text}`)
}

type Asking = Query & Pick<Tx, 'leave'>

const queryOver = (ask: (statement: Statement) => Promise<Answer>, leave: Tx['leave']): Asking => ({
  leave,
  all: async <Row>(statement: Statement) => (await ask(statement)).rows as Row[],
  one: async <Row>(statement: Statement) => {
    const { rows } = await ask(statement)
    expectRows(rows, 1, statement)
    return rows[0] as Row
  },
  maybe: async <Row>(statement: Statement) => {
    const { rows } = await ask(statement)
    expectRows(rows, 0, statement)
    return rows[0] as Row | undefined
  },
  run: async (statement: Statement) => (await ask(statement)).affected,
})

/**
 * One transaction, from the opening statements to commit, or to rollback when `run` throws. `last` is asked together
 * with the commit in one message. A transaction inside a transaction throws: the embedded engine has one session, and
 * the inner one would wait for the outer for ever.
 */
export const transaction = async <T>(
  db: Database,
  opening: readonly Step[],
  run: (query: Asking) => Promise<T>,
  {
    last,
    readOnly = false,
    presumed,
  }: { last?: ((result: T) => Statement | undefined) | undefined; readOnly?: boolean; presumed?: Presumed } = {},
): Promise<T> => {
  refuseNested(db)
  const connection = await db.connect()
  const batch = batching(connection, opening, presumed)
  const here = { db, open: true }
  let state: 'open' | 'ended' | 'expired' = 'open'
  let idle: NodeJS.Timeout | undefined
  const expire = (): void => {
    state = 'expired'
    void rollBack(connection)
  }
  const ask = (statement: Statement): Promise<Answer> => {
    if (state !== 'open') return Promise.reject(new Error('This transaction is over'))
    idle?.refresh()
    return batch.ask(statement)
  }
  const leave = (statement: Statement): void => {
    if (state !== 'open') throw new Error('This transaction is over')
    batch.leave(statement)
  }
  try {
    idle = setTimeout(expire, idleLimitMs)
    const result = await inside.run(here, () => run(queryOver(ask, leave)))
    if (stateNow(() => state) === 'expired') throw new Error('The transaction was idle too long and was rolled back')
    state = 'ended'
    if (readOnly && batch.opened() && !batch.pending()) {
      endUnwatched(connection)
      return result
    }
    const parting = last?.(result)
    if (batch.opened() || batch.pending() || parting) {
      const answers = await batch.flush(...(parting ? [stepOf(parting)] : []), commit)
      if (answers.at(-1)?.tag !== 'COMMIT')
        throw batch.failure() ?? new DatabaseError({ message: 'The transaction was rolled back', code: '40000' })
    }
    connection.release()
    return result
  } catch (error) {
    if (stateNow(() => state) !== 'expired') {
      state = 'ended'
      if (batch.opened()) await rollBack(connection)
      else connection.release()
    }
    throw error
  } finally {
    here.open = false
    clearTimeout(idle)
  }
}

/** One read-only transaction of one statement, opened, asked and ended in one message. @returns its rows */
export const transactionAtOnce = async (
  db: Database,
  opening: readonly Step[],
  statement: Statement,
  presumed?: Presumed,
): Promise<unknown[]> => {
  refuseNested(db)
  const before = [...opening, ...(presumed?.steps ?? [])]
  const answers = await sendWhole(() => db.connect(), [...before, stepOf(statement), commit])
  presumed?.held()
  return answers[before.length]?.rows ?? []
}

/** Nothing hangs on the end of a read, so nobody waits for it; whoever comes next is answered after it. */
const endUnwatched = (connection: Connection): void => {
  connection.send([commit]).catch(() => {})
  connection.release()
}

/** Read through a function, because the timer may have changed it behind the compiler's back. */
const stateNow = <S>(read: () => S): S => read()
