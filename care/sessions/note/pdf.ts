import { paperPdf } from '../../../clinic/print/paper.ts'
import type { Instant } from '../../../science/time.ts'
import { noteWords } from '../../../web/words/en/notes.ts'
import type { Note } from './note.ts'

/**
 * The note as a tagged PDF for Letter paper, with its exact text inside as `note.txt`: `sha256sum note.txt` gives the
 * hash that was signed. What was recorded travels with it under codes and units (`facts.json`), which no reader of the
 * page has to look at.
 */
export const notePdf = (
  { title, sections }: Note,
  {
    text,
    hash,
    signatures,
    printedAt,
    mark,
    facts,
    of,
  }: {
    text: string
    hash: string
    signatures: string[]
    printedAt: Instant
    mark?: string | undefined
    facts?: string | undefined
    of?: string | undefined
  },
): Promise<Uint8Array<ArrayBuffer>> =>
  paperPdf({
    title,
    sections,
    of,
    foot: [...signatures, noteWords.hash(hash)],
    inside: { name: 'note.txt', type: 'text/plain', text },
    ...(facts === undefined ? {} : { beside: [{ name: 'facts.json', type: 'application/json', text: facts }] }),
    printedAt,
    mark,
  })
