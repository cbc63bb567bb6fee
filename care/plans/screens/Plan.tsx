import { useState } from 'react'
import { PatientLinks, PatientOver } from '../../../clinic/records/screens/PatientOver.tsx'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { OnOwnRoute } from '../../../web/controls/OnOwnRoute.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { RouteChoice } from '../../../web/controls/RouteChoice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useTopAfter } from '../../../web/focus.ts'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showDay } from '../../../web/time.ts'
import { useTreatmentRoute } from '../../../web/treatment-route.ts'
import { planWords as words } from '../../../web/words/en/plans.ts'
import type { StoppedPlan } from '../queries.ts'
import type { Inner, PlanAnswer } from './answers.ts'
import { CourseNow } from './CourseNow.tsx'
import './Plan.css'
import { PlanForm } from './PlanForm.tsx'
import { Prescription } from './Prescription.tsx'
import { Reviews, StopCourse } from './Reviews.tsx'
import { Versions } from './Versions.tsx'

/** A patient's plan: what is prescribed, where the course is, what is due, and every version there was. */
export const Plan = () => (
  <OnOwnRoute title={words.title}>
    <PlanOfRoute />
  </OnOwnRoute>
)

const PlanOfRoute = () => {
  const patientId = useParam('patientId')
  const route = useTreatmentRoute()
  const { data, error, refetch } = useRead<PlanAnswer>(`/api/patients/${patientId}/plan?route=${route}`)
  const timeZone = useTimeZone()
  const maySign = useMay('plans.sign')
  useTopAfter(data && (data.stands.inForce ? String(data.stands.version.number) : data.stands.state))
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const { stands } = data
  const inner: Inner = { patientId, data, timeZone, refresh: () => void refetch() }
  return (
    <>
      <PageTitle
        title={words.title}
        over={<PatientOver patientId={patientId} />}
        state={
          <State signal={stands.inForce ? 'none' : 'held'}>
            {words.states[stands.state]}
            {stands.state === 'none' ? '' : `, ${words.version(stands.version.number).toLowerCase()}`}
          </State>
        }
      >
        {stands.state === 'none' && words.none}
        <PatientLinks patientId={patientId} route={route} />
      </PageTitle>
      {!stands.inForce && <RouteChoice />}
      <div className="stack" data-gap="wide" key={data.route}>
        {stands.inForce && (
          <Prescription
            plan={stands.plan}
            version={stands.version}
            patientId={patientId}
            enrolment={data.enrolment}
            timeZone={timeZone}
          />
        )}
        {stands.inForce && <CourseNow {...inner} />}
        {maySign && <SignOrChange {...inner} />}
        <Reviews reviews={data.reviews} timeZone={timeZone} />
        <Versions versions={data.versions} timeZone={timeZone} />
        {maySign && stands.inForce && <StopCourse {...inner} planId={stands.plan.id} version={stands.version.number} />}
        {data.stopped.length > 0 && (
          <section className="stack" data-gap="tight">
            <h2>{words.stoppedPlans}</h2>
            {data.stopped.map((plan) => (
              <Stopped key={plan.id} plan={plan} patientId={patientId} timeZone={timeZone} />
            ))}
          </section>
        )}
      </div>
    </>
  )
}

/** A plan that is over, whole: what was prescribed, what was decided and why, and how it came to that. */
const Stopped = ({ plan, patientId, timeZone }: { plan: StoppedPlan; patientId: string; timeZone: string }) => {
  const [newest] = plan.versions
  return (
    <details className="plan-earlier">
      <summary>{words.earlier(words.routes[plan.route], plan.versions.length, showDay(plan.madeAt, timeZone))}</summary>
      <div className="stack">
        {newest && (
          <Prescription plan={plan} version={newest} patientId={patientId} enrolment={undefined} timeZone={timeZone} />
        )}
        <Reviews reviews={plan.reviews} timeZone={timeZone} />
        <Versions versions={plan.versions} timeZone={timeZone} />
      </div>
    </details>
  )
}

/** A first plan is what this page is for; a change is one step away. */
const SignOrChange = (inner: Inner) => {
  const { stands } = inner.data
  const [open, setOpen] = useState(false)
  if (stands.state === 'none') return <PlanForm {...inner} />
  if (!open)
    return (
      <div>
        <Button kind="quiet" onPress={() => setOpen(true)}>
          {stands.inForce ? words.change : words.newPlan}
        </Button>
      </div>
    )
  return stands.inForce ? (
    <PlanForm {...inner} current={stands} onDone={() => setOpen(false)} />
  ) : (
    <PlanForm {...inner} onDone={() => setOpen(false)} />
  )
}
