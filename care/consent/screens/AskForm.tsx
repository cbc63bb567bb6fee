import { useState } from 'react'
import { z } from 'zod'
import { HandLink } from '../../../clinic/links/screens/HandLink.tsx'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Check } from '../../../web/controls/Check.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { consentWords as words } from '../../../web/words/en/consent.ts'
import { Ask, How, type Send } from '../requests.ts'
import type { PatientConsent } from './answers.ts'
import type { Inner, Sent } from './Consent.tsx'

const Ticked = { how: How, present: z.literal(true).optional() }
const Asking = z.object({
  ...Ticked,
  treatedFor: Ask.shape.treatedFor,
  aim: Ask.shape.aim,
  therapistId: Ask.shape.therapistId,
})
const Sending = z.object(Ticked)

/** Puts the document before the patient for the first time, or again after it changed or was taken back. */
export const AskForm = ({ patientId, route, data, refresh, onSent }: Inner) => {
  return (
    <section className="stack">
      <h2>{words.askTitle}</h2>
      <Form
        id={`consent.ask.${patientId}.${route}`}
        schema={Asking}
        save={words.ask}
        onSave={async ({ present, ...values }, { sentId: id }) => {
          const body = { id, route, present: present === true, ...values }
          onSent(await api.post<Sent>(`/api/patients/${patientId}/consent`, body))
          refresh()
        }}
      >
        <Field name="treatedFor" label={words.treatedFor} hint={words.treatedForHint} capitals="sentences" />
        <Field name="aim" label={words.aim} capitals="sentences" />
        {data.therapists.length > 0 && (
          <Choice
            name="therapistId"
            label={words.withTherapist}
            hint={words.withTherapistHint}
            note={words.optional}
            options={data.therapists.map(({ id: value, name }) => ({ value, label: name }))}
          />
        )}
        <Ways reach={data.reach} />
      </Form>
    </section>
  )
}

/** A new link to what was asked already: to sign it, or to read it again and take it back. */
export const SendForm = ({ patientId, data, refresh, onSent }: Inner) => {
  const [open, setOpen] = useState(false)
  const title = data.standing.signedAt ? words.sendSigned : words.sendMore
  if (!open)
    return (
      <div>
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {title}
        </Button>
      </div>
    )
  return (
    <section className="stack">
      <h2>{title}</h2>
      <p className="soft">{words.sendHelp}</p>
      <Form
        id={`consent.send.${patientId}`}
        schema={Sending}
        save={words.send}
        kind="quiet"
        onSave={async ({ how, present }) => {
          const path = `/api/patients/${patientId}/consent/${data.standing.requestId}/send`
          onSent(await api.post<Sent>(path, { how, present: present === true } satisfies z.infer<typeof Send>))
          setOpen(false)
          refresh()
        }}
      >
        <Ways reach={data.reach} />
      </Form>
    </section>
  )
}

const Ways = ({ reach }: { reach: PatientConsent['reach'] }) => {
  const { how } = useFormValues() as { how?: How }
  return (
    <>
      <Choice
        name="how"
        label={words.how}
        options={How.options.map((value) => ({
          value,
          label: words.ways[value],
          hint: value === 'tablet' ? undefined : (reach[value] ?? undefined),
        }))}
      />
      {how === 'tablet' && <Check name="present" label={words.present} />}
    </>
  )
}

/** What became of asking: a message on its way, or the document to open on this tablet. */
export const SentNotice = ({ sent: { url }, patientId }: { sent: Sent; patientId: string }) => {
  if (!url)
    return (
      <Notice live title={words.sentTitle}>
        <p>{words.sentHelp}</p>
      </Notice>
    )
  return (
    <Notice live title={words.openTitle}>
      <HandLink patientId={patientId} url={url} />
    </Notice>
  )
}
