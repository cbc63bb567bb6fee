import { PatientLinks, PatientOver } from '../../../clinic/records/screens/PatientOver.tsx'
import { inTheWay, useRead } from '../../../web/api.ts'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { PrintButton } from '../../../web/controls/PrintButton.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { ownCourseWords, overTimeWords as words } from '../../../web/words/en/over-time.ts'
import { rowNamed } from '../../outcomes/screens/named.ts'
import { Scores } from '../../outcomes/screens/Scores.tsx'
import type { LongTerm } from '../long-term.ts'
import { moodRange, newestOfDays } from '../mood.ts'
import type { OverTime as Stored } from '../queries.ts'
import { Checks } from './Checks.tsx'
import { Exposure } from './Exposure.tsx'
import { WhenBack } from './WhenBack.tsx'
import './over-time.css'

type Answer = Stored & { longTerm: LongTerm }

/** One patient over months: scores, doses and daily mood on one plot, and what repeated treatment asks for. */
export const OverTime = () => {
  const patientId = useParam('patientId')
  const { data, error, refetch } = useRead<Answer>(`/api/patients/${patientId}/over-time`)
  const timeZone = useTimeZone()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  const moods = newestOfDays(data.moods, timeZone)
  const beside = moods.length > 0 ? { ...moodRange, title: ownCourseWords.moodKey, values: moods } : undefined
  const phq9 = data.series.find(({ instrument }) => instrument === 'phq-9')
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title} over={<PatientOver patientId={patientId} />}>
        <PatientLinks patientId={patientId} />
      </PageTitle>
      <section className="stack">
        <h2>{words.scores}</h2>
        {data.series.map((series, index) => (
          <Scores
            key={series.instrument}
            series={series}
            doses={data.doses.map(({ at, receivedMg: mg }) => ({ at, mg }))}
            beside={index === 0 ? beside : undefined}
            timeZone={timeZone}
          />
        ))}
        <p className="soft">
          {data.moodWanted === true
            ? words.moodOn(moods.length)
            : data.moodWanted === false
              ? words.moodOff
              : words.noMood}
        </p>
      </section>
      <WhenBack
        returns={data.longTerm.returns}
        rule={phq9?.readBy.map((one) => rowNamed(one, timeZone))[0]}
        timeZone={timeZone}
      />
      <Exposure longTerm={data.longTerm} patientId={patientId} timeZone={timeZone} />
      <Checks checks={data.longTerm.checks} timeZone={timeZone} />
      <div>
        <PrintButton />
      </div>
    </div>
  )
}
