import type { Day } from '../../../science/time.ts'
import { Notice } from '../../../web/controls/Notice.tsx'
import type { Signal } from '../../../web/controls/Shape.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showDate, showMoment } from '../../../web/time.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { Determination } from '../determination.ts'
import type { DeterminationState } from '../in-force.ts'
import type { EvaluationAnswer } from '../read.ts'
import { type Reevaluation, reevaluation } from '../reevaluation.ts'

const signals: Record<DeterminationState, Signal> = {
  none: 'held',
  'awaiting confirmation': 'held',
  'not confirmed': 'held',
  reopened: 'attention',
  'not suitable': 'attention',
  'not yet': 'held',
  'in force': 'none',
}

export const StandingState = ({ state }: { state: DeterminationState }) => (
  <State signal={signals[state]}>{evaluationWords.states[state]}</State>
)

/** What the determination is worth now, and why. */
export const Standing = ({ standing }: { standing: EvaluationAnswer['standing'] }) => (
  <Notice
    signal={signals[standing.state] === 'none' ? 'info' : signals[standing.state]}
    title={evaluationWords.states[standing.state]}
  >
    <p>{evaluationWords.stateLead[standing.state]}</p>
    {standing.because.length > 0 && (
      <ul>
        {standing.because.map((because) => (
          <li key={because}>{because}</li>
        ))}
      </ul>
    )}
  </Notice>
)

const dueSignals: Record<Reevaluation, Signal> = { ahead: 'none', overdue: 'attention', 'not set': 'held' }

/** By when to evaluate again; a day that has passed, or that nobody set, is seen. */
export const Reevaluate = ({ made, today }: { made: Pick<Determination, 'reevaluateBy'>; today: Day }) => {
  const is = reevaluation(made.reevaluateBy, today)
  const day = made.reevaluateBy === null ? '' : showDate(made.reevaluateBy)
  return (
    <p>
      <State signal={dueSignals[is]}>{evaluationWords.reevaluations[is](day)}</State>
    </p>
  )
}

type Shown = Pick<Determination, 'outcome' | 'reasons' | 'addressed' | 'findings' | 'at' | 'by' | 'confirmation'>

/** A determination as it was made: what, why, past which findings, by whom, and whether a second act confirmed it. */
export const DeterminationText = ({ made }: { made: Shown }) => {
  const timeZone = useTimeZone()
  const { outcome, reasons, addressed, findings, at, by, confirmation } = made
  const past = findings.filter(({ rule }) => addressed[rule] !== undefined)
  return (
    <div className="stack" data-gap="tight">
      <p>
        <strong>{evaluationWords.outcomes[outcome]}</strong>{' '}
        <span className="soft">{evaluationWords.decidedBy(by, showMoment(at, timeZone))}</span>
      </p>
      <p className="as-typed">{reasons}</p>
      {past.length > 0 && (
        <>
          <p className="soft">{evaluationWords.wentOn}</p>
          <ul>
            {past.map(({ rule, says, answer }) => (
              <li key={rule}>
                {rule}, {answer}: {says} <span className="as-typed">{addressed[rule]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {confirmation && (
        <p>
          {confirmation.answer === 'confirmed'
            ? evaluationWords.confirmedBy(confirmation.by, showMoment(confirmation.at, timeZone))
            : evaluationWords.notConfirmedBy(confirmation.by, showMoment(confirmation.at, timeZone))}
          {confirmation.bySamePerson && ` (${evaluationWords.confirmedSame})`}:{' '}
          <span className="as-typed">{confirmation.reason}</span>
        </p>
      )}
    </div>
  )
}
