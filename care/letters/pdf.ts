import { paperPdf } from '../../clinic/print/paper.ts'
import type { Instant } from '../../science/time.ts'
import { letterWords as words } from '../../web/words/en/care-letters.ts'
import { sayDay } from '../../web/words/words.ts'
import { writtenFrom } from './letter.ts'
import type { Version } from './queries.ts'

/** A signed letter as a tagged PDF, its exact text inside as `letter.txt`: `sha256sum letter.txt` gives the hash that was signed. */
export const letterPdf = (
  { rendered, textHash, number, signature }: Version,
  { printedAt, mark }: { printedAt: Instant; mark: string | undefined },
): Promise<Uint8Array<ArrayBuffer>> =>
  paperPdf({
    ...writtenFrom(rendered),
    foot: [
      signature ? words.signedLine(signature.by, sayDay(signature.onDay), number) : words.notSigned,
      words.hash(textHash),
    ],
    inside: { name: 'letter.txt', type: 'text/plain', text: rendered },
    printedAt,
    mark,
  })
