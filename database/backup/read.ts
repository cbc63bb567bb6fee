import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { codeOf, StartProblem } from '../errors.ts'
import { openEnvelope, wrongKey } from './envelope.ts'
import { Done, Header, TableEnd, TableStart } from './format.ts'

export type Part =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; table: string; columns: string[] }
  | { kind: 'lines'; lines: string[] }
  | { kind: 'end'; table: string; rows: number; sha256: string }

export const spoiled = (path: string, what: string): StartProblem =>
  new StartProblem(`The backup ${path} is damaged (${what}); nothing was restored. Use another copy of it.`)

/**
 * Reads a backup file part by part and checks it meanwhile: the key, every count, every hash, and that nothing is
 * missing at the end. Throws `StartProblem` when something is wrong, at the latest after the last part: what came
 * before may be believed only when it returns.
 */
export async function* readBackup(path: string, passphrase: string | undefined): AsyncGenerator<Part> {
  let header: Header | undefined
  let open: { table: string; rows: number; hash: ReturnType<typeof createHash> } | undefined
  let done: Done | undefined
  const sum = { tables: 0, rows: 0 }
  for await (const lines of readLines(path, passphrase)) {
    let rows: string[] = []
    for (const line of lines) {
      if (done) throw spoiled(path, 'it goes on after its end')
      if (open && line.startsWith('[')) {
        open.hash.update(line).update('\n')
        open.rows++
        rows.push(line)
        continue
      }
      if (rows.length > 0) yield { kind: 'lines', lines: rows }
      rows = []
      if (!header) {
        header = parse(Header, line, path)
        yield { kind: 'header', header }
      } else if (open) {
        const end = parse(TableEnd, line, path)
        const sha256 = open.hash.digest('hex')
        if (end.end !== open.table || end.rows !== open.rows || end.sha256 !== sha256)
          throw spoiled(path, `${open.table} is not as it was written`)
        if (header.rows[open.table] !== open.rows) throw spoiled(path, `rows of ${open.table} are missing`)
        sum.tables++
        sum.rows += open.rows
        yield { kind: 'end', table: open.table, rows: open.rows, sha256 }
        open = undefined
      } else if (line.startsWith('{"table"')) {
        const { table, columns } = parse(TableStart, line, path)
        open = { table, rows: 0, hash: createHash('sha256') }
        yield { kind: 'table', table, columns }
      } else done = parse(Done, line, path)
    }
    if (rows.length > 0) yield { kind: 'lines', lines: rows }
  }
  if (
    !done ||
    done.rows !== sum.rows ||
    done.tables !== sum.tables ||
    sum.tables !== Object.keys(header?.rows ?? {}).length
  )
    throw spoiled(path, 'its end is missing')
}

const parse = <T>(schema: { safeParse: (value: unknown) => { data?: T } }, line: string, path: string): T => {
  try {
    const { data } = schema.safeParse(JSON.parse(line))
    if (data !== undefined) return data
  } catch {
    // Not JSON: said below.
  }
  throw spoiled(path, 'a line is not what it should be')
}

/** The lines of the file, decrypted and unpacked, as many at a time as come. */
async function* readLines(path: string, passphrase: string | undefined): AsyncGenerator<string[]> {
  const { from, to, unseal } = await openEnvelope(path, passphrase).catch((error: unknown) => {
    throw codeOf(error) === 'ENOENT' ? new StartProblem(`There is no backup at ${path}.`) : error
  })
  const unpack = createGunzip()
  const flow = pipeline([createReadStream(path, { start: from, end: to - 1 }), ...(unseal ? [unseal] : []), unpack])
  flow.catch(() => {}) // Awaited below, after the last line; it must not be an unhandled rejection before that.
  let rest = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of unpack) {
      const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (lines.length > 0) yield lines
    }
    await flow
  } catch (error) {
    if (error instanceof StartProblem || codeOf(error)?.startsWith('E')) throw error
    // Gunzip meets the damage, or the garbage that a wrong key makes, before the seal is checked.
    throw wrongKey(path)
  } finally {
    unpack.destroy()
  }
  if (rest !== '') throw spoiled(path, 'it ends in the middle of a line')
}

/** Reads a whole backup file and throws unless everything in it is as it was written. */
export const verifyBackup = async (path: string, passphrase: string | undefined): Promise<Header> => {
  let header: Header | undefined
  for await (const part of readBackup(path, passphrase)) if (part.kind === 'header') header = part.header
  if (!header) throw spoiled(path, 'it is empty')
  return header
}
