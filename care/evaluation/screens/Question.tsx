import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { serverNow } from '../../../web/clock.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { dropDraft, findDraft, saveDraft } from '../../../web/controls/drafts.ts'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { TriState } from '../../../web/controls/TriState.tsx'
import type { Tri } from '../../../web/controls/tri.ts'
import { useAskBeforeClosing } from '../../../web/controls/useAskBeforeClosing.ts'
import { useTimeZone } from '../../../web/me.ts'
import type { ApiProblem } from '../../../web/problem.ts'
import { ApiProblem as Failed } from '../../../web/problem.ts'
import { showDay, showMoment, showTime } from '../../../web/time.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { Answered, AnswerValue } from '../basis.ts'
import type { AnswerVersion } from '../queries.ts'
import { type Asked, questions } from '../questions.ts'
import { ReportedBeside, ReportedContext, useSource } from './Reported.tsx'
import { showAnswer } from './show-answer.ts'
import type { Save } from './use-evaluation.ts'

/** Who said it and when, or that it is on its way, or that it is not saved. */
export const Said = ({ answer, state }: { answer: Answered | undefined; state: 'saved' | 'saving' | 'not saved' }) => {
  const timeZone = useTimeZone()
  const source = useSource(answer?.id)
  const today = showDay(new Date(serverNow()).toISOString(), timeZone)
  const show = answer && showDay(answer.recordedAt, timeZone) === today ? showTime : showMoment
  const said = answer ? evaluationWords.saved(answer.recordedBy, show(answer.recordedAt, timeZone)) : ''
  const words = { saved: said, saving: evaluationWords.saving, 'not saved': evaluationWords.notSaved }
  return (
    <div className="question-said">
      <p aria-live="polite">
        {words[state]}
        {state === 'saved' && answer?.confirmed && ` · ${evaluationWords.lookedAgain}`}
        {state === 'saved' && source && ` · ${source}`}
      </p>
      {answer && <Earlier answer={answer} />}
    </div>
  )
}

/** Every answer of this evaluation, for the questions to show what stood before. */
export const HistoryContext = createContext<readonly AnswerVersion[]>([])

/** What was answered before, newest first: a correction never hides the original. */
const Earlier = ({ answer }: { answer: Answered }) => {
  const timeZone = useTimeZone()
  const earlier = useContext(HistoryContext).filter(({ key, id }) => key === answer.key && id !== answer.id)
  if (earlier.length === 0) return null
  return (
    <details className="quiet-details">
      <summary>{evaluationWords.earlier(earlier.length)}</summary>
      <ul>
        {earlier.toReversed().map(({ id, value, recordedBy, recordedAt }) => (
          <li key={id} className="as-typed">
            {showAnswer(value, questions[answer.key])}{' '}
            <span className="soft">{evaluationWords.saved(recordedBy, showMoment(recordedAt, timeZone))}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** `over`: the answer that stood on the screen when it was chosen. */
type Typed = { value: AnswerValue; over?: string | undefined }

/** What was chosen and had not reached the clinic when the page went away; nothing once the clinic has it. */
const keptIn = (draft: string, answer: Answered | undefined): Typed | undefined => {
  const kept = findDraft(draft) as Typed | undefined
  if (!kept || answer?.value !== kept.value) return kept
  dropDraft(draft)
  return undefined
}

/**
 * Shows what was just chosen until the server has it; on failure it stays, marked as not saved. With a `draft` it stays
 * through a reload too.
 */
export const useAutosave = (key: Asked, answer: Answered | undefined, save: Save, draft?: string) => {
  const [typed, setTyped] = useState(() => (draft === undefined ? undefined : keptIn(draft, answer)))
  const [waits, setWaits] = useState(typed !== undefined)
  const [problem, setProblem] = useState<ApiProblem>()
  const [saving, setSaving] = useState(false)
  /** Who chooses again before the first answer has arrived hears what became of the last: it is sent after the others. */
  const last = useRef(0)
  // What the clinic says replaces what was only shown here, once ours is through and it is newer than what ours is over.
  useEffect(() => {
    if (!saving && !problem && !waits && answer) setTyped((was) => (was?.over === answer.id ? was : undefined))
  }, [answer, saving, problem, waits])
  /** True once the server has it. */
  const change = async (value: AnswerValue): Promise<boolean> => {
    last.current += 1
    const own = last.current
    setTyped({ value, over: answer?.id })
    if (draft !== undefined) saveDraft(draft, { value })
    setWaits(false)
    setProblem(undefined)
    setSaving(true)
    try {
      await save({ [key]: value })
      // Whoever chose again meanwhile keeps what they chose.
      if (draft !== undefined && findDraft(draft)?.value === value) dropDraft(draft)
      return true
    } catch (error) {
      if (!(error instanceof Failed)) throw error
      if (own === last.current) setProblem(error)
      return false
    } finally {
      if (own === last.current) setSaving(false)
    }
  }
  const state = saving ? 'saving' : problem || waits ? 'not saved' : 'saved'
  useAskBeforeClosing(state !== 'saved')
  const value: AnswerValue | undefined = typed ? typed.value : answer?.value
  return { value, change, problem, waits, state } as const
}

/** One question that is saved as it is answered. Nothing is chosen until somebody chooses. */
export const Question = ({ name, answer, save }: { name: Asked; answer: Answered | undefined; save: Save }) => {
  const evaluationId = useContext(ReportedContext)?.data.evaluation?.id
  const { value, change, problem, waits, state } = useAutosave(name, answer, save, `evaluation.${evaluationId}.${name}`)
  const question = questions[name]
  const label = evaluationWords.questions[name]
  const hint = evaluationWords.hints[name]
  return (
    <div className="question">
      {question.kind === 'day' ? (
        <DateField
          name={name}
          label={label}
          hint={hint}
          value={typeof value === 'string' ? value : undefined}
          onChange={(day) => void change(day ?? null)}
        />
      ) : question.kind === 'choice' ? (
        <Choice
          name={name}
          label={label}
          hint={hint}
          across
          options={[...question.options, 'not known'].map((option) => ({
            value: option,
            label: option === 'not known' ? showAnswer(null, question) : (evaluationWords.choices[option] ?? option),
          }))}
          value={value === null ? 'not known' : (value as string | undefined)}
          onChange={(chosen) => chosen !== undefined && void change(chosen === 'not known' ? null : chosen)}
        />
      ) : (
        <TriState
          name={name}
          label={label}
          hint={hint}
          value={value === null ? 'not known' : (value as Tri | undefined)}
          onChange={(chosen) => chosen !== undefined && void change(chosen === 'not known' ? null : chosen)}
        />
      )}
      {problem ? (
        <ProblemNotice problem={problem} onRetry={() => value !== undefined && void change(value)} />
      ) : (
        <Said answer={answer} state={state} />
      )}
      {waits && value !== undefined && (
        <Button kind="quiet" onPress={() => change(value)}>
          {evaluationWords.saveNow}
        </Button>
      )}
      <ReportedBeside name={name} />
    </div>
  )
}
