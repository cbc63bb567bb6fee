import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { consentWords as words } from '../../../web/words/en/consent.ts'
import { Withdraw as Sent } from '../requests.ts'
import type { Inner } from './Consent.tsx'

const Typed = z.object({ reason: Sent.shape.reason })

/** The patient says no, to anyone of the staff, at any time. */
export const Withdraw = ({ patientId, data, refresh }: Inner) => {
  const [open, setOpen] = useState(false)
  return (
    <section>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {words.withdraw}
      </Button>
      <Dialog title={words.withdrawTitle} open={open} onClose={() => setOpen(false)}>
        <p>{words.withdrawHelp}</p>
        <Form
          id={`consent.withdraw.${data.standing.requestId}`}
          schema={Typed}
          save={words.recordWithdrawal}
          onSave={async ({ reason }, { sentId: id }) => {
            const path = `/api/patients/${patientId}/consent/${data.standing.requestId}/withdraw`
            await api.post(path, { id, reason })
            setOpen(false)
            refresh()
          }}
        >
          <TextArea name="reason" label={words.reason} rows={3} />
        </Form>
      </Dialog>
    </section>
  )
}
