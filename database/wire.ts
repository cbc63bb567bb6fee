import { DatabaseError } from './errors.ts'
import type { Field, Use } from './prepared.ts'
import type { Answer, Step } from './types.ts'
import { decoderOf } from './values.ts'

/** PostgreSQL's wire protocol, version 3, as far as one connection needs it: statements out, rows and errors back. */

export type Replies = { answers: Answer[]; error: DatabaseError | undefined; notices: string[]; whole: boolean }

const text = (value: string): Buffer => Buffer.from(`${value}\0`)
const int16 = (value: number): Buffer => {
  const bytes = Buffer.allocUnsafe(2)
  bytes.writeInt16BE(value)
  return bytes
}
const int32 = (value: number): Buffer => {
  const bytes = Buffer.allocUnsafe(4)
  bytes.writeInt32BE(value)
  return bytes
}
const message = (type: string, ...parts: Buffer[]): Buffer => {
  const length = parts.reduce((sum, part) => sum + part.length, 4)
  return Buffer.concat([Buffer.from(type), int32(length), ...parts])
}

const none = int16(0)
const sync = message('S')
const run = message('E', text(''), int32(0))
const describe = message('D', Buffer.from('P'), text(''))

/** One that was prepared by a message that failed may be there: it goes first, which is no error when it is not. */
const prepare = (name: string, statement: string): Buffer[] => [
  message('C', Buffer.from('S'), text(name)),
  message('P', text(name), text(statement), none),
]

const bind = (name: string, values: readonly (string | null)[]): Buffer => {
  const parts = [text(''), text(name), none, int16(values.length)]
  for (const value of values) {
    if (value === null) {
      parts.push(int32(-1))
    } else {
      const bytes = Buffer.from(value)
      parts.push(int32(bytes.length), bytes)
    }
  }
  return message('B', ...parts, none)
}

/**
 * All steps in one message. What is not known to be prepared is prepared anew, under its name, and described; `uses` says
 * which those are.
 */
export const request = (steps: readonly Step[], uses: readonly Use[]): Uint8Array => {
  const parts: Buffer[] = []
  let extended = false
  for (const [i, step] of steps.entries()) {
    if (!step.values) {
      parts.push(message('Q', text(step.text)))
      continue
    }
    extended = true
    const { name = '', fields } = uses[i] ?? {}
    if (fields) parts.push(bind(name, step.values), run)
    else parts.push(...prepare(name, step.text), bind(name, step.values), describe, run)
  }
  if (extended) parts.push(sync)
  return Buffer.concat(parts)
}

const fieldsOf = (body: Buffer): Field[] => {
  const fields: Field[] = []
  let at = 2
  for (let left = body.readInt16BE(0); left > 0; left--) {
    const end = body.indexOf(0, at)
    fields.push({ name: body.toString('utf8', at, end), decode: decoderOf(body.readInt32BE(end + 7)) })
    at = end + 19
  }
  return fields
}

const describedAs = (use: Use | undefined, fields: readonly Field[]): void => {
  if (use) use.fields = fields
}

const rowOf = (body: Buffer, fields: readonly Field[]): Record<string, unknown> => {
  const row: Record<string, unknown> = {}
  let at = 2
  for (const field of fields) {
    const length = body.readInt32BE(at)
    at += 4
    row[field.name] = length < 0 ? null : field.decode(body.toString('utf8', at, at + length))
    if (length > 0) at += length
  }
  return row
}

const errorOf = (body: Buffer): DatabaseError => {
  const parts = new Map(
    body
      .toString('utf8')
      .split('\0')
      .filter((part) => part.length > 1)
      .map((part) => [part[0], part.slice(1)] as const),
  )
  return new DatabaseError({
    message: parts.get('M') ?? 'unknown error',
    code: parts.get('C') ?? 'XX000',
    constraint: parts.get('n'),
    table: parts.get('t'),
    detail: parts.get('D'),
    severity: parts.get('V'),
  })
}

export const affectedIn = (tag: string): number => Number(/(\d+)$/.exec(tag)?.[1] ?? 0)

/**
 * Reads the reply to `request(steps, uses)`, and notes in `uses` what each statement answers with. `whole` is false when the
 * engine broke off without saying why, which PGlite does when a host call throws: it swallows what it does not know and
 * carries on, so an answer must be counted, not assumed.
 */
export const replies = (bytes: Uint8Array, steps: readonly Step[], uses: readonly Use[]): Replies => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const answers: Answer[] = []
  const notices: string[] = []
  let error: DatabaseError | undefined
  let rows: unknown[] = []
  let tag = ''
  let ready = false
  const finish = (): void => {
    const use = uses[answers.length]
    if (use) use.fields ??= []
    answers.push({ rows, affected: affectedIn(tag), tag })
    rows = []
  }
  for (let at = 0; at < buffer.length; ) {
    const type = String.fromCharCode(buffer[at] ?? 0)
    const end = at + 1 + buffer.readInt32BE(at + 1)
    const body = buffer.subarray(at + 5, end)
    at = end
    ready = type === 'Z'
    if (type === 'A') {
      const channelEnd = body.indexOf(0, 4)
      notices.push(body.toString('utf8', channelEnd + 1, body.indexOf(0, channelEnd + 1)))
    } else if (type === 'E') {
      const found = errorOf(body)
      if (!error || isFatal(found)) error = found
    } else if (error) continue
    else if (type === 'T') describedAs(uses[answers.length], fieldsOf(body))
    else if (type === 'D') rows.push(rowOf(body, uses[answers.length]?.fields ?? []))
    else if (type === 'C') {
      tag = body.toString('utf8', 0, body.length - 1)
      if (steps[answers.length]?.values) finish()
    } else if (type === 'I') {
      tag = ''
      if (steps[answers.length]?.values) finish()
    } else if (type === 'Z' && steps[answers.length] && !steps[answers.length]?.values) finish()
  }
  return { answers, error, notices, whole: ready && (error !== undefined || answers.length === steps.length) }
}

/** After these the engine is not to be trusted with another statement: out of disk, damaged pages, a panic. */
export const isFatal = (error: DatabaseError): boolean =>
  error.severity === 'FATAL' || error.severity === 'PANIC' || ['53100', 'XX001', 'XX002', '58030'].includes(error.code)
