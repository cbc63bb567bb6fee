import { DatabaseError } from './errors.ts'
import type { Field, Use } from './prepared.ts'
import type { Answer, Step } from './types.ts'
import { decoderOf } from './values.ts'

/** PostgreSQL's wire protocol, version 3, as far as one connection needs it: statements out, rows and errors back. */

export type Replies = { answers: Answer[]; error: DatabaseError | undefined; notices: string[]; whole: boolean }

/** Where a request is written before it leaves; it grows to the longest one. */
let desk = Buffer.allocUnsafeSlow(16 * 1024)
let used = 0
const room = (bytes: number): void => {
  if (used + bytes <= desk.length) return
  const larger = Buffer.allocUnsafeSlow(Math.max(used + bytes, desk.length * 2))
  desk.copy(larger, 0, 0, used)
  desk = larger
}
const int16 = (value: number): void => {
  room(2)
  used = desk.writeInt16BE(value, used)
}
const int32 = (value: number): void => {
  room(4)
  used = desk.writeInt32BE(value, used)
}
const utf8 = (value: string): number => {
  room(value.length * 3)
  const bytes = desk.write(value, used)
  used += bytes
  return bytes
}
const text = (value: string): void => {
  utf8(value)
  utf8('\0')
}
/** A message with its length before it, which is known only once it is written. */
const message = (type: string, write: () => void): void => {
  utf8(type)
  const start = used
  int32(0)
  write()
  desk.writeInt32BE(used - start, start)
}

const sync = (): void => message('S', () => {})
const query = (statement: string): void => message('Q', () => text(statement))
const run = (): void =>
  message('E', () => {
    text('')
    int32(0)
  })
const describe = (): void => message('D', () => text('P'))

/** One that was prepared by a message that failed may be there: it goes first, which is no error when it is not. */
const prepare = (name: string, statement: string): void => {
  message('C', () => text(`S${name}`))
  message('P', () => {
    text(name)
    text(statement)
    int16(0)
  })
}

const value = (of: string | null): void => {
  const at = used
  int32(-1)
  if (of === null) return
  const bytes = utf8(of) // Before the desk is named: it may have become another, larger one.
  desk.writeInt32BE(bytes, at)
}
const bind = (name: string, values: readonly (string | null)[]): void =>
  message('B', () => {
    text('')
    text(name)
    int16(0)
    int16(values.length)
    for (const one of values) value(one)
    int16(0)
  })

/**
 * All steps in one message. What is not known to be prepared is prepared anew, under its name, and described; `uses` says
 * which those are. The bytes are a copy of their own size: a thread that is handed a part of Node's pool copies all of it.
 */
export const request = (steps: readonly Step[], uses: readonly Use[]): Uint8Array => {
  used = 0
  let extended = false
  for (const [i, step] of steps.entries()) {
    if (!step.values) {
      query(step.text)
      continue
    }
    extended = true
    const { name = '', fields } = uses[i] ?? {}
    if (!fields) prepare(name, step.text)
    bind(name, step.values)
    if (!fields) describe()
    run()
  }
  if (extended) sync()
  return new Uint8Array(desk.subarray(0, used))
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
