import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { Day } from '../../../science/time.ts'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Check } from '../../../web/controls/Check.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { useParam } from '../../../web/params.ts'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { says } from '../../../web/words/en/says/releases.ts'
import { PatientOver } from '../../records/screens/PatientOver.tsx'
import { type Recipient, recipientName, recordedHows, releaseText } from '../release.ts'
import { NewRelease } from '../requests.ts'
import type { ReleasesAnswer } from './answers.ts'
import './releases.css'
import { chooseWhat, contentsOf, isWhatChosen, TypedWhat, WhatFields } from './What.tsx'

const { from, until, signedName, signedHow, keptWhere } = NewRelease.shape
const Typed = TypedWhat.extend({
  from,
  until,
  signedHow,
  signedOn: Day.optional(),
  keptWhere,
  signedName,
  read: z.literal(true, says.read),
})
  .refine(isWhatChosen, chooseWhat)
  .refine(({ signedHow, signedOn }) => signedHow === 'on screen' || signedOn !== undefined, {
    path: ['signedOn'],
    message: says.signedOn,
  })
type Typed = z.infer<typeof Typed>

/** The patient signs a release: what, what for, from when until when, and the exact text before the name. */
export const RecordRelease = () => {
  const patientId = useParam('patientId')
  const recipientId = useParam('recipientId')
  const { data, error, refetch } = useRead<ReleasesAnswer>(`/api/patients/${patientId}/releases`)
  const navigate = useNavigate()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  const recipient = data.recipients.find((one) => one.id === recipientId)
  if (!recipient) return <PageTitle title={says.noRecipient} over={<PatientOver patientId={patientId} />} />
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.recordTitle(recipientName(recipient))} over={<PatientOver patientId={patientId} />} />
      <Form
        id={`releases.record.${patientId}.${recipientId}`}
        schema={Typed}
        start={{ from: data.who.today }}
        save={words.save}
        onSave={async ({ read: _, ...typed }, { sentId: id }) => {
          const now = typed.signedHow === 'on screen' ? { signedOn: data.who.today, keptWhere: '' } : {}
          const body = { id, recipientId, ...typed, ...contentsOf(typed), ...now }
          await api.post(`/api/patients/${patientId}/releases`, { ...body, text: textOf(body, data, recipient) })
          await navigate({ to: `/patients/${patientId}/releases` })
        }}
      >
        <Fields data={data} recipient={recipient} />
      </Form>
    </div>
  )
}

const textOf = (
  said: Pick<Typed, 'form' | 'purposes' | 'from' | 'until'> & ReturnType<typeof contentsOf>,
  { who }: ReleasesAnswer,
  to: Recipient,
) => releaseText({ ...said, ...who, recipient: to })

const Fields = ({ data, recipient }: { data: ReleasesAnswer; recipient: Recipient }) => {
  const typed = useFormValues<Typed>()
  const { form = 'release', contents = [], purposes: chosen = [], from, until, signedHow } = typed
  const whole = (form === 'part 2' || contents.length > 0) && chosen.length > 0 && from && until
  return (
    <>
      <WhatFields form={form} mayPart2={data.mayPart2} />
      <div className="row">
        <DateField name="from" label={words.from} />
        <DateField name="until" label={words.until} min={from} />
      </div>
      <Choice
        name="signedHow"
        label={words.signedHow}
        options={recordedHows.map((value) => ({ value, label: words.hows[value] }))}
        across
      />
      {signedHow === 'on paper' && (
        <>
          <DateField name="signedOn" label={words.signedOn} max={data.who.today} />
          <Field name="keptWhere" label={words.keptWhere} />
        </>
      )}
      <section className="stack" data-gap="tight">
        <h2>{words.textTitle}</h2>
        {whole ? (
          <pre className="release-text">
            {textOf({ form, purposes: chosen, from, until, ...contentsOf({ form, contents }) }, data, recipient)}
          </pre>
        ) : (
          <p className="soft">{words.readLater}</p>
        )}
      </section>
      <Check name="read" label={words.readFirst} />
      <Field name="signedName" label={words.signedName} autoComplete="off" capitals="words" />
    </>
  )
}
