import { Link } from '@tanstack/react-router'
import { useRead } from '../../../web/api.ts'
import { useMe } from '../../../web/me.ts'
import { useSearchValue } from '../../../web/params.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import type { Permission } from '../../accounts/permissions.ts'
import type { PatientLine } from '../patient.ts'
import { showBirthDate } from './birth-date.ts'
import './records.css'

export const usePatientLine = (patientId: string) => useRead<PatientLine>(`/api/patients/${patientId}/line`)

/** Whose page this is, in one line: what stands over the title of every page about a patient. */
export const PatientOver = ({ patientId }: { patientId: string }) => {
  const { data } = usePatientLine(patientId)
  if (!data) return <span>&nbsp;</span>
  return (
    <>
      <bdi>{data.displayName}</bdi>, {recordWords.born(showBirthDate(data.birthDate))},{' '}
      {recordWords.number(data.number)}
    </>
  )
}

const pages: readonly { path: string; may: Permission; label: string }[] = [
  { path: '', may: 'chart.read', label: recordWords.chart },
  { path: '/record', may: 'patients.read', label: recordWords.record },
  { path: '/intake', may: 'intake.ask', label: recordWords.intake },
  { path: '/evaluation', may: 'evaluation.read', label: recordWords.evaluation },
  { path: '/determination', may: 'evaluation.read', label: recordWords.determination },
  { path: '/consent', may: 'consent.read', label: recordWords.consent },
  { path: '/plan', may: 'plans.read', label: recordWords.plan },
  { path: '/over-time', may: 'outcomes.read', label: recordWords.overTime },
  { path: '/letters', may: 'letters.read', label: recordWords.letters },
  { path: '/releases', may: 'releases.read', label: recordWords.releases },
]

/** The pages about this patient that this person may open, each about the same route of treatment. */
export const PatientLinks = ({ patientId, route }: { patientId: string; route?: string }) => {
  const chosen = useSearchValue('route') ?? route
  const permissions = useMe().data?.staff?.permissions ?? []
  return (
    <nav className="patient-links" aria-label={recordWords.goTo}>
      {pages
        .filter(({ may }) => permissions.includes(may))
        .map(({ path, label }) => (
          <Link
            key={path}
            to={`/patients/${patientId}${path}`}
            search={(chosen ? { route: chosen } : {}) as never}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {label}
          </Link>
        ))}
    </nav>
  )
}
