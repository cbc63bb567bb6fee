import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Notice } from '../controls/Notice.tsx'
import { patientWords } from '../words/en/patient.ts'
import { UrgentHelp } from './Help.tsx'
import type { Answers } from './kept.ts'
import type { OpenLink } from './link.ts'
import { OneQuestion } from './OneQuestion.tsx'
import { type AnswerValue, type Question, type Questionnaire, stepAt } from './questionnaire.ts'
import { Review } from './Review.tsx'
import { useKept } from './useKept.ts'

export type QuestionsProps = {
  link: OpenLink
  questionnaire: Questionnaire
  /** The first page: why this is asked, how long it takes, and who reads it when. */
  intro: ReactNode
  /** Whether this answer calls for help at once, such as PHQ-9 item 9 above zero. Asked at every tap. */
  urgent?: ((item: Question, value: AnswerValue) => boolean) | undefined
  /** `id` was made on this phone and stays the same however often it is sent. Skipped questions are null. */
  onSend: (sent: { id: string; answers: Answers }) => Promise<unknown>
  /** What stands there once the clinic has it. */
  done?: ReactNode
}

/** One question a screen. Every tap is saved on the phone; nothing is lost by closing it, and nothing counts unsent. */
export const Questions = ({ link, questionnaire, intro, urgent, onSend, done }: QuestionsProps) => {
  const { items } = questionnaire
  const { kept, onPhone, change, answer, forget } = useKept(link.draftId, link.expiresAt)
  const [helping, setHelping] = useState(false)
  const [reviewed, setReviewed] = useState(false)
  const [sent, setSent] = useState(false)
  const [resumed, setResumed] = useState(kept.at < 0)
  const ref = useRef<HTMLHeadingElement>(null)
  const step = stepAt(items, kept.at)
  const place = sent ? 'sent' : kept.at

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the screen changes, and only then
  useEffect(() => {
    window.scrollTo(0, 0)
    ref.current?.focus({ preventScroll: true })
  }, [place, helping, resumed])

  if (sent) {
    return (
      <section className="stack">
        <h1 ref={ref} tabIndex={-1}>
          {patientWords.sent}
        </h1>
        {done ?? <p>{patientWords.sentHelp}</p>}
      </section>
    )
  }
  if (kept.at < 0 || !resumed) {
    return (
      <section className="stack" data-gap="wide">
        {intro}
        {questionnaire.notValidated && <p className="soft">{patientWords.notValidated}</p>}
        <button
          type="button"
          className="button big"
          data-kind="main"
          onClick={() => {
            setResumed(true)
            if (kept.at < 0) change({ at: 0 })
          }}
        >
          {kept.at < 0 ? patientWords.start : patientWords.resume}
        </button>
        {questionnaire.licence && <p className="licence">{questionnaire.licence.sentence}</p>}
      </section>
    )
  }
  if (helping) {
    const { name, phone } = link.clinic
    return <UrgentHelp clinic={name} phone={phone} onGoOn={() => setHelping(false)} />
  }
  const next = reviewed ? items.length : kept.at + 1
  return (
    <>
      {!onPhone && <Notice signal="attention" title={patientWords.notKept} live />}
      {step.kind === 'question' ? (
        <OneQuestion
          key={step.item.linkId}
          headingRef={ref}
          stem={questionnaire.stem}
          item={step.item}
          progress={patientWords.question(step.number, items.length)}
          chosen={kept.answers[step.item.linkId]}
          onBack={kept.at > 0 ? () => change({ at: kept.at - 1 }) : undefined}
          onAnswer={(value) => {
            answer({ ...kept.answers, [step.item.linkId]: value }, next)
            if (value !== null && urgent?.(step.item, value)) setHelping(true)
          }}
        />
      ) : (
        <Review
          headingRef={ref}
          items={items}
          kept={kept}
          onChange={(at) => {
            setReviewed(true)
            change({ at, waiting: false })
          }}
          onWaiting={(waiting) => change({ waiting })}
          onSend={() => onSend({ id: kept.sendId, answers: kept.answers })}
          onSent={() => {
            forget()
            setSent(true)
          }}
        />
      )}
    </>
  )
}
