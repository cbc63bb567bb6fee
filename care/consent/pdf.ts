import { printable } from '../../clinic/print/printable.ts'
import { grey, taggedPdf } from '../../clinic/print/tagged.ts'
import type { Instant } from '../../science/time.ts'
import { certificateWords } from '../../web/words/en/certificates.ts'
import { certificate } from './certificate.ts'
import type { ConsentRequest, Signature, Withdrawal } from './queries-of-request.ts'
import { bornLine, daysIn, particulars, sourceMark } from './text.ts'
import type { Answered } from './understanding.ts'

/** In points. */
const [edge, side, lineGap, withHeading] = [64, 72, 2, 56]

/** What a print shows: the request with its exact text, and what became of it. */
export type Printed = ConsentRequest & {
  answered?: readonly Answered[]
  signature?: Signature | undefined
  withdrawal?: Withdrawal | undefined
}

/**
 * The signed text as a tagged PDF, with who signed and the SHA-256 of the exact text. The exact text itself travels
 * inside as `consent.txt`: `sha256sum consent.txt` gives the printed hash.
 * @param timeZone the clinic's
 * @param printedAt when it is printed; goes into the file's properties
 */
export const consentPdf = (
  printed: Printed,
  timeZone: string,
  printedAt: Instant,
): Promise<Uint8Array<ArrayBuffer>> => {
  const { asked } = printed
  const say = daysIn(asked, printed.rendered)
  const of = bornLine(asked.patientName, say(asked.birthDate))
  const inside = [{ name: 'consent.txt', type: 'text/plain', text: printed.rendered }]
  const about = { title: asked.content.title, author: asked.clinicName, edge, side, lineGap, inside, of, printedAt }
  return taggedPdf(about, ({ doc, write }) => {
    write('H1', 18, asked.content.title, { bold: true, after: 6 })
    write('P', 10, `${asked.clinicName}. Version ${asked.version} (${asked.content.basis}).`, {
      colour: grey,
      after: 2,
    })
    write('P', 10, of, { colour: grey, after: 12 })
    /** A heading stands with the first of what it heads, and what is signed with who signed. */
    const together = (points: number) => {
      const room = doc.page.height - edge
      if (doc.y + points > room && points < room - edge) doc.addPage()
    }
    for (const section of asked.content.sections) {
      together(withHeading)
      write('H2', 13, section.heading, { bold: true })
      if (section.id === 'why') for (const line of particulars(asked)) write('P', 10.5, line)
      for (const paragraph of section.paragraphs) {
        const mark = sourceMark(paragraph, say)
        write('P', 10.5, paragraph.text, { after: mark ? 0 : 4 })
        if (mark) write('P', 8, mark, { colour: grey })
      }
      if (section.clinicWords) write('P', 10.5, `At this clinic: ${section.clinicWords}`)
      doc.y += 8
    }
    const lines = certificate({ ...printed, timeZone })
    const width = doc.page.width - 2 * side
    doc.font('plain').fontSize(10.5)
    together(
      [asked.content.statement, ...lines].reduce(
        (sum, line) => sum + doc.heightOfString(printable(line), { width, lineGap }) + 4,
        withHeading / 2,
      ),
    )
    write('H2', 13, certificateWords.title, { bold: true })
    write('P', 10.5, asked.content.statement, { after: 8 })
    for (const line of lines) write('P', 10.5, line)
  })
}
