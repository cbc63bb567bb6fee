import { PatientLinks, PatientOver } from '../../../clinic/records/screens/PatientOver.tsx'
import { PlaceChoice, useAt } from '../../../clinic/stock/screens/at.tsx'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showDate, showMoment } from '../../../web/time.ts'
import { remsWords as words } from '../../../web/words/en/rems.ts'
import { enrolmentSteps, TypedStep } from '../sending.ts'
import type { EnrolmentAnswer } from './answers.ts'
import './rems.css'

/** How far a patient's enrolment in the programme is, step by step as it happened. */
export const PatientEnrolment = () => {
  const patientId = useParam('patientId')
  const mayWrite = useMay('rems.write')
  return (
    <Enrolment
      path={`/api/patients/${patientId}/rems`}
      title={words.enrolment}
      over={<PatientOver patientId={patientId} />}
      links={<PatientLinks patientId={patientId} />}
      mayWrite={mayWrite}
    />
  )
}

/** The same for the setting, at each registered location: where there are several, one at a time. */
export const SettingEnrolment = () => {
  const mayWrite = useMay('clinic.set')
  const { ask } = useAt()
  return <Enrolment path={ask('/api/rems/setting')} title={words.settingTitle} mayWrite={mayWrite} />
}

const Enrolment = ({
  path,
  title,
  over,
  links,
  mayWrite,
}: {
  path: string
  title: string
  over?: React.ReactNode
  links?: React.ReactNode
  mayWrite: boolean
}) => {
  const { data, error, refetch } = useRead<EnrolmentAnswer>(path)
  const timeZone = useTimeZone()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={5} />
  const { state, steps, location, locations = [] } = data
  return (
    <div className="stack" data-gap="wide">
      <PageTitle
        title={title}
        over={over}
        state={<State signal={state === 'confirmed' ? 'none' : 'held'}>{words.states[state]}</State>}
      >
        {links}
      </PageTitle>
      {location && <PlaceChoice location={location} locations={locations} />}
      <p className="soft">{words.verifyEachTime}</p>
      {steps.length === 0 && <p>{words.none}</p>}
      <ol className="rems-steps">
        {steps.map(({ id, step, day, number, words: said, at, by }) => (
          <li key={id}>
            <p>
              {words.steps[step]}, {showDate(day)}. {number}
            </p>
            <p className="soft">
              {said} {words.answered(by, showMoment(at, timeZone))}
            </p>
          </li>
        ))}
      </ol>
      {mayWrite && (
        <Form
          id={`rems.enrolment.${path}.${steps.length}`}
          schema={TypedStep}
          save={words.addStep}
          again
          onSave={async (typed, { sentId: id }) => {
            await api.post(path, { id, ...typed, ...(location ? { locationId: location } : {}) })
            await refetch()
          }}
        >
          <Choice
            name="step"
            label={words.step}
            options={enrolmentSteps.map((value) => ({ value, label: words.steps[value] }))}
          />
          <DateField name="day" label={words.day} />
          <Field name="number" label={words.number} note={words.optional} />
          <TextArea name="words" label={words.note} note={words.optional} rows={2} />
        </Form>
      )}
    </div>
  )
}
