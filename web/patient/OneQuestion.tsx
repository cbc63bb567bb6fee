import type { Ref } from 'react'
import { patientWords } from '../words/en/patient.ts'
import type { AnswerValue, Question } from './questionnaire.ts'

/** One question, its answers under the thumb. A tap answers and goes on; Back is always there. */
export const OneQuestion = ({
  headingRef,
  stem,
  item,
  progress,
  chosen,
  onBack,
  onAnswer,
}: {
  headingRef: Ref<HTMLHeadingElement>
  stem: string | undefined
  item: Question
  progress: string
  chosen: AnswerValue | null | undefined
  onBack: (() => void) | undefined
  onAnswer: (value: AnswerValue | null) => void
}) => (
  <section className="question">
    <p className="question-progress">{progress}</p>
    {stem && <p className="question-stem">{stem}</p>}
    <h1 ref={headingRef} tabIndex={-1}>
      {item.text}
    </h1>
    {item.hint && <p className="soft">{item.hint}</p>}
    <div className="question-answers">
      {item.answers.map(({ value, text }) => (
        <button
          key={value}
          type="button"
          className="answer"
          aria-pressed={chosen === value}
          onClick={() => onAnswer(value)}
        >
          {text}
        </button>
      ))}
    </div>
    <div className="question-ways">
      {onBack && (
        <button type="button" className="button" data-kind="quiet" onClick={onBack}>
          {patientWords.back}
        </button>
      )}
      <button
        type="button"
        className="button"
        data-kind="plain"
        aria-pressed={chosen === null}
        onClick={() => onAnswer(null)}
      >
        {patientWords.skip}
      </button>
    </div>
  </section>
)
