import { useState } from 'react'
import type { Dose } from '../../../science/pharmacokinetics/doses.ts'
import { parseSimulation } from '../../../science/pharmacokinetics/input.ts'
import { reportedVitalSigns } from '../../../science/pharmacokinetics/published/vital-signs.ts'
import { Table } from '../../../web/controls/Table.tsx'
import { bandPath, curvePath, dotPath, LevelPlot } from '../../../web/levels/LevelPlot.tsx'
import { useSimulation } from '../../../web/levels/useSimulation.ts'
import { levelWords } from '../../../web/words/en/levels.ts'
import { type Expected, expectedFrom } from '../expected.ts'
import { valueText } from '../note/sentence.ts'
import type { Here } from './use-session.ts'

const words = levelWords.session
/** Room for the readings before the dose, and for two hours at least. */
const before = 30
const lowest = 30
const highest = 230

const simulationOf = ({ drug, doses }: Expected, horizonMinutes: number) =>
  parseSimulation({ drug, doses, horizonMinutes, quantiles: [0.05, 0.5, 0.95] })

const givenAt = (dose: Dose): (readonly [from: number, to: number])[] =>
  dose.route === 'nasal-esketamine'
    ? dose.deviceMinutes.map((minute) => [minute, minute] as const)
    : dose.route === 'iv-infusion'
      ? [[dose.rates[0]?.fromMinute ?? 0, dose.untilMinute] as const]
      : [[dose.atMinute, dose.atMinute] as const]

/** Recorded vital signs over time, with how the level of the recorded doses usually goes behind them. */
export const ExpectedCourse = ({ here }: { here: Here }) => {
  const [open, setOpen] = useState(false)
  const expected = expectedFrom(here.session, here.now)
  if (!expected) return null
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.title}</summary>
      {open && <Drawn here={here} expected={expected} />}
    </details>
  )
}

const Drawn = ({ here, expected }: { here: Here; expected: Expected }) => {
  const { session, now } = here
  const zero = Date.parse(session.firstDoseAt ?? now)
  const minute = (at: string) => (Date.parse(at) - zero) / 60_000
  const end = minute(session.ended?.happenedAt ?? now)
  const horizon = Math.min(480, Math.max(120, Math.ceil(end / 30) * 30))
  const parsed = simulationOf(expected, horizon)
  const input = 'input' in parsed ? parsed.input : undefined
  const refused = 'refused' in parsed ? parsed.refused.map(({ reason }) => reason).join(' ') : undefined
  const { simulation, failed } = useSimulation(input)
  const sets = session.vitals
    .map(({ id, happenedAt, data }) => ({ id, at: Math.round(minute(happenedAt)), ...data }))
    .filter(({ at, systolic, heartRate }) => at >= -before && at <= horizon && (systolic ?? heartRate) !== undefined)
  const [low, middle, high] = simulation?.people?.quantiles ?? []
  const top = highest - lowest
  const y = (value: number) => highest - Math.min(highest, Math.max(lowest, value))
  // Behind the readings, without a scale: the highest point of the course is the top of the frame.
  const behind = (values: readonly number[] | undefined) => (values ?? []).map((percent) => (percent * top) / 100)
  const routes = expected.doses.map(({ route }) => route)
  const reported = reportedVitalSigns.filter(
    (one) => one.sign !== 'cardiac output' && one.routes.some((route) => routes.includes(route)),
  )
  const base = session.baseline.systolic?.value
  const rise = reported.find(({ sign, peakMinute }) => sign === 'systolic' && peakMinute !== undefined)
  const boxed =
    base !== undefined && rise?.riseMmhg && rise.peakMinute !== undefined
      ? { at: rise.peakMinute, from: base + rise.riseMmhg[0], to: base + rise.riseMmhg[1] }
      : undefined
  const back = reported.find(({ backByMinuteAfterEnd }) => backByMinuteAfterEnd !== undefined)?.backByMinuteAfterEnd
  const backAt =
    back !== undefined && expected.infusionEndMinute !== undefined ? expected.infusionEndMinute + back : undefined
  // On a long day every second label is left out, so that they fit a phone.
  const columns = Array.from({ length: (horizon + before) / 30 }, (_, i) => ({
    at: i * 30 - before,
    label: i % 2 === 1 || horizon <= 120 ? words.afterDose(i * 30 - before) : '',
  }))
  return (
    <div className="stack">
      <p>{words.caution}</p>
      <LevelPlot
        says={words.says(sets.length)}
        from={-before}
        to={horizon}
        top={top}
        unit={levelWords.percentUnit}
        scale={[highest, 180, 130, 80, lowest].map(String)}
        columns={columns}
      >
        {low && high && (
          <path className="level-band" d={bandPath(behind(low.percentOfPeak), behind(high.percentOfPeak), 1, top)} />
        )}
        {middle && <path className="level-other" d={curvePath(behind(middle.percentOfPeak), 1, top)} />}
        {boxed && (
          <path className="level-reported-range" d={`M${boxed.at - 2} ${y(boxed.from)}h4V${y(boxed.to)}h-4Z`} />
        )}
        {backAt !== undefined && backAt <= horizon && <path className="level-reported" d={`M${backAt} 0V${top}`} />}
        {expected.doses.flatMap(givenAt).map(([from, to]) => (
          <path
            key={`${from} ${to}`}
            className="level-given"
            d={`M${from} ${top}V${top - 10}M${from} ${top}H${to}V${top - 10}`}
          />
        ))}
        {sets.map(({ id, at, systolic, diastolic, heartRate }) => (
          <g key={id}>
            {systolic !== undefined && diastolic !== undefined && (
              <path className="level-pressure" d={`M${at} ${y(systolic)}V${y(diastolic)}`} />
            )}
            {heartRate !== undefined && <path className="level-heart" d={dotPath(at, y(heartRate))} />}
          </g>
        ))}
      </LevelPlot>
      <ul className="level-key">
        <li>{words.key}</li>
        <li>{sets.length === 0 ? words.noVitals : words.gaps}</li>
        {expected.remarks.running && <li>{words.running}</li>}
        {expected.remarks.partDevices > 0 && <li>{words.partDevice(expected.remarks.partDevices)}</li>}
        {expected.remarks.spatOut && <li>{words.spatOut}</li>}
        {refused !== undefined && <li>{words.notDrawn(refused)}</li>}
        {failed && <li>{levelWords.failed}</li>}
        {boxed && <li>{words.reportedRange}</li>}
        {backAt !== undefined && <li>{words.reportedBack}</li>}
      </ul>
      {sets.length > 0 && (
        <Table
          caption={words.title}
          rows={sets}
          keyOf={({ id }) => id}
          columns={[
            { title: words.set, show: ({ at }) => at, numeric: true },
            {
              title: words.pressure,
              show: (set) => valueText(set, 'bloodPressure') ?? '–',
              numeric: true,
            },
            { title: words.heart, show: (set) => valueText(set, 'heartRate') ?? '–', numeric: true },
          ]}
        />
      )}
      <h3>{words.reported}</h3>
      {reported.length === 0 && <p>{words.noneReported}</p>}
      <ul>
        {reported.map(({ id, says, source }) => (
          <li key={id}>
            {says} <span className="soft">{`(${source.label}; ${levelWords.statuses[source.status]})`}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{levelWords.limits}</summary>
        <ul>
          {simulation?.limits.map(({ id, says }) => (
            <li key={id}>{says}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}
