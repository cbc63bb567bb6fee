import { Link } from '@tanstack/react-router'
import { useRead } from '../../../web/api.ts'
import { useMay } from '../../../web/staff/me.ts'
import { staffRoutes } from '../../../web/staff/routes.tsx'
import { recordWords } from '../../../web/words/en/records.ts'
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

const pages = [
  { path: '/patients/$patientId', label: recordWords.chart },
  { path: '/patients/$patientId/record', label: recordWords.record },
  { path: '/patients/$patientId/evaluation', label: recordWords.evaluation },
  { path: '/patients/$patientId/consent', label: recordWords.consent },
  { path: '/patients/$patientId/plan', label: recordWords.plan },
] as const

/** The pages about this patient that exist and that this person may open. */
export const PatientLinks = ({ patientId }: { patientId: string }) => {
  const shown = pages.filter(({ path }) => staffRoutes.some((one) => one.path === path))
  return (
    <nav className="patient-links" aria-label={recordWords.goTo}>
      {shown.map(({ path, label }) => (
        <PageLink key={path} path={path} label={label} patientId={patientId} />
      ))}
    </nav>
  )
}

const PageLink = ({ path, label, patientId }: { path: string; label: string; patientId: string }) => {
  const route = staffRoutes.find((one) => one.path === path)
  const may = useMay(route?.may ?? '')
  if (route?.may !== undefined && !may) return null
  return (
    <Link to={path.replace('$patientId', patientId)} activeOptions={{ exact: true, includeSearch: false }}>
      {label}
    </Link>
  )
}
