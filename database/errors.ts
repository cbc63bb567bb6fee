/** Why Evenkeel cannot start or go on, as one plain sentence for whoever runs it. Print the message, nothing else. */
export class StartProblem extends Error {
  override name = 'StartProblem'
}

/** The database cannot be used any more. Nothing acknowledged was lost; what was not answered was not saved. */
export class DatabaseGone extends Error {
  override name = 'DatabaseGone'
}

/**
 * A statement was refused. `code` is the SQLSTATE ('23505' unique, '23503' foreign key, '23514' check). The message and
 * detail may quote what was typed: never log them where patient words must not go.
 */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
  readonly code: string
  readonly constraint: string | undefined
  readonly table: string | undefined
  readonly detail: string | undefined
  readonly severity: string
  constructor(fields: {
    message: string
    code: string
    constraint?: string | undefined
    table?: string | undefined
    detail?: string | undefined
    severity?: string | undefined
  }) {
    super(fields.message)
    this.code = fields.code
    this.constraint = fields.constraint
    this.table = fields.table
    this.detail = fields.detail
    this.severity = fields.severity ?? 'ERROR'
  }
}

/** For systems errors, whose `code` TypeScript does not know. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
