import { AsyncLocalStorage } from 'node:async_hooks'
import { DatabaseError, DatabaseGone } from './errors.ts'
import { sql } from './sql.ts'
import type { Scope, Statement, Step } from './types.ts'
import { encode } from './values.ts'

type Presuming = { steps: Step[]; held: boolean }

const around = new AsyncLocalStorage<Presuming | undefined>()

/** What `stillSo` fails with. */
const untrue = 'EK001'

export const isUntrue = (error: unknown): boolean => error instanceof DatabaseError && error.code === untrue

/**
 * On a server somebody else may have changed what this process read a moment ago, so nothing may be done by it alone. What
 * every request asks first and seldom changes (who holds this cookie) is presumed there: `act` goes on as if it were so, and
 * its first transaction takes along a statement that fails when it is not. One message instead of two, and nothing is read,
 * written or answered on a presumption that did not hold: `act` runs again then, and asks. It must do nothing before its
 * first transaction that may not be done twice.
 */
export const presuming = async <T>(act: () => Promise<T>): Promise<T> => {
  const presumed: Presuming = { steps: [], held: false }
  const sure = () => presumed.steps.length === 0 || presumed.held
  try {
    const result = await around.run(presumed, act)
    if (sure()) return result
  } catch (error) {
    if (sure() || isOfDatabase(error)) throw error
  }
  return around.run(undefined, act)
}

/** Refused behind a look that held, or lost, and then nobody knows whether it was stored: neither is done again. */
const isOfDatabase = (error: unknown): boolean =>
  (error instanceof DatabaseError && !isUntrue(error)) || error instanceof DatabaseGone

/** @returns whether it may be presumed here: inside of `presuming`, the first time. */
export const presume = (statement: Statement): boolean => {
  const presumed = around.getStore()
  if (!presumed) return false
  presumed.held = false
  presumed.steps.push({ text: statement.text, values: statement.values.map(encode) })
  return true
}

/** What a transaction of this scope takes along behind its opening, and whom to tell when that was answered. */
export const presumedIn = (scope: Scope): { steps: readonly Step[]; held: () => void } | undefined => {
  const presumed = around.getStore()
  if (!presumed || presumed.held || presumed.steps.length === 0 || !('clinicId' in scope)) return undefined
  return {
    steps: presumed.steps,
    held: () => {
      presumed.held = true
    },
  }
}

/** A look whether what was read by `key` still reads as it did (`presume` in migrations/0072); fails with `untrue`. */
export const stillSo = (what: 'sign-in' | 'session', key: string, digest: string): Statement =>
  sql`select presume(${what}, ${key}, ${digest})`
