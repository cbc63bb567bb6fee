import { bands, type Metric, published } from '../../../science/cohorts/published.ts'
import type { Route } from '../../../science/decide.ts'
import { Table } from '../../../web/controls/Table.tsx'
import { cohortWords as words } from '../../../web/words/en/cohort.ts'
import type { Row } from '../table.ts'
import { Study } from './Study.tsx'
import { showProportion } from './shown.ts'
import { Twin } from './Twin.tsx'

/** One outcome by route: the clinic's share with its interval, on the range and the studies that were published. */
export const MetricFigure = ({ metric, rows }: { metric: Metric; rows: readonly Row[] }) => (
  <Twin
    title={words.metrics[metric]}
    plot={
      <>
        {rows.map((row) => (
          <Line key={row.group} metric={metric} row={row} />
        ))}
        <p className="cohort-key">
          <svg viewBox="0 0 28 12" aria-hidden="true">
            <line className="cohort-interval" x1="2" x2="26" y1="6" y2="6" />
            <circle className="cohort-point" cx="14" cy="6" r="4.5" />
          </svg>
          {words.clinicPoint}
          <svg viewBox="0 0 28 12" aria-hidden="true">
            <rect className="cohort-band" x="0" y="0" width="28" height="12" />
            <path className="cohort-study" d="M14 1l5 5-5 5-5-5Z" />
          </svg>
          {words.published}
        </p>
      </>
    }
    table={
      <Table
        caption={words.metrics[metric]}
        rows={rows}
        keyOf={({ group }) => group}
        columns={[
          { title: words.group, show: ({ group }) => words.groups[group] },
          { title: words.ofMeasured, show: (row) => showProportion(row.metrics[metric].ofMeasured) },
          { title: words.ofAll, show: (row) => showProportion(row.metrics[metric].ofAll) },
          { title: words.published, show: ({ group }) => publishedFor(metric, group).says },
        ]}
      />
    }
  />
)

const publishedFor = (metric: Metric, group: Row['group']) => {
  const fits = (one: { metric: Metric; routes: readonly Route[] }) =>
    one.metric === metric && (one.routes as readonly string[]).includes(group)
  const [band, studies] = [bands.find(fits), published.filter(fits)]
  const parts = [...(band ? [band.says] : []), ...studies.map(({ percent }) => words.percent(percent))]
  return { band, studies, says: parts.length > 0 ? parts.join(' · ') : group === 'all' ? '' : words.noPublished }
}

const Line = ({ metric, row: { group, metrics } }: { metric: Metric; row: Row }) => {
  const { band, studies, says } = publishedFor(metric, group)
  const { ofMeasured } = metrics[metric]
  const at = (share: number) => `${(share * 100).toFixed(1)}%`
  const title = `${words.groups[group]}: ${showProportion(ofMeasured)}. ${says}`
  return (
    <div className="cohort-line">
      <p>
        <strong>{words.groups[group]}</strong> <span>{showProportion(ofMeasured)}</span>
      </p>
      {(ofMeasured || band || studies.length > 0) && (
        <svg role="img" aria-label={title} height="28" width="100%">
          {band && (
            <rect
              className="cohort-band"
              x={at(band.from / 100)}
              width={at((band.to - band.from) / 100)}
              y="2"
              height="18"
            />
          )}
          <line className="cohort-axis" x1="0" x2="100%" y1="22" y2="22" />
          {[0, 25, 50, 75, 100].map((percent) => (
            <line key={percent} className="cohort-axis" x1={`${percent}%`} x2={`${percent}%`} y1="19" y2="25" />
          ))}
          {studies.map(({ id, percent }) => (
            <Study key={id} x={`${percent}%`} y={11} />
          ))}
          {ofMeasured && (
            <>
              <line className="cohort-interval" x1={at(ofMeasured.low)} x2={at(ofMeasured.high)} y1="11" y2="11" />
              <circle className="cohort-point" cx={at(ofMeasured.share)} cy="11" r="5" />
            </>
          )}
        </svg>
      )}
      {says === words.noPublished && <p className="soft">{says}</p>}
    </div>
  )
}
