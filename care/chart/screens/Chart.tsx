import { PatientLinks, PatientOver } from '../../../clinic/records/screens/PatientOver.tsx'
import { inTheWay, useRead } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Finding } from '../../../web/controls/Finding.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { answersWords } from '../../../web/words/en/answers.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'
import { IntegrativeOnChart } from '../../evaluation/screens/IntegrativeItems.tsx'
import { OnChart } from '../../letters/screens/OnChart.tsx'
import { Admissions } from '../../outcomes/screens/Admissions.tsx'
import { AskPatient } from '../../outcomes/screens/AskPatient.tsx'
import { Behavior } from '../../outcomes/screens/Behavior.tsx'
import { EnterAnswers } from '../../outcomes/screens/EnterAnswers.tsx'
import { HowAsked } from '../../outcomes/screens/HowAsked.tsx'
import { NextDayChecks } from '../../outcomes/screens/NextDayChecks.tsx'
import { Ratings } from '../../outcomes/screens/Ratings.tsx'
import { doseMark, Scores } from '../../outcomes/screens/Scores.tsx'
import type { Chart as ChartAnswer } from '../queries.ts'
import './Chart.css'
import { ChartAlerts } from './ChartAlerts.tsx'
import { KnownLists } from './KnownLists.tsx'
import { SessionList } from './SessionList.tsx'
import { Steps } from './Steps.tsx'

/** One patient on one page: what needs somebody, where the course is, how it goes, what is known. */
export const Chart = () => {
  const patientId = useParam('patientId')
  const { data, error, refetch } = useRead<ChartAnswer>(`/api/patients/${patientId}/chart`)
  const timeZone = useTimeZone()
  const mayTrail = useMay('audit.read')
  const mayPlan = useMay('plans.read')
  const mayPapers = useMay('releases.read')
  const mayAsk = useMay('outcomes.ask')
  const mayRecord = useMay('outcomes.record')
  const mayOutcomes = useMay('outcomes.read')
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  const { sessions } = data
  return (
    <div className="chart">
      <PageTitle title={words.title} over={<PatientOver patientId={patientId} />}>
        <PatientLinks patientId={patientId} {...(data.ownRoute ? { route: data.ownRoute } : {})} />
      </PageTitle>
      {data.alerts.length > 0 && <ChartAlerts alerts={data.alerts} />}
      {data.closerWatch && <Finding finding={data.closerWatch} />}
      <Steps chart={data} patientId={patientId} />
      <section className="stack">
        <h2>{words.scores}</h2>
        {data.series.map((series) => (
          <Scores key={series.instrument} series={series} doses={data.doses} timeZone={timeZone} />
        ))}
        <Admissions admissions={data.admissions} />
        <Behavior undated={data.undated} timeZone={timeZone} />
        {data.doses.length > 0 && <NextDayChecks patientId={patientId} />}
        <div className="row">
          {mayAsk && <AskPatient patientId={patientId} name={data.patient.displayName} sessions={sessions} />}
          {mayAsk && <HowAsked patientId={patientId} name={data.patient.displayName} />}
          {mayRecord && <EnterAnswers patientId={patientId} name={data.patient.displayName} />}
          {mayOutcomes && <ButtonLink to={`/patients/${patientId}/answers`}>{answersWords.title}</ButtonLink>}
        </div>
        <Ratings patientId={patientId} doses={data.doses.map(({ at, mg }) => ({ at, label: doseMark(mg) }))} />
      </section>
      <KnownLists chart={data} />
      <section className="stack">
        <h2>{words.sessions}</h2>
        <SessionList patientId={patientId} sessions={sessions} timeZone={timeZone} today={data.today} />
      </section>
      {mayPlan && <IntegrativeOnChart patientId={patientId} />}
      {mayPapers && <OnChart patientId={patientId} />}
      {mayTrail && (
        <p>
          <ButtonLink to={`/patients/${patientId}/trail`} kind="plain">
            {words.trailLink}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}
