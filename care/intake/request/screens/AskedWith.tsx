import { useRead } from '../../../../web/api.ts'
import { ProblemNotice } from '../../../../web/controls/ProblemNotice.tsx'
import { useMay, useTimeZone } from '../../../../web/me.ts'
import { showMoment } from '../../../../web/time.ts'
import { requestStaffWords as words } from '../../../../web/words/en/request.ts'
import type { PublicRequest } from '../request.ts'
import { SaidView } from './SaidView.tsx'
import './request.css'

/** The request that became this patient, as it was written: times and who sent them stand nowhere else. */
export const AskedWith = ({ patientId }: { patientId: string }) => {
  const timeZone = useTimeZone()
  const may = useMay('requests.read')
  const { data, error, refetch } = useRead<{ requests: PublicRequest[] }>(
    may ? `/api/patients/${patientId}/requests` : undefined,
  )
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  return data?.requests.map((request) => (
    <details key={request.id} className="request">
      <summary>
        {words.askedWith} ({showMoment(request.receivedAt, timeZone)})
      </summary>
      <div className="sheet stack">
        <SaidView request={request} />
      </div>
    </details>
  ))
}
