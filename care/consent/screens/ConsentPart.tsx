import { type ReactNode, useEffect, useRef } from 'react'
import { showDate } from '../../../web/time.ts'
import { consentSignWords as words } from '../../../web/words/en/consent.ts'
import type { Section } from '../document.ts'
import type { Asked } from '../text.ts'
import type { ConsentToSign } from './answers.ts'

/** One part of the document, what was asked about it, and the way on. */
export const ConsentPart = ({
  section,
  asked,
  at,
  questions,
  checks,
  ask,
  stop,
  onGo,
}: {
  section: Section
  asked: Asked
  at: number
  questions: ConsentToSign['questions']
  /** How many questions on the text follow it. */
  checks: number
  /** The way to ask about it. */
  ask: ReactNode
  /** The way to stop, or to say no. */
  stop: ReactNode
  onGo: (page: number) => void
}) => {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  const last = asked.content.sections.length
  return (
    <article className="consent-part">
      <p className="question-progress">{words.part(at + 1, last)}</p>
      <h1 ref={ref} tabIndex={-1}>
        {section.heading}
      </h1>
      {section.id === 'why' && <Particulars asked={asked} />}
      {section.paragraphs.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
      {section.clinicWords && (
        <div className="consent-clinic">
          <strong>{words.atThisClinic}</strong>
          <p>{section.clinicWords}</p>
        </div>
      )}
      <Sources section={section} />
      {questions.map((question) => (
        <dl key={question.id} className="consent-question">
          <dt>{words.asked}</dt>
          <dd>{question.words}</dd>
          <dt>{question.answer === null ? words.waiting : words.answered}</dt>
          {question.answer !== null && <dd>{question.answer}</dd>}
        </dl>
      ))}
      {ask}
      <div className="consent-ways">
        <button type="button" className="button" data-kind="plain" onClick={() => onGo(at - 1)}>
          {words.back}
        </button>
        <button type="button" className="button" data-kind="main" onClick={() => onGo(at + 1)}>
          {at + 1 < last ? words.next : checks > 0 ? words.toChecks : words.toSigning}
        </button>
      </div>
      {stop}
    </article>
  )
}

export const Particulars = ({ asked }: { asked: Asked }) => (
  <>
    <p>
      {words.treatedFor} <strong>{asked.treatedFor}</strong>
    </p>
    <p>
      {words.aim} <strong>{asked.aim}</strong>
    </p>
    {asked.therapistName && (
      <p>
        {words.therapist} <strong>{asked.therapistName}</strong>
      </p>
    )}
  </>
)

const Sources = ({ section: { paragraphs } }: { section: Section }) => {
  const marked = paragraphs.filter(({ source }) => source !== undefined)
  if (marked.length === 0) return null
  return (
    <details className="consent-sources">
      <summary>{words.sources}</summary>
      <ul>
        {marked.map(({ text, source, reviewBy }) => (
          <li key={text}>
            “{text.length > 60 ? `${text.slice(0, 60)}…` : text}”<br />
            {source?.label} ({words.sourceNote(source?.status ?? '', reviewBy && showDate(reviewBy))})
          </li>
        ))}
      </ul>
    </details>
  )
}
