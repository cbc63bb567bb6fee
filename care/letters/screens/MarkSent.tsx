import { useState } from 'react'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { letterWords as words } from '../../../web/words/en/care-letters.ts'
import { MarkSent as Body, sentHows } from '../requests.ts'
import type { LetterAnswer } from './answers.ts'

const Typed = Body.omit({ id: true, versionId: true })

/** A person says that a letter went out: how, when, where to. */
export const MarkSent = ({
  path,
  data,
  versionId,
  why,
  onDone,
}: {
  path: string
  data: LetterAnswer
  versionId: string
  why: string | undefined
  onDone: () => Promise<void>
}) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind={data.sendings.length > 0 ? 'quiet' : 'main'} why={why} onPress={() => setOpen(true)}>
        {words.markSent}
      </Button>
      <Dialog title={words.markSent} open={open} onClose={() => setOpen(false)}>
        <p>{words.sendsNothing}</p>
        <Form
          id={`letters.sent.${versionId}.${data.sendings.length}`}
          schema={Typed}
          start={{ sentOn: data.today }}
          save={words.markSent}
          onSave={async (typed, { sentId: id }) => {
            await api.post(`${path}/sent`, { id, versionId, ...typed })
            setOpen(false)
            await onDone()
          }}
        >
          <Choice
            name="how"
            label={words.how}
            options={sentHows.map((value) => ({ value, label: words.hows[value] }))}
            across
          />
          <DateField name="sentOn" label={words.sentOn} max={data.today} />
          <Field name="reach" label={words.reach} note={words.optional} />
          <TextArea name="words" label={words.more} note={words.optional} rows={2} />
        </Form>
      </Dialog>
    </>
  )
}
