import type { Simulation, SimulationInput } from '../../../science/pharmacokinetics/simulation.ts'
import { Table } from '../../../web/controls/Table.tsx'
import { bandPath, curvePath, dotPath, LevelPlot } from '../../../web/levels/LevelPlot.tsx'
import { levelWords as words } from '../../../web/words/en/levels.ts'
import { type Point, pointsFor } from '../compared.ts'
import { tableMinutes } from '../table.ts'

const figure = (value: number | undefined): string =>
  value === undefined ? '–' : value.toLocaleString('en-US', { maximumSignificantDigits: 3 })

/** A round number a little above the highest thing shown. */
const topOf = (highest: number): number => {
  const step = 10 ** Math.floor(Math.log10(Math.max(highest, 1e-3)))
  return Math.ceil((highest * 1.05) / step) * step
}
const scaleOf = (top: number): string[] => [1, 0.75, 0.5, 0.25, 0].map((part) => figure(part * top))

const Dots = ({ points, top }: { points: readonly Point[]; top: number }) =>
  points.map(({ id, minute, ngPerMl, status }) => (
    <g key={id}>
      <path className="level-dot" data-status={status} d={dotPath(minute, top - ngPerMl)} />
      {status === 'memory' && <path className="level-dot-inner" d={dotPath(minute, top - ngPerMl)} />}
    </g>
  ))

/** Absolute levels with their bands, published points over them, norketamine apart, the numbers and the known misfits. */
export const Curves = ({ input, simulation }: { input: SimulationInput; simulation: Simulation }) => {
  const { people, typical, alternatives, limits, model } = simulation
  const [low, lower, middle, upper, high] = people?.quantiles ?? []
  if (!low || !lower || !middle || !upper || !high) return null
  const points = pointsFor(input)
  const { horizonMinutes, stepMinutes } = input
  const columns = Array.from({ length: horizonMinutes / 60 }, (_, hour) => ({ at: hour * 60, label: words.hour(hour) }))
  const top = topOf(
    Math.max(
      ...high.drugNgPerMl,
      ...points.parent.map(({ ngPerMl }) => ngPerMl),
      ...alternatives.flatMap((one) => one.drugNgPerMl),
    ),
  )
  const says = words.says(
    figure(middle.metrics.peakNgPerMl),
    figure(low.metrics.peakNgPerMl),
    figure(high.metrics.peakNgPerMl),
    Math.round(middle.metrics.peakMinute),
  )
  const metabolite = typical.norketamineNgPerMl
  const spread = (simulation.norketamineUncertainPercent ?? 0) / 100
  const most =
    metabolite && topOf(Math.max(...metabolite, ...points.norketamine.map(({ ngPerMl }) => ngPerMl)) * (1 + spread))
  const metaboliteSays = words.norketamineSays(
    figure(typical.norketamineMetrics?.peakNgPerMl),
    Math.round(typical.norketamineMetrics?.peakMinute ?? 0),
  )
  return (
    <section className="stack" aria-label={words.title}>
      <LevelPlot
        says={says}
        from={0}
        to={horizonMinutes}
        top={top}
        unit={words.unit(model.site)}
        scale={scaleOf(top)}
        columns={columns}
      >
        <path className="level-band" d={bandPath(low.drugNgPerMl, high.drugNgPerMl, stepMinutes, top)} />
        <path className="level-band" d={bandPath(lower.drugNgPerMl, upper.drugNgPerMl, stepMinutes, top)} />
        {alternatives.map(({ id, drugNgPerMl }) => (
          <path key={id} className="level-other" d={curvePath(drugNgPerMl, stepMinutes, top)} />
        ))}
        <path className="level-line" d={curvePath(middle.drugNgPerMl, stepMinutes, top)} />
        <Dots points={points.parent} top={top} />
      </LevelPlot>
      <p>{says}</p>
      <p>{words.halves(figure(middle.metrics.areaNgHPerMl), Math.round(middle.metrics.minutesAboveHalfPeak))}</p>
      <ul className="level-key">
        <li>{words.band}</li>
        {alternatives.map(({ id, says: other }) => (
          <li key={id}>{words.other(other)}</li>
        ))}
        <li>{points.parent.length > 0 ? words.points : words.noPoints}</li>
      </ul>
      {metabolite && most && (
        <>
          <LevelPlot
            says={metaboliteSays}
            from={0}
            to={horizonMinutes}
            top={most}
            unit={words.norketamineUnit}
            scale={scaleOf(most)}
            columns={columns}
          >
            <path
              className="level-band"
              d={bandPath(
                metabolite.map((value) => value * (1 - spread)),
                metabolite.map((value) => value * (1 + spread)),
                stepMinutes,
                most,
              )}
            />
            <path className="level-line" d={curvePath(metabolite, stepMinutes, most)} />
            <Dots points={points.norketamine} top={most} />
          </LevelPlot>
          <p>{metaboliteSays}</p>
        </>
      )}
      <details>
        <summary>{words.table}</summary>
        <Table
          caption={words.unit(model.site)}
          captionSeen
          rows={tableMinutes}
          keyOf={String}
          columns={[
            { title: words.minute, show: (minute) => minute, numeric: true },
            { title: words.people.low, show: (minute) => figure(low.drugNgPerMl[minute]), numeric: true },
            { title: words.people.middle, show: (minute) => figure(middle.drugNgPerMl[minute]), numeric: true },
            { title: words.people.high, show: (minute) => figure(high.drugNgPerMl[minute]), numeric: true },
          ]}
        />
      </details>
      <h2>{words.limits}</h2>
      <ul>
        {limits.map(({ id, says: limit }) => (
          <li key={id}>{limit}</li>
        ))}
      </ul>
    </section>
  )
}
