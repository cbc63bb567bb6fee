import { inTheWay, useRead } from '../../../web/api.ts'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showDay } from '../../../web/time.ts'
import { cohortWords as words } from '../../../web/words/en/cohort.ts'
import { rowNamed } from '../../outcomes/screens/named.ts'
import type { CohortAnswer } from '../read.ts'
import { metrics } from '../table.ts'
import { CurveFigure } from './CurveFigure.tsx'
import { MetricFigure } from './MetricFigure.tsx'
import { PublishedTable } from './PublishedTable.tsx'
import { StartedTable } from './StartedTable.tsx'
import './cohort.css'

/** How everybody who started here fared, beside what was published; as plots and as tables. */
export const Cohort = () => {
  const { data, error, refetch } = useRead<CohortAnswer>('/api/cohort')
  const timeZone = useTimeZone()
  const mayExport = useMay('cohort.export')
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={8} />
  const { asOf, byRoute, byDiagnosis, toResponse, toRelapse, lostBy } = data
  return (
    <div className="stack cohort" data-gap="wide">
      <PageTitle title={words.title}>{words.help}</PageTitle>
      <p className="soft">{words.asOf(showDay(asOf, timeZone))}</p>
      {byRoute[0]?.started === 0 ? (
        <Empty title={words.noOne} />
      ) : (
        <>
          <Notice title={words.uncontrolled}>
            <p>{words.smallHelp}</p>
          </Notice>
          <StartedTable title={words.byRoute} rows={byRoute} />
          {metrics.map((metric) => (
            <MetricFigure key={metric} metric={metric} rows={byRoute} />
          ))}
          <p className="soft">{words.definitions}</p>
          <CurveFigure title={words.toResponse} help={words.toResponseHelp} curves={toResponse} />
          <CurveFigure
            title={words.toRelapse}
            help={`${words.toRelapseHelp(lostBy.from, lostBy.riseFrom)} ${words.lostBy(rowNamed(lostBy, timeZone))}`}
            curves={toRelapse}
            beside
          />
          <StartedTable title={words.byDiagnosis} rows={byDiagnosis} outcomes />
        </>
      )}
      <PublishedTable />
      <section className="stack" data-gap="tight">
        <p>
          <a className="button" data-kind="quiet" href="/api/cohort/table" download>
            {words.download}
          </a>
        </p>
        {mayExport && (
          <>
            <p>
              <a className="button" data-kind="quiet" href="/api/cohort/deidentified" download>
                {words.export}
              </a>
            </p>
            <p className="soft">{words.exportHelp}</p>
          </>
        )}
      </section>
    </div>
  )
}
