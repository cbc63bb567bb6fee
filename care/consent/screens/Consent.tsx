import { useState } from 'react'
import { PatientLinks, PatientOver } from '../../../clinic/records/screens/PatientOver.tsx'
import type { Route } from '../../../science/decide.ts'
import { inTheWay, useRead } from '../../../web/api.ts'
import { GoOn } from '../../../web/controls/GoOn.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { OnOwnRoute } from '../../../web/controls/OnOwnRoute.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { RouteChoice } from '../../../web/controls/RouteChoice.tsx'
import type { Signal } from '../../../web/controls/Shape.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useTopAfter } from '../../../web/focus.ts'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showMoment } from '../../../web/time.ts'
import { useTreatmentRoute } from '../../../web/treatment-route.ts'
import { consentWords as words } from '../../../web/words/en/consent.ts'
import { planWords } from '../../../web/words/en/plans.ts'
import { type ConsentState, holdsAsking, holdsSending, holdsWithdrawing } from '../consent.ts'
import type { Withdrawal } from '../queries-of-request.ts'
import { AnswerQuestions } from './AnswerQuestions.tsx'
import { AskForm, SendForm, SentNotice } from './AskForm.tsx'
import type { PatientConsent } from './answers.ts'
import './Consent.css'
import { ConsentHistory, ExactText, Sendings } from './ConsentRecord.tsx'
import { SignatureRecord } from './SignatureRecord.tsx'
import { Withdraw } from './Withdraw.tsx'

const signals: Record<ConsentState, Signal> = {
  none: 'held',
  asked: 'held',
  'question open': 'attention',
  signed: 'attention',
  countersigned: 'none',
  withdrawn: 'held',
  outdated: 'held',
}

/** Where one patient's consent stands, and the one next step. */
export const Consent = () => (
  <OnOwnRoute title={words.title}>
    <ConsentOfRoute />
  </OnOwnRoute>
)

const ConsentOfRoute = () => {
  const patientId = useParam('patientId')
  const route = useTreatmentRoute()
  const { data, error, refetch } = useRead<PatientConsent>(`/api/patients/${patientId}/consent?route=${route}`)
  const timeZone = useTimeZone()
  const [sent, setSent] = useState<Sent>()
  const mayAsk = useMay('consent.ask')
  const mayWithdraw = useMay('consent.withdraw')
  useTopAfter(data?.standing.state)
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const { standing, request } = data
  const inner: Inner = { patientId, route, data, timeZone, refresh: () => void refetch(), onSent: setSent }
  const sending = holdsSending(standing) === undefined
  const asking = holdsAsking(standing)
  // A link that was signed with, or taken back, is nothing to hand over any more.
  const waits = standing.state === 'asked' || standing.state === 'question open'
  return (
    <>
      <PageTitle
        title={words.title}
        over={<PatientOver patientId={patientId} />}
        state={<State signal={signals[standing.state]}>{words.states[standing.state]}</State>}
      >
        {standing.because}
        <PatientLinks patientId={patientId} route={route} />
      </PageTitle>
      <RouteChoice />
      <div className="stack" data-gap="wide" key={route}>
        {sent && waits && <SentNotice sent={sent} patientId={patientId} />}
        {data.stale.length > 0 && <Notice signal="attention" title={words.stale(data.stale.length)} />}
        {request && request.questions.length > 0 && <AnswerQuestions {...inner} request={request} />}
        {request?.signature && <SignatureRecord {...inner} request={request} signature={request.signature} />}
        {standing.state === 'countersigned' && (
          <GoOn to={`/patients/${patientId}/plan`} search={{ route }} may="plans.read" what={planWords.title} />
        )}
        {request?.withdrawal && <Withdrawn withdrawal={request.withdrawal} timeZone={timeZone} />}
        {mayAsk && sending && <SendForm {...inner} />}
        {mayAsk && (!sending || standing.signedAt !== undefined) && asking === undefined && <AskForm {...inner} />}
        {mayAsk && standing.currentVersion === undefined && <Notice signal="held" title={words.never} />}
        <Sendings sendings={data.sendings} timeZone={timeZone} />
        {request && <ExactText patientId={patientId} request={request} timeZone={timeZone} />}
        {mayWithdraw && standing.requestId && holdsWithdrawing(standing) === undefined && <Withdraw {...inner} />}
        <ConsentHistory data={data} timeZone={timeZone} />
      </div>
    </>
  )
}

export type Sent = { url?: string }
export type Inner = {
  patientId: string
  route: Route
  data: PatientConsent
  timeZone: string
  refresh: () => void
  /** Told what became of asking: kept here, because the form that asked is gone once it has. */
  onSent: (sent: Sent) => void
}

const Withdrawn = ({
  withdrawal: { reason, recordedBy, withdrawnAt },
  timeZone,
}: {
  withdrawal: Withdrawal
  timeZone: string
}) => {
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.withdrawTitle}</h2>
      {reason === '' ? <p>{words.noReason}</p> : <blockquote className="consent-quote">{reason}</blockquote>}
      <p className="soft">{words.withdrawnBy(recordedBy, showMoment(withdrawnAt, timeZone))}</p>
    </section>
  )
}
