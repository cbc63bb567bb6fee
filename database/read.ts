import { confine } from './scope.ts'
import { transaction } from './transaction.ts'
import type { Database, Query, Scope } from './types.ts'

/**
 * Reads in one transaction that cannot write, sees one moment, and sees only what `scope` allows.
 * Ask independent statements together (`Promise.all`): they travel as one message.
 */
export const reading = <T>(db: Database, scope: Scope, run: (query: Query) => Promise<T>): Promise<T> =>
  transaction(db, `begin isolation level repeatable read read only; ${confine(scope)}`, run, { readOnly: true })
