/** What a plausibility check says of a number: science/units.ts makes these. */
export type Verdict = 'usual' | { ask: string } | { refuse: string }

/**
 * What was typed as a number: undefined when empty, the text itself when it is no number (so that the form says so and
 * nothing is guessed). '1,200' is twelve hundred; '7,5' is not read as 7.5 or 75.
 */
export const parseNumber = (typed: string): number | string | undefined => {
  const text = typed.trim()
  if (text === '') return undefined
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text
}
