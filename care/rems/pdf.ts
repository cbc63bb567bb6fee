import { sha256 } from '../../clinic/print/sha256.ts'
import type { RemsForm } from '../../science/rems/form.ts'
import type { Instant } from '../../science/time.ts'
import { remsWords as words } from '../../web/words/en/rems.ts'
import { notePdf } from '../sessions/note/pdf.ts'
import { type FilledField, formText } from './filled.ts'
import type { Sending } from './sending.ts'

/** The form for whoever types it into the portal or faxes it: every field with its value, what is missing named. */
export const remsPdf = (
  form: RemsForm,
  filled: readonly FilledField[],
  { sendings, printedAt, mark }: { sendings: readonly Sending[]; printedAt: Instant; mark?: string | undefined },
): Promise<Uint8Array<ArrayBuffer>> => {
  const blocks = [...new Set(filled.map(({ block }) => block))]
  const sections = blocks.map((block) => ({
    heading: words.blocks[block],
    lines: filled.flatMap((field) => (field.block === block && field.state !== 'not needed' ? [lineOf(field)] : [])),
  }))
  const text = formText(form, filled)
  const signatures = [
    form.note,
    ...sendings.map(({ by, sentOn, how, confirmation }) =>
      [words.sentLine(by, sentOn, words.ways[how]), confirmation].filter(Boolean).join(' '),
    ),
  ]
  const hash = sha256(text)
  return notePdf({ title: form.title, sections }, { text, hash, signatures, printedAt, mark, of: whose(form, filled) })
}

/** At the foot of every page: pages come apart. */
const whose = ({ title }: RemsForm, filled: readonly FilledField[]): string =>
  [title, ...['firstName', 'lastName', 'birthDate'].map((id) => filled.find((field) => field.id === id)?.value)]
    .filter(Boolean)
    .join(' ')

const lineOf = ({ says, value, required }: FilledField): string =>
  `${says}: ${value ?? (required ? words.missingHere : `– (${words.optional})`)}`
