import type { FindingShown } from './controls/finding.ts'

/** What the server's own answers can be, and `offline`, which only the browser knows. */
export const problemKinds = [
  'not-signed-in',
  'not-allowed',
  'not-found',
  'invalid',
  'conflict',
  'rule-held',
  'too-many',
  'unavailable',
  'error',
  'offline',
] as const
export type ProblemKind = (typeof problemKinds)[number]

type More = {
  fields?: Record<string, string>
  because?: FindingShown[]
  first?: { by: string; at: string }
}

/** An answer that is not what was asked for. `says` is a sentence for the person; `fields` are sentences by form path. */
export class ApiProblem extends Error {
  readonly kind: ProblemKind
  readonly says: string
  readonly fields: Record<string, string>
  readonly because: FindingShown[]
  /** For a conflict: who was first, and when. */
  readonly first: { by: string; at: string } | undefined

  constructor(kind: ProblemKind, says: string, more: More = {}) {
    super(says)
    this.name = 'ApiProblem'
    this.kind = kind
    this.says = says
    this.fields = more.fields ?? {}
    this.because = more.because ?? []
    this.first = more.first
  }
}

/** Reads a Problem from a response body. Anything unknown is an 'error', never taken for success or for bad input. */
export const problemFrom = (status: number, body: unknown, otherwise: string): ApiProblem => {
  if (typeof body !== 'object' || body === null) return new ApiProblem('error', `${otherwise} (${status})`)
  const { problem, says, ...more } = body as { problem?: unknown; says?: unknown } & More
  const kind = problemKinds.find((known) => known === problem) ?? 'error'
  return new ApiProblem(kind, typeof says === 'string' ? says : `${otherwise} (${status})`, more)
}
