import { z } from 'zod'
import { type Content, plainContents, type Recipient, recipientName } from '../../clinic/releases/release.ts'
import { notLookedAt } from '../../clinic/releases/substance-words.ts'
import { letterWords as words } from '../../web/words/en/care-letters.ts'
import { sayDay } from '../../web/words/words.ts'

/** A letter as a clinician edits and signs it. Pure. */

export const letterKinds = ['referrer', 'therapist', 'patient'] as const
export type LetterKind = (typeof letterKinds)[number]

/** The parts of a letter are the kinds of content that a release names, so that it can be seen what is in it. */
export const sectionIds = [
  'diagnoses',
  'medicines',
  'determination',
  'plan',
  'sessions',
  'scores',
  'substance use',
  'help',
] as const satisfies readonly (Content | 'help')[]
export type SectionId = (typeof sectionIds)[number]

export const Section = z.object({ id: z.enum(sectionIds), text: z.string().max(20_000) })
export type Section = z.infer<typeof Section>
export const Sections = z.array(Section).max(sectionIds.length)

/** The parts that say something, in the order of a letter. */
const said = (sections: readonly Section[]): Section[] =>
  sectionIds.flatMap((id) => sections.filter((one) => one.id === id && one.text.trim() !== ''))

/** What is in it, substance use aside. What to do in an emergency is about nobody. */
export const contentsIn = (sections: readonly Section[]) => {
  const ids = new Set<string>(said(sections).map(({ id }) => id))
  return plainContents.filter((content) => ids.has(content))
}

/** Words of substance use that stand in the parts that are not about it, and that nobody has looked at. */
export const openWords = (sections: readonly Section[], looked: readonly string[]): string[] =>
  notLookedAt(
    said(sections)
      .filter(({ id }) => id !== 'substance use' && id !== 'help')
      .map(({ text }) => text)
      .join('\n'),
    looked,
  )

/** A part about substance use is there, whatever somebody answered. */
export const namesSubstanceUse = (sections: readonly Section[]): boolean =>
  said(sections).some(({ id }) => id === 'substance use')

export type Head = {
  kind: LetterKind
  clinicName: string
  patientName: string
  birthDate: string
  recipient: Pick<Recipient, 'name' | 'organisation'> | null
}

export type Written = { title: string; sections: { heading: string; lines: string[] }[] }

/** The letter as it goes out: head, parts that say something, and the word against passing it on where it needs one. */
export const letterFrom = (
  head: Head,
  sections: readonly Section[],
  substanceUse: boolean | null,
  say = sayDay,
): Written => {
  const { kind, clinicName, patientName, birthDate, recipient } = head
  const outside = kind !== 'patient'
  const opening = outside
    ? [words.to(recipient ? recipientName(recipient) : ''), words.about(patientName, say(birthDate), clinicName)]
    : [words.dear(patientName), words.patientOpening(clinicName)]
  const headings = outside ? words.headings : words.patientHeadings
  return {
    title: words.titles[kind],
    sections: [
      { heading: clinicName, lines: opening },
      ...said(sections).map(({ id, text }) => ({
        heading: headings[id],
        lines: text.split('\n').filter((line) => line.trim() !== ''),
      })),
      ...(outside && substanceUse ? [{ heading: words.noticeHeading, lines: [...words.notice] }] : []),
    ],
  }
}

/** The exact text that is signed, and what its hash is of. */
export const letterText = ({ title, sections }: Written): string =>
  [title, ...sections.flatMap(({ heading, lines }) => ['', heading, ...lines]), ''].join('\n')

/** Whether a written text still says whom it is about and to whom it goes. Texts of before 29 November 2026 say '1980-03-05'. */
export const isStillFor = (
  head: Head,
  {
    sections,
    substanceUse,
    rendered,
  }: { sections: readonly Section[]; substanceUse: boolean | null; rendered: string },
): boolean =>
  [sayDay, (day: string) => day].some((say) => letterText(letterFrom(head, sections, substanceUse, say)) === rendered)

/** The same taken apart again: what is printed is what was signed, whatever a name has become since. */
export const writtenFrom = (text: string): Written => {
  const [title = '', ...blocks] = text.trimEnd().split('\n\n')
  return {
    title,
    sections: blocks.map((block) => {
      const [heading = '', ...lines] = block.split('\n')
      return { heading, lines }
    }),
  }
}

/** What the record says differently from what it said when this was written, part by part. */
export type Change = { id: SectionId; before: string; now: string }
export const changedSince = (then: readonly Section[], now: readonly Section[]): Change[] => {
  const textIn = (sections: readonly Section[], id: SectionId) => sections.find((one) => one.id === id)?.text ?? ''
  return sectionIds
    .map((id) => ({ id, before: textIn(then, id), now: textIn(now, id) }))
    .filter(({ before, now }) => before !== now)
}

/** As JSON with its parts in one order, so that equal content is equal text. */
export const canonical = (sections: readonly Section[]): string =>
  JSON.stringify(sectionIds.flatMap((id) => sections.filter((one) => one.id === id).map(({ text }) => ({ id, text }))))
