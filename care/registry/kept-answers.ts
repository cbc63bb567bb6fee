import { reading } from '../../database/read.ts'
import type { Database } from '../../database/types.ts'
import type { Answered } from './everyone.ts'
import { countAnswers, listAnswered } from './queries.ts'

type Kept = Map<string, { count: number; answered: readonly Answered[] }>

/** More patients than clinics here have; a million answers of ten thousand are about forty megabytes. */
const most = 20_000
/** So many patients are read at a time; others have their turn in between. */
const atATime = 500

const keptIn = new WeakMap<Database, Map<string, Kept>>()

/**
 * Everybody's answers to one questionnaire that stand, the oldest first, by patient. They are asked for again whenever
 * something changed, so what was read last is kept and read again only of patients who have more answers than then: answers
 * are only ever added, a correction among them, and how many there are is asked each time in the clinic's own name. So this
 * holds on every engine and however many servers write.
 */
export const readAnswered = async (
  db: Database,
  clinicId: string,
  instrument: string,
): Promise<ReadonlyMap<string, readonly Answered[]>> => {
  const counts = await reading(db, { clinicId }, (q) => countAnswers(q, instrument))
  const kept = keptOf(db, `${clinicId} ${instrument}`, counts.size)
  const found = new Map<string, readonly Answered[]>()
  const anew: string[] = []
  for (const [id, count] of counts) {
    const known = kept.get(id)
    if (known?.count === count) found.set(id, known.answered)
    else anew.push(id)
  }
  for (let from = 0; from < anew.length; from += atATime) {
    const some = anew.slice(from, from + atATime)
    const read = await reading(db, { clinicId }, (q) => listAnswered(q, instrument, some))
    for (const id of some) {
      const answered = read.get(id) ?? []
      found.set(id, answered)
      kept.set(id, { count: counts.get(id) ?? 0, answered })
    }
  }
  return found
}

/** What is kept of one clinic. Where it does not fit beside the others, those are forgotten; where it is too many, it is. */
const keptOf = (db: Database, key: string, patients: number): Kept => {
  const all = keptIn.get(db) ?? new Map<string, Kept>()
  keptIn.set(db, all)
  const others = [...all].reduce((sum, [other, { size }]) => (other === key ? sum : sum + size), 0)
  const kept = all.get(key) ?? new Map()
  if (others + patients > most) all.clear()
  if (patients <= most) all.set(key, kept)
  else return new Map()
  return kept
}
