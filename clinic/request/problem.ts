import type { Finding } from './finding.ts'

/** The closed list of ways a request can fail, each with its one HTTP status. Anything else is a bug: 500, logged by id. */
export const statusOf = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  invalid: 422,
  'rule-held': 423,
  'too-many': 429,
} as const

export type ProblemKind = keyof typeof statusOf

export type ProblemMore = {
  /** For `invalid`: what is wrong, by the path of the field it is wrong with. */
  fields?: Record<string, string>
  /** For `rule-held`: every finding that holds the step. */
  because?: readonly Finding[]
  /** For `conflict`: who was first, and when. */
  first?: { by: string; at: string }
  /** Seconds after which trying again makes sense, for `too-many`. */
  retryAfter?: number
}

/** A failure the person can do something about: one plain sentence, and where. */
export class Problem extends Error {
  readonly kind: ProblemKind
  readonly more: ProblemMore
  constructor(kind: ProblemKind, says: string, more: ProblemMore = {}) {
    super(says)
    this.kind = kind
    this.more = more
  }

  toJSON() {
    return { problem: this.kind, says: this.message, ...this.more }
  }
}
