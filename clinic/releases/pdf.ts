import type { Instant } from '../../science/time.ts'
import { releaseWords as words } from '../../web/words/en/releases.ts'
import { sayDay } from '../../web/words/words.ts'
import { paperPdf } from '../print/paper.ts'
import type { Release } from './release.ts'

/** A release as paper, for the patient or the recipient: the exact text inside as `release.txt`, who signed, and what became of it. */
export const releasePdf = (
  release: Release,
  text: string,
  { printedAt, mark }: { printedAt: Instant; mark: string | undefined },
): Promise<Uint8Array<ArrayBuffer>> => {
  const [title = '', ...lines] = text.split('\n').filter(Boolean)
  const { signedName, signedOn, by, keptWhere, revoked, textHash } = release
  const signed = [
    words.signedLine(signedName, sayDay(signedOn), by),
    words.hows[release.signedHow],
    ...(keptWhere ? [words.paperAt(keptWhere)] : []),
    ...(revoked ? [words.revokedLine(sayDay(revoked.on), revoked.by)] : []),
  ]
  return paperPdf({
    title,
    sections: [
      { heading: words.forms[release.form], lines },
      { heading: words.signature, lines: signed },
    ],
    foot: [words.hash(textHash), words.inside],
    inside: { name: 'release.txt', type: 'text/plain', text },
    printedAt,
    mark,
  })
}
