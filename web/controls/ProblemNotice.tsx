import type { ApiProblem } from '../problem.ts'
import { controlWords } from '../words/en/controls.ts'
import { Finding } from './Finding.tsx'
import { Notice } from './Notice.tsx'
import type { Signal } from './Shape.tsx'

const signals: Partial<Record<ApiProblem['kind'], Signal>> = {
  'rule-held': 'held',
  offline: 'attention',
  error: 'attention',
}

/** The same question gets the same answer: asking again is no way on. */
const final: readonly ApiProblem['kind'][] = ['not-found', 'not-allowed', 'invalid']

/**
 * What the server answered, in its own sentence, with every finding that holds the step. `onRetry`: something was read, so
 * that what could not be used stands in the address, and beside no field.
 */
export const ProblemNotice = ({ problem, onRetry }: { problem: ApiProblem; onRetry?: () => void }) => (
  <Notice
    signal={signals[problem.kind] ?? 'attention'}
    title={onRetry && problem.kind === 'invalid' ? controlWords.wrongAddress : problem.says}
    live
  >
    {problem.because.map((finding) => (
      <Finding key={finding.rule ?? finding.id ?? finding.says} finding={finding} />
    ))}
    {onRetry && !final.includes(problem.kind) && (
      <p>
        <button type="button" className="button" data-kind="quiet" onClick={onRetry}>
          {controlWords.tryAgain}
        </button>
      </p>
    )}
  </Notice>
)
