import type { RemsField, RemsForm } from '../../science/rems/form.ts'
import type { Instant } from '../../science/time.ts'
import { fromLog } from './from-log.ts'
import { fromRecord } from './from-record.ts'
import type { Material } from './material.ts'

/** What somebody answered when the form asked; the newest counts, the earlier ones stay. */
export type RemsAnswer = { field: string; value: string; by: string; at: Instant }

export type FilledField = RemsField & {
  /**
   * known       it has a value, from the record, the log or a person
   * missing     nobody has written it down: listed, never guessed
   * not needed  another field says that it does not belong on this form
   */
  state: 'known' | 'missing' | 'not needed'
  value?: string
  answered?: { by: string; at: Instant }
}

/**
 * The form of one session, field by field, from its record, its log and what people answered. Pure: the same material
 * gives the same form.
 */
export const fillForm = (form: RemsForm, material: Material, answers: readonly RemsAnswer[]): FilledField[] => {
  const found: Record<string, string | undefined> = { ...fromRecord(material), ...fromLog(material) }
  const asked = new Map(answers.map((answer) => [answer.field, answer]))
  const saidBy = ({ id, from }: Pick<RemsField, 'id' | 'from'>) => (from === 'asked' ? asked.get(id)?.value : found[id])
  return form.fields.map((field) => {
    const { onlyIf } = field
    const other = onlyIf && form.fields.find(({ id }) => id === onlyIf.field)
    // While the other field is not known, this one is not known either: it stays on the list.
    const deciding = other && saidBy(other)
    if (onlyIf && deciding !== undefined && deciding !== onlyIf.is) return { ...field, state: 'not needed' }
    const value = saidBy(field)
    if (value === undefined || value === '') return { ...field, state: 'missing' }
    const answer = field.from === 'asked' ? asked.get(field.id) : undefined
    return { ...field, state: 'known', value, ...(answer ? { answered: { by: answer.by, at: answer.at } } : {}) }
  })
}

/** What the form still lacks, of what it needs. */
export const missingIn = (filled: readonly FilledField[]): FilledField[] =>
  filled.filter(({ state, required }) => state === 'missing' && required)

/** The form as lines of text: what is printed, and what is kept when it is marked as sent. */
export const formText = (form: Pick<RemsForm, 'title' | 'note'>, filled: readonly FilledField[]): string => {
  const blocks = [...new Set(filled.map(({ block }) => block))]
  return [
    form.title,
    form.note,
    ...blocks.flatMap((block) => [
      '',
      block.charAt(0).toUpperCase() + block.slice(1),
      ...filled
        .filter((field) => field.block === block && field.state !== 'not needed')
        .map(({ says, value, required }) => `${says}: ${value ?? (required ? 'MISSING' : '–')}`),
    ]),
    '',
  ].join('\n')
}
