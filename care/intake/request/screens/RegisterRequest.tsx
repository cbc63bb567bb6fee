import { useRef } from 'react'
import { RegisterForm } from '../../../../clinic/records/screens/Register.tsx'
import { api, inTheWay, newId, useRead } from '../../../../web/api.ts'
import { PageTitle } from '../../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../../web/controls/Skeleton.tsx'
import { useParam } from '../../../../web/params.ts'
import { requestStaffWords as words } from '../../../../web/words/en/request.ts'
import { says } from '../../../../web/words/en/says/request.ts'
import { type PublicRequest, soundIn } from '../request.ts'
import { SaidView } from './SaidView.tsx'
import './request.css'

/** A request becomes a patient: what they said is filled in, looked over, and goes on as told by the patient. */
export const RegisterRequest = () => {
  const requestId = useParam('requestId')
  const { data, error, refetch } = useRead<{ requests: PublicRequest[] }>('/api/requests')
  const ids = useRef({ id: newId(), intakeId: newId() }).current
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const request = data.requests.find(({ id }) => id === requestId)
  if (!request) return <PageTitle title={says.noSuchRequest} />
  const { givenName, familyName, birthDate, phone, email, reachBy, leaveMessage, reachNote } = soundIn(request.said[0])
  const start = {
    givenName,
    familyName,
    birthDate,
    phone,
    email,
    reachBy,
    reachNote,
    mayLeaveMessage: leaveMessage === '' ? null : leaveMessage === 'yes',
  }
  return (
    <>
      <PageTitle title={words.register}>{words.registerHelp}</PageTitle>
      <div className="stack" data-gap="wide">
        <section className="sheet stack request">
          <SaidView request={request} />
        </section>
        <RegisterForm
          formId={`request.${requestId}`}
          start={start}
          onSame={(patientId) => api.post(`/api/requests/${requestId}/patients/${patientId}`, ids)}
          onSend={(registration) => api.post(`/api/requests/${requestId}/register`, { ...ids, registration })}
        />
      </div>
    </>
  )
}
