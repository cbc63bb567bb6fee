import { current } from '../../../clinic/records/fact.ts'
import { everyRoute, type Route } from '../../../science/decide.ts'
import { type Indication, indications, indicationsFor, outOfScope } from '../../../science/indications/indications.ts'
import { payerRealityOf } from '../../../science/indications/payers.ts'
import { SourceLine } from '../../../web/controls/Finding.tsx'
import { State } from '../../../web/controls/State.tsx'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { treatmentWords } from '../../../web/words/en/treatment.ts'
import type { EvaluationAnswer } from '../read.ts'

const words = evaluationWords.evidence

/** What is known of the diagnoses on the list by this route: label, level, benefit as a range. Others a step away. */
export const EvidenceBeside = ({ data }: { data: EvaluationAnswer }) => {
  const here = indicationsFor(current(data.problems.facts).map(({ code }) => code))
  const others = [...indications, ...outOfScope].filter((one) => !here.includes(one))
  const show = (indication: Indication) => <One key={indication.id} indication={indication} route={data.route} />
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.title(treatmentWords.routes[data.route])}</h2>
      <p className="soft">{words.lead}</p>
      {here.length === 0 && <p className="soft">{words.none}</p>}
      {here.map(show)}
      <details className="quiet-details">
        <summary>{words.others(others.length)}</summary>
        {others.map(show)}
      </details>
      <h3>{words.payers}</h3>
      {payerRealityOf(data.route).map((one) => (
        <div key={one.id}>
          <p>{one.says}</p>
          <SourceLine finding={{ ...one, rule: one.id, answer: 'unknown' }} />
        </div>
      ))}
    </section>
  )
}

const One = ({ indication, route }: { indication: Indication; route: Route }) => (
  <div>
    <p>
      <strong>{indication.says}</strong> <Label indication={indication} route={route} />
    </p>
    <Known indication={indication} route={route} />
    <details className="quiet-details">
      <summary>{words.otherRoutes}</summary>
      {everyRoute
        .filter((other) => other !== route)
        .map((other) => (
          <div key={other}>
            <p>
              {treatmentWords.routes[other]} <Label indication={indication} route={other} />
            </p>
            <Known indication={indication} route={other} />
          </div>
        ))}
    </details>
  </div>
)

type OfRoute = { indication: Indication; route: Route }

const signals = { 'on label': 'none', 'off label': 'info', 'out of scope': 'attention' } as const

const Label = ({ indication: { routes }, route }: OfRoute) => {
  const { status } = routes[route]
  return <State signal={signals[status]}>{words.status[status]}</State>
}

const Known = ({ indication: { id, routes }, route }: OfRoute) => {
  const { level, benefit, source, further, reviewBy } = routes[route]
  return (
    <>
      <p>{level}</p>
      {benefit && <p className="soft">{benefit}</p>}
      <SourceLine finding={{ rule: id, answer: 'unknown', says: level, source, further, reviewBy }} />
    </>
  )
}
