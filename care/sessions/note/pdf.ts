import PDFDocument from 'pdfkit'
import type { Instant } from '../../../science/time.ts'
import { noteWords } from '../../../web/words/en/notes.ts'
import { printable } from '../../consent/printable.ts'
import type { Note } from './note.ts'

const margin = 60
const grey = '#555555'
const ink = '#1a1a1a'

/**
 * The note as a tagged PDF for Letter paper, with its exact text inside as `note.txt`: `sha256sum note.txt` gives the
 * hash that was signed.
 */
export const notePdf = (
  note: Note,
  { text, hash, signatures, printedAt }: { text: string; hash: string; signatures: string[]; printedAt: Instant },
): Promise<Uint8Array<ArrayBuffer>> => {
  const made = new Date(printedAt)
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en-US',
    info: { Title: note.title, CreationDate: made },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
  doc.file(Buffer.from(text, 'utf8'), { name: 'note.txt', type: 'text/plain', creationDate: made })
  const root = doc.struct('Document')
  doc.addStructure(root)
  const write = (tag: string, size: number, said: string, { bold = false, after = 3, colour = ink } = {}) =>
    root.add(
      doc.struct(tag, {}, () => {
        doc
          .font(bold ? 'Helvetica-Bold' : 'Helvetica')
          .fontSize(size)
          .fillColor(colour)
        doc.text(printable(said), margin, doc.y, { lineGap: 1.5 })
        doc.y += after
      }),
    )
  write('H1', 18, note.title, { bold: true, after: 8 })
  for (const { heading, lines, table } of note.sections) {
    write('H2', 12, heading, { bold: true })
    for (const line of lines) write('P', 9.5, line)
    if (table) drawTable(doc, root, table)
    doc.y += 6
  }
  for (const line of [...signatures, noteWords.hash(hash)]) write('P', 8.5, line, { colour: grey })
  root.end()
  doc.end()
  return whole
}

type Root = ReturnType<PDFKit.PDFDocument['struct']>

/** Columns of equal width; each row is a TR of cells, so that a reader hears them in order. */
const drawTable = (
  doc: PDFKit.PDFDocument,
  root: Root,
  { columns, rows }: { columns: readonly string[]; rows: string[][] },
) => {
  const width = (doc.page.width - 2 * margin) / columns.length
  const table = doc.struct('Table')
  root.add(table)
  const row = (cells: readonly string[], tag: 'TH' | 'TD') => {
    doc
      .font(tag === 'TH' ? 'Helvetica-Bold' : 'Helvetica')
      .fontSize(7.5)
      .fillColor(ink)
    const said = cells.map(printable)
    const height = Math.max(...said.map((cell) => doc.heightOfString(cell, { width: width - 4 }))) + 3
    if (doc.y + height > doc.page.height - margin) doc.addPage()
    const top = doc.y
    const line = doc.struct('TR')
    table.add(line)
    said.forEach((cell, i) => {
      line.add(doc.struct(tag, {}, () => doc.text(cell, margin + i * width, top, { width: width - 4, height })))
    })
    line.end()
    doc.y = top + height
  }
  row(columns, 'TH')
  for (const cells of rows) row(cells, 'TD')
  table.end()
}
