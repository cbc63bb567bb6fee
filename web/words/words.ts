/** Small joins that a catalogue needs. Everything a person reads is in words/en/*.ts; see web/words/README.md. */

/** ['a', 'b', 'c'] → 'a, b and c' */
export const inList = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  'December',
]

/**
 * A calendar day as a text says it: '2026-11-06' → 'November 6, 2026'. By hand, because the text that somebody signs is
 * written in the browser and at the server, and must be the same to the letter.
 */
export const sayDay = (day: string): string => {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return `${months[Number(month) - 1]} ${dayOfMonth}, ${year}`
}

/**
 * A time of day as people here read it: '14:05' → '2:05 PM'. By hand for the same reason. What a machine reads (a field for
 * a time, a file for a spreadsheet) keeps '14:05'.
 */
export const sayTime = (clock: string): string => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
}

/** (1, 'patient') → '1 patient'; (2, 'patient') → '2 patients' */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
