import type { Statement } from './types.ts'

const isStatement = (value: unknown): value is Statement & { [made]: true } =>
  typeof value === 'object' && value !== null && made in value
const made = Symbol('made by the sql tag')

const build = (strings: readonly string[], parts: readonly unknown[]): Statement => {
  let text = strings[0] ?? ''
  const values: unknown[] = []
  parts.forEach((part, i) => {
    if (isStatement(part)) {
      text += part.text.replace(/\$(\d+)\b/g, (_, n) => `$${Number(n) + values.length}`)
      values.push(...part.values)
    } else {
      if (part === undefined) throw new TypeError(`A value in this statement is undefined: ${strings.join('…')}`)
      values.push(part)
      text += `$${values.length}`
    }
    text += strings[i + 1] ?? ''
  })
  return Object.freeze({ text, values, [made]: true })
}

/**
 * Writes SQL as SQL; every value becomes a parameter.
 *   sql`select * from patient where id = ${id} and ${active ? sql`active` : sql`true`}`
 * Arrays become PostgreSQL arrays and plain objects become JSON; a JSON array needs `sql.json([…])`.
 */
export const sql = Object.assign(
  (strings: TemplateStringsArray, ...parts: readonly unknown[]): Statement => build(strings, parts),
  {
    /** Text taken as SQL. For constants of ours only, never for anything that came from outside. */
    raw: (text: string): Statement => build([text], []),
    /** Statements with something between, as in a list of columns. */
    join: (parts: readonly Statement[], between = sql.raw(', ')): Statement =>
      build(
        ['', ...parts.flatMap((_, i) => (i === 0 ? [''] : ['', '']))],
        parts.flatMap((p, i) => (i === 0 ? [p] : [between, p])),
      ),
    /** A moment inside JSON that the database makes, which writes it in its own way: here as the rest of the program does. */
    instant: (column: string): Statement =>
      build([`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`], []),
    /** A value stored as JSON whatever it is: an array, a string, a number. */
    json: (value: unknown): string => JSON.stringify(value),
  },
)
