import { showDate } from '../time.ts'
import { controlWords } from '../words/en/controls.ts'
import './Finding.css'
import type { FindingShown } from './finding.ts'
import { Shape, type Signal } from './Shape.tsx'

/** Met at severity "absolute" or "emergency" looks different from met at "info"; unknown always holds and says so. */
export const signalOf = ({ kind, answer, severity }: FindingShown): Signal => {
  if (answer === 'unknown') return 'held'
  if (kind === 'criterion') return answer === 'met' ? 'none' : 'attention'
  if (answer === 'not met') return 'none'
  if (severity === 'absolute' || severity === 'emergency') return 'emergency'
  return severity === 'info' ? 'info' : 'attention'
}

/** A finding that is met is open, a criterion that is not. An unknown says itself what is not known. */
const isOpen = ({ kind, answer }: FindingShown): boolean => answer === (kind === 'criterion' ? 'not met' : 'met')

const answers = { met: controlWords.met, 'not met': controlWords.notMet, unknown: controlWords.unknown }

/** One rule's finding: the word, the shape, the sentence, and a step away the source, its status and its review date. */
export const Finding = ({ finding }: { finding: FindingShown }) => {
  const signal = signalOf(finding)
  return (
    <div className="finding" data-signal={signal}>
      <span className="finding-answer">
        <Shape signal={signal} />
        {answers[finding.answer]}
      </span>
      <div className="finding-body">
        <p>{finding.says}</p>
        {finding.settledBy !== undefined && isOpen(finding) && <p className="soft">{finding.settledBy}</p>}
        <SourceLine finding={finding} />
      </div>
    </div>
  )
}

/** The source, its status and its review date, a step away. */
export const SourceLine = ({ finding }: { finding: Partial<FindingShown> }) => {
  const sources = [finding.source, ...(finding.further ?? [])].filter((source) => source !== undefined)
  return (
    <details className="finding-source">
      <summary>
        {controlWords.source}
        {finding.stale ? `: ${controlWords.outOfDate}` : ''}
        <span className="unit"> {finding.rule ?? finding.id}</span>
      </summary>
      {sources.length === 0 && <p>{controlWords.noSource}</p>}
      <ul>
        {sources.map(({ label, address, status }) => (
          <li key={label + (address ?? '')}>
            {address ? (
              <a href={address} target="_blank" rel="noreferrer">
                {label}
              </a>
            ) : (
              label
            )}{' '}
            <span className="soft">({controlWords.sourceStatus[status] ?? status})</span>
          </li>
        ))}
      </ul>
      {finding.reviewBy && <p className="soft">{controlWords.reviewBy(showDate(finding.reviewBy))}</p>}
    </details>
  )
}
