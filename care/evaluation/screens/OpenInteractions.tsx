import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { interactions } from '../../../science/criteria/interactions.ts'
import { ruledClasses } from '../../../science/medicines/classes.ts'
import { Finding } from '../../../web/controls/Finding.tsx'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { FindingWithOrigin } from '../basis.ts'
import { asShown, Origins } from './FindingPlace.tsx'

const about = new Map(
  interactions.map(({ id, needs }) => [id, needs.map((name) => ruledClasses[name].says).join(', ')]),
)

/** Interactions that one list leaves unknown, as the one thing that there is to settle. */
export const OpenInteractions = ({
  findings,
  patientId,
  children,
}: {
  findings: readonly FindingWithOrigin[]
  patientId: string
  children?: ReactNode
}) => {
  const [one] = findings
  if (!one) return null
  return (
    <div className="finding-place">
      <Finding
        finding={{ answer: 'unknown', says: evaluationWords.interactionsOpen(findings.length), ...sourceOf(one) }}
      />
      <div className="finding-more stack" data-gap="tight">
        <Origins finding={one} patientId={patientId} />
        <p>
          <Link
            to={`/patients/${patientId}/evaluation`}
            search={((before: object) => ({ ...before, part: 'medicines' })) as never}
          >
            {evaluationWords.toMedicines}
          </Link>
        </p>
        <details className="quiet-details">
          <summary>{evaluationWords.whichOpen}</summary>
          <ul>
            {findings.map(({ rule }) => (
              <li key={rule}>
                {rule}: {about.get(rule)}
              </li>
            ))}
          </ul>
        </details>
        {children}
      </div>
    </div>
  )
}

const sourceOf = (finding: FindingWithOrigin) => {
  const { source, further, reviewBy, stale } = asShown(finding)
  return {
    rule: 'DDI',
    ...(source ? { source } : {}),
    ...(further ? { further } : {}),
    ...(reviewBy ? { reviewBy } : {}),
    ...(stale ? { stale } : {}),
  }
}
