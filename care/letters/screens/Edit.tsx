import { useFormContext } from 'react-hook-form'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Checks } from '../../../web/controls/Check.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { letterWords as words } from '../../../web/words/en/care-letters.ts'
import { says } from '../../../web/words/en/says/care-letters.ts'
import { namesSubstanceUse, openWords, Section, type SectionId, sectionIds } from '../letter.ts'
import type { LetterAnswer } from './answers.ts'

const Text = Section.shape.text.optional()
const Typed = z
  .object({
    parts: z.object(Object.fromEntries(sectionIds.map((id) => [keyOf(id), Text]))).default({}),
    substanceUse: z.enum(['yes', 'no', 'not said']).optional(),
    looked: z.array(z.string()).optional(),
  })
  .refine(({ parts, substanceUse }) => substanceUse !== 'no' || !namesSubstanceUse(sectionsIn(parts)), {
    path: ['substanceUse'],
    message: says.substanceUseNamed,
  })
  .superRefine(({ parts, substanceUse, looked }, context) => {
    const open = openWords(sectionsIn(parts), looked ?? [])
    if (substanceUse === 'no' && open.length > 0)
      context.addIssue({ code: 'custom', path: ['looked'], message: says.substanceWords(open) })
  })

/** A name that a form takes for one field. */
function keyOf(id: SectionId): string {
  return id.replace(' ', '-')
}

const sectionsIn = (parts: Record<string, string | undefined>): Section[] =>
  sectionIds.flatMap((id) => {
    const text = parts[keyOf(id)] ?? ''
    return text.trim() === '' ? [] : [{ id, text }]
  })

const answers = { yes: true, no: false, 'not said': null } as const

/** The parts as text to change. An emptied part is left out of the letter. */
export const Edit = ({
  path,
  data,
  onDone,
  onCancel,
}: {
  path: string
  data: LetterAnswer
  onDone: () => Promise<void>
  onCancel: () => void
}) => {
  const { letter, newest, seen, derived } = data
  const headings = letter.kind === 'patient' ? words.patientHeadings : words.headings
  const said = newest.substanceUse
  return (
    <Form
      id={`letters.edit.${letter.id}`}
      schema={Typed}
      start={{
        parts: Object.fromEntries(newest.sections.map(({ id, text }) => [keyOf(id), text])),
        ...(said === null ? {} : { substanceUse: said ? 'yes' : 'no' }),
        ...(newest.lookedWords.length > 0 ? { looked: newest.lookedWords } : {}),
      }}
      from={newest.number}
      save={words.save}
      also={
        <Button kind="plain" onPress={onCancel}>
          {words.cancel}
        </Button>
      }
      onSave={async ({ parts, substanceUse = 'not said', looked }, { from: after, sentId: id }) => {
        const sections = sectionsIn(parts as Record<string, string | undefined>)
        const body = { id, after, seen, sections, substanceUse: answers[substanceUse], lookedWords: looked ?? [] }
        await api.post(`${path}/versions`, body)
        await onDone()
      }}
    >
      <p className="soft">{words.editHelp}</p>
      {sectionIds
        .filter((one) => letter.kind === 'patient' || one !== 'help')
        .map((one) => (
          <div key={one} className="stack" data-gap="tight">
            <TextArea name={`parts.${keyOf(one)}`} label={headings[one]} rows={3} />
            <FromRecord name={`parts.${keyOf(one)}`} now={derived.find((part) => part.id === one)?.text ?? ''} />
          </div>
        ))}
      {letter.kind !== 'patient' && (
        <Choice
          name="substanceUse"
          label={words.substanceUse}
          hint={words.substanceUseHint}
          options={(['yes', 'no', 'not said'] as const).map((value) => ({ value, label: words.answers[value] }))}
          across
        />
      )}
      {letter.kind !== 'patient' && <Looked />}
    </Form>
  )
}

/** Words of substance use in the other parts: whoever answers "no" has looked at each. */
const Looked = () => {
  const { parts, substanceUse } = useFormValues<{ parts?: Record<string, string>; substanceUse?: string }>()
  const open = openWords(sectionsIn(parts ?? {}), [])
  if (substanceUse !== 'no' || open.length === 0) return null
  const options = open.map((word) => ({ value: word, label: word }))
  return <Checks name="looked" label={words.looked} hint={words.lookedHint} options={options} />
}

/** Takes what the record says now in place of what stands in a part. */
const FromRecord = ({ name, now }: { name: string; now: string }) => {
  const { watch, setValue } = useFormContext()
  if ((watch(name) ?? '') === now) return null
  return (
    <div>
      <Button kind="plain" onPress={() => setValue(name, now === '' ? null : now, { shouldDirty: true })}>
        {words.takeFromRecord}
      </Button>
    </div>
  )
}
