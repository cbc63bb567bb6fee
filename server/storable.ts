import { Problem } from '../clinic/request/problem.ts'
import { says } from '../web/words/en/says/server.ts'

/** Nothing that a form sends lies deeper than this; what does was made to make us stumble. */
const deepest = 24

/**
 * Refuses what no database keeps: a zero character, half a character, and what is nested without end. Said here once
 * for every route, with the path of the field, so that it is a sentence and never an error of ours.
 */
export const checkStorable = (value: unknown, path: readonly string[] = []): void => {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) refuse(path, says.unstorable)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (path.length >= deepest) refuse(path.slice(0, 3), says.tooDeep)
  for (const [key, inner] of Object.entries(value)) {
    checkStorable(key, path)
    checkStorable(inner, [...path, key])
  }
}

const refuse = (path: readonly string[], why: string): never => {
  throw new Problem('invalid', why, { fields: { [path.join('.') || 'form']: why } })
}
