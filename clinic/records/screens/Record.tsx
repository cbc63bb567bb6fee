import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import { FactList } from './FactList.tsx'
import { IdentityHistory, IdentityView } from './IdentityView.tsx'
import { PatientLinks, PatientOver } from './PatientOver.tsx'
import { useRecord } from './record.ts'
import { Team } from './Team.tsx'
import './records.css'

/** What is known about a patient: the clinical lists first, then who they are and how to reach them. */
export const Record = () => {
  const patientId = useParam('patientId')
  const { data, error, refetch } = useRecord(patientId)
  const mayIdentify = useMay('patients.register')
  const mayWrite = useMay('records.write')
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  const { patient, identities, contacts, pharmacy, coverage, team, clinical, happened } = data
  const administrative = { patientId, mayWrite: mayIdentify }
  return (
    <>
      <PageTitle title={recordWords.record} over={<PatientOver patientId={patientId} />}>
        <PatientLinks patientId={patientId} />
      </PageTitle>
      <div className="record">
        {clinical && (
          <>
            <FactList kind="allergy" patientId={patientId} {...clinical.allergy} mayWrite={mayWrite} />
            <FactList kind="problem" patientId={patientId} {...clinical.problem} mayWrite={mayWrite} />
            <FactList kind="medicine" patientId={patientId} {...clinical.medicine} mayWrite={mayWrite} />
          </>
        )}
        {happened && (
          <>
            <FactList kind="admission" patientId={patientId} facts={happened.admission} mayWrite={mayWrite} />
            <FactList kind="supply" patientId={patientId} facts={happened.supply} mayWrite={mayWrite} />
            <FactList kind="loss" patientId={patientId} facts={happened.loss} mayWrite={mayWrite} />
          </>
        )}
        <FactList kind="contact" facts={contacts} {...administrative} />
        <section className="record-part" aria-label={recordWords.who}>
          <h2>{recordWords.who}</h2>
          <IdentityView identity={patient.identity} />
          {mayIdentify && (
            <p>
              <ButtonLink to={`/patients/${patientId}/record/identity`}>{recordWords.change}</ButtonLink>
            </p>
          )}
          <IdentityHistory versions={identities} />
        </section>
        <FactList kind="coverage" facts={coverage} {...administrative} />
        <FactList kind="pharmacy" facts={pharmacy} {...administrative} />
        <Team patientId={patientId} team={team} />
      </div>
    </>
  )
}
