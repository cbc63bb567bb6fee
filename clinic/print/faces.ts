import { readFileSync } from 'node:fs'
import { create } from 'fontkit'

/**
 * Source Sans 3 as on the screens, in two weights, whole: Latin with every accent, Greek, Cyrillic, Vietnamese. A PDF
 * carries of it only the letters that stand on its pages.
 */
const files = {
  plain: '400Regular/SourceSans3_400Regular.ttf',
  bold: '700Bold/SourceSans3_700Bold.ttf',
} as const
export type Face = keyof typeof files

const kept = new Map<Face, Buffer>()

const bytesOf = (face: Face): Buffer => {
  const bytes =
    kept.get(face) ?? readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/source-sans-3/${files[face]}`)))
  kept.set(face, bytes)
  return bytes
}

/** Makes `doc.font('plain')` and `doc.font('bold')` known to a document. */
export const giveFaces = (doc: PDFKit.PDFDocument): void => {
  for (const face of Object.keys(files) as Face[]) doc.registerFont(face, bytesOf(face))
}

let letters: Set<number> | undefined

/** The code points that both faces can draw. */
export const drawnLetters = (): ReadonlySet<number> => (letters ??= lettersOf('plain').intersection(lettersOf('bold')))

const lettersOf = (face: Face): Set<number> => {
  const font = create(bytesOf(face))
  if (!('characterSet' in font)) throw new Error(`${files[face]} is no single font`)
  return new Set(font.characterSet)
}
