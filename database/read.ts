import { presumedIn } from './presumed.ts'
import { beginRead, confine } from './scope.ts'
import { transaction, transactionAtOnce } from './transaction.ts'
import type { Database, Query, Scope, Statement, Step } from './types.ts'

/**
 * Reads in one transaction that cannot write, sees one moment, and sees only what `scope` allows.
 * Ask independent statements together (`Promise.all`): they travel as one message.
 */
export const reading = <T>(db: Database, scope: Scope, run: (query: Query) => Promise<T>): Promise<T> =>
  transaction(db, opening(scope), run, { readOnly: true, presumed: presumedIn(scope) })

/**
 * One look: a single statement in a transaction of its own, in a single message to the database. For what every request
 * asks first. Throws when more than one row comes back.
 */
export const glancing = async <Row>(db: Database, scope: Scope, statement: Statement): Promise<Row | undefined> => {
  const rows = await transactionAtOnce(db, opening(scope), statement, presumedIn(scope))
  if (rows.length > 1) throw new Error(`Expected at most one row, got ${rows.length}: ${statement.text}`)
  return rows[0] as Row | undefined
}

const opening = (scope: Scope): Step[] => [beginRead, confine(scope)]
