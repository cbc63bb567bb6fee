import { lettersApart } from '../spelling.ts'
import { type ClassRow, classes, type MedicineClass, RuledClass } from './classes.ts'
import type { Medicine } from './medicine.ts'
import { isBesides, turns, wordsOf } from './phrase.ts'
import { medicines } from './table/table.ts'

/** What one line of a list says, as far as it was recognised. Nothing here is guessed. */
export type Recognised = {
  text: string
  medicines: readonly Medicine[]
  /** Of the medicines, and those that were named themselves. */
  classes: readonly MedicineClass[]
  /** Classes that it names without saying which of their medicines it is. */
  whichOf: readonly MedicineClass[]
  /** The words that nobody here knows. While there are any, the line may hold something more. */
  rest: readonly string[]
}

type Hit = { medicine?: Medicine; classes: readonly MedicineClass[]; wide?: true }

const indexed = (): Map<string, Hit> => {
  const index = new Map<string, Hit>()
  for (const medicine of medicines) {
    for (const name of [medicine.ingredient, ...medicine.names]) {
      index.set(wordsOf(name).join(' '), { medicine, classes: medicine.classes })
    }
  }
  for (const [id, { says, also = [], narrow = [] }] of Object.entries(classes) as [MedicineClass, ClassRow][]) {
    const hits: [string, Hit][] = [
      ...[says, ...also].map((name): [string, Hit] => [name, { classes: [id], wide: true }]),
      ...narrow.map((name): [string, Hit] => [name, { classes: [id] }]),
    ]
    for (const [name, hit] of hits) {
      const phrase = wordsOf(name).join(' ')
      if (!index.has(phrase)) index.set(phrase, hit)
    }
  }
  return index
}
const index = indexed()
const longest = Math.max(...[...index.keys()].map((phrase) => phrase.split(' ').length))

/** Reads a line such as "Xanax XR 0.5 mg at night": ingredients, brand names and classes, whole words only. */
export const recognise = (text: string): Recognised => {
  const words = wordsOf(text)
  if (words.some(turns)) return { text, medicines: [], classes: [], whichOf: [], rest: words }
  const hits: Hit[] = []
  const rest: string[] = []
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at)
    if (found) hits.push(found.hit)
    else if (!isBesides(words[at] ?? '')) rest.push(words[at] ?? '')
    at += found?.length ?? 1
  }
  const found = [...new Set(hits.flatMap(({ medicine }) => medicine ?? []))]
  const explained = new Set(found.flatMap((one) => one.classes))
  const wide = hits.filter((hit) => hit.wide).flatMap((hit) => hit.classes)
  return {
    text,
    medicines: found,
    classes: [...new Set(hits.flatMap((hit) => hit.classes))],
    whichOf: [...new Set(wide)].filter((id) => !explained.has(id)),
    rest: hits.length === 0 && rest.length === 0 ? words : rest,
  }
}

const phraseAt = (words: readonly string[], at: number): { hit: Hit; length: number } | undefined => {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const hit = index.get(words.slice(at, at + length).join(' '))
    if (hit) return { hit, length }
  }
  return undefined
}

/** Whether every word that matters was recognised. An empty line is not. */
export const isRecognised = ({ classes, rest }: Recognised): boolean => rest.length === 0 && classes.length > 0

/**
 * What it may be besides, where a line names a class and not which of its medicines: "an antibiotic" may be one that
 * changes how fast the liver works. Whether it is, nobody here knows.
 */
export const mayAlsoBe = ({ classes: named, whichOf }: Pick<Recognised, 'classes' | 'whichOf'>): RuledClass[] => {
  if (whichOf.length === 0) return []
  const among = medicines.filter((one) => one.classes.some((id) => whichOf.includes(id)))
  return RuledClass.options.filter((id) => !named.includes(id) && among.some((one) => one.classes.includes(id)))
}

const shown = (phrase: string): string => {
  const medicine = index.get(phrase)?.medicine
  const names = medicine ? [medicine.ingredient, ...medicine.names] : []
  return names.find((name) => wordsOf(name).join(' ') === phrase) ?? phrase
}

export type Suggestion = { typed: string; name: string }

/** Names that are spelled nearly like what was not recognised, nearest first. For a person to choose from. */
export const didYouMean = ({ rest }: Recognised, most = 3): Suggestion[] => {
  const wanted = [...rest, ...rest.slice(1).map((word, at) => `${rest[at]} ${word}`)]
  const near = wanted.flatMap((typed) => {
    const limit = mostApart(typed)
    if (limit === 0) return []
    return [...index.keys()].flatMap((phrase) => {
      const apart = lettersApart(typed, phrase, limit)
      return apart > 0 && apart <= limit ? [{ typed, name: shown(phrase), apart }] : []
    })
  })
  const nearest = near.sort((a, b) => a.apart - b.apart).map(({ typed, name }) => ({ typed, name }))
  return nearest.filter(({ name }, at) => nearest.findIndex((one) => one.name === name) === at).slice(0, most)
}

/** The line with the suggested name in place of what was typed; without that word in it, the name alone. */
export const withSuggestion = (text: string, { typed, name }: Suggestion): string => {
  const at = text.toLowerCase().indexOf(typed)
  return at < 0 ? name : text.slice(0, at) + name + text.slice(at + typed.length)
}

/** Short words are confused too easily to be helped; longer ones may differ by one letter, long ones by two. */
const mostApart = (word: string): number => (word.length < 5 ? 0 : word.length < 8 ? 1 : 2)
