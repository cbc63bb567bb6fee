import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { PatientLinks, PatientOver } from '../../../clinic/records/screens/PatientOver.tsx'
import { type Recipient, recipientName } from '../../../clinic/releases/release.ts'
import { api, idBeside, inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { letterWords as words } from '../../../web/words/en/care-letters.ts'
import { releaseWords } from '../../../web/words/en/releases.ts'
import { says } from '../../../web/words/en/says/care-letters.ts'
import { letterKinds } from '../letter.ts'
import { NewLetter } from '../requests.ts'
import type { LettersAnswer } from './answers.ts'
import { LetterList } from './LetterList.tsx'
import './letters.css'

/** Every letter about a patient, and the way to begin one. */
export const Letters = () => {
  const patientId = useParam('patientId')
  const { data, error, refetch } = useRead<LettersAnswer>(`/api/patients/${patientId}/letters`)
  const mayWrite = useMay('letters.write')
  const timeZone = useTimeZone()
  const [open, setOpen] = useState(false)
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const [standing, aside] = [data.letters.filter((one) => !one.aside), data.letters.filter((one) => one.aside)]
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title} over={<PatientOver patientId={patientId} />}>
        <PatientLinks patientId={patientId} />
      </PageTitle>
      <p className="soft">{words.help}</p>
      {standing.length === 0 ? (
        <Empty title={words.none} />
      ) : (
        <LetterList patientId={patientId} letters={standing} timeZone={timeZone} />
      )}
      {aside.length > 0 && (
        <details>
          <summary>{words.asideLetters(aside.length)}</summary>
          <LetterList patientId={patientId} letters={aside} timeZone={timeZone} />
        </details>
      )}
      {mayWrite && (
        <div>
          <Button onPress={() => setOpen(true)}>{words.begin}</Button>
        </div>
      )}
      <Dialog title={words.begin} open={open} onClose={() => setOpen(false)}>
        <Begin patientId={patientId} recipients={data.recipients} />
      </Dialog>
    </div>
  )
}

const Typed = z
  .object({ kind: NewLetter.shape.kind, recipientId: z.uuid().optional() })
  .refine(({ kind, recipientId }) => kind === 'patient' || recipientId !== undefined, {
    path: ['recipientId'],
    message: says.noRecipient,
  })

const Begin = ({ patientId, recipients }: { patientId: string; recipients: readonly Recipient[] }) => {
  const navigate = useNavigate()
  return (
    <Form
      id={`letters.begin.${patientId}`}
      schema={Typed}
      save={words.beginSave}
      onSave={async ({ kind, recipientId }, { sentId: id }) => {
        const to = kind === 'patient' ? null : recipientId
        await api.post(`/api/patients/${patientId}/letters`, { id, versionId: idBeside(id), kind, recipientId: to })
        await navigate({ to: `/patients/${patientId}/letters/${id}` })
      }}
    >
      <Choice
        name="kind"
        label={words.whom}
        options={letterKinds.map((value) => ({ value, label: words.kinds[value], hint: words.kindHints[value] }))}
      />
      <ToWhom patientId={patientId} recipients={recipients} />
    </Form>
  )
}

const ToWhom = ({ patientId, recipients }: { patientId: string; recipients: readonly Recipient[] }) => {
  const { kind } = useFormValues<z.input<typeof Typed>>()
  if (kind === undefined || kind === 'patient') return null
  const options = recipients.flatMap((one) =>
    one.aside ? [] : [{ value: one.id, label: recipientName(one), hint: releaseWords.relations[one.relation] }],
  )
  return (
    <>
      {options.length > 0 && <Choice name="recipientId" label={words.recipient} options={options} />}
      <p className="soft">{options.length > 0 ? words.notListed : words.noRecipients}</p>
      <div>
        <ButtonLink to={`/patients/${patientId}/releases`}>{words.toReleases}</ButtonLink>
      </div>
    </>
  )
}
