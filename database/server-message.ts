import type { Connection, Submittable } from 'pg'
import type { Prepared } from './prepared.ts'
import type { Answer, Step } from './types.ts'
import { decoderOf } from './values.ts'
import { affectedIn, request } from './wire.ts'

/** What `pg` hands over of an answer. */
type Handlers = {
  handleRowDescription: (described: { fields: { name: string; dataTypeID: number }[] }) => void
  handleDataRow: (row: { fields: (string | null)[] }) => void
  handleCommandComplete: (complete: { text: string }) => void
  handleEmptyQuery: () => void
  handleReadyForQuery: () => void
  handleError: (error: unknown) => void
}

/**
 * Steps with values as one message to the server, one write and one answer, where `pg` makes a message of each step.
 * After one that fails the server passes over the rest.
 */
export const messageOf = (
  steps: readonly Step[],
  statements: Prepared,
): Submittable & Handlers & { answers: Promise<Answer[]> } => {
  const uses = statements.usesOf(steps)
  const answers: Answer[] = []
  const whole = Promise.withResolvers<Answer[]>()
  let rows: unknown[] = []
  const finish = (tag: string): void => {
    const use = uses[answers.length]
    if (use) use.fields ??= []
    answers.push({ rows, affected: affectedIn(tag), tag })
    rows = []
  }
  const keep = (): void => statements.keep(uses.slice(0, answers.length))
  return {
    answers: whole.promise,
    submit: (connection: Connection) => {
      connection.stream.write(request(steps, uses))
    },
    handleRowDescription: ({ fields }) => {
      const use = uses[answers.length]
      if (use) use.fields = fields.map(({ name, dataTypeID }) => ({ name, decode: decoderOf(dataTypeID) }))
    },
    handleDataRow: ({ fields }) => {
      const described = uses[answers.length]?.fields ?? []
      const row: Record<string, unknown> = {}
      for (const [i, text] of fields.entries()) {
        const field = described[i]
        if (field) row[field.name] = text === null ? null : field.decode(text)
      }
      rows.push(row)
    },
    handleCommandComplete: ({ text }) => finish(text),
    handleEmptyQuery: () => finish(''),
    handleReadyForQuery: () => {
      keep()
      whole.resolve(answers)
    },
    handleError: (error) => {
      keep()
      whole.reject(error)
    },
  }
}
