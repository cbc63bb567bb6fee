import { RegisterForm } from '../../../../clinic/records/screens/Register.tsx'
import { api, idBeside, inTheWay, useRead } from '../../../../web/api.ts'
import { PageTitle } from '../../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../../web/controls/Skeleton.tsx'
import { useParam } from '../../../../web/params.ts'
import { requestStaffWords as words } from '../../../../web/words/en/request.ts'
import { says } from '../../../../web/words/en/says/request.ts'
import { type PublicRequest, soundIn } from '../request.ts'
import { SaidView } from './SaidView.tsx'
import './request.css'

/** Of the step that ends a request and the questions it goes on with: they follow from what is registered with them. */
const idsWith = (sentId: string) => ({ id: idBeside(sentId, 2), intakeId: idBeside(sentId, 3) })

/** A request becomes a patient: what they said is filled in, looked over, and goes on as told by the patient. */
export const RegisterRequest = () => {
  const requestId = useParam('requestId')
  const { data, error, refetch } = useRead<{ requests: PublicRequest[] }>('/api/requests')
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
          onSame={(patientId, sentId) => api.post(`/api/requests/${requestId}/patients/${patientId}`, idsWith(sentId))}
          onSend={(registration) =>
            api.post(`/api/requests/${requestId}/register`, { ...idsWith(registration.id), registration })
          }
        />
      </div>
    </>
  )
}
