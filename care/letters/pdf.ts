import { type Address, addressLines } from '../../clinic/accounts/settings/clinic-settings.ts'
import { paperPdf } from '../../clinic/print/paper.ts'
import type { Instant } from '../../science/time.ts'
import { letterWords as words } from '../../web/words/en/care-letters.ts'
import { sayDay } from '../../web/words/words.ts'
import { writtenFrom } from './letter.ts'
import type { Version } from './queries.ts'

type From = { name: string; address: Partial<Address> }

/** Where it came from and how the clinic is reached on the day it is printed. What nobody recorded says so. */
const reachLine = ({ name, address }: From): string =>
  words.clinicReach(name, addressLines(address).join(', '), address.phone || words.noPhone)

/**
 * A signed letter as a tagged PDF, its exact text inside as `letter.txt`: `sha256sum letter.txt` gives the hash that was
 * signed. Below it stands how its clinic is reached, and at the foot of each page whom it is about: pages come apart.
 */
export const letterPdf = (
  { rendered, textHash, number, signature }: Version,
  { from, printedAt, mark }: { from: From; printedAt: Instant; mark: string | undefined },
): Promise<Uint8Array<ArrayBuffer>> => {
  const written = writtenFrom(rendered)
  return paperPdf({
    ...written,
    of: written.sections[0]?.lines.at(-1),
    foot: [
      reachLine(from),
      signature ? words.signedLine(signature.by, sayDay(signature.onDay), number) : words.notSigned,
      words.hash(textHash),
    ],
    inside: { name: 'letter.txt', type: 'text/plain', text: rendered },
    printedAt,
    mark,
  })
}
