import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { FindingWithOrigin } from '../basis.ts'
import { FindingPlace } from './FindingPlace.tsx'

/** All criteria: what is met first, then what nobody knows, then the rest a step away. */
export const Findings = ({ findings, patientId }: { findings: readonly FindingWithOrigin[]; patientId: string }) => {
  const of = (answer: FindingWithOrigin['answer']) => findings.filter((finding) => finding.answer === answer)
  const place = (finding: FindingWithOrigin) => (
    <FindingPlace key={finding.rule} finding={finding} patientId={patientId} />
  )
  const [met, unknown, notMet] = [of('met'), of('unknown'), of('not met')]
  return (
    <>
      <p className="soft">{evaluationWords.findingsLead}</p>
      <section>
        <h3>{evaluationWords.met}</h3>
        {met.length === 0 ? <p className="soft">{evaluationWords.none}</p> : met.map(place)}
      </section>
      <section>
        <h3>{evaluationWords.unknown}</h3>
        {unknown.length === 0 ? <p className="soft">{evaluationWords.none}</p> : unknown.map(place)}
      </section>
      <details className="quiet-details">
        <summary>{evaluationWords.showNotMet(notMet.length)}</summary>
        {notMet.map(place)}
      </details>
      <p className="next-part">
        <ButtonLink kind="main" to={`/patients/${patientId}/determination`}>
          {evaluationWords.toDetermination}
        </ButtonLink>
      </p>
    </>
  )
}
