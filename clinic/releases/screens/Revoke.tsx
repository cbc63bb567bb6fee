import { useState } from 'react'
import type { z } from 'zod'
import type { Day } from '../../../science/time.ts'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import type { Release } from '../release.ts'
import { Revoke as Sent } from '../requests.ts'

const Typed = Sent.omit({ id: true })

/** The patient takes a release back: to anyone of the staff, on any day. */
export const Revoke = ({
  patientId,
  release,
  today,
  onDone,
}: {
  patientId: string
  release: Release
  today: Day
  onDone: () => void
}) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {words.revoke}
      </Button>
      <Dialog title={words.revoke} open={open} onClose={() => setOpen(false)}>
        <p>{words.revokeHelp}</p>
        <Form
          id={`releases.revoke.${release.id}`}
          schema={Typed}
          start={{ revokedOn: today } satisfies Partial<z.input<typeof Typed>>}
          save={words.revokeSave}
          onSave={async (typed, { sentId: id }) => {
            await api.post(`/api/patients/${patientId}/releases/${release.id}/revoke`, { id, ...typed })
            setOpen(false)
            onDone()
          }}
        >
          <DateField name="revokedOn" label={words.revokedOn} max={today} />
          <TextArea name="words" label={words.reason} note={words.optional} rows={2} />
        </Form>
      </Dialog>
    </>
  )
}
