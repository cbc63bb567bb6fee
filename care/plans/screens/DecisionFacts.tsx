import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { showDay } from '../../../web/time.ts'
import { controlWords } from '../../../web/words/en/controls.ts'
import { had } from '../../../web/words/en/given.ts'
import { outcomeWords } from '../../../web/words/en/outcomes.ts'
import { planWords } from '../../../web/words/en/plans.ts'
import { beforePlan } from '../../outcomes/before-plan.ts'
import { Admissions } from '../../outcomes/screens/Admissions.tsx'
import { Behavior } from '../../outcomes/screens/Behavior.tsx'
import { choicesSaid, relapseSays } from '../../outcomes/screens/named.ts'
import { Question9 } from '../../outcomes/screens/Question9.tsx'
import type { Series } from '../../outcomes/series.ts'
import type { Borne } from '../../outcomes/tolerability.ts'
import type { DecisionGround } from '../queries-of-decision.ts'
import './Plan.css'

const words = planWords.ground

/** The course before whoever decides: scores, how sessions were borne, what is known. It proposes nothing. */
export const DecisionFacts = ({ ground, timeZone }: { ground: DecisionGround; timeZone: string }) => (
  <div className="stack">
    <section className="stack" data-gap="tight">
      <h3>{words.scores}</h3>
      {ground.series.map((series) => (
        <Moved key={series.instrument} series={series} borne={ground.borne} timeZone={timeZone} />
      ))}
      {ground.series.map(
        ({ instrument, question9 }) =>
          question9 && (
            <p key={instrument}>
              {outcomeWords.question9} <Question9 of={question9} timeZone={timeZone} />
            </p>
          ),
      )}
      <Admissions admissions={ground.admissions} />
      <Behavior undated={ground.undated} timeZone={timeZone} />
    </section>
    <section className="stack" data-gap="tight">
      <h3>{words.borne}</h3>
      <HowBorne borne={ground.borne} timeZone={timeZone} />
    </section>
    <details className="definitions">
      <summary>{words.known}</summary>
      {ground.known.map(({ id, says, source }) => (
        <p key={id}>
          {says}{' '}
          <span className="soft">
            {source.label} ({controlWords.sourceStatus[source.status]})
          </span>
        </p>
      ))}
    </details>
  </div>
)

const Moved = ({ series, borne, timeZone }: { series: Series; borne: readonly Borne[]; timeZone: string }) => {
  const { title, baseline, latest, relapse, definition, readBy } = series
  const unread = newestUnread(series, timeZone)
  const again = beforePlan(
    series,
    borne.filter(({ receivedMg }) => receivedMg !== 0).map(({ dosedAt }) => dosedAt),
  )
  if (!latest) return <p>{unread ? <State signal="held">{unread}</State> : words.noScores(title)}</p>
  const { category, low, high, at, percentFall, worse } = latest
  const now = outcomeWords.range(low, high)
  const [lost, chosen] = [relapseSays(relapse), choicesSaid({ readBy }, timeZone)]
  return (
    <p>
      <strong>{title}</strong> {baseline ? outcomeWords.fromTo(baseline.total, now) : `${now}. ${words.noBaseline}`}
      {percentFall !== null && `, ${outcomeWords.fall(percentFall)}`}{' '}
      <span className="soft">{showDay(at, timeZone)}</span>
      {baseline && `. ${outcomeWords.category[category]}. `}
      {worse && definition.worseFrom !== undefined && (
        <State signal="attention">{outcomeWords.worse(definition.worseFrom)}</State>
      )}
      {baseline && worse === undefined && definition.worseFrom !== undefined && (
        <State signal="attention">{outcomeWords.mayBeWorse}</State>
      )}
      {lost && <State signal="attention">{lost}</State>}
      {again && <span> {words.beforePlan(again.total, showDay(again.at, timeZone))}</span>}
      {again === null && <State signal="held">{words.noneBeforePlan}</State>}
      {unread && <State signal="held">{unread}</State>}
      {chosen && <span className="soft"> {chosen}</span>}
    </p>
  )
}

/** The newest answers, where too much was left open in them to be read: what is read above is older. */
const newestUnread = ({ title, points, baselineWindow }: Series, timeZone: string): string | undefined => {
  const newest = points.at(-1)
  if (!newest || newest.low !== null || !baselineWindow || newest.at <= baselineWindow.to) return undefined
  return words.newestUnread(title, showDay(newest.at, timeZone), outcomeWords.missing(newest.missing))
}

const HowBorne = ({ borne, timeZone }: { borne: readonly Borne[]; timeZone: string }) => (
  <Table
    caption={words.borne}
    rows={[...borne]}
    keyOf={({ sessionId }) => sessionId}
    columns={[
      { title: words.session, show: ({ dosedAt }) => showDay(dosedAt, timeZone) },
      {
        title: words.dose,
        show: ({ mg, receivedMg, route }) => had(mg, route, receivedMg),
      },
      {
        title: words.effects,
        show: ({ effects, stopped }) => (
          <>
            {effects.length === 0
              ? words.none
              : effects.map(({ effect, severity }) => words.effect(effect, severity)).join(', ')}
            {stopped && <State signal="attention">{words.brokenOff}</State>}
          </>
        ),
      },
    ]}
  />
)
