/**
 * How hard a text is to read, as a US school grade: Flesch–Kincaid (Kincaid et al. 1975),
 * 0.39 × words per sentence + 11.8 × syllables per word − 15.59. It counts length and nothing else: a guard against
 * long sentences and long words, no proof that somebody understands.
 */
export const gradeOf = (text: string): number => {
  const words = wordsOf(text)
  const sentences = text.split(/[.?!:…]+(?:\s|$)|\n+/u).filter((part) => /[\p{L}\d]/u.test(part)).length
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59
}

export const wordsOf = (text: string): string[] => text.match(/[\p{L}\d]+(?:[’'-][\p{L}\d]+)*/gu) ?? []

/**
 * Syllables by spelling: groups of vowels, without the silent e of "page" and "while" (that of "table" is heard), and
 * without the e of most -ed and -es ("closed", "sides", not "wanted", "pages"). A digit is read out, as one syllable.
 */
export const syllablesOf = (word: string): number => {
  const heard = word
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replace(/(?<![aeiouyl])e$|(?<=[aeiouy]l)e$/, '')
    .replace(/(?<![aeiouytd])ed$|(?<![aeiouyszxcg]|ch|sh)es$/, '')
  return Math.max(1, (word.match(/\d/g)?.length ?? 0) + (heard.match(/[aeiouy]+/g)?.length ?? 0))
}

/**
 * How easy a Spanish text is to read, 0 to 100: Flesch–Szigriszt, 206.835 − 62.3 × syllables per word − words per
 * sentence, read on the INFLESZ scale, where 55 to 65 is normal and 65 to 80 quite easy. As above, a guard and no proof.
 */
export const spanishEaseOf = (text: string): number => {
  const words = wordsOf(text)
  const sentences = text.split(/[.?!:…]+(?:\s|$)|\n+/u).filter((part) => /[\p{L}\d]/u.test(part)).length
  const syllables = words.reduce((sum, word) => sum + spanishSyllablesOf(word), 0)
  return 206.835 - (62.3 * syllables) / words.length - words.length / sentences
}

/** Vowels that are heard together are one: two strong ones are two, and so is a stressed í or ú beside another. */
export const spanishSyllablesOf = (word: string): number => {
  const heard = word
    .toLowerCase()
    .replaceAll(/(?<=[gq])u(?=[eiéí])/g, '')
    .replace(/y$/, 'i')
  const groups = heard.match(/[aeiouáéíóúü]+/g) ?? []
  const apart = groups.flatMap((group) => group.match(/[iuü]?[aeoáéó][iuü]?|[íú]|[iuü]+/g) ?? [])
  return Math.max(1, (word.match(/\d/g)?.length ?? 0) + apart.length)
}

/** Every text of a catalogue, by its path. What a function puts in is the name of somebody. */
export const textsOf = (words: unknown, path = ''): [path: string, text: string][] => {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') return textsOf(words(...Array(words.length).fill('Sam')), path)
  if (typeof words !== 'object' || words === null) return []
  return Object.entries(words).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key))
}
