/** What a number said about text messages; anything else is for a person to read. */
export type Means = 'stop' | 'start' | 'other'

/** Words that stop wherever a text begins with them; those below only when they are the whole text. Clinic policy. */
const stopFirst = /^(please )?(stop|stopall|unsubscribe|opt ?-?out)\b/
const stopWhole = /^(end|quit|cancel|revoke|no more|remove( me)?|alto|parar|cancelar)$/
const startWhole = /^(start|unstop|resume|opt ?-?in|iniciar)$/

/** Rather one text too few than one too many: a stop is shown to staff, who call. */
export const meansOf = (text: string): Means => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (stopFirst.test(plain) || stopWhole.test(plain)) return 'stop'
  return startWhole.test(plain) ? 'start' : 'other'
}
