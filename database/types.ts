import type { DatabaseGone } from './errors.ts'

/** SQL with its values kept apart. Made only by the `sql` tag, so text from outside can never become SQL. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] }

/** How statements are asked inside one transaction. Statements asked at the same instant travel as one message. */
export type Query = {
  all<Row>(statement: Statement): Promise<Row[]>
  /** Throws unless exactly one row comes back. */
  one<Row>(statement: Statement): Promise<Row>
  /** Throws when more than one row comes back. */
  maybe<Row>(statement: Statement): Promise<Row | undefined>
  /** Rows affected. */
  run(statement: Statement): Promise<number>
}

declare const brand: unique symbol
/** A transaction that may write. Only `writing` makes one, and only `clinic/audit/audited.ts` may call that. */
export type Tx = Query & {
  /** Sent with whatever is asked next, at the latest with the commit. Nobody waits for it: when it fails, the transaction does. */
  leave(statement: Statement): void
  readonly [brand]: 'Tx'
}

/** Whose rows are visible: one clinic's, or the single row that somebody at the door holds the secret of. */
export type Scope = { readonly clinicId: string } | { readonly knock: string }

/** One statement with its values already as text. Without values it may hold several statements, and returns no rows. */
export type Step = { readonly text: string; readonly values?: readonly (string | null)[] }

export type Answer = { readonly rows: unknown[]; readonly affected: number; readonly tag: string }

/** One session with the database, held by one transaction at a time. */
export type Connection = {
  /** All steps in one message; stops at the first that fails and throws its error. */
  send(steps: readonly Step[]): Promise<Answer[]>
  release(broken?: boolean): void
}

export type Database = {
  readonly engine: 'embedded' | 'server'
  /** Where it is, for messages: a folder, or a host and database name without credentials. */
  readonly place: string
  /** Waits for a session, on a server with the first message; first come, first served. */
  connect(): Promise<Connection>
  /** Calls back with the payload of every `pg_notify('evenkeel', …)` after its commit. Returns how to stop. */
  listen(handler: (payload: string) => void): Promise<() => void>
  /** Settles when the database is lost for good (full disk, damaged, killed): say the sentence and exit. */
  readonly gone: Promise<DatabaseGone>
  /** How often the embedded engine called fsync; 0 on a server, which does its own. */
  fsyncs(): number
  close(): Promise<void>
}
