import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { says } from '../../../web/words/en/says/releases.ts'
import { relations } from '../release.ts'
import { NewRecipient } from '../requests.ts'

const { relation, name, organisation, reach } = NewRecipient.shape
const Typed = z
  .object({ relation, name, organisation, reach })
  .refine((typed) => `${typed.name}${typed.organisation}`.trim() !== '', { path: ['name'], message: says.whom })

/** Somebody outside is named. Never changed afterwards: a release is about exactly this one. */
export const AddRecipient = ({
  patientId,
  open,
  onClose,
  onDone,
}: {
  patientId: string
  open: boolean
  onClose: () => void
  onDone: () => void
}) => {
  return (
    <Dialog title={words.addRecipient} open={open} onClose={onClose}>
      <Form
        id={`releases.recipient.${patientId}`}
        schema={Typed}
        save={words.addRecipientSave}
        onSave={async (typed, { sentId: id }) => {
          await api.post(`/api/patients/${patientId}/recipients`, { id, ...typed })
          onClose()
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
      </Form>
    </Dialog>
  )
}
