import { useState } from 'react'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { SetAside as Body } from '../requests.ts'

const Typed = Body.omit({ id: true })

type Words = { setAside: string; setAsideHelp: string; setAsideSave: string; why: string }

/** A letter or a release that goes nowhere: with a reason, and readable as before. */
export const SetAside = ({
  path,
  words,
  onDone,
}: {
  path: string
  words: Words
  onDone: () => Promise<void> | void
}) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {words.setAside}
      </Button>
      <Dialog title={words.setAside} open={open} onClose={() => setOpen(false)}>
        <p>{words.setAsideHelp}</p>
        <Form
          id={`set-aside.${path}`}
          schema={Typed}
          save={words.setAsideSave}
          onSave={async (typed, { sentId: id }) => {
            await api.post(`${path}/set-aside`, { id, ...typed })
            setOpen(false)
            await onDone()
          }}
        >
          <TextArea name="words" label={words.why} rows={2} />
        </Form>
      </Dialog>
    </>
  )
}
