/** Characters of Windows-1252 above Latin-1: what the PDF's built-in typeface has beyond U+00FF. */
const beyondLatin = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')

/**
 * Text as the built-in typeface of a PDF can show it. A letter it does not have is written as its number, [U+0141],
 * so that nothing disappears from the page; the exact text travels beside it.
 */
export const printable = (text: string): string =>
  [...text.normalize('NFC')]
    .map((letter) => {
      const code = letter.codePointAt(0) ?? 0
      const has =
        letter === '\n' || (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || beyondLatin.has(letter)
      return has ? letter : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
    })
    .join('')
