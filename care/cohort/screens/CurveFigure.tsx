import { kept } from '../../../science/cohorts/published.ts'
import { Table } from '../../../web/controls/Table.tsx'
import { cohortWords as words } from '../../../web/words/en/cohort.ts'
import type { Curve, Point } from '../curve.ts'
import { Study } from './Study.tsx'
import { percentOf, showCount } from './shown.ts'
import { Twin } from './Twin.tsx'

const showPoint = ({ share, low, high }: Point): string =>
  share === null || low === null || high === null
    ? words.hiddenShort
    : words.share(percentOf(share), percentOf(low), percentOf(high))

/** A curve at the weeks that studies name, for everybody and by route; beside it what was published, where it was. */
export const CurveFigure = ({
  title,
  help,
  curves,
  beside = false,
}: {
  title: string
  help: string
  curves: readonly Curve[]
  beside?: boolean
}) => {
  const few = curves.filter((curve) => !hasPoints(curve))
  return (
    <Twin
      title={title}
      plot={
        <>
          <p className="soft">{`${help} ${words.curveHelp}`}</p>
          {curves.filter(hasPoints).map((curve) => (
            <Plot key={curve.group} title={title} curve={curve} beside={beside && curve.group === 'iv'} />
          ))}
          {few.length > 0 && <p className="soft">{words.tooFew(few.map(({ group }) => words.groups[group]))}</p>}
          {beside && <p className="soft">{words.bandOf(kept.says)}</p>}
        </>
      }
      table={
        <Table
          caption={title}
          rows={curves.flatMap(({ group, points }) => points.map((point) => ({ group, ...point })))}
          keyOf={({ group, day }) => `${group} ${day}`}
          columns={[
            { title: words.group, show: ({ group }) => words.groups[group] },
            { title: words.day, show: ({ day }) => words.week(day / 7), numeric: true },
            { title: words.atRisk, show: ({ atRisk }) => showCount(atRisk), numeric: true },
            { title: words.notYetShare, show: showPoint },
          ]}
        />
      }
    />
  )
}

const hasPoints = ({ points }: Curve): boolean => points.some(({ share }) => share !== null)

const [top, bottom] = [10, 110]
const heightOf = (share: number) => bottom - share * (bottom - top)

const Plot = ({
  title,
  curve: { group, followed, points },
  beside,
}: {
  title: string
  curve: Curve
  beside: boolean
}) => {
  const x = (index: number) => `${((index + 0.5) / points.length) * 100}%`
  const says = points.map((point) => `${words.week(point.day / 7)} ${showPoint(point)}`).join('; ')
  return (
    <div className="cohort-line">
      <p>
        <strong>{words.groups[group]}</strong>{' '}
        <span>{followed === null ? words.hiddenShort : words.followed(followed)}</span>
      </p>
      <svg role="img" aria-label={`${title}, ${words.groups[group]}: ${says}`} height="156" width="100%">
        {[0, 0.5, 1].map((share) => (
          <line key={share} className="cohort-axis" x1="0" x2="100%" y1={heightOf(share)} y2={heightOf(share)} />
        ))}
        {points.map(({ day, atRisk, share, low, high }, index) => (
          <g key={day}>
            {low !== null && high !== null && (
              <line className="cohort-interval" x1={x(index)} x2={x(index)} y1={heightOf(low)} y2={heightOf(high)} />
            )}
            {share !== null && <circle className="cohort-point" cx={x(index)} cy={heightOf(share)} r="5" />}
            {beside &&
              kept.at
                .filter((one) => one.day === day)
                .map(({ percent }) => <Study key={percent} x={x(index)} y={heightOf(percent / 100)} />)}
            <text x={x(index)} y="130" textAnchor="middle">
              {day / 7}
            </text>
            <text className="cohort-risk" x={x(index)} y="150" textAnchor="middle">
              {atRisk === null ? '–' : atRisk}
            </text>
          </g>
        ))}
      </svg>
      <p className="cohort-axis-says">{words.axis}</p>
    </div>
  )
}
