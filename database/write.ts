import { DatabaseError } from './errors.ts'
import { presumedIn } from './presumed.ts'
import { begin, confine } from './scope.ts'
import { transaction } from './transaction.ts'
import type { Database, Scope, Statement, Tx } from './types.ts'

/** Two transactions that could not both be right: PostgreSQL undid one, and doing it again is the answer. */
const again = new Set(['40001', '40P01'])

/**
 * Reads and writes in one transaction, kept to `scope`. Only `clinic/audit/audited.ts` may call it.
 * `last` is asked in one message with the commit: the audit entry, so that its lock is held no longer than the commit
 * takes. After a serialization failure or a deadlock `run` is called again, three times in all: it must do nothing but
 * ask the database. Once this returns, the change is on disk.
 */
export const writing = async <T>(
  db: Database,
  scope: Scope,
  run: (tx: Tx) => Promise<T>,
  last?: (result: T) => Statement | undefined,
): Promise<T> => {
  const opening = [begin, confine(scope)]
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction(db, opening, run as (query: unknown) => Promise<T>, {
        last,
        presumed: presumedIn(scope),
      })
    } catch (error) {
      if (attempt < 3 && error instanceof DatabaseError && again.has(error.code)) continue
      throw error
    }
  }
}
