import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { z } from 'zod'
import { current, type Row, type Standing } from '../../../clinic/records/fact.ts'
import { required } from '../../../clinic/records/typed.ts'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { says } from '../../../web/words/en/says/evaluation.ts'
import { type EntryKind, type EntryOf, entryKinds } from '../entry.ts'
import { evaluationChanged } from './use-evaluation.ts'

const words = evaluationWords.entries

type Shown<K extends EntryKind> = {
  kind: K
  entries: readonly Standing<EntryOf<K>>[]
  patientId: string
  evaluationId: string
  none: string
  add: string
  /** An entry in words: what it is, and what is known about it. */
  line: (entry: EntryOf<K>) => { words: string; more: string }
  fields: ReactNode
}

/** What an evaluation holds several of: every entry with who wrote it down, and the ways to add and to mend one. */
export const EntryList = <K extends EntryKind>(shown: Shown<K>) => {
  const { kind, entries, none, add, line } = shown
  const [dialog, setDialog] = useState<{ row?: Row<EntryOf<K>> }>()
  const mayWrite = useMay('evaluation.write')
  const timeZone = useTimeZone()
  const rows = current(entries)
  const gone = entries.length - rows.length
  return (
    <div className="stack">
      {rows.length === 0 && <p className="soft">{none}</p>}
      <ul className="facts">
        {rows.map((row) => (
          <li key={row.id}>
            <div>
              <p className="as-typed">
                <bdi className="fact-words">{line(row).words}</bdi>
              </p>
              <p className="soft as-typed">{line(row).more}</p>
              <p className="soft">{words.by(row.recordedBy, showMoment(row.recordedAt, timeZone))}</p>
            </div>
            {mayWrite && (
              <Button kind="plain" label={words.changeOf(line(row).words)} onPress={() => setDialog({ row })}>
                {words.change}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {gone > 0 && <p className="soft">{words.gone(gone)}</p>}
      {mayWrite && (
        <p>
          <Button kind="quiet" onPress={() => setDialog({})}>
            {add}
          </Button>
        </p>
      )}
      {dialog && <EntryDialog key={kind} shown={shown} row={dialog.row} onClose={() => setDialog(undefined)} />}
    </div>
  )
}

type Act = 'recorded' | 'corrected' | 'entered in error'

const EntryDialog = <K extends EntryKind>({
  shown,
  row,
  onClose,
}: {
  shown: Shown<K>
  row: Row<EntryOf<K>> | undefined
  onClose: () => void
}) => {
  const [act, setAct] = useState<Act | undefined>(row ? undefined : 'recorded')
  const title = row ? shown.line(row).words : shown.add
  return (
    <Dialog title={title} open onClose={onClose}>
      {act === undefined ? (
        <div className="stack">
          <Button kind="quiet" onPress={() => setAct('corrected')}>
            {words.correct}
          </Button>
          <Button kind="quiet" onPress={() => setAct('entered in error')}>
            {words.mistake}
          </Button>
        </div>
      ) : (
        <EntryForm shown={shown} row={row} act={act} onDone={onClose} />
      )}
    </Dialog>
  )
}

const EntryForm = <K extends EntryKind>({
  shown: { kind, patientId, evaluationId, fields },
  row,
  act,
  onDone,
}: {
  shown: Shown<K>
  row: Row<EntryOf<K>> | undefined
  act: Act
  onDone: () => void
}) => {
  const queries = useQueryClient()
  const content = z.preprocess((typed) => typed ?? {}, entryKinds[kind] as z.ZodType<object>)
  const schemas: Record<Act, z.ZodType<object, object>> = {
    recorded: z.object({ content }),
    corrected: z.object({ content, why: z.string().default('') }),
    'entered in error': z.object({ why: required(says.reason, 1_000) }),
  }
  return (
    <Form
      id={`evaluation.${evaluationId}.${kind}.${act}.${row?.id ?? ''}`}
      schema={schemas[act]}
      start={act === 'corrected' && row ? { content: contentOf(kind, row) } : undefined}
      save={words.save}
      onSave={async (typed, { sentId: id }) => {
        const corrects = row ? { corrects: row.id } : {}
        const entry = { kind, change: act, id, ...corrects, ...typed }
        await api.post(`/api/patients/${patientId}/evaluation/entries`, { evaluationId, entry })
        await evaluationChanged(queries, patientId)
        onDone()
      }}
    >
      {act === 'entered in error' ? <TextArea name="why" label={words.mistakeWhy} rows={2} /> : fields}
      {act === 'corrected' && <Field name="why" label={words.correctWhy} />}
    </Form>
  )
}

/** Only what the entry says, as a form holds it: yes, no and not known are words there. */
const contentOf = (kind: EntryKind, row: object): object => {
  const own = Object.keys(entryKinds[kind].shape)
  return Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => {
      if (!own.includes(key)) return []
      return [[key, value === null && key === 'inEpisode' ? words.notKnown : value]]
    }),
  )
}
