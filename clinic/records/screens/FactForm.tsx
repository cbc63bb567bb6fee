import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { recordWords } from '../../../web/words/en/records.ts'
import { says } from '../../../web/words/en/says/records.ts'
import type { Change } from '../fact.ts'
import { type Kind, kinds, Why } from '../kinds.ts'
import { PartialDate } from '../partial-date.ts'
import { required } from '../typed.ts'
import { FactFields } from './FactFields.tsx'
import { recordPath } from './record.ts'

const paths: Record<Kind, string> = {
  problem: 'problems',
  medicine: 'medicines',
  allergy: 'allergies',
  contact: 'contacts',
  pharmacy: 'pharmacy',
  coverage: 'coverage',
  supply: 'supplies',
  loss: 'losses',
  admission: 'admissions',
}

const schemas = (kind: Kind): Record<Change, z.ZodType<object, object>> => {
  const fact = z.preprocess((typed) => typed ?? {}, kinds[kind] as z.ZodType<object>)
  return {
    recorded: z.object({ fact }),
    corrected: z.object({ fact, why: Why.default('') }),
    ended: z.object({ on: PartialDate.nullable().default(null), why: Why.default('') }),
    'entered in error': z.object({ why: required(says.what.reason, 1000) }),
  }
}

/** The row that a change is about: its id, and what it says. */
export type About = { id: string; fact: Record<string, unknown> }

/** Appends one row to a list: a new fact, or a correction, an end or a mistake of one. */
export const FactForm = ({
  kind,
  patientId,
  change,
  about,
  onDone,
}: {
  kind: Kind
  patientId: string
  change: Change
  about?: About | undefined
  onDone: () => void
}) => {
  const queries = useQueryClient()
  const path = recordPath(patientId)
  const fields = {
    recorded: <FactFields kind={kind} />,
    corrected: (
      <>
        <FactFields kind={kind} />
        <Field name="why" label={recordWords.correctWhy} />
      </>
    ),
    ended: (
      <>
        {kind === 'medicine' && <Field name="on" label={recordWords.endedOn} hint={recordWords.partialHint} />}
        <Field name="why" label={recordWords.endedWhy} />
      </>
    ),
    'entered in error': <TextArea name="why" label={recordWords.mistakeWhy} rows={2} />,
  }
  return (
    <Form
      id={`${kind}.${patientId}.${change}.${about?.id ?? ''}`}
      schema={schemas(kind)[change]}
      start={change === 'corrected' && about ? { fact: about.fact } : undefined}
      save={recordWords.save}
      onSave={async (typed, { sentId: id }) => {
        const corrects = about ? { corrects: about.id } : {}
        await api.post(`${path}/${paths[kind]}`, { change, id, ...corrects, ...renamed(typed, about) })
        await queries.invalidateQueries({ queryKey: [path] })
        onDone()
      }}
    >
      {fields[change]}
    </Form>
  )
}

/** What somebody said a medicine is, they said of that name: with another name it is asked anew. */
const renamed = (typed: { fact?: { name?: unknown; classes?: unknown } }, about: About | undefined): object =>
  typed.fact?.classes && about?.fact['name'] !== typed.fact.name
    ? { ...typed, fact: { ...typed.fact, classes: null } }
    : typed
