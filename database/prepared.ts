import type { Step } from './types.ts'

/** A field of an answer, and how its text is read. */
export type Field = { readonly name: string; readonly decode: (text: string) => unknown }

/** The name a statement is prepared under, and what it answers with, once that was said. */
export type Use = { readonly name: string; fields: readonly Field[] | undefined }

/** More different statements than this means somebody builds them from text; the rest go unprepared. */
const most = 1000

/** The same statements stay prepared under the same name in every session. */
const names = new Map<string, string>()
const nameOf = (text: string): string => {
  const name = names.get(text)
  // What a cursor answers with depends on the cursor.
  if (name !== undefined || names.size >= most || /^\s*fetch\b/i.test(text)) return name ?? ''
  names.set(text, `s${names.size}`)
  return nameOf(text)
}

/** Which statements one session holds prepared, so that each is parsed, planned and described once. */
export const prepared = () => {
  const known = new Map<string, Use>()
  return {
    usesOf: (steps: readonly Step[]): Use[] =>
      steps.map(({ text, values }) => {
        const name = values ? nameOf(text) : ''
        return known.get(name) ?? { name, fields: undefined }
      }),
    /** These were answered, so they need not be prepared again. One that failed may be there or not: it is made anew. */
    keep: (answered: readonly Use[]): void => {
      for (const use of answered) if (use.name !== '') known.set(use.name, use)
    },
  }
}
export type Prepared = ReturnType<typeof prepared>
