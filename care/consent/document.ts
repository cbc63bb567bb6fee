import { z } from 'zod'
import { Route } from '../../science/decide.ts'
import { SourceStatus } from '../../science/sources.ts'
import { says } from '../../web/words/en/says/consent.ts'
import type { Check } from './understanding.ts'

/** A consent document as data: what the patient reads, each claim with where it comes from. Pure. */

/** One paragraph. Without a source it claims nothing: it says what the clinic does or asks. */
export const Paragraph = z.object({
  text: z.string(),
  source: z.object({ label: z.string(), address: z.string().optional(), status: SourceStatus }).optional(),
  reviewBy: z.iso.date().optional(),
})
export type Paragraph = z.infer<typeof Paragraph>

/** Something the patient agrees to on its own, beside the whole, in their voice. */
export const Point = Paragraph.extend({ id: z.string() })
export type Point = z.infer<typeof Point>

export const Section = z.object({
  id: z.string(),
  heading: z.string(),
  paragraphs: z.array(Paragraph),
  /** The clinic's own words under this heading. */
  clinicWords: z.string().optional(),
})
export type Section = z.infer<typeof Section>

/** Its type stands where patients' phones load it, without a parser's library. */
const CheckStored: z.ZodType<Check> = z.object({
  id: z.string(),
  section: z.string(),
  question: z.string(),
  choices: z.array(z.object({ id: z.string(), text: z.string() })).min(2),
  right: z.string(),
  because: z.string(),
})

/** What a version keeps for good, and what its hash is taken over. */
export const Content = z.object({
  title: z.string(),
  route: Route,
  language: z.string(),
  /** Which of our texts it was made from, with its date. */
  basis: z.string(),
  sections: z.array(Section),
  /** Ticked one by one before signing. Texts of before 2026-11-28 have none. */
  points: z.array(Point).optional(),
  checks: z.array(CheckStored).optional(),
  /** What a signature says, in the patient's voice. */
  statement: z.string(),
})
export type Content = z.infer<typeof Content>

/** A text as it ships: headings under which only the clinic knows what is true say so. */
export type DefaultSection = Section & { clinicMustSay?: string; clinicMaySay?: string }
export type DefaultDocument = Omit<Content, 'sections'> & { sections: readonly DefaultSection[] }

const words = z.string().max(6000, says.tooLongSection)
const needed = (empty: string) => words.refine((typed) => typed.trim() !== '', empty)

export const Additions = z.object({
  /** The clinic's words by the id of the section they stand under. */
  under: z.record(z.string().max(40), words),
  /** Sections of the clinic's own, at the end. */
  own: z
    .array(
      z.object({
        heading: needed(says.heading).max(120, says.headingTooLong),
        text: needed(says.emptySection),
      }),
    )
    .max(20, says.mostSections),
})
export type Additions = z.infer<typeof Additions>

/** What the clinic still has to write before this text can be published, by field path. Empty when nothing is missing. */
export const missingWords = (shipped: DefaultDocument, additions: Additions): Record<string, string> =>
  Object.fromEntries([
    ...shipped.sections.flatMap(({ id, clinicMustSay }) =>
      clinicMustSay && !additions.under[id]?.trim() ? [[`under.${id}`, clinicMustSay]] : [],
    ),
    ...Object.keys(additions.under).flatMap((id) =>
      shipped.sections.some((section) => section.id === id && (section.clinicMustSay ?? section.clinicMaySay))
        ? []
        : [[`under.${id}`, says.nowhereToAdd]],
    ),
  ])

/** Our text and the clinic's additions, as one content. Nothing typed is changed except blank ends. */
export const composed = (shipped: DefaultDocument, additions: Additions): Content => ({
  title: shipped.title,
  route: shipped.route,
  language: shipped.language,
  basis: shipped.basis,
  statement: shipped.statement,
  points: shipped.points,
  checks: shipped.checks,
  sections: [
    ...shipped.sections.map(({ id, heading, paragraphs }) => {
      const clinicWords = additions.under[id]?.trim()
      return { id, heading, paragraphs, ...(clinicWords ? { clinicWords } : {}) }
    }),
    ...additions.own.map(({ heading, text }, index) => ({
      id: `own-${index + 1}`,
      heading: heading.trim(),
      paragraphs: [],
      clinicWords: text.trim(),
    })),
  ],
})

/** The clinic's additions in a published content, to start the next version from. */
export const additionsIn = (content: Content): Additions => ({
  under: Object.fromEntries(
    content.sections.flatMap(({ id, clinicWords }) =>
      id.startsWith('own-') || !clinicWords ? [] : [[id, clinicWords]],
    ),
  ),
  own: content.sections.flatMap(({ id, heading, clinicWords }) =>
    id.startsWith('own-') && clinicWords ? [{ heading, text: clinicWords }] : [],
  ),
})

/** Paragraphs whose review date has passed: said to whoever publishes or asks, never hidden. */
export const staleParagraphs = (
  { sections, points = [] }: Pick<Content, 'sections' | 'points'>,
  today: string,
): Paragraph[] =>
  [...sections.flatMap(({ paragraphs }) => paragraphs), ...points].filter(
    ({ reviewBy }) => reviewBy && reviewBy < today,
  )
