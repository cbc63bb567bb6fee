import { CourseChart } from '../../../web/controls/CourseChart.tsx'
import type { Beside } from '../../../web/controls/course.ts'
import { Empty } from '../../../web/controls/Empty.tsx'
import { State } from '../../../web/controls/State.tsx'
import { showDay } from '../../../web/time.ts'
import { controlWords } from '../../../web/words/en/controls.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import type { Compared, Series } from '../series.ts'
import { choicesSaid, relapseSays, rowNamed } from './named.ts'
import { Question9 } from './Question9.tsx'
import './Scores.css'

/** `mg` is null where it is not known how much went in. */
type Dose = { at: string; mg: number | null }

/** One instrument over time with the doses on the same axis, and what the definitions say of it. Nothing is graded. */
export const Scores = ({
  series,
  doses,
  beside,
  timeZone,
}: {
  series: Series
  doses: readonly Dose[]
  beside?: Beside | undefined
  timeZone: string
}) => {
  if (series.points.length === 0) return <Empty title={words.notAsked(series.title)} />
  const scored = series.points.flatMap(({ at, score, band }) =>
    score === null ? [] : [{ at, value: score, says: band === null ? undefined : bandName(band) }],
  )
  const lost = relapseSays(series.relapse)
  const chosen = choicesSaid(series, timeZone)
  const open = series.points.filter(({ score }) => score === null)
  return (
    <div className="stack">
      <CourseChart
        title={series.title}
        lowest={series.range.low}
        highest={series.range.high}
        scores={scored}
        doses={doses.map(({ at, mg }) => ({ at, label: doseMark(mg) }))}
        beside={beside}
        bands={bandsOf(series)}
        timeZone={timeZone}
      />
      {open.length > 0 && (
        <p className="soft">
          {open
            .map(({ at, low, high, missing }) => {
              const range = low === null || high === null ? '' : `: ${words.range(low, high)}`
              return `${showDay(at, timeZone)}${range} (${words.missing(missing)})`
            })
            .join(', ')}
        </p>
      )}
      <dl className="outcome">
        <Baseline series={series} timeZone={timeZone} />
        {series.latest && (
          <div>
            <dt>{words.latest}</dt>
            <dd>
              <CompareLine series={series} compared={series.latest} timeZone={timeZone} />
              {lost && <State signal="attention">{lost}</State>}
            </dd>
          </div>
        )}
        {series.question9 && (
          <div>
            <dt>{words.question9}</dt>
            <dd>
              <Question9 of={series.question9} timeZone={timeZone} />
            </dd>
          </div>
        )}
        <EndOfCourse series={series} timeZone={timeZone} />
      </dl>
      {series.askedIn === 'es' && <p className="soft">{words.askedInSpanish}</p>}
      {chosen && <p className="soft">{chosen}</p>}
      <Definitions series={series} timeZone={timeZone} />
    </div>
  )
}

/** A dose on the axis. */
export const doseMark = (mg: number | null): string => words.doseMark(mg)

const bandName = (band: string): string => words.bands[band as keyof typeof words.bands] ?? band

const bandsOf = ({ bands, range }: Series) =>
  bands.map(({ from, band }, index) => ({
    from,
    to: (bands[index + 1]?.from ?? range.high + 1) - 1,
    label: bandName(band),
  }))

const Baseline = ({ series, timeZone }: { series: Series; timeZone: string }) => (
  <div>
    <dt>{words.baseline}</dt>
    <dd>
      {series.baseline ? (
        <span>
          <strong>{series.baseline.total}</strong> <span className="soft">{showDay(series.baseline.at, timeZone)}</span>
        </span>
      ) : series.baselineWindow ? (
        <State signal="held">{words.noBaseline(series.title)}</State>
      ) : (
        <span className="soft">{words.noDose(series.title)}</span>
      )}
    </dd>
  </div>
)

const EndOfCourse = ({ series, timeZone }: { series: Series; timeZone: string }) => {
  const { endOfCourse, title } = series
  if (!endOfCourse) return null
  const { window, compared } = endOfCourse
  return (
    <div>
      <dt>{words.endOfCourse}</dt>
      <dd>
        {compared && <CompareLine series={series} compared={compared} timeZone={timeZone} />}
        {!compared && window.state !== 'passed' && <span>{words.windowState[window.state]}</span>}
        {!compared && window.state === 'passed' && <State signal="held">{words.noneInWindow(title)}</State>}
        <span className="soft">{words.window(showDay(window.from, timeZone), showDay(window.to, timeZone))}</span>
      </dd>
    </div>
  )
}

/** What the definitions say of a follow-up, and the numbers that led there. */
const CompareLine = ({
  series: { baseline, definition },
  compared,
  timeZone,
}: {
  series: Series
  compared: Compared
  timeZone: string
}) => {
  const { low, high, at, category, percentFall, worse, lowBaseline, reliablyImproved } = compared
  const { worseFrom, reliableFrom, remissionBelow, lowBaselineBelow } = definition
  const named = words.category[category]
  return (
    <>
      <span>
        <strong>{words.range(low, high)}</strong>
        {percentFall !== null && `, ${words.fall(percentFall)}`} <span className="soft">{showDay(at, timeZone)}</span>
      </span>
      <span>
        {category === 'remission' && remissionBelow !== undefined
          ? `${named}: ${words.remissionBelow(remissionBelow)}`
          : named}
      </span>
      {baseline && <span className="soft">{words.fromTo(baseline.total, words.range(low, high))}</span>}
      {reliablyImproved && reliableFrom !== undefined && <span>{words.reliable(reliableFrom)}</span>}
      {worse && worseFrom !== undefined && <State signal="attention">{words.worse(worseFrom)}</State>}
      {baseline && worse === undefined && worseFrom !== undefined && (
        <State signal="attention">{words.mayBeWorse}</State>
      )}
      {lowBaseline && lowBaselineBelow !== undefined && (
        <span className="soft">{words.lowBaseline(lowBaselineBelow)}</span>
      )}
    </>
  )
}

const Definitions = ({ series: { definition, relapse, readBy }, timeZone }: { series: Series; timeZone: string }) => (
  <details className="definitions">
    <summary>{words.definitions}</summary>
    <ul>
      {[definition.source, ...definition.further, ...(relapse ? [relapse.rule.source] : [])].map(
        ({ label, status }) => (
          <li key={label}>
            {label} <span className="soft">({controlWords.sourceStatus[status] ?? status})</span>
          </li>
        ),
      )}
    </ul>
    {relapse && <p>{relapse.rule.says}</p>}
    {readBy.length > 0 && <p>{words.readBy(readBy.map((one) => rowNamed(one, timeZone)))}</p>}
  </details>
)
