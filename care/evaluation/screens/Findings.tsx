import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { treatmentWords } from '../../../web/words/en/treatment.ts'
import type { EvaluationAnswer } from '../read.ts'
import { Across } from './Across.tsx'
import { Contradictions } from './Contradictions.tsx'
import { FindingPlace } from './FindingPlace.tsx'

/** All four routes in one table: what is met first, then what nobody knows; the rest of one route a step away. */
export const Findings = ({ data, patientId }: { data: EvaluationAnswer; patientId: string }) => {
  const { findings, route } = data
  const notMet = findings.filter(({ answer }) => answer === 'not met')
  const name = treatmentWords.routes[route]
  return (
    <>
      <p className="soft">{evaluationWords.findingsLead}</p>
      <Contradictions pairs={data.contradictions} />
      <Across data={data} patientId={patientId} />
      <details className="quiet-details">
        <summary>{evaluationWords.showNotMet(notMet.length, name)}</summary>
        {notMet.map((finding) => (
          <FindingPlace key={finding.rule} finding={finding} patientId={patientId} />
        ))}
      </details>
      <p className="next-part">
        <ButtonLink kind="main" to={`/patients/${patientId}/determination`} search={{ route }}>
          {evaluationWords.determineRoute(name)}
        </ButtonLink>
      </p>
    </>
  )
}
