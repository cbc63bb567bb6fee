import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { remsWords as words } from '../../../web/words/en/rems.ts'
import { MarkSent as Body, sentBy } from '../sending.ts'
import type { FormAnswer } from './answers.ts'

const { how, sentOn, confirmation, words: why } = Body.shape
const Typed = z.object({ how, sentOn, confirmation, words: why })

/** A person says that they sent the form: how, when, with what confirmation. */
export const MarkSent = ({
  data,
  path,
  missing,
  onDone,
}: {
  data: FormAnswer
  path: string
  missing: number
  onDone: () => Promise<unknown>
}) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button why={data.ended ? undefined : words.waitsForEnd} onPress={() => setOpen(true)}>
        {words.markSent}
      </Button>
      <Dialog title={words.markSent} open={open} onClose={() => setOpen(false)}>
        {missing > 0 && <p>{words.missing(missing)}.</p>}
        <Form
          id={`rems.sent.${path}.${data.sendings.length}`}
          schema={Typed}
          save={words.markSent}
          onSave={async (typed, { sentId: id }) => {
            await api.post(`${path}/sent`, { id, form: data.form.id, ...typed })
            setOpen(false)
            await onDone()
          }}
        >
          <Choice
            name="how"
            label={words.how}
            options={sentBy.map((value) => ({ value, label: words.ways[value] }))}
            across
          />
          <DateField name="sentOn" label={words.sentOn} />
          <Field name="confirmation" label={words.confirmation} note={words.optional} />
          {(missing > 0 || data.sendings.length > 0) && <TextArea name="words" label={words.words} rows={2} />}
        </Form>
      </Dialog>
    </>
  )
}
