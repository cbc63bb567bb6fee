/** Small joins that a catalogue needs. Everything a person reads is in words/en/*.ts; see web/words/README.md. */

/** ['a', 'b', 'c'] → 'a, b and c' */
export const inList = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** (1, 'patient') → '1 patient'; (2, 'patient') → '2 patients' */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
