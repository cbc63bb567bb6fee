import { z } from 'zod'
import { type MedicineClass, RuledClass } from './classes.ts'
import { isRecognised, mayAlsoBe, type Recognised, recognise } from './recognise.ts'

/** One line of the list. `said`: the classes a person says it belongs to, where the table does not know it. */
export type Entry = { name: string; said?: readonly RuledClass[] | null | undefined }

/** What is taken. Nobody asked is not the same as "takes none", which somebody said. */
export type MedicineList = { is: 'unknown' } | { is: 'none known' } | { is: 'listed'; entries: readonly Entry[] }

/** Whether something of a class is taken: true, false, or absent when the list does not settle it. */
export const MedicineFacts = z.object(
  Object.fromEntries(RuledClass.options.map((name) => [name, z.boolean().optional()])) as {
    [Name in RuledClass]: z.ZodOptional<z.ZodBoolean>
  },
)
export type MedicineFacts = z.infer<typeof MedicineFacts>

export type Taken = {
  facts: MedicineFacts
  /** The lines that belong to a class, as they were typed, in order of the alphabet. */
  lines: ReadonlyMap<MedicineClass, readonly string[]>
  /** The lines of which something was not recognised, and of which nobody has said what they are. */
  unrecognised: readonly string[]
  /** The lines that may belong to a class besides: they name a class, and not which of its medicines. */
  open: ReadonlyMap<RuledClass, readonly string[]>
}

const cache = new Map<string, Recognised>()
/** The table never changes while the program runs, so a line is read once. */
const read = (name: string): Recognised => {
  const before = cache.get(name)
  if (before) return before
  if (cache.size > 10_000) cache.clear()
  const fresh = recognise(name)
  cache.set(name, fresh)
  return fresh
}

/** Which classes a list holds. One is absent only when every line was recognised and cannot be of it, or nothing is taken. */
export const takenFrom = (list: MedicineList): Taken => {
  const entries = list.is === 'listed' ? list.entries : []
  const lines = new Map<MedicineClass, string[]>()
  const open = new Map<RuledClass, string[]>()
  const unrecognised: string[] = []
  for (const { name, said } of entries) {
    const found = read(name)
    if (!isRecognised(found) && !said) unrecognised.push(name)
    for (const id of said ? [] : mayAlsoBe(found)) open.set(id, [...(open.get(id) ?? []), name])
    for (const id of new Set<MedicineClass>([...found.classes, ...(said ?? [])])) {
      lines.set(id, [...(lines.get(id) ?? []), name])
    }
  }
  for (const of of [...lines.values(), ...open.values()]) of.sort()
  const absent = list.is === 'unknown' || unrecognised.length > 0 ? undefined : false
  const facts = Object.fromEntries(
    RuledClass.options.map((id) => [id, lines.has(id) ? true : open.has(id) ? undefined : absent]),
  )
  return { facts: facts as MedicineFacts, lines, unrecognised: unrecognised.sort(), open }
}
