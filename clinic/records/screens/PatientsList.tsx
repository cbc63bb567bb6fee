import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay } from '../../../web/me.ts'
import { useSearchValue } from '../../../web/params.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import { registryWords } from '../../../web/words/en/registry.ts'
import { requestStaffWords } from '../../../web/words/en/request.ts'
import type { PatientLine } from '../patient.ts'
import { showBirthDate } from './birth-date.ts'
import { usePatientPage, useSeesOnlyTheirTeam } from './links.ts'
import './records.css'

type Found = { patients: PatientLine[]; more: boolean }

/** Everybody this person may see; the search is in the address, so it survives a step to a patient and back. */
export const PatientsList = () => {
  const [typed, setTyped] = useState(useSearchValue('search') ?? '')
  const navigate = useNavigate()
  const mayRegister = useMay('patients.register')
  const mayRegistry = useMay('registry.read')
  const mayRequests = useMay('requests.read')
  const { data, error, refetch } = useRead<Found>(`/api/patients?search=${encodeURIComponent(typed)}`)
  const search = (text: string | undefined) => {
    setTyped(text ?? '')
    void navigate({ to: '/patients', search: (text ? { search: text } : {}) as never, replace: true })
  }
  return (
    <>
      <PageTitle title={recordWords.patients} />
      <div className="stack" data-gap="wide">
        {(mayRegister || mayRegistry || mayRequests) && (
          <div className="row">
            {mayRegister && (
              <ButtonLink to="/patients/new" kind="main">
                {recordWords.register}
              </ButtonLink>
            )}
            {mayRequests && <ButtonLink to="/requests">{requestStaffWords.title}</ButtonLink>}
            {mayRegistry && <ButtonLink to="/registry">{registryWords.title}</ButtonLink>}
          </div>
        )}
        <Field
          name="search"
          type="search"
          label={recordWords.search}
          hint={recordWords.searchHint}
          value={typed}
          onChange={search}
          autoFocus
        />
        {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={6} />}
        {data && <Results found={data} searching={typed !== ''} />}
      </div>
    </>
  )
}

const Results = ({ found: { patients, more }, searching }: { found: Found; searching: boolean }) => {
  const onlyTeam = useSeesOnlyTheirTeam()
  const page = usePatientPage()
  if (patients.length === 0) {
    const nobody = onlyTeam ? recordWords.nobodyOnYourTeam : recordWords.nobodyYet
    return <Empty title={searching ? recordWords.nobodyFits : nobody} />
  }
  return (
    <section className="stack">
      <p className="soft" role="status">
        {recordWords.found(patients.length, more)}
      </p>
      <ul className="patient-list">
        {patients.map(({ id, displayName, legalName, birthDate, number }) => (
          <li key={id}>
            <Link to={page(id)}>
              <span className="patient-name">
                <bdi>{displayName}</bdi>
                {legalName !== displayName && <bdi className="patient-legal">{legalName}</bdi>}
              </span>
              <span className="patient-facts">
                {recordWords.born(showBirthDate(birthDate))} · {recordWords.number(number)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
