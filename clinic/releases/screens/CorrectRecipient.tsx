import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { type Recipient, relations } from '../release.ts'
import { NewRecipient, SetAside } from '../requests.ts'

const { relation, name, organisation, reach } = NewRecipient.shape
const becomes = ['keep', 'aside'] as const
const Typed = z.object({ relation, name, organisation, reach, becomes: z.enum(becomes), words: SetAside.shape.words })

/** A recipient corrected or set aside; what was typed before stays readable. */
export const CorrectRecipient = ({
  patientId,
  recipient: { id: recipientId, aside, ...recipient },
  onDone,
}: {
  patientId: string
  recipient: Recipient
  onDone: () => void
}) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {words.correct}
      </Button>
      <Dialog title={words.correctTitle} open={open} onClose={() => setOpen(false)}>
        <p>{words.correctHelp}</p>
        <Form
          id={`releases.correct.${recipientId}`}
          schema={Typed}
          start={{ ...recipient, becomes: aside ? 'aside' : 'keep' }}
          save={words.correctSave}
          onSave={async ({ becomes, ...typed }, { sentId: id }) => {
            const body = { id, ...typed, aside: becomes === 'aside' }
            await api.post(`/api/patients/${patientId}/recipients/${recipientId}`, body)
            setOpen(false)
            onDone()
          }}
        >
          <Choice
            name="relation"
            label={words.relation}
            options={relations.map((value) => ({ value, label: words.relations[value] }))}
            across
          />
          <Field name="name" label={words.name} capitals="words" />
          <Field name="organisation" label={words.organisation} note={words.optional} capitals="words" />
          <Field name="reach" label={words.reach} note={words.optional} />
          <Choice
            name="becomes"
            label={words.aside}
            options={becomes.map((value) => ({ value, label: words.asideChoices[value] }))}
          />
          <TextArea name="words" label={words.why} rows={2} />
        </Form>
      </Dialog>
    </>
  )
}
