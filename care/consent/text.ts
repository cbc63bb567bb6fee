import { z } from 'zod'
import { type SourceStatus, statusWords } from '../../science/sources.ts'
import { sayDay } from '../../web/words/words.ts'
import { Content, type Paragraph } from './document.ts'

/** The exact text put before one patient: a published version, and what is particular to them. Pure. */
export const Asked = z.object({
  clinicName: z.string(),
  patientName: z.string(),
  birthDate: z.iso.date(),
  version: z.int(),
  /** In plain words, as the prescriber put it to the patient. */
  treatedFor: z.string(),
  aim: z.string(),
  /** The therapist who works with them and signs too. */
  therapistName: z.string().optional(),
  content: Content,
})
export type Asked = z.infer<typeof Asked>

/** JSON with sorted keys and no spaces, so that the same facts always give the same bytes and the same hash. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
    .join(',')}}`
}

/** '[source seen: Ketamine injection US label …; review by February 23, 2027]' */
export const sourceMark = ({ source, reviewBy }: Paragraph, say = sayDay): string | undefined =>
  source && `[${statusOf(source.status)}${source.label}${reviewBy ? `; review by ${say(reviewBy)}` : ''}]`

// A policy's own label begins by saying that it is one.
const statusOf = (status: SourceStatus): string => (status === 'policy' ? '' : `${statusWords[status]}: `)

/** What is particular to this patient, as the first thing they read. */
export const particulars = ({
  treatedFor,
  aim,
  therapistName,
}: Pick<Asked, 'treatedFor' | 'aim' | 'therapistName'>): string[] => [
  `What you would be treated for: ${treatedFor}`,
  `What the treatment aims at: ${aim}`,
  ...(therapistName ? [`Your therapist for this treatment, who signs too: ${therapistName}`] : []),
]

/** Whom the text is for. */
export const bornLine = (patientName: string, born: string): string => `For ${patientName}, born ${born}.`

/** How the text that was signed says its days: those of before 29 November 2026 have them as '2026-11-29'. */
export const daysIn = ({ patientName, birthDate }: Asked, text: string): ((day: string) => string) =>
  text.includes(`${bornLine(patientName, birthDate)}\n`) ? (day) => day : sayDay

/** The whole text in reading order, as plain text. This is what is hashed and signed. */
export const rendered = (asked: Asked): string => {
  const { content, version, clinicName, patientName, birthDate } = asked
  const head = [
    content.title,
    `${clinicName}. Version ${version} (${content.basis}, ${content.language}).`,
    bornLine(patientName, sayDay(birthDate)),
  ]
  const sections = content.sections.map(({ id, heading, paragraphs, clinicWords }) =>
    [
      heading.toUpperCase(),
      ...(id === 'why' ? particulars(asked) : []),
      ...paragraphs.map((paragraph) => [paragraph.text, sourceMark(paragraph)].filter(Boolean).join(' ')),
      ...(clinicWords ? [`At this clinic: ${clinicWords}`] : []),
    ].join('\n'),
  )
  const { points = [], checks = [] } = content
  const pointByPoint = points.map((point) => `- ${[point.text, sourceMark(point)].filter(Boolean).join(' ')}`)
  const asking = checks.map(({ question, because }) => `- ${question} ${because}`)
  return `${[
    head.join('\n'),
    ...sections,
    ...(asking.length > 0 ? [`QUESTIONS ON THIS TEXT, AND WHAT IT SAYS\n${asking.join('\n')}`] : []),
    ...(pointByPoint.length > 0 ? [`POINT BY POINT\n${pointByPoint.join('\n')}`] : []),
    `SIGNING\n${content.statement}`,
  ].join('\n\n')}\n`
}
