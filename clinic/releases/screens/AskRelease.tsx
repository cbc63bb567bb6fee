import { useState } from 'react'
import type { z } from 'zod'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { useParam } from '../../../web/params.ts'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { says } from '../../../web/words/en/says/releases.ts'
import { PatientOver } from '../../records/screens/PatientOver.tsx'
import { type Recipient, recipientName, releaseText } from '../release.ts'
import { AskRelease as Body } from '../requests.ts'
import type { ReleasesAnswer } from './answers.ts'
import './releases.css'
import { type Sent, SentNotice, Ways } from './SendLink.tsx'
import { chooseWhat, contentsOf, isWhatChosen, TypedWhat, WhatFields } from './What.tsx'

const { until, how } = Body.shape
const Typed = TypedWhat.extend({ until, how }).refine(isWhatChosen, chooseWhat)
type Typed = z.infer<typeof Typed>

/** Staff choose what and how long; the patient reads and signs it themselves, from a link. */
export const AskRelease = () => {
  const patientId = useParam('patientId')
  const recipientId = useParam('recipientId')
  const { data, error, refetch } = useRead<ReleasesAnswer>(`/api/patients/${patientId}/releases`)
  const [sent, setSent] = useState<Sent>()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  const recipient = data.recipients.find((one) => one.id === recipientId)
  if (!recipient) return <PageTitle title={says.noRecipient} over={<PatientOver patientId={patientId} />} />
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.askFor(recipientName(recipient))} over={<PatientOver patientId={patientId} />} />
      {sent ? (
        <>
          <SentNotice sent={sent} patientId={patientId} />
          <div>
            <ButtonLink to={`/patients/${patientId}/releases`}>{words.toReleases}</ButtonLink>
          </div>
        </>
      ) : (
        <Form
          id={`releases.ask.${patientId}.${recipientId}`}
          schema={Typed}
          save={words.ask}
          onSave={async (typed, { sentId: id }) =>
            setSent(
              await api.post<Sent>(`/api/patients/${patientId}/releases/ask`, {
                id,
                recipientId,
                ...typed,
                ...contentsOf(typed),
              }),
            )
          }
        >
          <Fields data={data} recipient={recipient} />
        </Form>
      )}
    </div>
  )
}

const Fields = ({ data, recipient }: { data: ReleasesAnswer; recipient: Recipient }) => {
  const { form = 'release', contents = [], purposes = [], until } = useFormValues<Typed>()
  const whole = (form === 'part 2' || contents.length > 0) && purposes.length > 0 && until
  return (
    <>
      <WhatFields form={form} mayPart2={data.mayPart2} />
      <DateField name="until" label={words.until} hint={words.beginsOnSigning} min={data.who.today} />
      <Ways ways={data.ways} />
      <section className="stack" data-gap="tight">
        <h2>{words.textTitle}</h2>
        {whole ? (
          <pre className="release-text">
            {releaseText({
              form,
              purposes,
              from: null,
              until,
              ...contentsOf({ form, contents }),
              ...data.who,
              recipient,
            })}
          </pre>
        ) : (
          <p className="soft">{words.readLater}</p>
        )}
      </section>
    </>
  )
}
