import { inflateSync } from 'node:zlib'

const inflated = (bytes: Buffer): Buffer => {
  try {
    return inflateSync(bytes)
  } catch {
    return bytes
  }
}

/** Every stream of a PDF, inflated where it was deflated. */
export const streamsIn = (pdf: Buffer): Buffer[] => {
  const found: Buffer[] = []
  for (let from = pdf.indexOf('stream\n'); from >= 0; from = pdf.indexOf('stream\n', from + 1)) {
    if (pdf.subarray(from - 3, from).toString('latin1') === 'end') continue
    found.push(inflated(pdf.subarray(from + 7, pdf.indexOf('\nendstream', from))))
  }
  return found
}

/** What travels inside a PDF, as text. */
export const filesIn = (pdf: Buffer): string[] => streamsIn(pdf).map((stream) => stream.toString('utf8'))

/** An object of a PDF by its number: its words, and its stream if it has one. */
const objectIn = (pdf: Buffer, number: string | undefined): { said: string; stream: Buffer } => {
  const from = pdf.indexOf(`\n${number} 0 obj\n`)
  const whole = pdf.subarray(from, pdf.indexOf('\nendobj', from))
  const at = whole.indexOf('stream\n')
  const end = whole.lastIndexOf('\nendstream')
  return at < 0
    ? { said: whole.toString('latin1'), stream: Buffer.alloc(0) }
    : { said: whole.subarray(0, at).toString('latin1'), stream: inflated(whole.subarray(at + 7, end)) }
}

const hex = (code: string): number => Number.parseInt(code, 16)

/** Which text each glyph of an embedded font stands for, as a reader who copies or listens gets it. */
const glyphsOf = (pdf: Buffer, font: string | undefined): Map<number, string> => {
  const cmap = /\/ToUnicode (\d+) 0 R/.exec(objectIn(pdf, font).said)?.[1]
  const glyphs = new Map<number, string>()
  const ranges = objectIn(pdf, cmap)
    .stream.toString('latin1')
    .matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*)\]/g)
  for (const [, first = '', entries = ''] of ranges)
    [...entries.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, units = ''], i) => {
      glyphs.set(hex(first) + i, String.fromCharCode(...units.split(' ').filter(Boolean).map(hex)))
    })
  return glyphs
}

/** What stands on the pages of a PDF, one line for each that was drawn. */
export const linesIn = (pdf: Buffer): string[] => {
  const fonts = new Map<string, Map<number, string>>()
  for (const [, name = '', number] of pdf.toString('latin1').matchAll(/\/(F\d+) (\d+) 0 R/g))
    if (!fonts.has(name)) fonts.set(name, glyphsOf(pdf, number))
  const pages = streamsIn(pdf).map((stream) => stream.toString('latin1'))
  return pages.flatMap((page) =>
    [...page.matchAll(/\/(F\d+) [\d.]+ Tf\n(?:[^[\n]*\n)*?\[([^\]]*)\] TJ/g)].map(([, name = '', shown = '']) =>
      [...shown.matchAll(/<([0-9a-f]+)>/g)]
        .flatMap(([, codes = '']) => codes.match(/.{4}/g) ?? [])
        .map((code) => fonts.get(name)?.get(hex(code)) ?? '\ufffd')
        .join(''),
    ),
  )
}
