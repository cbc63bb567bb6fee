import { drawnLetters } from './faces.ts'

/** Steers writing and is drawn as nothing. A soft hyphen is meant to be nothing until a line breaks there. */
const unseen = /[^\P{C}\u00ad]/u

/**
 * Text as the typeface of a PDF can show it. A letter it does not have is written as its number, [U+674E], so that
 * nothing disappears from the page; the exact text travels beside it.
 */
export const printable = (text: string): string => {
  const drawn = drawnLetters()
  return [...text.normalize('NFC')]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0
      const has = letter === '\n' || (drawn.has(code) && !unseen.test(letter))
      return has ? letter : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
    })
    .join('')
}
