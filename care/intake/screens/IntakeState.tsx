import { useState } from 'react'
import { z } from 'zod'
import { HandLink } from '../../../clinic/links/screens/HandLink.tsx'
import { PatientLinks, PatientOver, usePatientLine } from '../../../clinic/records/screens/PatientOver.tsx'
import { api, newId, useRead } from '../../../web/api.ts'
import { useNow } from '../../../web/clock.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showMoment } from '../../../web/time.ts'
import { intakeWords, intakeStaffWords as words } from '../../../web/words/en/intake.ts'
import { AskIntake } from '../asking.ts'
import type { Sending } from '../queries.ts'
import { AskedWith } from '../request/screens/AskedWith.tsx'
import type { IntakeState as StateAnswer } from '../routes.ts'

type Sent = { url?: string; sentTo?: string; hours: number }

/** How far a patient has come with the questions before the visit, and the link to them. Never what was answered. */
export const IntakeState = () => {
  const patientId = useParam('patientId')
  const { data, error, refetch } = useRead<StateAnswer>(`/api/patients/${patientId}/intake`)
  const mayRead = useMay('evaluation.read')
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <>
      <PageTitle title={words.title} over={<PatientOver patientId={patientId} />}>
        <PatientLinks patientId={patientId} />
      </PageTitle>
      <div className="stack" data-gap="wide">
        {data.intake ? <Progress intake={data.intake} /> : <Empty title={words.none} />}
        {data.intake && mayRead && (
          <p>
            <ButtonLink to={`/patients/${patientId}/evaluation`} search={{ part: 'reported' }} kind="quiet">
              {words.readThem}
            </ButtonLink>
          </p>
        )}
        <AskedWith patientId={patientId} />
        <Send patientId={patientId} data={data} onSent={() => void refetch()} />
      </div>
    </>
  )
}

type Intake = NonNullable<StateAnswer['intake']>

const Progress = ({ intake: { askedAt, askedBy, doneAt, parts, sending } }: { intake: Intake }) => {
  const timeZone = useTimeZone()
  const sum = (of: 'answered' | 'all') => parts.reduce((total, part) => total + part[of], 0)
  return (
    <section className="stack">
      <p>
        <State>{doneAt ? words.done(showMoment(doneAt, timeZone)) : words.underway(sum('answered'), sum('all'))}</State>
      </p>
      <p className="soft">
        {words.asked(askedBy, showMoment(askedAt, timeZone))}. {sending && <LinkState sending={sending} />}
      </p>
      <Table
        caption={words.progress}
        rows={parts}
        keyOf={({ part }) => part}
        columns={[
          { title: words.part, show: ({ part }) => intakeWords.parts[part] },
          { title: words.answered, show: ({ answered, all, prefilled }) => words.count(answered, all, prefilled) },
        ]}
      />
    </section>
  )
}

const LinkState = ({ sending: { madeAt, openedAt, withdrawnAt, expiresAt } }: { sending: Sending }) => {
  const timeZone = useTimeZone()
  const now = useNow(60)
  if (withdrawnAt) return words.newest.over(showMoment(withdrawnAt, timeZone))
  if (expiresAt <= now) return words.newest.over(showMoment(expiresAt, timeZone))
  return openedAt
    ? words.newest.opened(showMoment(openedAt, timeZone))
    : words.newest.notOpened(showMoment(madeAt, timeZone))
}

const Asking = z.object({ by: AskIntake.shape.by })

const Send = ({ patientId, data, onSent }: { patientId: string; data: StateAnswer; onSent: () => void }) => {
  const [sent, setSent] = useState<Sent>()
  const { data: line } = usePatientLine(patientId)
  const { mail, sms } = data.ways
  const ways = [
    ...(mail ? [{ value: 'mail' as const, label: words.byMail }] : []),
    ...(sms ? [{ value: 'sms' as const, label: words.bySms }] : []),
    { value: 'here' as const, label: words.byHere },
  ]
  return (
    <section className="stack">
      <h2>{data.intake ? words.sendAgain : words.sendTo(line?.displayName ?? '')}</h2>
      <p className="soft">{words.help}</p>
      {!mail && !sms && <p>{words.noWay}</p>}
      {sent && <Ready sent={sent} patientId={patientId} />}
      <Form
        id={`intake.${patientId}`}
        schema={Asking}
        save={words.send}
        keepDraft={false}
        onSave={async ({ by }) => {
          setSent(await api.post<Sent>(`/api/patients/${patientId}/intake`, { id: newId(), by }))
          onSent()
        }}
      >
        <Choice name="by" label={words.by} options={ways} />
      </Form>
    </section>
  )
}

const Ready = ({ sent: { url, sentTo, hours }, patientId }: { sent: Sent; patientId: string }) => {
  if (!url) return <Notice live title={words.sent(sentTo ?? '')} />
  return (
    <Notice live title={words.ready}>
      <p>{words.readyHelp(hours)}</p>
      <HandLink patientId={patientId} url={url} />
    </Notice>
  )
}
