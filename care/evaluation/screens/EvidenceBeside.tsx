import { current } from '../../../clinic/records/fact.ts'
import { type Indication, indications, indicationsFor } from '../../../science/indications/indications.ts'
import { SourceLine } from '../../../web/controls/Finding.tsx'
import { State } from '../../../web/controls/State.tsx'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { treatmentWords } from '../../../web/words/en/treatment.ts'
import type { EvaluationAnswer } from '../read.ts'

const words = evaluationWords.evidence

/** What is known of the diagnoses on the list by this route: label, level, benefit as a range. Others a step away. */
export const EvidenceBeside = ({ data }: { data: EvaluationAnswer }) => {
  const here = indicationsFor(current(data.problems.facts).map(({ code }) => code))
  const others = indications.filter((one) => !here.includes(one))
  const show = (indication: Indication) => <One key={indication.id} indication={indication} data={data} />
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
    </section>
  )
}

const One = ({
  indication: { id, says, routes },
  data: { route },
}: {
  indication: Indication
  data: EvaluationAnswer
}) => {
  const { status, level, benefit, source, further, reviewBy } = routes[route]
  return (
    <div>
      <p>
        <strong>{says}</strong> <State signal={status === 'on label' ? 'none' : 'info'}>{words.status[status]}</State>
      </p>
      <p>{level}</p>
      {benefit && <p className="soft">{benefit}</p>}
      <SourceLine finding={{ rule: id, answer: 'unknown', says: level, source, further, reviewBy }} />
    </div>
  )
}
