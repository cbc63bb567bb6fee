import { type Ref, useId } from 'react'
import { type AnswerValue, linesOf, type Question } from './questionnaire.ts'
import { ReadAloud } from './ReadAloud.tsx'
import { usePatientWords } from './words.ts'

/** One question, its answers under the thumb. A tap answers and goes on; Back is always there. */
export const OneQuestion = ({
  headingRef,
  language = 'en',
  stem,
  item,
  progress,
  chosen,
  onBack,
  onAnswer,
}: {
  headingRef: Ref<HTMLHeadingElement>
  /** Of its words, which need not be the page's own: a screen reader speaks it. */
  language?: string | undefined
  stem: string | undefined
  item: Question
  progress: string
  chosen: AnswerValue | null | undefined
  onBack: (() => void) | undefined
  onAnswer: (value: AnswerValue | null) => void
}) => {
  const patientWords = usePatientWords()
  const id = useId()
  return (
    <section className="question">
      <div className="question-top">
        <p className="question-progress" id={`${id}-progress`}>
          {progress}
        </p>
        <ReadAloud lines={linesOf(item, stem, language)} />
      </div>
      {stem && (
        <p className="question-stem" id={`${id}-stem`} lang={language}>
          {stem}
        </p>
      )}
      {/* The focus is led here: what the question begins with stands above, and is heard with it. */}
      <h1
        ref={headingRef}
        id={id}
        tabIndex={-1}
        lang={language}
        aria-describedby={stem ? `${id}-stem ${id}-progress` : `${id}-progress`}
      >
        {item.text}
      </h1>
      {item.hint && <p className="soft">{item.hint}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: the heading is its legend, and stands outside of it */}
      <div className="question-answers" role="group" aria-labelledby={id} lang={language}>
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
}
