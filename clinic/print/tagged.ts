import PDFDocument from 'pdfkit'
import type { Instant } from '../../science/time.ts'
import { giveFaces } from './faces.ts'
import { printable } from './printable.ts'

export const ink = '#1a1a1a'
export const grey = '#555555'

export type Inside = { name: string; type: string; text: string }

export type Tagged = {
  title: string
  author?: string | undefined
  /** White around the text, in points. */
  edge: number
  side: number
  lineGap: number
  wide?: boolean | undefined
  /** Exact contents, carried inside the file. */
  inside: readonly Inside[]
  /** Whose paper it is, at the foot of every page with its number: pages come apart. */
  of?: string | undefined
  /** Goes into the file's properties. */
  printedAt: Instant
}

export type Root = ReturnType<PDFKit.PDFDocument['struct']>
export type Drawing = {
  doc: PDFKit.PDFDocument
  root: Root
  /** A paragraph or heading of this size, in points; `after`: the white under it. */
  write: (tag: string, size: number, text: string, how?: { bold?: boolean; after?: number; colour?: string }) => void
}

/** A tagged PDF for Letter paper, each page with its number. `draw` puts its contents on the pages. */
export const taggedPdf = (about: Tagged, draw: (drawing: Drawing) => void): Promise<Uint8Array<ArrayBuffer>> => {
  const { title, author, edge, side, lineGap, printedAt } = about
  const made = new Date(printedAt)
  const doc = new PDFDocument({
    size: 'LETTER',
    layout: about.wide ? 'landscape' : 'portrait',
    margins: { top: edge, bottom: edge, left: side, right: side },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en-US',
    bufferPages: true,
    info: { Title: title, ...(author === undefined ? {} : { Author: author }), CreationDate: made },
  })
  giveFaces(doc)
  const chunks: Buffer[] = []
  const whole = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
  for (const { name, type, text } of about.inside)
    doc.file(Buffer.from(text, 'utf8'), { name, type, creationDate: made })
  const root = doc.struct('Document')
  doc.addStructure(root)
  draw({
    doc,
    root,
    write: (tag, size, text, { bold = false, after = 4, colour = ink } = {}) =>
      root.add(
        doc.struct(tag, {}, () => {
          doc
            .font(bold ? 'bold' : 'plain')
            .fontSize(size)
            .fillColor(colour)
          doc.text(printable(text), side, doc.y, { lineGap })
          doc.y += after
        }),
      ),
  })
  root.end()
  numberPages(doc, about.of, side)
  doc.end()
  return whole
}

/** Below the text, as an artifact, where pdfkit would otherwise begin a new page. */
const numberPages = (doc: PDFKit.PDFDocument, of = '', side: number) => {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    doc.page.margins.bottom = 0
    const [width, y] = [doc.page.width - 2 * side, doc.page.height - 40]
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('plain').fontSize(8).fillColor(grey)
    doc.text(printable(of), side, y, { width, height: 10, ellipsis: true })
    doc.text(`${page - start + 1} of ${count}`, side, y, { width, align: 'right', lineBreak: false })
    doc.endMarkedContent()
  }
}
