import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'

/**
 * Source Sans 3 as on the screens, in two weights, whole: Latin with every accent, Greek, Cyrillic, Vietnamese. A PDF
 * carries of it only the letters that stand on its pages.
 */
const files = {
  plain: '400Regular/SourceSans3_400Regular.ttf',
  bold: '700Bold/SourceSans3_700Bold.ttf',
} as const
export type Face = keyof typeof files

const kept = new Map<Face, Font>()

/**
 * Parsed once: of each paper that had to read its typeface anew more than half the time went into that, with everybody
 * else waiting.
 */
const fontOf = (face: Face): Font => {
  const font =
    kept.get(face) ??
    opened(readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/source-sans-3/${files[face]}`))))
  kept.set(face, font)
  return font
}

/**
 * One drawing may stand for several letters: a space for one that does not break, a ligature for two letters and for the
 * sign that has a number of its own. What it tells whoever copies or listens is what it was first asked for, so they are
 * asked for here, in one order: no paper reads otherwise because of the one before it.
 */
const opened = (bytes: Buffer): Font => {
  const font = create(bytes)
  if (!('characterSet' in font)) throw new Error('This file holds more than one typeface')
  font.layout('ff')
  for (const letter of [...font.characterSet].sort((a, b) => a - b)) font.glyphForCodePoint(letter)
  return font
}

/** Makes `doc.font('plain')` and `doc.font('bold')` known to a document. */
export const giveFaces = (doc: PDFKit.PDFDocument): void => {
  // pdfkit takes a font that is parsed already as well; its types know only of bytes.
  for (const face of Object.keys(files) as Face[]) doc.registerFont(face, fontOf(face) as unknown as Uint8Array)
}

let letters: Set<number> | undefined

/** The code points that both faces can draw. */
export const drawnLetters = (): ReadonlySet<number> => (letters ??= lettersOf('plain').intersection(lettersOf('bold')))

const lettersOf = (face: Face): Set<number> => new Set(fontOf(face).characterSet)
