import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import type { Listed } from '../../../clinic/responses/shown.ts'
import type { Item } from '../../../science/instruments/instrument.ts'
import { api, newId, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField, TimeField } from '../../../web/controls/DateField.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { Select } from '../../../web/controls/Select.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { momentAt } from '../../../web/time.ts'
import { questionnaireScreenWords as words } from '../../../web/words/en/questionnaires.ts'

type Worded = Listed & { stem: string | null; items: readonly Item[] }

/** Answers that somebody gave on paper or aloud, or the total of a questionnaire whose words are not here. */
export const EnterAnswers = ({ patientId, name }: { patientId: string; name: string }) => {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const [recorded, setRecorded] = useState(false)
  const queries = useQueryClient()
  const close = () => {
    setOpen(false)
    setChosen(undefined)
    setRecorded(false)
  }
  const saved = async () => {
    await queries.invalidateQueries({ queryKey: [`/api/patients/${patientId}/chart`] })
    setChosen(undefined)
    setRecorded(true)
  }
  return (
    <div>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {words.enter}
      </Button>
      <Dialog title={words.enterTitle(name)} open={open} onClose={close}>
        {open && (
          <div className="stack">
            {recorded && <Notice title={words.recorded} live />}
            <Which chosen={chosen} choose={setChosen} />
            {chosen && <Answers key={chosen} id={chosen} patientId={patientId} onSaved={saved} />}
          </div>
        )}
      </Dialog>
    </div>
  )
}

const Which = ({ chosen, choose }: { chosen: string | undefined; choose: (id: string | undefined) => void }) => {
  const { data } = useRead<{ questionnaires: Listed[] }>('/api/questionnaires')
  const possible = (data?.questionnaires ?? []).filter(({ words: here, range }) => here !== 'none' || range !== null)
  return (
    <Select
      name="which"
      label={words.which}
      hint={words.whichHint}
      value={chosen}
      onChange={choose}
      options={possible.map((one) => ({ value: one.id, label: labelOf(one) }))}
    />
  )
}

const labelOf = ({ title, words: here, by }: Listed): string =>
  here === 'none' ? words.withTotal(title) : by === 'clinician' ? words.byClinician(title) : title

// A bare number as a name would make a list of the answers.
const field = (linkId: string): string => `q${linkId}`

const schemaOf = ({ items }: Worded) =>
  z.object({
    day: z.iso.date(),
    time: z.string().regex(/^\d{2}:\d{2}$/),
    ...(items.length === 0 ? { total: z.number() } : { total: z.number().optional() }),
    ...(items.length === 0
      ? {}
      : Object.fromEntries(items.map(({ linkId }) => [field(linkId), z.union([z.number(), z.string()]).optional()]))),
  })

const Answers = ({ id, patientId, onSaved }: { id: string; patientId: string; onSaved: () => Promise<void> }) => {
  const { data } = useRead<Worded>(`/api/questionnaires/${id}`)
  const timeZone = useTimeZone()
  const [row] = useState(newId)
  if (!data) return null
  const { items, range } = data
  return (
    <Form
      id={`answers.${patientId}.${id}`}
      schema={schemaOf(data)}
      save={words.record}
      onSave={async (typed) => {
        const { day, time, total } = typed as { day: string; time: string; total?: number }
        const said = (linkId: string) => (typed as Record<string, unknown>)[field(linkId)] ?? null
        const what =
          items.length === 0
            ? { total }
            : { answers: Object.fromEntries(items.map(({ linkId }) => [linkId, said(linkId)])), total }
        const answeredAt = momentAt(day, time, timeZone)
        const sent = { id: row, instrument: id, answeredAt, contextKind: 'between', ...what }
        await api.post(`/api/patients/${patientId}/responses`, sent)
        await onSaved()
      }}
    >
      <div className="columns">
        <DateField name="day" label={words.day} />
        <TimeField name="time" label={words.time} />
      </div>
      {items.length === 0 && range && (
        <>
          <NumberField name="total" label={words.total} hint={words.range(range.low, range.high)} />
          <p className="soft">{words.totalOnly}</p>
        </>
      )}
      {items.length > 0 && <p className="soft">{words.leaveOpen}</p>}
      {data.stem && <p>{data.stem}</p>}
      {items.map(({ linkId, text, answers }) => (
        <Choice
          key={linkId}
          name={field(linkId)}
          label={text}
          across={answers.length < 6}
          options={answers.map((answer) => ({ value: answer.value, label: answer.text }))}
        />
      ))}
      {items.length > 0 && range && <NumberField name="total" label={words.stated} hint={words.statedHint} />}
      {data.notValidated && <p className="soft">{words.notValidated}</p>}
      <p className="soft">{data.licence.sentence}</p>
    </Form>
  )
}
