import type { Instant } from '../../science/time.ts'
import { printable } from './printable.ts'
import { grey, type Inside, ink, type Root, taggedPdf } from './tagged.ts'

const margin = 60
/** A heading and a line or two under it, in points. */
const withHeading = 48

/** `widths`: the share of each column; equal when left out. */
export type PaperTable = {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  widths?: readonly number[]
}
export type PaperSection = { heading: string; lines: readonly string[]; table?: PaperTable | undefined }
export type Paper = {
  title: string
  sections: readonly PaperSection[]
  /** Under everything, small: signatures, a hash. */
  foot: readonly string[]
  /** The exact content, carried inside the file. */
  inside: Inside
  /** What else travels with it. */
  beside?: readonly Inside[]
  wide?: boolean
  /** Whose paper it is, at the foot of every page with its number: pages come apart. */
  of?: string | undefined
  /** Stands in capitals at the top of every page. */
  mark?: string | undefined
  printedAt: Instant
}

/** Title, sections and tables as a tagged PDF for Letter paper. */
export const paperPdf = ({ inside, beside = [], ...paper }: Paper): Promise<Uint8Array<ArrayBuffer>> =>
  taggedPdf(
    { ...paper, edge: margin, side: margin, lineGap: 1.5, inside: [inside, ...beside] },
    ({ doc, root, write }) => {
      if (paper.mark) markEachPage(doc, printable(paper.mark))
      write('H1', 18, paper.title, { bold: true, after: 8 })
      for (const { heading, lines, table } of paper.sections) {
        // A heading stands with the first of what it heads.
        if (doc.y > doc.page.height - margin - withHeading) doc.addPage()
        write('H2', 12, heading, { bold: true, after: 3 })
        for (const line of lines) write('P', 9.5, line, { after: 3 })
        if (table) drawTable(doc, root, table)
        doc.y += 6
      }
      for (const line of paper.foot) write('P', 8.5, line, { colour: grey, after: 3 })
    },
  )

/** Drawn above the text, as an artifact: a reader hears the title, which the mark does not belong to. */
const markEachPage = (doc: PDFKit.PDFDocument, mark: string) => {
  const draw = () => {
    const { x, y } = doc
    const { width } = doc.page
    doc.page.margins.top = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.rect(0, 0, width, margin / 2).fill(ink)
    doc.font('bold').fontSize(11).fillColor('#ffffff')
    doc.text(mark, margin, margin / 6, { width: width - 2 * margin, align: 'center', lineBreak: false })
    doc.endMarkedContent()
    doc.page.margins.top = margin
    doc.x = x
    doc.y = y
  }
  draw()
  doc.on('pageAdded', draw)
}

/** Each row is a TR of cells, so that a reader hears them in order. */
const drawTable = (doc: PDFKit.PDFDocument, root: Root, { columns, rows, widths }: PaperTable) => {
  const shares = widths ?? columns.map(() => 1)
  const unit = (doc.page.width - 2 * margin) / shares.reduce((sum, share) => sum + share, 0)
  const places = shares.map((share, i) => ({
    x: margin + shares.slice(0, i).reduce((sum, before) => sum + before, 0) * unit,
    width: share * unit - 4,
  }))
  const table = doc.struct('Table')
  root.add(table)
  const row = (cells: readonly string[], tag: 'TH' | 'TD') => {
    doc
      .font(tag === 'TH' ? 'bold' : 'plain')
      .fontSize(7.5)
      .fillColor(ink)
    const said = cells.map(printable)
    const height = Math.max(...said.map((cell, i) => doc.heightOfString(cell, { width: places[i]?.width ?? 0 }))) + 3
    if (doc.y + height > doc.page.height - margin) doc.addPage()
    const top = doc.y
    const line = doc.struct('TR')
    table.add(line)
    said.forEach((cell, i) => {
      const { x = margin, width = 0 } = places[i] ?? {}
      line.add(doc.struct(tag, {}, () => doc.text(cell, x, top, { width, height })))
    })
    line.end()
    doc.y = top + height
  }
  row(columns, 'TH')
  for (const cells of rows) row(cells, 'TD')
  table.end()
}
