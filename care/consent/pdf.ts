import PDFDocument from 'pdfkit'
import { giveFaces } from '../../clinic/print/faces.ts'
import { printable } from '../../clinic/print/printable.ts'
import type { Instant } from '../../science/time.ts'
import { certificateWords } from '../../web/words/en/certificates.ts'
import { certificate } from './certificate.ts'
import type { ConsentRequest, Signature, Withdrawal } from './queries-of-request.ts'
import { bornLine, daysIn, particulars, sourceMark } from './text.ts'
import type { Answered } from './understanding.ts'

/** What a print shows: the request with its exact text, and what became of it. */
export type Printed = ConsentRequest & {
  answered?: readonly Answered[]
  signature?: Signature | undefined
  withdrawal?: Withdrawal | undefined
}

/**
 * The signed text as a tagged PDF, with who signed and the SHA-256 of the exact text. The exact text itself travels
 * inside as `consent.txt`: `sha256sum consent.txt` gives the printed hash.
 * @param printedAt when it is printed; goes into the file's properties
 */
export const consentPdf = (printed: Printed, printedAt: Instant): Promise<Uint8Array<ArrayBuffer>> => {
  const { asked } = printed
  const say = daysIn(asked, printed.rendered)
  const made = new Date(printedAt)
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: 64, bottom: 64, left: 72, right: 72 },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'en-US',
    bufferPages: true,
    info: { Title: asked.content.title, Author: asked.clinicName, CreationDate: made },
  })
  giveFaces(doc)
  const chunks: Buffer[] = []
  const whole = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    doc.on('error', reject)
  })
  doc.file(Buffer.from(printed.rendered, 'utf8'), { name: 'consent.txt', type: 'text/plain', creationDate: made })
  const root = doc.struct('Document')
  doc.addStructure(root)
  const write = (tag: string, size: number, text: string, { bold = false, after = 4, grey = false } = {}) =>
    root.add(
      doc.struct(tag, {}, () => {
        doc
          .font(bold ? 'bold' : 'plain')
          .fontSize(size)
          .fillColor(grey ? '#555555' : '#1a1a1a')
          .text(printable(text), { lineGap: 2 })
        doc.y += after
      }),
    )

  write('H1', 18, asked.content.title, { bold: true, after: 6 })
  write('P', 10, `${asked.clinicName}. Version ${asked.version} (${asked.content.basis}).`, { grey: true, after: 2 })
  write('P', 10, bornLine(asked.patientName, say(asked.birthDate)), { grey: true, after: 12 })
  for (const section of asked.content.sections) {
    write('H2', 13, section.heading, { bold: true })
    if (section.id === 'why') for (const line of particulars(asked)) write('P', 10.5, line)
    for (const paragraph of section.paragraphs) {
      const mark = sourceMark(paragraph, say)
      write('P', 10.5, paragraph.text, { after: mark ? 0 : 4 })
      if (mark) write('P', 8, mark, { grey: true })
    }
    if (section.clinicWords) write('P', 10.5, `At this clinic: ${section.clinicWords}`)
    doc.y += 8
  }
  write('H2', 13, certificateWords.title, { bold: true })
  write('P', 10.5, asked.content.statement, { after: 8 })
  for (const line of certificate(printed)) write('P', 10.5, line)
  root.end()
  numberPages(doc)
  doc.end()
  return whole
}

const numberPages = (doc: PDFKit.PDFDocument) => {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    // Below the text, where pdfkit would otherwise begin a new page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font('plain').fontSize(8).fillColor('#555555')
    doc.text(`${page - start + 1} of ${count}`, 72, doc.page.height - 40, {
      align: 'right',
      lineBreak: false,
      width: doc.page.width - 144,
    })
    doc.endMarkedContent()
  }
}
